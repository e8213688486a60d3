#!/usr/bin/env python3
# label: no-sanitizer
"""What a run gives: values that hang on its inputs and seed alone, however it is run, goes on, or is run again from its file."""

import shutil
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DIFFERENCE, DONE, INTERRUPTED, WRONG_USE, ProgramTest, all_values, differing  # noqa: E402


class Values(ProgramTest):
    def run_to(self, name, *arguments):
        self.does(DONE, "run", "tiny", "-o", name, *arguments)
        return self.work / name

    def test_they_do_not_depend_on_threads(self):
        one = self.run_to("one.h5", "--threads", "1", "--replicates", "3")
        for threads in ("2", "7"):
            other = self.run_to(f"{threads}.h5", "--threads", threads, "--replicates", "3")
            self.assertEqual(differing(one, other), [])
        few = self.run_to("few.h5", "--threads", "7", "--replicates", "1")  # blocks of one run on many threads
        self.assertEqual(all_values(one)["yearly/gross_spend"][:, :, :1].tolist(), all_values(few)["yearly/gross_spend"].tolist())

    def test_more_replicates_leave_the_first_as_they_were(self):
        few, many = self.run_to("few.h5", "--replicates", "3"), self.run_to("many.h5", "--replicates", "11")
        spend = "monthly/gross_spend"
        self.assertEqual(all_values(few)[spend].tolist(), all_values(many)[spend][:, :, :3].tolist())

    def test_replicates_and_seeds_differ(self):
        spend = all_values(self.run_to("seven.h5", "--replicates", "2"))["yearly/gross_spend"]
        self.assertNotEqual(spend[:, :, 0].tolist(), spend[:, :, 1].tolist())
        other = all_values(self.run_to("eight.h5", "--replicates", "2", "--seed", "8"))["yearly/gross_spend"]
        self.assertNotEqual(spend.tolist(), other.tolist())

    def test_set_and_strategy(self):
        plain = self.run_to("plain.h5", "--replicates", "1")
        longer = self.run_to("longer.h5", "--replicates", "1", "--set", "strategy[long-block].residential.mix_block=0.1")
        sought, changed = all_values(plain)["yearly/volume_sought"], all_values(longer)["yearly/volume_sought"]
        self.assertEqual(sought[:, 0].tolist(), changed[:, 0].tolist())  # the baseline was not touched
        self.assertNotEqual(sought[:, 1].tolist(), changed[:, 1].tolist())
        spend = all_values(plain)["yearly/gross_spend"]
        only = all_values(self.run_to("only.h5", "--replicates", "1", "--strategy", "spot-heavy"))
        self.assertEqual(only["strategy"].tolist(), [b"spot-heavy"])
        self.assertEqual(only["yearly/gross_spend"].tolist(), spend[:, :1].tolist())

    def test_some_outlooks_and_years(self):
        whole = all_values(self.run_to("whole.h5", "--replicates", "1", "--years", "2"))
        some = all_values(self.run_to("some.h5", "--replicates", "1", "--outlook", "high-wage"))
        self.assertEqual(some["outlook"].tolist(), [b"high-wage"])
        spend, of_some = whole["yearly/gross_spend"], some["yearly/gross_spend"]
        self.assertEqual([spend.shape[3], of_some.shape[3]], [2, 1])
        self.assertEqual(of_some[0, :, :, 0].tolist(), spend[1, :, :, 0].tolist())

    def test_coarser_records_are_sums_of_finer_ones(self):
        fine = all_values(self.run_to("fine.h5", "--replicates", "1"))
        coarse = all_values(self.run_to("coarse.h5", "--replicates", "1", "--record", "quarter", "--record-by", "place"))
        months = fine["monthly/gross_spend"]
        quarters = months.reshape(months.shape[:3] + (4, 3) + months.shape[4:]).sum(axis=(4, -1))
        self.assertEqual(coarse["quarterly/gross_spend"].reshape(quarters.shape).tolist(), quarters.tolist())
        self.assertNotIn("monthly/gross_spend", coarse)

    def test_events(self):
        self.run_to("with.h5", "--replicates", "1", "--events")
        files = sorted(path.name for path in (self.work / "with.events").iterdir())
        self.assertEqual(files, [f"{o}.{s}.0.csv" for o in ("central", "high-wage") for s in ("long-block", "spot-heavy")])
        lines = (self.work / "with.events" / files[0]).read_text().splitlines()
        self.assertEqual(lines[0], "week,date,day,kind,reason,subject,object,amount,quantity")
        self.assertRegex(lines[1], r"^0,2016-04-0\d,\d,\w+,\w+,[0-9a-f]{16},([0-9a-f]{16})?,[-\d.e+]+,[-\d.e+]+$")
        self.assertEqual(differing(self.work / "with.h5", self.run_to("without.h5", "--replicates", "1")), [])
        self.refuses("run", "tiny", "--replicates", "30", "--events", "-o", "many.h5", says=["120 files", "--force"])


