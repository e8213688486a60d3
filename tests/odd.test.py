#!/usr/bin/env python3
"""The model's description is up to date: its tables say what the program's catalogue says, and the check would see it."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("SOURCE_DIR", Path(__file__).resolve().parents[1]))
TABLES = ROOT / "model" / "odd_tables.py"
ODD = ROOT / "model" / "ODD.md"
PROGRAM = os.environ["CAREMARKET"]


def make_tables(*arguments, program=PROGRAM):
    return subprocess.run([sys.executable, str(TABLES), "--program", str(program), *map(str, arguments)],
                          capture_output=True, text=True, check=False)


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)

    def copy_with(self, change):
        copy = self.work / "ODD.md"
        copy.write_text(change(ODD.read_text(encoding="utf-8")), encoding="utf-8")
        return copy

    def program_that_lists(self, change):
        """A stand-in that lists what the program lists, with the parameters changed."""
        for what in ("parameters", "levers"):
            done = subprocess.run([PROGRAM, "list", what, "--json"], capture_output=True, text=True, check=True)
            listed = json.loads(done.stdout)
            if what == "parameters":
                change(listed["items"])
            (self.work / what).write_text(json.dumps(listed), encoding="utf-8")
        stand_in = self.work / "program"
        stand_in.write_text(f'#!/bin/sh\ncat "{self.work}/$2"\n', encoding="utf-8")
        stand_in.chmod(0o755)
        return stand_in

    def test_the_description_is_up_to_date(self):
        done = make_tables("--check")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_value_typed_over_is_seen_and_mended(self):
        copy = self.copy_with(lambda text: re.sub(r"(\| `quit_rate` [^|]*\| [^|]*\| )[^|]*", r"\g<1>9 ", text, count=1))
        self.assertNotEqual(copy.read_bytes(), ODD.read_bytes())
        self.assertEqual(make_tables("--check", "--file", copy).returncode, 1)
        self.assertNotEqual(copy.read_bytes(), ODD.read_bytes())
        self.assertEqual(make_tables("--file", copy).returncode, 0)
        self.assertEqual(copy.read_bytes(), ODD.read_bytes())

    def test_a_block_that_is_missing_is_named(self):
        copy = self.copy_with(lambda text: text.replace("<!-- generated: levers -->", ""))
        done = make_tables("--check", "--file", copy)
        self.assertEqual(done.returncode, 1)
        self.assertIn("levers", done.stderr)

    def test_a_parameter_in_no_submodel_is_named(self):
        def add_one(items):
            items.append({**items[-1], "path": "behaviour.all.made_up"})

        done = make_tables("--check", program=self.program_that_lists(add_one))
        self.assertEqual(done.returncode, 1)
        self.assertIn("behaviour.made_up: is in no submodel", done.stderr)

    def test_a_parameter_that_is_gone_is_named(self):
        def drop(items):
            items[:] = [item for item in items if not item["path"].endswith(".quit_rate")]

        done = make_tables("--check", program=self.program_that_lists(drop))
        self.assertEqual(done.returncode, 1)
        self.assertIn("behaviour.quit_rate", done.stderr)

    def test_a_parameter_in_two_submodels_is_named(self):
        twice = self.work / "odd_tables.py"
        code = TABLES.read_text(encoding="utf-8").replace('"payers": "', '"payers": "behaviour.quit_rate ')
        twice.write_text(code, encoding="utf-8")
        done = subprocess.run([sys.executable, str(twice), "--check", "--program", PROGRAM, "--file", str(ODD)],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("behaviour.quit_rate: is in payers and in labour", done.stderr)


if __name__ == "__main__":
    unittest.main()
