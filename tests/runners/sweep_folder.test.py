#!/usr/bin/env python3
# label: no-sanitizer
"""The folder of a sweep: whose plan may be replaced, how much a part holds, what killed writers left, on how many threads."""

import hashlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import Program  # noqa: E402

DONE, FAILED, WRONG_USE, INTERRUPTED = range(4)

SWEEP = """schema = 1
title = "Tiny sweep"
experiment = "tiny"
outlooks = ["central"]
replicates = 3

[design]
kind = "sobol"
samples = 4

[design.factors]
"outlook.all.demand_growth" = { range = [-0.02, 0.04] }
"""


def name_of_machine():
    """As names of files being written have it: analysis/leftover_files.cpp."""
    parts = (socket.gethostname(), os.readlink("/proc/self/ns/pid"), Path("/proc/sys/kernel/random/boot_id").read_text().strip())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def process_that_is_gone():
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


class InAFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Program(folder.name)
        self.work = self.program.work
        (self.work / "sweep.toml").write_text(SWEEP, encoding="utf-8")

    def does(self, code, *arguments, **options):
        result = self.program(*arguments, **options)
        self.assertEqual(result.returncode, code, f"{arguments}\n{result.stdout}\n{result.stderr}")
        return result

    def plan(self, folder="S", code=DONE, *more):
        return self.does(code, "sweep", "plan", "sweep.toml", "-o", folder, *(more or ["--no-pilot"]))

    def rewrite(self, old, new):
        path = self.work / "sweep.toml"
        path.write_text(path.read_text().replace(old, new))


class Threads(InAFolder):
    def first_line(self, *flags, **variables):
        return self.does(DONE, "sweep", "run", "S", *flags, env=variables).stderr.splitlines()[0]

    def test_they_are_those_granted_and_who_granted_them_is_told(self):
        self.plan()
        self.assertTrue(self.first_line(SLURM_CPUS_PER_TASK="1").endswith("on 1 thread, as SLURM_CPUS_PER_TASK says"))
        self.assertTrue(self.first_line("--threads", "3", SLURM_CPUS_PER_TASK="1").endswith("on 3 threads"))
        self.assertTrue(self.first_line(CAREMARKET_THREADS="2", NSLOTS="1").endswith("on 2 threads, as CAREMARKET_THREADS says"))
        told = self.does(DONE, "run", "tiny", "--replicates", "1", env={"NCPUS": "1"}).stderr
        self.assertTrue(told.startswith("caremarket: on 1 thread, as NCPUS says\n"), told)


if __name__ == "__main__":
    unittest.main()
