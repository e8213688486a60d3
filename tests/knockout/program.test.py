#!/usr/bin/env python3
# label: no-sanitizer
"""What `caremarket knockout` prints, refuses and leaves behind, on one year of the county that the program brings along."""

import json
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "runners"))
from tiny_scenarios import DONE, INTERRUPTED, ProgramTest  # noqa: E402

SHORT = ["--years", "1", "--replicates", "2", "--outlook", "central"]


class Knockout(ProgramTest):
    command = ("knockout",)

    def does(self, code, *arguments, **options):
        result = super().does(code, *arguments, **options)
        self.assertEqual(list(self.work.iterdir()), [])
        return result

    def with_table(self, text):
        (self.program.scenarios / "knockouts.toml").write_text("schema = 1\n" + text, encoding="utf-8")

    def test_tables_headline_and_sentences(self):
        arguments = ["cambridgeshire-2016", *SHORT, "--mechanism", "retirement", "entry"]
        text = self.does(DONE, *arguments).stdout
        for part in (
            "spot-heavy and block-heavy; 2016/17 to 2016/17; 2 futures under 1 outlook: central.",
            "In the full model block-heavy costs the council",
            "Caution: only 2 futures",
            "retirement: No owner gives up",
        ):
            self.assertIn(part, " ".join(text.split()))
        self.assertTrue(all(len(line) <= 110 for line in text.splitlines()))
        self.assertNotIn("closing-value", text)
        self.assertEqual(text, self.does(DONE, *arguments, "--threads", "2").stdout)

    def test_json(self):
        arguments = ["cambridgeshire-2016", *SHORT, "--strategy", "long-block", "--mechanism", "retirement", "--json"]
        answer = json.loads(self.does(DONE, *arguments).stdout)
        self.assertEqual(answer["schema"], "caremarket.knockout/1")
        self.assertEqual(answer["strategy"], "long-block")
        self.assertEqual(answer["outlooks"], ["central"])
        self.assertEqual([row["mechanism"] for row in answer["mechanisms"]], ["retirement"])
        full = answer["full_model"]["strategy_less_baseline"]["all_outlooks"]["mean"]
        row = answer["mechanisms"][0]
        then = row["strategy_less_baseline"]["all_outlooks"]["mean"]
        self.assertAlmostEqual(row["moved"]["all_outlooks"]["mean"], then - full, places=3)

    def test_what_does_not_exist(self):
        county = "cambridgeshire-2016"
        self.refuses("cambridgeshire-2061", says="did you mean cambridgeshire-2016?")
        self.refuses(county, "--mechanism", "retirment", says='--mechanism: there is no mechanism "retirment"')
        self.refuses(county, "--strategy", "block-heavi", says="--strategy: ")
        self.refuses(county, "--strategy", "spot-heavy", says="spot-heavy is the baseline")
        self.refuses(county, "--outlook", "sunny", says='--outlook: the experiment has no outlook "sunny"')
        self.refuses(county, "--replicates", "0", says="--replicates 0: ")
        self.refuses(county, "--years", "many", says="--years many: ")

    def test_a_mechanism_whose_path_is_gone_is_named_before_anything_runs(self):
        self.with_table('[mechanism.old]\nremoves = "What there was"\nchange = ["behaviour.all.gone=0"]\n')
        self.refuses("cambridgeshire-2016", *SHORT, says="scenarios/knockouts.toml:4:11: mechanism.old: behaviour.all.gone")

    def test_a_table_of_ones_own(self):
        self.with_table('[mechanism.mine]\nvaries = "Twice"\nchange = ["behaviour.all.risk_aversion=2"]\n')
        text = self.does(DONE, "cambridgeshire-2016", *SHORT).stdout
        self.assertIn("mine: Twice.", text)

    def test_interrupted(self):
        process = self.program.start("knockout", "cambridgeshire-2016")
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        output, messages = process.communicate(timeout=300)
        self.assertEqual(process.returncode, INTERRUPTED)
        self.assertEqual(output, "")
        self.assertIn("interrupted; nothing was compared", messages)


if __name__ == "__main__":
    unittest.main()
