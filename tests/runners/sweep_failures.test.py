#!/usr/bin/env python3
# label: no-sanitizer
"""A sweep in which some runs fail: what `--on-error` does about the others, and how the failures come back."""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DEMAND, DONE, FAILED, WRONG_USE, ProgramTest, environment, sweep_of  # noqa: E402

import h5py  # noqa: E402
import numpy  # noqa: E402

# So many people take more memory than the process may have: their samples fail, the others are tiny. Points of a Sobol
# sequence run in their order.
TOO_MANY = '"place.homecare.council_people" = { values = [60, 300000] }'
SAMPLES, REPLICATES, RUNS_OF_A_SAMPLE = 4, 2, 4


class Failures(ProgramTest):
    def setUp(self):
        super().setUp()
        text = sweep_of(TOO_MANY, DEMAND, samples=SAMPLES, replicates=REPLICATES)
        (self.work / "sweep.toml").write_text(text, encoding="utf-8")
        self.does(DONE, "sweep", "plan", "sweep.toml", "-o", "S", "--no-pilot")

        rows = json.loads((self.work / "S/plan.json").read_text())["axes"]["samples"]["values"]
        self.too_big = [sample for sample, row in enumerate(rows) if int(row[0]) > 1000]
        self.assertEqual(len(self.too_big), 2)

    def run_with_little_memory(self, *flags):
        return subprocess.run(
            ["bash", "-c", 'ulimit -v 200000; exec "$0" sweep run S --threads 1 "$@"', os.environ["CAREMARKET"], *flags],
            cwd=self.work, env=environment(self.program.scenarios), stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip

    def status(self):
        return json.loads(self.program("sweep", "status", "S", "--json").stdout)

    def test_skip_goes_on_with_the_others(self):
        for flags in ([], ["--on-error", "skip"]):
            result = self.run_with_little_memory(*flags)
            self.assertEqual(result.returncode, FAILED, result.stderr)
            self.assertIn("8 runs failed; see: caremarket sweep status S", result.stderr)
            status = self.status()
            self.assertEqual((status["done"], len(status["failed"]), status["missing"]), (8, 8, 0))
            self.assertEqual({run["sample"] for run in status["failed"]}, set(self.too_big))
            self.assertIn("not enough memory", status["failed"][0]["why"])

    def test_finish_ends_the_samples_begun_and_begins_no_other(self):
        result = self.run_with_little_memory("--on-error", "finish")
        self.assertEqual(result.returncode, FAILED, result.stderr)
        self.assertIn("stopped, as --on-error finish says; go on with:", result.stderr)
        status = self.status()
        self.assertEqual(len(status["failed"]), RUNS_OF_A_SAMPLE)  # both replicates: the sample had begun
        self.assertEqual({run["sample"] for run in status["failed"]}, {self.too_big[0]})
        self.assertEqual(status["missing"], (SAMPLES - 1 - self.too_big[0]) * RUNS_OF_A_SAMPLE)

    def test_stop_ends_the_replicates_begun(self):
        result = self.run_with_little_memory("--on-error", "stop")
        self.assertEqual(result.returncode, FAILED, result.stderr)
        self.assertIn("stopped, as --on-error stop says; go on with:", result.stderr)
        status = self.status()
        self.assertEqual(status["failed"], [])  # the part of the failed replicate still lacks the other
        self.assertEqual(status["missing"], (SAMPLES - self.too_big[0]) * RUNS_OF_A_SAMPLE)

    def test_after_each_the_rest_is_run_and_failures_are_marked_in_every_file(self):
        for policy in ("stop", "finish", "skip"):
            self.run_with_little_memory("--on-error", policy)
        whole = self.does(FAILED, "sweep", "collect", "S", "-o", "S.h5")
        self.assertIn("8 runs of 4 samples, 8 failed; the file says which", whole.stderr)
        self.does(FAILED, "sweep", "collect", "S", "-o", "Q.h5", "--quantiles", "0.5")
        with h5py.File(self.work / "S.h5") as file, h5py.File(self.work / "Q.h5") as reduced:
            failed = (file["cells/state"][:] == 1).sum(axis=3)
            self.assertEqual(failed.tolist(), reduced["failed_runs"][:].tolist())
            self.assertEqual((2 - failed).tolist(), reduced["runs"][:].tolist())
            for sample in self.too_big:
                self.assertEqual(failed[sample].tolist(), [[2, 2]])
                self.assertTrue(numpy.isnan(reduced["yearly/gross_spend"][sample]).all())

    def test_another_word_is_refused(self):
        result = self.run_with_little_memory("--on-error", "stopp")
        self.assertEqual(result.returncode, WRONG_USE)
        self.assertIn("did you mean stop?", result.stderr)


if __name__ == "__main__":
    unittest.main()
