#!/usr/bin/env python3
"""Measures implementations of the reduced care market against the yardstick.

    compare.py                                     all programs that are built, all cases, five rounds
    compare.py --quick                             two rounds of the small cases
    compare.py --program 'mine=./mine --threads 2' one more program, or another command for a known name

First all programs must agree on the statistics of the market. Then each case is run in rounds, every program once a
round, so that a machine that slows down slows all of them; a program is held against the yardstick of its own round.
Seconds are the programs' own, without their start. Processor time is the system's, with it: the figure to trust where
others are using the machine.
Exit 0: measured; 1: statistics differ or a program failed; 2: the command line is wrong.
"""

import argparse
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import market_statistics

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / ".build/release/benchmarks"
JAVASCRIPT = ROOT / "benchmarks/reduced_market/javascript"
YARDSTICK = "yardstick"
ANY_SIZE = 10**12
COUNTY_RECIPIENTS = 20_000


@dataclass
class Program:
    name: str
    command: list
    largest: int = ANY_SIZE  # number of recipients it can simulate in reasonable time


@dataclass
class Case:
    name: str
    size: str
    form: str
    recipients: int
    replicates: int  # in one run of a program: enough to be timed


KNOWN_PROGRAMS = [
    Program("engine", [str(BUILT / "reduced_market")]),
    Program(YARDSTICK, [str(BUILT / "reduced_market_yardstick")]),
    Program("flocc", ["node", str(JAVASCRIPT / "flocc.mjs")], largest=COUNTY_RECIPIENTS),
    Program("agentscript", ["node", str(JAVASCRIPT / "agentscript.mjs")], largest=2_000),
]
CASES = [
    Case("small-monthly", "5x4x2000", "monthly", 2_000, 20),
    Case("county-monthly", "county", "monthly", COUNTY_RECIPIENTS, 10),
    Case("county-weekly", "county", "weekly", COUNTY_RECIPIENTS, 5),
    Case("england-monthly", "england", "monthly", 1_500_000, 1),
    Case("england-weekly", "england", "weekly", 1_500_000, 1),
]
QUICK_CASES = ["small-monthly", "county-monthly"]


class RunFailed(Exception):
    """A program ended with an error, took too long or did not print what it should."""


