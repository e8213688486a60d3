#!/usr/bin/env bash
# label: no-sanitizer
# The build that start.sh makes takes what [run] of packages.txt lists and nothing of [test]: it configures where the
# libraries of the tests cannot be found. A machine that has them would hide that it looks for them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$SOURCE_DIR"
absent=()
for library in Catch2 rapidcheck benchmark; do absent+=("-DCMAKE_DISABLE_FIND_PACKAGE_$library=ON"); done

cmake --preset release -B "$folder/run" "${absent[@]}" >"$folder/log" 2>&1 || {
    cat "$folder/log"
    echo "start.sh would fail on a machine without the packages of the tests"
    exit 1
}

# And a build with tests does look for them, else the above shows nothing.
if cmake --preset release -B "$folder/test" -DBUILD_TESTING=ON "${absent[@]}" >"$folder/log" 2>&1; then
    echo "the tests' libraries were hidden, and yet the tests could be configured"
    exit 1
fi
