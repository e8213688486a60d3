#!/usr/bin/env python3
"""What a sweep costs and what being killed costs it: `CAREMARKET=.build/release/caremarket python3 benchmarks/sweep.py`.

On a market so small that a run takes milliseconds, which makes parts, files and collecting dear beside the runs.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("CAREMARKET", str(Path(__file__).parent.parent / ".build/release/caremarket"))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "runners"))
from tiny_scenarios import PROGRAM, Program, differing, environment  # noqa: E402

SWEEP = """schema = 1
title = "Measured"
experiment = "tiny"
outlooks = ["central"]
replicates = 10

[design]
kind = "sobol"
samples = SAMPLES

[design.factors]
"outlook.all.demand_growth" = { range = [-0.02, 0.04] }
"""
RUNS_A_SAMPLE = 20  # 2 strategies x 10 replicates
KILLS = 100


class Measured:
    def __init__(self, folder):
        self.program = Program(folder)
        self.work = self.program.work

    def sweep(self, *arguments):
        """Runs to the end. Returns seconds, seconds of processor, peak memory in bytes."""
        begun = time.monotonic()
        process = subprocess.Popen(
            [PROGRAM, "sweep", *arguments], cwd=self.work, env=environment(self.program.scenarios),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        assert status == 0, arguments
        return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024

    def plan(self, folder, samples):
        (self.work / "sweep.toml").write_text(SWEEP.replace("SAMPLES", str(samples)), encoding="utf-8")
        self.sweep("plan", "sweep.toml", "-o", folder, "--no-pilot")

    def killed(self, folder):
        """Kills it until KILLS have hit, then lets it end. Returns kills, seconds of processor."""
        chance, kills, seconds = random.Random(1), 0, 0.0
        while True:
            process = subprocess.Popen(
                [PROGRAM, "sweep", "run", folder, "--threads", "1"], cwd=self.work, env=environment(self.program.scenarios),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            if kills < KILLS:
                time.sleep(chance.uniform(0.3, 1.2))
                process.kill()
            _, status, usage = os.wait4(process.pid, 0)
            seconds += usage.ru_utime + usage.ru_stime
            if status == 0:
                return kills, seconds
            kills += 1


def main():
    with tempfile.TemporaryDirectory() as folder:
        measured = Measured(folder)
        memory = {}
        for samples in (25, 250):
            measured.plan(f"S{samples}", samples)
            run = measured.sweep("run", f"S{samples}", "--threads", "1")
            collect = measured.sweep("collect", f"S{samples}", "-o", f"S{samples}.h5")
            memory[samples] = run[2], collect[2]
            print(f"{samples * RUNS_A_SAMPLE} runs: {run[0]:.1f} s, {run[2] / 1e6:.1f} MB; collected: {collect[0]:.1f} s, {collect[2] / 1e6:.1f} MB")
        for name, at in (("run", 0), ("collect", 1)):
            print(f"peak memory of {name}, 5,000 runs over 500: {memory[250][at] / memory[25][at]:.3f}")

        ratios = []
        for pair in range(5):
            seconds = {}
            for threads in ("1", "2") if pair % 2 == 0 else ("2", "1"):
                measured.plan(f"T{pair}{threads}", 50)
                seconds[threads] = measured.sweep("run", f"T{pair}{threads}", "--threads", threads)[0]
            ratios.append(seconds["1"] / seconds["2"])
        print(f"one thread over two, median of five pairs: {statistics.median(ratios):.2f}")

        measured.plan("K", 250)
        kills, seconds = measured.killed("K")
        looking = measured.sweep("run", "K", "--threads", "1")[1]  # nothing is left to run
        measured.sweep("collect", "K", "-o", "K.h5")
        different = [name for name in differing(measured.work / "K.h5", measured.work / "S250.h5")]
        undisturbed = run[1]
        print(f"killed {kills} times: {seconds:.0f} s of processor, undisturbed {undisturbed:.0f} s; datasets that differ: {len(different)}")
        print(f"more: {(seconds - undisturbed) / kills:.2f} s a kill; a part takes {undisturbed / 500:.2f} s, starting and looking at all parts {looking:.2f} s")


if __name__ == "__main__":
    main()