class Resuming(ProgramTest):
    def interrupt(self, *arguments, with_signal=signal.SIGINT):
        """Starts a run too long to finish and interrupts it once it has a part."""
        process = self.program.start("run", "tiny", "--replicates", "5000", *arguments)
        parts = self.work / "tiny.h5.parts"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list(parts.glob("*.part.h5")):
            time.sleep(0.01)
        process.send_signal(with_signal)
        _, messages = process.communicate(timeout=60)
        return process.returncode, messages

    def test_an_interrupted_run_says_how_to_go_on(self):
        for sent in (signal.SIGINT, signal.SIGTERM):
            shutil.rmtree(self.work / "tiny.h5.parts", ignore_errors=True)
            code, messages = self.interrupt("--force", with_signal=sent)
            self.assertEqual(code, INTERRUPTED, messages)
            self.assertRegex(messages, r"run tiny --replicates 5000 --resume\n$")
            self.assertNotIn("tiny.h5", self.program.files())
        parts = self.program.files()
        self.refuses("run", "tiny", says=["--resume continues it", "--force"])
        self.refuses("run", "tiny", "--resume", "--seed", "8", says=["with other inputs", "experiment.seed was 7 and is 8"])
        self.refuses(
            "run", "tiny", "--resume", "--set", "strategy.homecare.contract_length=3",
            says=["strategy long-block: strategy.homecare.contract_length was 5 and is 3"],
        )  # fmt: skip
        self.assertEqual(self.program.files(), parts)
        self.does(DONE, "run", "tiny", "--resume", "--replicates", "12")  # the parts serve a smaller run as well
        self.assertEqual(self.program.files(), ["tiny.h5"])
        self.does(DONE, "run", "tiny", "-o", "whole.h5", "--replicates", "12")
        self.assertEqual(differing(self.work / "tiny.h5", self.work / "whole.h5"), [])

    def test_damaged_parts_are_run_again(self):
        self.interrupt()
        part = next((self.work / "tiny.h5.parts").glob("*.part.h5"))
        part.write_bytes(part.read_bytes()[:-1000])
        result = self.does(DONE, "run", "tiny", "--resume", "--replicates", "20")
        self.assertIn(part.name, result.stderr)
        self.does(DONE, "run", "tiny", "-o", "whole.h5", "--replicates", "20")
        self.assertEqual(differing(self.work / "tiny.h5", self.work / "whole.h5"), [])

    def test_a_second_run_into_the_same_place_waits_outside(self):
        process = self.program.start("run", "tiny", "--replicates", "5000")
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        while not (self.work / "tiny.h5.parts/plan.json").exists():
            time.sleep(0.01)
        self.assertIn("another caremarket", self.does(WRONG_USE, "run", "tiny", "--force").stderr)

    def test_a_finished_file_is_already_there(self):
        few = ("run", "tiny", "--replicates", "2")
        self.does(DONE, *few)
        before = (self.work / "tiny.h5").read_bytes()
        self.assertIn("already there", self.does(DONE, *few, "--resume").stderr)
        self.assertEqual((self.work / "tiny.h5").read_bytes(), before)
        self.refuses("run", "tiny", "--resume", "--replicates", "3", says="with other replicates")
        self.refuses(*few, "--resume", "--record", "year", says="recorded in another way")
        self.refuses(*few, "--resume", "--seed", "9", says=["with other inputs", "experiment.seed was 7 and is 9"])
        self.does(DONE, *few, "--seed", "9", "--force")

    def test_leftovers_without_a_plan(self):
        folder = self.work / "tiny.h5.parts"
        folder.mkdir()
        (folder / "notes.txt").write_text("mine")
        self.does(DONE, "run", "tiny", "--replicates", "1", "--resume")
        self.assertEqual(self.program.files(), ["tiny.h5", "tiny.h5.parts", "tiny.h5.parts/notes.txt"])


class Rerunning(ProgramTest):
    def test_a_file_runs_again_to_the_same_values(self):
        self.does(DONE, "run", "tiny", "--replicates", "2", "--set", "strategy.homecare.contract_length=3", "--seed", "11")
        for threads in ("1", "3"):
            self.assertRegex(self.does(DONE, "rerun", "tiny.h5", "--threads", threads).stdout, r"^identical: \d+ values\n$")
        self.does(DONE, "run", "tiny", "--replicates", "1", "--record", "year", "--record-by", "place", "-o", "y.h5")
        self.does(DONE, "rerun", "y.h5")
        self.assertEqual(self.program.files(), ["tiny.h5", "y.h5"])

    def test_an_edited_strategy_is_run_and_kept(self):
        mine = 'schema = 1\ntitle = "Mine"\nextends = "block-heavy"\n[homecare]\ncontract_length = 9\n'
        (self.work / "mine.toml").write_text(mine)
        self.does(DONE, "run", "tiny", "--replicates", "2", "--strategy", "mine.toml", "long-block")
        values = all_values(self.work / "tiny.h5")
        self.assertEqual(values["strategy"].tolist(), [b"spot-heavy", b"long-block", b"mine"])
        texts = [text for name, value in values.items() if name.endswith("/text") for text in value.tolist()]
        self.assertEqual(texts.count(mine.encode()), 1)
        (self.work / "mine.toml").unlink()
        self.assertIn("identical", self.does(DONE, "rerun", "tiny.h5").stdout)

    def test_edited_values_are_found(self):
        import h5py

        self.does(DONE, "run", "tiny", "--replicates", "2")
        with h5py.File(self.work / "tiny.h5", "r+") as file:
            file["monthly/gross_spend"][1, 0, 1, 4, 0, 0, 1] += 1
            file["yearly/providers"][0, 1, 0, 0, 0, 0] += 1
        result = self.does(DIFFERENCE, "rerun", "tiny.h5")
        self.assertRegex(result.stdout, r"^different: 2 of \d+ values\n")
        self.assertIn("gross_spend, high-wage, spot-heavy, replicate 1, 2016-08, homecare, block, South: ", result.stdout)
        self.assertIn("providers, central, long-block, replicate 0, 2016/17, ", result.stdout)

    def test_files_of_other_models_are_refused(self):
        import h5py

        self.does(DONE, "run", "tiny", "--replicates", "1")
        with h5py.File(self.work / "tiny.h5", "r+") as file:
            file.attrs.modify("caremarket_behaviour_version", file.attrs["caremarket_behaviour_version"] + 1)
        self.refuses("rerun", "tiny.h5", says="behaviour version")


if __name__ == "__main__":
    unittest.main()
