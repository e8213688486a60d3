#!/usr/bin/env python3
# label: no-sanitizer
"""What `sweep collect` leaves out or makes smaller on the way, and what the file then can and cannot tell."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import Program  # noqa: E402

import h5py  # noqa: E402
import numpy  # noqa: E402

DONE, FAILED, WRONG_USE, INTERRUPTED = range(4)

SWEEP = """schema = 1
title = "Tiny sweep"
experiment = "tiny"
outlooks = ["central"]
replicates = 12

[design]
kind = "sobol"
samples = 4

[design.factors]
"outlook.all.demand_growth" = { range = [-0.02, 0.04] }
"strategy[long-block].residential.uplift_rule" = { values = ["none", "cpi"] }
"""


class Collecting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.program = Program(folder.name)
        cls.work = cls.program.work
        (cls.work / "sweep.toml").write_text(SWEEP, encoding="utf-8")
        for arguments in (["plan", "sweep.toml", "-o", "S", "--no-pilot"], ["run", "S"], ["collect", "S", "-o", "all.h5"]):
            result = cls.program("sweep", *arguments)
            assert result.returncode == DONE, result.stderr

    def collect(self, *arguments, output, code=DONE):
        result = self.program("sweep", "collect", "S", "-o", output, *arguments)
        self.assertEqual(result.returncode, code, result.stderr)
        return result


class Metrics(Collecting):
    def test_the_file_holds_those_metrics_and_their_parts_alone(self):
        self.assertIn("2 metrics", self.collect("--metrics", "weeks_waited,gross_spend", output="few.h5").stderr)
        with h5py.File(self.work / "all.h5") as everything, h5py.File(self.work / "few.h5") as few:
            held = {name for name, values in few["yearly"].items() if values.ndim > 3}
            self.assertEqual(held, {"starts", "start_waits", "gross_spend"})
            for name in held:
                numpy.testing.assert_array_equal(few["yearly"][name][:], everything["yearly"][name][:])
        self.assertLess((self.work / "few.h5").stat().st_size, (self.work / "all.h5").stat().st_size / 2)

    def test_compare_says_what_it_leaves_out_and_answers_the_rest(self):
        self.collect("--metrics", "weeks_waited", output="waits.h5")
        result = self.program("compare", "waits.h5", "--json")
        self.assertEqual(result.returncode, DONE, result.stderr)
        self.assertIn("left out: cost to the council", result.stderr)
        self.assertEqual({answer["outcome"] for answer in json.loads(result.stdout)}, {"weeks_waited"})
        refused = self.program("compare", "waits.h5", "--metric", "gross_spend")
        self.assertEqual(refused.returncode, WRONG_USE)
        self.assertIn("collected with --metrics weeks_waited", refused.stderr)

    def test_with_all_of_the_cost_nothing_is_left_out(self):
        self.collect("--metrics", "net_spend,procurement_spend,officer_spend,own_supply_capital", output="cost.h5")
        of_some, of_all = self.program("compare", "cost.h5", "--json"), self.program("compare", "all.h5", "--json")
        self.assertEqual((of_some.stderr, of_some.stdout), ("", of_all.stdout))

    def test_an_unknown_metric_writes_nothing(self):
        result = self.collect("--metrics", "startz,gros_spend", output="bad.h5", code=WRONG_USE)
        self.assertIn("did you mean starts?", result.stderr)
        self.assertIn("did you mean gross_spend?", result.stderr)
        self.assertFalse((self.work / "bad.h5").exists())


if __name__ == "__main__":
    unittest.main()
