#!/usr/bin/env python3
# label: no-sanitizer
"""`cheapest` on a sweep whose draws are crossed with a lever, from the file of the sweep to the answer."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DEMAND, DONE, UPLIFT, WRONG_USE, Program, sweep_of  # noqa: E402

BLOCK = "strategy[long-block].residential.mix_block"
NURSING = "strategy[long-block].nursing.mix_block"
CROSSED = f'[design.crossed]\n"{BLOCK}" = {{ values = [0.0, 0.3, 0.6] }}\n"{NURSING}" = {{ values = [0.0, 0.3, 0.6] }}'


class Cheapest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.program = Program(folder.name)
        cls.work = cls.program.work
        cls.sweep("crossed", sweep_of(DEMAND, CROSSED, samples=4, replicates=2))

    @classmethod
    def sweep(cls, name, text, *collecting):
        (cls.work / f"{name}.toml").write_text(text, encoding="utf-8")
        for arguments in (
            ["plan", f"{name}.toml", "-o", name, "--no-pilot"],
            ["run", name],
            ["collect", name, "-o", f"{name}.h5", *collecting],
        ):
            result = cls.program("sweep", *arguments)
            assert result.returncode == DONE, result.stderr
            if arguments[0] == "plan":
                cls.planned = result.stdout

    def ask(self, name, *arguments, code=DONE):
        result = self.program("cheapest", f"{name}.h5", *arguments)
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def answer(self, *arguments):
        return json.loads(self.ask("crossed", "--factor", BLOCK, *arguments, "--json").stdout)

    def test_every_draw_has_every_value_and_each_worth_its_answer(self):
        answer = self.answer("--worth", "residential.waiting_units=0,500", "--worth", "nursing.waiting_units=600")
        self.assertEqual(answer["schema"], "caremarket.cheapest/1")
        self.assertEqual((answer["strategy"], answer["outlook"]), ("long-block", "central"))
        self.assertEqual((answer["values"], answer["moved_with"]), (["0", "0.3", "0.6"], [NURSING]))
        self.assertEqual((answer["draws"], answer["left_out"], answer["replicates"]), (4, 0, 2))
        self.assertEqual(answer["uncertain"], ["outlook.all.demand_growth"])
        self.assertEqual([[worth["pounds"] for worth in one["worths"]] for one in answer["answers"]], [[0, 600], [500, 600]])
        for one in answer["answers"]:
            self.assertEqual(sum(place["draws"] for place in one["cheapest_at"].values()), 4)
            self.assertEqual(sum(value["cheapest"] for value in one["values"]), 4)
            self.assertEqual(min(value["above_best"]["mean"] for value in one["values"]), 0)
            self.assertTrue(all(value["regret"]["mean"] >= 0 for value in one["values"]))

    def test_the_objective_is_that_of_compare(self):
        spend = self.answer("--spend", "gross_spend")["answers"][0]["values"]
        told = json.loads(self.program("compare", "crossed.h5", "--metric", "gross_spend", "--strategy", "spot-heavy", "--json").stdout)
        baseline = self.answer("--spend", "gross_spend", "--strategy", "spot-heavy")["answers"][0]["values"]
        for value in baseline:  # the lever is none of the baseline's
            self.assertAlmostEqual(value["objective"]["mean"], told[0]["main_effects"]["outcomes"]["mean"], delta=0.01)
        self.assertNotEqual(spend[0]["objective"]["mean"], spend[2]["objective"]["mean"])

    def test_people_get_tables(self):
        text = self.ask("crossed", "--factor", BLOCK, "--worth", "residential.waiting_units=0,500").stdout
        for said in ("Where the cheapest value lies", "too close", "residential.waiting_units at £500/bed-week", "What decides", "Only 4 draws"):
            self.assertIn(said, text)

    def test_a_design_that_is_not_crossed_is_refused_with_what_to_do(self):
        self.sweep("apart", sweep_of(DEMAND, f'"{BLOCK}" = {{ range = [0.0, 0.6] }}', samples=3, replicates=1))
        self.assertNotIn("crossed", self.planned)
        said = self.ask("apart", "--factor", BLOCK, code=WRONG_USE).stderr
        self.assertIn("is not crossed with the other factors", said)
        self.assertIn("[design.crossed]", said)

    def test_choices_and_a_part_of_the_metrics_will_do(self):
        crossed = "[design.crossed]\n" + UPLIFT
        self.sweep("choices", sweep_of(DEMAND, crossed, samples=2, replicates=2), "--metrics", "gross_spend")
        factor = "strategy[long-block].residential.uplift_rule"
        self.assertIn("--spend", self.ask("choices", "--factor", factor, code=WRONG_USE).stderr)
        text = self.ask("choices", "--factor", factor, "--spend", "gross_spend").stdout
        self.assertIn("at none", text)

    def test_what_cannot_be_asked_is_said(self):
        for arguments, says in (
            (["--factor", "strategy[long-block].residential.mix_blok"], "did you mean strategy[long-block].residential.mix_block?"),
            (["--factor", BLOCK, "--worth", "waiting_units=3"], "say of which, homecare.waiting_units"),
            (["--factor", BLOCK, "--worth", "residential.waiting_units"], "write METRIC=POUNDS"),
            (["--factor", BLOCK, "--worth", "residential.waiting_units=1,x"], '"x" is no number of pounds'),
            (["--factor", BLOCK, "--spend", "starts"], "not in GBP"),
            (["--factor", BLOCK, "--outlook", "centrl"], "did you mean central?"),
            ([], "--factor is required"),
        ):
            result = self.ask("crossed", *arguments, code=WRONG_USE)
            self.assertIn(says, result.stderr)
            self.assertEqual(result.stdout, "")
        self.assertEqual(self.program("run", "tiny", "-o", "one.h5", "--replicates", "1", "--outlook", "central").returncode, DONE)
        self.assertIn("cheapest takes those of a sweep", self.ask("one", "--factor", BLOCK, code=WRONG_USE).stderr)


if __name__ == "__main__":
    unittest.main()
