#!/usr/bin/env python3
"""How time and memory of the engine's reduced care market grow with its size, and what a second core is worth.

    scaling.py [--rounds 5] [--engine PROGRAM]

Sizes from 15 thousand to 6 million people (1000 in a locality, 10 provider slots each), every size once a round; the
exponent is the slope of log time (or memory) on log people. Then one England run and 16 county replicates on one
thread and on two, in turn.
"""

import argparse
import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = [15_000, 60_000, 240_000, 1_500_000, 6_000_000]


def run(engine, size, replicates=1, threads=1):
    """Returns seconds a replicate, and peak memory [MB]."""
    done = subprocess.run([engine, "--size", size, "--replicates", str(replicates), "--threads", str(threads)],
                          capture_output=True, text=True, check=True)
    output = json.loads(done.stdout)
    return output["seconds"] / replicates, output["peak_megabytes"]


def replicates_for(people):
    """Enough for a reading of some tenths of a second."""
    return max(1, 600_000 // people)


def show_growth(engine, rounds):
    seconds = {people: [] for people in PEOPLE}
    memory = {}
    for _ in range(rounds):
        for people in PEOPLE:
            taken, memory[people] = run(engine, f"{people // 1000}x10x{people}", replicates_for(people))
            seconds[people].append(taken)
    print(f"{'people':>10} {'seconds':>10} {'from':>8} {'to':>8} {'MB':>7}")
    for people in PEOPLE:
        taken = seconds[people]
        print(f"{people:10,} {statistics.median(taken):10.4f} {min(taken):8.4f} {max(taken):8.4f} {memory[people]:7.1f}")
    for first in (15_000, 60_000):
        sizes = [people for people in PEOPLE if people >= first]
        time_slope = statistics.linear_regression([math.log(people) for people in sizes],
                                    [math.log(statistics.median(seconds[people])) for people in sizes]).slope
        memory_slope = statistics.linear_regression([math.log(people) for people in sizes],
                                      [math.log(memory[people]) for people in sizes]).slope
        print(f"exponents from {first:,} people: time {time_slope:.2f}, memory {memory_slope:.2f}")


def show_second_core(engine, rounds):
    for name, size, replicates in (("one England run", "england", 1), ("16 county replicates", "county", 16)):
        ratios = []
        for _ in range(rounds):
            one, _ = run(engine, size, replicates, 1)
            two, _ = run(engine, size, replicates, 2)
            ratios.append(one / two)
        print(f"{name}: two cores {statistics.median(ratios):.2f} times one ({min(ratios):.2f} to {max(ratios):.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engine", default=str(ROOT / ".build/release/benchmarks/reduced_market"))
    options = parser.parse_args()
    show_growth(options.engine, options.rounds)
    show_second_core(options.engine, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
