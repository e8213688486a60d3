#!/usr/bin/env python3
# label: no-sanitizer
"""The folder of a sweep: whose plan may be replaced, how much a part holds, what killed writers left, on how many threads."""

import hashlib
import json
import os
import socket
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DEMAND, DONE, WRONG_USE, ProgramTest, sweep_of  # noqa: E402


def name_of_machine():
    """As names of files being written have it: analysis/leftover_files.cpp."""
    parts = (socket.gethostname(), os.readlink("/proc/self/ns/pid"), Path("/proc/sys/kernel/random/boot_id").read_text().strip())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def process_that_is_gone():
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


class InAFolder(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.work / "sweep.toml").write_text(sweep_of(DEMAND), encoding="utf-8")

    def plan(self, folder="S", code=DONE, *more):
        return self.does(code, "sweep", "plan", "sweep.toml", "-o", folder, *(more or ["--no-pilot"]))

    def rewrite(self, old, new):
        path = self.work / "sweep.toml"
        path.write_text(path.read_text().replace(old, new))


class Plans(InAFolder):
    def refused(self, folder, says):
        before = (self.work / folder / "plan.json").read_bytes()
        self.assertIn(says, self.plan(folder, WRONG_USE).stderr)
        self.assertEqual((self.work / folder / "plan.json").read_bytes(), before)

    def test_a_run_that_was_stopped_keeps_its_plan(self):
        process = self.program.start("run", "tiny", "-o", "R.h5", "--replicates", "200")
        while not (self.work / "R.h5.parts/plan.json").exists() and process.poll() is None:
            time.sleep(0.01)
        process.kill()
        process.communicate()
        self.refused("R.h5.parts", "plan and parts of one experiment, tiny")
        self.does(DONE, "run", "tiny", "-o", "R.h5", "--replicates", "200", "--resume")

    def test_another_sweep_keeps_its_plan_and_the_same_may_grow(self):
        self.plan()
        self.rewrite("samples = 4", "samples = 8")
        self.plan()
        self.rewrite("outlook.all.demand_growth", "behaviour.all.risk_aversion")
        self.rewrite("[-0.02, 0.04]", "[0.0, 0.5]")
        self.refused("S", "it holds another sweep, of tiny over outlook.all.demand_growth")

    def test_a_foreign_file_of_that_name_is_kept(self):
        (self.work / "mine").mkdir()
        (self.work / "mine/plan.json").write_text('{"floors": 3}')
        self.refused("mine", "not the plan of a sweep")

    def test_a_sweeps_plan_that_cannot_be_read_is_planned_again(self):
        self.plan()
        path = self.work / "S/plan.json"
        path.write_text(path.read_text().replace("caremarket.plan/1", "caremarket.plan/0"))
        self.plan()
        self.does(DONE, "sweep", "run", "S")


class Parts(InAFolder):
    def test_the_plan_says_what_a_kill_repeats_and_parts_are_found_again(self):
        text = self.plan("S", DONE, "--threads", "1").stdout
        self.assertRegex(text, r"kept: every 3 replicates of a sample together; a kill repeats at most about \d+ s on each thread")
        self.does(DONE, "sweep", "run", "S")
        path = self.work / "S/plan.json"
        self.assertEqual(json.loads(path.read_text())["replicates_per_part"], 10)
        self.rewrite("replicates = 3", "replicates = 12")
        self.assertIn("24 of them are there", self.plan("S", DONE, "--threads", "1").stdout)
        self.assertEqual(json.loads(path.read_text())["replicates_per_part"], 10)

    def test_a_rate_needs_two_parts(self):
        self.plan()
        not_known = "time left: not known, for {} in the last ten minutes and a rate needs two"
        self.assertIn(not_known.format("no part came"), self.does(DONE, "sweep", "status", "S").stdout)
        self.does(DONE, "sweep", "run", "S")
        parts = sorted((self.work / "S/parts").glob("*.part.h5"))
        for part in parts[2:]:
            part.unlink()
        self.assertIn("runs a second over the last ten minutes", self.does(DONE, "sweep", "status", "S").stdout)
        parts[1].unlink()
        self.assertIn(not_known.format("only one part came"), self.does(DONE, "sweep", "status", "S").stdout)


class Leftovers(InAFolder):
    def left(self, suffix, hours=0.0):
        part = sorted((self.work / "S/parts").glob("*.part.h5"))[0]
        path = part.with_name(part.name + ".tmp-" + suffix)
        path.write_bytes(b"half a part")
        then = time.time() - hours * 3600
        os.utime(path, (then, then))
        return path

    def test_those_of_writers_that_are_surely_gone_are_cleared_and_no_others(self):
        self.plan()
        self.does(DONE, "sweep", "run", "S")
        here, gone = name_of_machine(), process_that_is_gone()
        cleared = [self.left(f"{here}.{gone}-0"), self.left(f"0123456789ab.{gone}-0", hours=25), self.left("4711-0", hours=25)]
        kept = [self.left(f"{here}.{os.getpid()}-0"), self.left(f"0123456789ab.{gone}-1"), self.left("4711-1", hours=23)]
        mine = self.work / f"S/parts/notes.tmp-{here}.{gone}-0"
        mine.write_text("not of this program")
        self.does(DONE, "sweep", "run", "S")
        self.assertEqual([path.exists() for path in cleared], [False] * 3)
        self.assertEqual([path.exists() for path in [*kept, mine]], [True] * 4)

    def test_collecting_again_and_resuming_clear_what_they_left_of_their_file(self):
        self.plan()
        self.does(DONE, "sweep", "run", "S")
        suffix = f".tmp-{name_of_machine()}.{process_that_is_gone()}-0"
        for name in ("C.h5", "R.h5", "other.h5"):
            (self.work / (name + suffix)).write_text("half a file")
        self.does(DONE, "sweep", "collect", "S", "-o", "C.h5")
        self.does(DONE, "run", "tiny", "-o", "R.h5", "--replicates", "1")
        self.assertEqual([path.name for path in self.work.glob("*.tmp-*")], ["other.h5" + suffix])


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
