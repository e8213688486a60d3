#!/usr/bin/env python3
# label: no-sanitizer
"""What `caremarket knockout` prints, refuses and leaves behind, on one year of the county that the program brings along."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = os.environ["CAREMARKET"]
DONE, FAILED, WRONG_USE, INTERRUPTED = range(4)
SHORT = ["--years", "1", "--replicates", "2", "--outlook", "central"]


class Knockout(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.work = self.folder / "work"
        self.work.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREMARKET")}
        self.environment = kept

    def does(self, code, *arguments):
        result = subprocess.run(
            [PROGRAM, "knockout", *arguments],
            cwd=self.work,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        self.assertEqual(result.returncode, code, f"{arguments}\n{result.stdout}\n{result.stderr}")
        self.assertEqual(list(self.work.iterdir()), [])
        return result

    def refuses(self, *arguments, says):
        result = self.does(WRONG_USE, *arguments)
        self.assertEqual(result.stdout, "")
        self.assertIn(says, result.stderr)

    def with_table(self, text):
        scenarios = self.folder / "scenarios"
        scenarios.mkdir(exist_ok=True)
        (scenarios / "knockouts.toml").write_text("schema = 1\n" + text, encoding="utf-8")
        self.environment["CAREMARKET_SCENARIOS"] = str(scenarios)

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
        process = subprocess.Popen(
            [PROGRAM, "knockout", "cambridgeshire-2016"],
            cwd=self.work,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        output, messages = process.communicate(timeout=300)
        self.assertEqual(process.returncode, INTERRUPTED)
        self.assertEqual(output, "")
        self.assertIn("interrupted; nothing was compared", messages)


if __name__ == "__main__":
    unittest.main()
