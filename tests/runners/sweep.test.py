#!/usr/bin/env python3
# label: no-sanitizer
"""A sweep from its plan to its results file, and everything that can happen to it in between."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DEMAND, DONE, FAILED, INTERRUPTED, UPLIFT, WRONG_USE, ProgramTest, differing, sweep_of  # noqa: E402

import h5py  # noqa: E402
import numpy  # noqa: E402


class Sweep(ProgramTest):
    command = ("sweep",)

    def plan(self, folder="S", **size):
        (self.work / "sweep.toml").write_text(sweep_of(DEMAND, UPLIFT, **size), encoding="utf-8")
        return self.does(DONE, "plan", "sweep.toml", "-o", folder, "--no-pilot")

    def collected(self, folder="S"):
        self.does(DONE, "collect", folder, "-o", f"{folder}.h5", "--force")
        return self.work / f"{folder}.h5"

    def undisturbed(self, **size):
        self.plan("U", **size)
        self.does(DONE, "run", "U")
        return self.collected("U")

    def parts(self, folder="S"):
        return sorted((self.work / folder / "parts").glob("*.part.h5"))

    def test_plan_tells_what_it_takes(self):
        (self.work / "sweep.toml").write_text(sweep_of(DEMAND, UPLIFT))
        text = self.does(DONE, "plan", "sweep.toml", "-o", "S").stdout
        for part in ("sobol design: 4 rows", "-0.02 to 0.04", "= 24 runs", "timed on one thread", "time: about", "in 8 files", "memory:"):
            self.assertIn(part, text)
        self.assertEqual(self.parts(), [])

    def expect_sample_to_be_its_run(self, results, sample):
        """The sample holds what `run` gives with its values set."""
        with h5py.File(results) as file:
            coordinates = {path: file[path] for path in file["design/factor"].asstr()}
            values = [
                f"{path}={one.asstr()[sample] if one.dtype == object else repr(float(one[sample]))}"
                for path, one in coordinates.items()
            ]
            replicates = len(file["replicate"])
        result = self.program(
            "run", "tiny", "-o", "one.h5", "--force", "--outlook", "central", "--replicates", replicates,
            "--record", "year", "--record-by", "place",
            "--set", *values,
        )  # fmt: skip
        self.assertEqual(result.returncode, DONE, result.stderr)
        with h5py.File(self.work / "one.h5") as one, h5py.File(results) as all_of_them:
            metrics = [metric for metric in one["yearly"] if one["yearly"][metric].ndim > 3]
            self.assertIn("gross_spend", metrics)
            for metric in metrics:
                numpy.testing.assert_array_equal(one["yearly"][metric][:], all_of_them["yearly"][metric][sample])

    def test_every_sample_is_the_run_with_its_values_set(self):
        results = self.undisturbed()
        with h5py.File(results) as file:
            self.assertEqual(file["yearly/gross_spend"].shape[:4], (4, 1, 2, 3))
            growth, rule = file["outlook.all.demand_growth"], file["strategy[long-block].residential.uplift_rule"]
            self.assertEqual([factor.attrs["units"].decode() for factor in (growth, rule)], ["share/year", "1"])
            self.assertIn("need", growth.attrs["long_name"].decode())
        for sample in (0, 3):
            self.expect_sample_to_be_its_run(results, sample)

    def test_killed_again_and_again_it_ends_with_the_same_values(self):
        size = {"samples": 32, "replicates": 10}
        expected = self.undisturbed(**size)
        self.plan(**size)
        chance, kills = random.Random(5), 0
        for _ in range(40):
            process = self.program.start("sweep", "run", "S", "--threads", "2")
            time.sleep(chance.uniform(0.05, 0.6))
            if process.poll() is None:
                process.kill()
                kills += 1
            process.communicate()
        self.does(DONE, "run", "S")
        self.assertEqual(differing(expected, self.collected()), [])
        self.assertGreater(kills, 2)

    def test_shards_and_two_writers_of_one_make_the_whole(self):
        expected = self.undisturbed()
        self.plan()
        twins = [self.program.start("sweep", "run", "S", "--shard", "1/3") for _ in range(2)]
        for twin in twins:
            twin.communicate()
            self.assertEqual(twin.returncode, DONE)
        self.assertIn("missing", self.does(DONE, "status", "S").stdout)
        result = self.does(DONE, "run", "S", env={"SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "3"})
        self.assertIn("shard 2 of 3, as SLURM_ARRAY_TASK_ID says", result.stderr)
        self.does(DONE, "run", "S", "--shard", "/3", env={"JOB_COMPLETION_INDEX": "2"})
        self.assertEqual(differing(expected, self.collected()), [])

    def test_any_axis_grows_and_only_new_runs_are_run(self):
        self.plan(samples=2, replicates=3)
        self.does(DONE, "run", "S")
        before = {part.name: part.stat().st_mtime_ns for part in self.parts()}
        self.assertRegex(self.plan(samples=4, replicates=5).stdout, r"\b12 of them are there")
        self.assertIn("40 of 40 runs", self.does(DONE, "run", "S", "--progress", "plain").stderr)
        for part in self.parts():
            if part.name in before:
                self.assertEqual(part.stat().st_mtime_ns, before[part.name])
        self.assertEqual(differing(self.undisturbed(samples=4, replicates=5), self.collected()), [])

    def test_recorded_otherwise_everything_is_run_again(self):
        self.plan(samples=2, replicates=2)
        text = (self.work / "sweep.toml").read_text()
        (self.work / "sweep.toml").write_text(text.replace("replicates = 2", 'replicates = 2\nrecord = "quarter"'))
        self.does(DONE, "plan", "sweep.toml", "-o", "S", "--no-pilot")
        self.does(DONE, "run", "S")
        self.assertRegex(self.plan(samples=2, replicates=6).stdout, r"\b0 of them are there")
        self.does(DONE, "run", "S")
        self.assertEqual(differing(self.undisturbed(samples=2, replicates=6), self.collected()), [])

    def test_a_plan_changed_by_hand_is_refused(self):
        self.plan()
        self.does(DONE, "run", "S")
        plan = self.work / "S/plan.json"
        plan.write_text(plan.read_text().replace('"cpi"', '"none"', 1))
        for arguments in (["run", "S"], ["status", "S"], ["collect", "S", "-o", "bad.h5"]):
            self.assertIn("it is not as it was written", self.does(WRONG_USE, *arguments).stderr)
        self.assertFalse((self.work / "bad.h5").exists())

    def test_what_no_factor_acts_on_is_run_once(self):
        mix = '"strategy[long-block].homecare.mix_block" = { range = [0.2, 0.8] }'
        (self.work / "sweep.toml").write_text(sweep_of(mix, UPLIFT, replicates=2))
        self.does(DONE, "plan", "sweep.toml", "-o", "S", "--no-pilot")
        self.does(DONE, "run", "S")
        self.assertEqual(len(self.parts()), 1 + 4)
        self.assertIn("16 of 16 runs done", self.does(DONE, "status", "S").stdout)
        results = self.collected()
        with h5py.File(results) as file:
            baseline, other = numpy.moveaxis(file["yearly/gross_spend"][:, 0], 1, 0)
        for sample in range(4):
            numpy.testing.assert_array_equal(baseline[sample], baseline[0])
            self.expect_sample_to_be_its_run(results, sample)
        self.assertTrue((other[1:] != other[0]).any())

    def test_a_part_that_is_damaged_or_gone_is_never_filled_in(self):
        self.plan()
        self.does(DONE, "run", "S")
        expected = self.collected().rename(self.work / "expected.h5")
        broken, cut, gone = self.parts()[:3]
        content = bytearray(broken.read_bytes())
        content[len(content) // 2] ^= 4
        broken.write_bytes(content)
        cut.write_bytes(cut.read_bytes()[:-100])
        gone.unlink()
        result = self.does(FAILED, "collect", "S", "-o", "bad.h5")
        self.assertIn("3 of 8 parts are missing or damaged", result.stderr)
        self.assertFalse((self.work / "bad.h5").exists())
        status = json.loads(self.does(DONE, "status", "S", "--json").stdout)
        self.assertEqual((status["runs"], status["done"], status["missing"], len(status["damaged"])), (24, 15, 9, 2))
        self.assertIn("9 missing", self.does(DONE, "collect", "S", "-o", "some.h5", "--allow-missing").stderr)
        self.does(DONE, "run", "S")
        self.assertEqual(differing(expected, self.collected()), [])

    def test_interrupted_it_says_how_to_go_on(self):
        self.plan(samples=64, replicates=10)
        process = self.program.start("sweep", "run", "S")
        time.sleep(1.0)
        process.send_signal(signal.SIGTERM)
        _, messages = process.communicate(timeout=120)
        self.assertEqual(process.returncode, INTERRUPTED, messages)
        self.assertIn("sweep run S", messages)
        status = json.loads(self.does(DONE, "status", "S", "--json").stdout)
        self.assertGreater(status["missing"], 0)
        self.assertEqual(status["processes"], [])

    def test_a_folder_that_cannot_be_written_and_a_full_disk(self):
        self.plan(samples=4)
        result = subprocess.run(
            ["bash", "-c", 'ulimit -f 8; exec "$0" sweep run S', os.environ["CAREMARKET"]],
            cwd=self.work, capture_output=True, text=True, timeout=120, check=False,
            env={**os.environ, "CAREMARKET_SCENARIOS": str(self.program.scenarios)},
        )  # fmt: skip
        self.assertEqual(result.returncode, FAILED, result.stderr)
        self.assertIn("what is done so far is kept", result.stderr)
        self.does(DONE, "run", "S")
        self.assertEqual(differing(self.undisturbed(samples=4), self.collected()), [])

    def test_what_is_wrong_is_said_and_nothing_written(self):
        for arguments, says in (
            (["plan", "none.toml", "-o", "S"], "none.toml"),
            (["run", "nowhere"], "there is no plan of a sweep in it"),
            (["status", "nowhere"], "there is no plan of a sweep in it"),
            (["runn", "S"], "did you mean run?"),
        ):
            self.assertIn(says, self.does(WRONG_USE, *arguments).stderr)
            self.assertEqual(list(self.work.iterdir()), [])
        self.plan()
        self.assertIn("must be K/N", self.does(WRONG_USE, "run", "S", "--shard", "4/3").stderr)
        self.does(DONE, "run", "S")
        self.does(DONE, "collect", "S", "-o", "R.h5")
        self.assertIn("--force writes over it", self.does(WRONG_USE, "collect", "S", "-o", "R.h5").stderr)
        self.assertIn("only compare and cheapest take them", self.program("finance", "R.h5").stderr)
        shutil.copytree(self.program.scenarios, self.work / "full")
        self.assertIn("is no folder of a sweep", self.does(WRONG_USE, "plan", "sweep.toml", "-o", "full").stderr)

    def test_compare_says_what_the_difference_hangs_on(self):
        self.undisturbed(samples=16)
        text = self.program("compare", "U.h5").stdout
        self.assertIn("Samples in which long-block is better than spot-heavy", text)
        self.assertIn("outlook.all.demand_growth", text)
        answers = json.loads(self.program("compare", "U.h5", "--metric", "starts", "--json").stdout)
        self.assertEqual([answer["schema"] for answer in answers], ["caremarket.sensitivity/1"])
        self.assertEqual(answers[0]["outcome"], "starts")
        self.assertIn("did you mean", self.program("compare", "U.h5", "--metric", "startz").stderr)


if __name__ == "__main__":
    unittest.main()
