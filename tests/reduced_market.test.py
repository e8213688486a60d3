#!/usr/bin/env python3
# label: no-sanitizer
"""The reduced care market on the engine has the yardstick's statistics, and the same bits on any number of threads."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("SOURCE_DIR", Path(__file__).resolve().parents[1]))
BUILT = Path(os.environ["CAREMARKET"]).parent / "benchmarks"
sys.path.insert(0, str(ROOT / "benchmarks/reduced_market"))

import market_statistics  # noqa: E402


def run(program, *arguments):
    done = subprocess.run([str(BUILT / program), *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    if not (BUILT / "reduced_market").exists():
        print("skipped: the benchmarks are not built, for Google Benchmark is not there")
        return 77
    wrong = []
    for form in ("monthly", "weekly"):
        replicates = ("--form", form, "--replicates", "20")
        engine, yardstick = run("reduced_market", *replicates), run("reduced_market_yardstick", *replicates)
        if not market_statistics.agree(yardstick, engine):
            wrong.append(f"{form}: the engine's statistics are not the yardstick's")
    sizes = {"monthly": "60x10x60000", "weekly": "15x10x15000"}
    for form, size in sizes.items():
        on_threads = [run("reduced_market", "--size", size, "--form", form, "--threads", str(threads))["replicates"]
                      for threads in (1, 2, 7)]
        if on_threads[0] != on_threads[1] or on_threads[0] != on_threads[2]:
            wrong.append(f"{form}: the values depend on the number of threads")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
