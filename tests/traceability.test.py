#!/usr/bin/env python3
"""What the documents ask can be followed to a lever, a metric and a test, and the check would see a gap."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("SOURCE_DIR", Path(__file__).resolve().parents[1]))
TOOL = ROOT / "model" / "traceability.py"
DOCUMENTS = ROOT / "model" / "documents.csv"
MEDIATIONS = ROOT / "tests" / "mediation" / "levers.test.cpp"
PAGE = ROOT / "model" / "TRACEABILITY.md"
PROGRAM = os.environ["CAREMARKET"]


def trace(*arguments):
    return subprocess.run([sys.executable, str(TOOL), "--check", "--program", PROGRAM, *map(str, arguments)],
                          capture_output=True, text=True, check=False)


class Traceability(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)

    def changed(self, file, before, after):
        """A copy of the file with one passage changed."""
        text = file.read_text(encoding="utf-8")
        self.assertIn(before, text)
        copy = self.work / file.name
        copy.write_text(text.replace(before, after), encoding="utf-8")
        return copy

    def test_the_page_is_up_to_date(self):
        done = trace()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_line_typed_over_is_seen(self):
        copy = self.changed(PAGE, "Levers of lots", "Levers of plots")
        self.assertEqual(trace("--file", copy).returncode, 1)

    def test_a_lever_that_is_gone_is_named(self):
        done = trace("--documents", self.changed(DOCUMENTS, "lot_limit", "lot_ceiling"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("3.2.4", done.stderr)
        self.assertIn("no lever lot_ceiling", done.stderr)

    def test_a_request_with_neither_lever_nor_reason_is_named(self):
        done = trace("--documents", self.changed(DOCUMENTS, ",not for older people", ","))
        self.assertEqual(done.returncode, 1)
        self.assertIn("children's services", done.stderr)

    def test_a_lever_that_no_test_moves_is_named(self):
        done = trace("--mediations", self.changed(MEDIATIONS, '.lever = "strategy.*.lot_limit"', '.lever = "strategy.*.x"'))
        self.assertEqual(done.returncode, 1)
        self.assertIn("no test moves lot_limit", done.stderr)


if __name__ == "__main__":
    unittest.main()
