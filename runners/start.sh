#!/usr/bin/env bash
# start.sh [FOLDER]: from a fresh checkout to the first result. Installs what is missing, builds the program, runs ten
# years of Cambridgeshire under every strategy, and compares them. Stopped at any moment, it goes on where it was.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
results="${1:-$root/.results}"
experiment=cambridgeshire-2016
file="$results/$experiment.h5"
build="$root/.build/release"
program="$build/caremarket"
log="$root/.build/start.log"

bash "$root/runners/install_packages.sh" run

mkdir -p "$root/.build" "$results"
echo "caremarket: building (a few minutes the first time)" >&2
if ! (cd "$root" && cmake --preset release && cmake --build --preset release --target caremarket) >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "caremarket: the build failed; all of it is in $log" >&2
    exit 1
fi

code=0
"$program" run "$experiment" -o "$file" --resume || code=$?
if [ "$code" -eq 2 ] && compgen -G "$file*" >/dev/null; then # the file, or what a stopped run left of it
    echo "caremarket: $file is from other inputs; running anew in its place" >&2
    code=0
    "$program" run "$experiment" -o "$file" --force || code=$?
fi
if [ "$code" -eq 3 ]; then
    echo "caremarket: interrupted; the same command goes on from here: ${BASH_SOURCE[0]}${1:+ $1}" >&2
fi
[ "$code" -eq 0 ] || exit "$code"

"$program" compare "$file"
cat >&2 <<END

The results are in $file
Next, what can be run and turned:
    $program list experiments
    $program list levers
    $program run $experiment --set 'strategy[block-heavy].homecare.mix_block=0.4' -o $results/another.h5
END
