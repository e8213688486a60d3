#!/usr/bin/env python3
"""Do several programs simulate the same reduced care market? Compares the means of its eight statistics.

    market_statistics.py OUTPUT...

Each OUTPUT is a file with what a program printed, or else a command, which is run with --size county
--replicates 20 added (or what --size, --form and --replicates say). The first is what the others are held against.
Exit 0: all agree; 1: some statistic differs; 2: they cannot be compared.
"""

import argparse
import json
import math
import shlex
import subprocess
import sys
from pathlib import Path

# A mean may differ by the larger of this and four standard errors of the difference.
RELATIVE_TOLERANCE = {"exit1000": 0.005, "price": 0.01, "occ": 0.01, "spendpc": 0.01, "pexit": 0.10, "qual": 0.01,
                      "meanage": 0.003}
ABSOLUTE_TOLERANCE = {"wait1000": 0.5}
KEYS = ("exit1000", "price", "occ", "wait1000", "spendpc", "pexit", "qual", "meanage")
STANDARD_ERRORS = 4


class CannotCompare(Exception):
    """The outputs are not of the same workload, or lack something."""


def mean_and_error(values):
    """Mean, and its standard error."""
    mean = sum(values) / len(values)
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    return mean, math.sqrt(variance / len(values))


def summary(output):
    """Mean and standard error of each statistic of a program's output."""
    replicates = output["replicates"]
    if len(replicates) < 2:
        raise CannotCompare(f"{output['program']}: two replicates or more are needed, there are {len(replicates)}")
    for key in KEYS:
        if not all(isinstance(replicate.get(key), (int, float)) for replicate in replicates):
            raise CannotCompare(f"{output['program']}: {key} is missing in a replicate")
    return {key: mean_and_error([replicate[key] for replicate in replicates]) for key in KEYS}


def workload(output):
    return tuple(output[key] for key in ("localities", "slots", "recipients", "form"))


def allowed_difference(key, mean, first_error, error):
    tolerance = ABSOLUTE_TOLERANCE[key] if key in ABSOLUTE_TOLERANCE else RELATIVE_TOLERANCE[key] * abs(mean)
    return max(tolerance, STANDARD_ERRORS * math.hypot(first_error, error))


def differences(first, other):
    """A line for each statistic of two outputs: key, both means, the difference, what is allowed, whether it agrees."""
    if workload(first) != workload(other):
        raise CannotCompare(f"{other['program']} ran {workload(other)}, {first['program']} ran {workload(first)}")
    firsts, others = summary(first), summary(other)
    lines = []
    for key in KEYS:
        (first_mean, first_error), (mean, error) = firsts[key], others[key]
        allowed = allowed_difference(key, first_mean, first_error, error)
        agrees = abs(mean - first_mean) <= allowed  # not so where one is not a number
        lines.append((key, first_mean, mean, mean - first_mean, allowed, agrees))
    return lines


def print_summary(output):
    print(f"{output['program']}: {len(output['replicates'])} replicates")
    for key, (mean, error) in summary(output).items():
        print(f"  {key:<9}{mean:>12.4f} ± {error:.4f}")


def agree(first, other):
    """Prints how another output differs from the first. Returns whether all of it is within tolerance."""
    lines = differences(first, other)
    print(f"{other['program']} against {first['program']}, "
          f"{len(other['replicates'])} and {len(first['replicates'])} replicates")
    print(f"  {'':<9}{'first':>12}{'this':>12}{'difference':>12}{'allowed':>12}")
    for key, first_mean, mean, difference, allowed, agrees in lines:
        print(f"  {key:<9}{first_mean:>12.4f}{mean:>12.4f}{difference:>12.4f}{allowed:>12.4f}"
              f"  {'' if agrees else 'DIFFERS'}".rstrip())
    return all(line[-1] for line in lines)


def read_or_run(text, options):
    """What a program printed: from a file, or by running a command."""
    if Path(text).is_file() and text.endswith(".json"):
        return json.loads(Path(text).read_text(encoding="utf-8"))
    command = shlex.split(text) + ["--size", options.size, "--form", options.form, "--replicates", options.replicates]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outputs", metavar="OUTPUT", nargs="+", help="a .json file or a command")
    parser.add_argument("--size", default="county", help="for commands (county)")
    parser.add_argument("--form", default="monthly", help="for commands (monthly)")
    parser.add_argument("--replicates", default="20", help="for commands (20)")
    options = parser.parse_args()
    try:
        outputs = [read_or_run(text, options) for text in options.outputs]
        print_summary(outputs[0])
        answers = [agree(outputs[0], other) for other in outputs[1:]]
    except (CannotCompare, OSError, ValueError, KeyError, subprocess.CalledProcessError) as problem:
        print(f"market_statistics.py: {problem!r}" if isinstance(problem, KeyError) else f"market_statistics.py: {problem}",
              file=sys.stderr)
        return 2
    return 0 if all(answers) else 1


if __name__ == "__main__":
    sys.exit(main())