def run(program, case, replicates, seed, time_limit):
    """Runs a program once. Returns what it printed, with the name it goes by here and the processor time it took."""
    command = program.command + ["--size", case.size, "--form", case.form, "--replicates", str(replicates),
                                 "--seed", str(seed)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=time_limit, check=False)
    except subprocess.TimeoutExpired as problem:
        raise RunFailed(f"not done after {time_limit:.0f} s") from problem
    except OSError as problem:
        raise RunFailed(str(problem)) from problem
    elapsed = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise RunFailed(f"exit {done.returncode}: {' '.join(done.stderr.split())[-200:]}")
    try:
        output = json.loads(done.stdout)
        complete = len(output["replicates"]) == replicates and output["seconds"] > 0 and output["threads"] > 0
    except (ValueError, KeyError, TypeError) as problem:
        raise RunFailed(f"what it printed is not the document expected: {problem!r}") from problem
    if not complete:
        raise RunFailed("what it printed lacks replicates, seconds or threads")
    return output | {"program": program.name, "elapsed_seconds": elapsed,
                     "processor_seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


# Whether they simulate the same market


def cases_to_check(cases, programs):
    """With their programs: the county in each form to be measured; the small one for those that cannot do it."""
    forms = {case.form for case in cases}
    for case in CASES:
        if case.form not in forms:
            continue
        if case.size == "county":
            yield case, [program for program in programs if program.largest >= case.recipients]
        small = [program for program in programs[1:] if case.recipients <= program.largest < COUNTY_RECIPIENTS]
        if small:
            yield case, programs[:1] + small


def check(case, programs, options, results):
    """Runs a case with each program and compares with the first. Returns the programs that failed or differ."""
    outputs, wrong = [], []
    for program in programs:
        try:
            outputs.append(run(program, case, options.check_replicates, options.seed, options.time_limit))
        except RunFailed as problem:
            print(f"{program.name} failed: {problem}")
            wrong.append(program)
    results["checks"] += [{"case": case.name} | output for output in outputs]
    for output in outputs[1:]:
        if not agrees(outputs[0], output):
            wrong += [program for program in programs if program.name == output["program"]]
    return wrong


def agrees(first, other):
    try:
        return market_statistics.agree(first, other)
    except market_statistics.CannotCompare as problem:
        print(f"Cannot compare: {problem}")
        return False


def check_all(cases, programs, options, results):
    """Returns the programs that failed or differ: they are not measured."""
    wrong = []
    for case, able in cases_to_check(cases, programs):
        print(f"\nStatistics, {case.name}")
        wrong += check(case, able, options, results)
    return wrong


def pooled(readings):
    """The replicates of all rounds as if of one run."""
    return readings[0] | {"replicates": [replicate for reading in readings for replicate in reading["replicates"]]}


def differ_over_the_rounds(readings):
    """Compares the statistics of all that was measured. Returns the names of programs that differ."""
    outputs = [pooled(taken) for taken in readings.values()]
    differing = []
    for output in outputs[1:]:
        if len(output["replicates"]) < 2:
            continue
        lines = market_statistics.differences(outputs[0], output)
        keys = [key for key, *_, agrees_here in lines if not agrees_here]
        print(f"{output['program']}: statistics of {len(output['replicates'])} replicates "
              + (f"DIFFER in {', '.join(keys)}" if keys else "agree"))
        if keys:
            differing.append(output["program"])
    return differing


# How fast they are


def measure(case, programs, options, results):
    """Runs a case in rounds. Returns the readings by program, and the programs that failed."""
    readings = {program.name: [] for program in programs}
    failed = []
    for number in range(1, options.rounds + 1):
        for program in programs:
            if program in failed:
                continue
            try:
                reading = run(program, case, case.replicates, options.seed + number, options.time_limit)
            except RunFailed as problem:
                print(f"{program.name} failed: {problem}")
                failed.append(program)
                continue
            readings[program.name].append(reading)
            results["readings"].append({"case": case.name, "round": number} | reading)
    return {name: taken for name, taken in readings.items() if len(taken) == options.rounds}, failed


def seconds_a_run(reading):
    return reading["seconds"] / len(reading["replicates"])


def runs_a_second_and_core(reading):
    return 1 / (seconds_a_run(reading) * reading["threads"])


def runs_a_processor_second(reading):
    return len(reading["replicates"]) / reading["processor_seconds"]


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def spread(values):
    return f"{median(values):.3g} ({min(values):.3g}–{max(values):.3g})"


def compared(measure_of, taken, yardstick):
    """A measure in units of the yardstick's in the same round."""
    if not yardstick:
        return "-"
    return spread([measure_of(reading) / measure_of(other) for reading, other in zip(taken, yardstick)])


def print_case(case, readings, rounds):
    print(f"\n{case.name}: {case.size} {case.form}; {rounds} rounds of {case.replicates}; medians (least–most)")
    columns = "{:<14}{:>7}{:>13}  {:<28}{:<28}{:<28}{:>4}"
    print(columns.format("", "", "runs a second", "", "speed a core, to the", "the same by", "").rstrip())
    print(columns.format("", "threads", "and core", "seconds a run", "yardstick's", "processor time", "MB"))
    yardstick = readings.get(YARDSTICK)
    for name, taken in readings.items():
        print(columns.format(name, taken[0]["threads"],
                             f"{median([runs_a_second_and_core(reading) for reading in taken]):.4g}",
                             spread([seconds_a_run(reading) for reading in taken]),
                             compared(runs_a_second_and_core, taken, yardstick),
                             compared(runs_a_processor_second, taken, yardstick),
                             f"{max(reading['peak_megabytes'] for reading in taken):.0f}"))


# The command line


def named(text):
    name, separator, value = text.partition("=")
    if not separator or not name or not value:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", metavar="NAME=COMMAND", type=named, action="append", default=[])
    parser.add_argument("--largest", metavar="NAME=RECIPIENTS", type=named, action="append", default=[],
                        help="a program runs no case with more recipients")
    parser.add_argument("--programs", metavar="NAME,…", help="only these; known are " +
                        ", ".join(program.name for program in KNOWN_PROGRAMS))
    parser.add_argument("--cases", metavar="NAME,…", help="only these of " + ", ".join(case.name for case in CASES))
    parser.add_argument("--rounds", type=int, help="5, with --quick 2")
    parser.add_argument("--quick", action="store_true", help="a short form, not for figures to be quoted")
    parser.add_argument("--seed", type=int, default=1, help="of the check; the rounds take those that follow (1)")
    parser.add_argument("--time-limit", type=float, default=1800, help="seconds for one run of a program (1800)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write all readings")
    options = parser.parse_args()
    options.rounds = options.rounds or (2 if options.quick else 5)
    options.check_replicates = 8 if options.quick else 20
    if options.rounds < 1:
        parser.error("--rounds: one or more")
    return parser, options


def chosen(names, things, parser):
    """Those of the things that are named, in the things' order."""
    names = [name for name in names.split(",") if name]
    unknown = set(names) - {thing.name for thing in things}
    if unknown:
        parser.error(f"not known: {', '.join(sorted(unknown))}; known are {', '.join(thing.name for thing in things)}")
    return [thing for thing in things if thing.name in names]


def programs_of(options, parser):
    programs = {program.name: program for program in KNOWN_PROGRAMS}
    for name, command in options.program:
        largest = programs[name].largest if name in programs else ANY_SIZE
        programs[name] = Program(name, shlex.split(command), largest)
    for name, recipients in options.largest:
        if name not in programs or not recipients.isdigit():
            parser.error(f"--largest {name}={recipients}: not a known program and a number")
        programs[name].largest = int(recipients)
    everything = list(programs.values())
    return chosen(options.programs, everything, parser) if options.programs else everything


def is_there(program):
    """Whether its executable is, and the script if it is one for node."""
    script = program.command[1:2] if program.command[0] == "node" else []
    return shutil.which(program.command[0]) is not None and all(Path(file).is_file() for file in script)


def only_those_there(programs):
    for program in programs:
        if not is_there(program):
            print(f"{program.name} skipped: {shlex.join(program.command)} is not there")
    there = [program for program in programs if is_there(program)]
    # The first is what the others are compared with: the yardstick, else one that can do every size.
    return sorted(there, key=lambda program: (program.name != YARDSTICK, -program.largest))


def write_json(file, results):
    if file:
        file.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def main():
    parser, options = read_command_line()
    cases = chosen(options.cases or ",".join(QUICK_CASES if options.quick else [case.name for case in CASES]), CASES,
                   parser)
    programs = only_those_there(programs_of(options, parser))
    if not programs:
        parser.error("none of the programs is there; build them first: "
                     "cmake --preset release -DBUILD_TESTING=ON && cmake --build --preset release")
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors; load before starting {load:.1f}"
          + (": others are using this machine" if load > 0.5 else ""))
    results = {"processors": os.cpu_count(), "load_before": load, "checks": [], "readings": []}

    wrong = check_all(cases, programs, options, results)
    write_json(options.json, results)
    for case in cases:
        able = [program for program in programs if program.largest >= case.recipients and program not in wrong]
        readings, failed = measure(case, able, options, results)
        print_case(case, readings, options.rounds)
        for program in programs:
            if program.largest < case.recipients:
                print(f"{program.name}: not run, the case is too large for it")
        differing = differ_over_the_rounds(readings)
        wrong += failed + [program for program in able if program.name in differing]
        write_json(options.json, results)
    if wrong:
        print(f"\nFailed or differ: {', '.join(dict.fromkeys(program.name for program in wrong))}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
