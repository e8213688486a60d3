#!/usr/bin/env bash
# run.sh [--fast]: every check of the repository, in stages; the first that fails ends it. --fast is for use while
# working: the dev build and the tests that are quick. The last line is "N passed, N failed" over all test programs.
# shellcheck disable=SC2317 # stages are functions called by name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
logs=.build/logs
fuzz_seconds=60
folders=(model scenarios analysis runners tests benchmarks)
passed=0
failed=0
mkdir -p "$logs"

# stage NAME COMMAND…: runs it with its output in a log, tells the time it took; shows the log's end if it failed.
stage()
{
    local name=$1 log="$logs/${1// /-}.log" begun=$SECONDS code=0
    shift
    printf '%-28s ' "$name"
    "$@" >"$log" 2>&1 || code=$?
    count_tests "$log"
    if [ "$code" -eq 0 ]; then
        printf 'ok %6d s\n' $((SECONDS - begun))
        return
    fi
    printf 'FAILED %d s\n\n' $((SECONDS - begun))
    tail -n 80 "$log"
    printf '\n%s failed; all of its output is in %s\n' "$name" "$log"
    [ "$failed" -gt 0 ] || failed=1
    finish
}

# Adds what ctest said: "98% tests passed, 2 tests failed out of 100".
count_tests()
{
    local bad all
    while read -r bad all; do
        failed=$((failed + bad))
        passed=$((passed + all - bad))
    done < <(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+)$/\1 \2/p' "$1")
}

finish()
{
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

install_packages() { bash runners/install_packages.sh run test; }

formatting()
{
    local files
    mapfile -t files < <(find "${folders[@]}" -name '*.[ch]pp')
    clang-format --dry-run -Werror "${files[@]}" || {
        echo "To mend it: clang-format -i \$(find ${folders[*]} -name '*.[ch]pp')"
        return 1
    }
}

build() { cmake --preset "$1" && cmake --build --preset "$1"; }

# What a fuzzer finds anew stays in .build; a file that breaks the program is named.
fuzz()
{
    local fuzzers=(.build/fuzz/tests/fuzz/*_fuzzer) fuzzer name
    for fuzzer in "${fuzzers[@]}"; do
        name=$(basename "$fuzzer" _fuzzer)
        mkdir -p ".build/fuzz/found/$name" .build/fuzz/broken
        "$fuzzer" -max_total_time=$((fuzz_seconds / ${#fuzzers[@]})) -timeout=10 -rss_limit_mb=3000 -max_len=65536 \
            -verbosity=0 -print_final_stats=1 \
            -artifact_prefix=".build/fuzz/broken/$name-" ".build/fuzz/found/$name" tests/fuzz/corpus || {
            echo "The input that broke it is the last of these:"
            ls -tr .build/fuzz/broken/
            return 1
        }
    done
}

lint() { cmake --preset lint && run-clang-tidy -quiet -j 2 -p .build/lint '/(model|scenarios|analysis|runners)/.*\.c(pp|xx)$'; }

stage "packages" install_packages
stage "formatting" formatting
if [ "${1:-}" = "--fast" ]; then
    stage "dev build" build dev
    stage "quick tests" ctest --preset fast
    finish
fi
stage "ci build" build ci
stage "tests" ctest --preset ci
stage "asan-ubsan build" build asan-ubsan
stage "asan-ubsan tests" ctest --preset asan-ubsan
stage "tsan build" build tsan
stage "tsan tests" ctest --preset tsan
stage "fuzz build" build fuzz
stage "fuzz" fuzz
stage "lint" lint
finish
