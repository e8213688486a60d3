#!/usr/bin/env python3
"""The contract of the command line: names, flags, exit codes, where things are written, and what messages say."""

import json
import os
import resource
import shutil
import signal
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DIFFERENCE, DONE, FAILED, INTERRUPTED, WRONG_USE, ProgramTest, all_values, differing  # noqa: E402

PUBLISHED = """quantity,service,financial_year,value,unit,role,source,certainty,note
average_price,homecare,2015-16,16.00,GBP/h,base,made up for a test,assumption,
average_price,homecare,2016-17,99.00,GBP/h,result,made up for a test,assumption,far too high
gross_spend,all,2016-17,1.5,GBP million,input,made up for a test,assumption,
"""


class Usage(ProgramTest):
    def test_version_is_one_line_or_json(self):
        self.assertRegex(self.does(DONE, "--version").stdout, r"^caremarket \d+\.\d+\.\d+ .*\n$")
        facts = json.loads(self.does(DONE, "--version", "--json").stdout)
        self.assertEqual(facts["schema"], "caremarket.version/1")
        for key in ("version", "git_revision", "compiler", "libraries"):
            self.assertIn(key, facts)
        self.assertIn("HDF5", facts["libraries"])

    def test_without_arguments_it_says_what_to_try(self):
        result = self.does(DONE)
        self.assertIn("caremarket list experiments", result.stdout)
        self.assertLess(len(result.stdout.splitlines()), 24)

    def test_help_shows_examples_before_flags(self):
        for command in ([], ["check"], ["list"], ["run"], ["compare"], ["backtest"], ["rerun"], ["sweep", "plan"], ["sweep", "run"]):
            text = self.does(DONE, *command, "--help").stdout
            self.assertIn("Examples:", text)
            self.assertLess(text.index("Examples:"), text.index("Options:"))
            self.assertIn(" ".join(["Usage: caremarket", *command]), text)

    def test_wrong_usage_names_what_was_meant(self):
        self.refuses("chekc", says='there is no command "chekc" (did you mean check?)')
        self.refuses("run", "tiny", "--replicate", "3", says="did you mean --replicates?")
        self.refuses("run", "tiny", "--thread=3", says="did you mean --threads?")
        self.refuses("list", "lever", says="did you mean levers?")
        self.refuses("run", "tiny", "--record", "months", says="did you mean month?")
        self.refuses("run", "tiny", "--resume", "--force", says="excludes")
        self.refuses("run", says="EXPERIMENT is required")
        self.refuses("check", says="FILE is required")
        self.refuses("run", "tiny", "another", says="one word too many")
        self.refuses("--json", says="--version")

    def test_flags_that_do_nothing_do_not_exist(self):
        for flag in ("--explain-config", "--dry-run", "--color", "-j"):
            self.refuses("run", "tiny", flag, says="there is no flag")
        for command in ("report", "export", "validate"):
            self.refuses(command, says="there is no command")

    def test_threads_from_flag_and_environment(self):
        self.refuses("run", "tiny", "--threads", "0", says="--threads")
        self.refuses("run", "tiny", "--threads", "many", says="--threads")
        blamed = self.refuses("run", "tiny", says="CAREMARKET_THREADS", env={"CAREMARKET_THREADS": "-2"})
        self.assertNotIn("--threads", blamed.stderr)
        self.refuses("run", "tiny", "--threads", "0", says="run: --threads", env={"CAREMARKET_THREADS": "2"})
        self.does(DONE, "run", "tiny", "--replicates", "1", env={"CAREMARKET_THREADS": "3"})

    def test_a_folder_of_scenarios_that_is_not_there(self):
        self.refuses("list", "places", says="CAREMARKET_SCENARIOS", env={"CAREMARKET_SCENARIOS": "/nowhere"})

    def test_standard_output_that_cannot_be_written(self):
        with open("/dev/full", "w") as full:
            import subprocess

            from tiny_scenarios import PROGRAM

            result = subprocess.run([PROGRAM, "list", "levers"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(result.returncode, FAILED)
        self.assertIn("standard output", result.stderr)


class CheckAndList(ProgramTest):
    def test_a_sound_file_and_what_it_changes(self):
        file = self.program.scenarios / "strategies/long-block.toml"
        result = self.does(DONE, "check", file)
        self.assertIn(f"{file}: ok (strategy, extends block-heavy)", result.stdout)
        self.assertIn("Length of a contract: block, core or framework: 8 years instead of 5 years", result.stdout)
        self.assertEqual(result.stderr, "")
        self.does(DONE, "check", "long-block", self.program.scenarios / "experiments/tiny.toml")

    def test_hints_are_no_problems(self):
        file = self.work / "plain.toml"
        file.write_text('schema = 1\nextends = "spot-heavy"\n[homecare]\ncontract_length = 3\n')
        result = self.does(DONE, "check", file)
        self.assertIn("  hint: it has no title", result.stdout)
        self.assertEqual(result.stderr, "")

    def test_a_sweep_and_its_plan(self):
        sweep = self.work / "sweep.toml"
        sweep.write_text(
            'schema = 1\nexperiment = "tiny"\nreplicates = 3\n[design]\nkind = "saltelli"\nsamples = 4\n[design.factors]\n'
            '"outlook.all.demand_growth" = { range = [0, 0.04] }\n'
        )
        result = self.does(DONE, "check", sweep)
        first, *plan = result.stdout.splitlines()
        self.assertRegex(first, r"sweep.toml: ok \(sweep of tiny, 12 rows x \d+ outlooks? x 2 strategies x 3 replicates = \d+ runs, ")
        self.assertEqual(
            plan,
            [
                "  saltelli design: 12 rows of 4 base points; more samples keep these",
                "  outlook.all.demand_growth: 0 to 0.04 share/year, uniform",
                "  recorded by year and place",
            ],
        )
        sweep.write_text(sweep.read_text().replace("demand_growth", "demand_grwth"))
        result = self.does(WRONG_USE, "check", sweep)
        self.assertIn("sweep.toml:8:1: outlook.all.demand_grwth: unknown path (did you mean", result.stderr)

    def test_all_problems_of_all_files_one_a_line(self):
        bad = self.work / "bad.toml"
        bad.write_text('schema = 1\ntitle = "Bad"\nextends = "spot-heavy"\n[homecare]\ncontract_lenth = 5\nmix_spot = 3\n')
        worse = self.work / "worse.toml"
        worse.write_text("schema = 1\n[")
        result = self.does(WRONG_USE, "check", bad, worse, "long-block", self.work / "none.toml")
        self.assertIn("long-block.toml: ok", result.stdout)
        lines = result.stderr.splitlines()
        self.assertTrue(any("bad.toml:5:1" in line and "did you mean" in line for line in lines), lines)
        self.assertTrue(any("bad.toml:6:" in line and "mix_spot" in line for line in lines), lines)
        self.assertTrue(any("worse.toml:" in line for line in lines), lines)
        self.assertTrue(any("none.toml" in line for line in lines), lines)

    def test_every_listing_for_people_and_programs(self):
        listings = "places outlooks strategies experiments sweeps metrics levers parameters mechanisms"
        for what in listings.split():
            self.assertTrue(self.does(DONE, "list", what).stdout.strip())
            listed = json.loads(self.does(DONE, "list", what, "--json").stdout)
            self.assertEqual(listed["schema"], "caremarket.list/1")
            self.assertTrue(listed["items"])
        names = [item["path"] for item in json.loads(self.does(DONE, "list", "experiments", "--json").stdout)["items"]]
        self.assertIn("tiny", names)
        self.assertIn("cambridgeshire-2016", names)


class BadInput(ProgramTest):
    """Nothing is written before all inputs are known to be sound."""

    def test_unknown_names(self):
        self.refuses("run", "tinny", says='there is no experiment "tinny" (did you mean tiny?)')
        self.refuses("run", "nowhere/tiny.toml", says="nowhere/tiny.toml")
        self.refuses("run", "tiny", "--strategy", "long-blok", says="--strategy: the experiment has no strategy")
        self.refuses("run", "tiny", "--strategy", "nowhere/mine.toml", says="nowhere/mine.toml: there is no such file")
        self.refuses("run", "tiny", "--outlook", "high-wag", says=["--outlook: the experiment has no outlook", "did you mean high-wage?"])
        self.refuses("run", "tiny", "--years", "none", says="--years none: ")

    def test_overrides(self):
        self.refuses("run", "tiny", "--set", "strategy.homecare.mix_blok=0.3", says="did you mean strategy.homecare.mix_block?")
        self.refuses("run", "tiny", "--set", "strategy.homecare.contract_length=90", says="90 years is outside")
        self.refuses("run", "tiny", "--set", "nonsense", says="must be of the form path=value")
        self.refuses(
            "run", "tiny", "--set", "strategy.homecare.contract_length=90", "outlook.all.wage_flor=3",
            says=["90 years is outside", "did you mean outlook.all.wage_floor?"],
        )  # fmt: skip
        self.refuses("run", "tiny", "--replicates", "0", says="--replicates 0: ")
        self.refuses("run", "tiny", "--replicates", "ten", says="--replicates ten: ")
        self.refuses("run", "tiny", "--seed", "-1", says="--seed -1: ")
        self.refuses("run", "tiny", "--seed", "9223372036854775808", says="--seed 9223372036854775808: ")

    def test_what_is_set_twice_or_not_to_one(self):
        length = "strategy.homecare.contract_length"
        self.refuses("run", "tiny", "--set", f"{length}=3", f"{length}=4", says=[f"--set {length}=4: ", f"by --set {length}=3"])
        self.refuses("run", "tiny", "--years", "2", "--set", "experiment.years=3", says="--years 2: experiment.years: is set already")
        self.refuses("run", "tiny", "--set", "strategy.homecare.mix_block=0.4", "strategy.homecare.mix_spot=0.4", says="add up to 0.8, not 1")

    def test_files_with_problems_name_line_and_column(self):
        experiment = self.program.scenarios / "experiments/tiny.toml"
        text = experiment.read_text()
        for wrong, says in (
            ('place = "tony"', 'there is no place "tony" (did you mean tiny?)'),
            ("place = 3", "experiments/tiny.toml:3:"),
            ('plaec = "tiny"', "did you mean place?"),
            ("place = [", "experiments/tiny.toml:"),
            ("", "place"),
        ):
            experiment.write_text(text.replace('place = "tiny"', wrong))
            self.refuses("run", "tiny", says=says)
        experiment.write_bytes(b"\xff\xfe\x00")
        self.refuses("run", "tiny", says="tiny.toml")
        experiment.write_text("")
        self.refuses("run", "tiny", says="tiny.toml")

    def test_broken_tables_of_a_place(self):
        table = self.program.scenarios / "places/tiny/supply.csv"
        text = table.read_text()
        for wrong in (text.replace("T2,", "T9,"), text.replace("530", "many"), text.replace("530", "-1"), text[:-40], ""):
            table.write_text(wrong)
            self.refuses("run", "tiny", says="supply.csv")
        table.unlink()
        self.refuses("run", "tiny", says="supply.csv")

    def test_compare_and_rerun_of_what_is_no_results_file(self):
        (self.work / "text.h5").write_text("no HDF5")
        for command in ("compare", "rerun"):
            self.refuses(command, "text.h5", says="text.h5")
            self.refuses(command, "none.h5", says="none.h5")
            self.refuses(command, ".", says="caremarket: ")
        (self.work / "p.csv").write_text(PUBLISHED)
        for name in ("text.h5", "none.h5"):
            self.refuses("backtest", name, "--published", "p.csv", says=name)


class Output(ProgramTest):
    def run_tiny(self, *arguments, code=DONE):
        return self.does(code, "run", "tiny", "--replicates", "2", *arguments)

    def test_one_file_and_what_to_do_next(self):
        result = self.run_tiny()
        self.assertEqual(self.program.files(), ["tiny.h5"])
        self.assertEqual(result.stdout, "")
        self.assertIn("now: caremarket compare tiny.h5", result.stderr)
        self.does(DONE, "compare", "tiny.h5")
        self.assertEqual(json.loads(self.does(DONE, "compare", "tiny.h5", "--json").stdout)["schema"], "caremarket.compare/1")
        some = json.loads(self.does(DONE, "compare", "tiny.h5", "--outlook", "high-wage", "--strategy", "long-block", "--json").stdout)
        self.assertEqual([(item["outlook"], item["strategy"]) for item in some["items"]], [("high-wage", "long-block")])
        self.refuses("compare", "tiny.h5", "--outlook", "high-wag", says="did you mean high-wage?")
        self.refuses("compare", "tiny.h5", "--strategy", "long-blok", says="did you mean long-block?")
        self.refuses("compare", "tiny.h5", "--baseline", "long-blok", says="long-block")
        self.refuses("compare", "tiny.h5", "--metric", "gros_spend", says="gross_spend")

    def test_a_single_strategy_is_not_to_be_compared(self):
        result = self.run_tiny("--strategy", "spot-heavy")
        self.assertIn("now: caremarket finance tiny.h5", result.stderr)
        self.does(DONE, "finance", "tiny.h5")

    def test_what_overrides_do_besides_is_told(self):
        one = self.run_tiny("--set", "strategy[long-block].homecare.mix_block=0.7").stderr
        self.assertRegex(one, r"mix_block=0.7: mix_spot of long-block becomes 0.3")
        self.assertNotIn("baseline", one)
        both = self.run_tiny("--force", "--set", "strategy.homecare.contract_length=3").stderr
        self.assertIn("also changes the baseline spot-heavy; strategy[long-block].homecare.contract_length changes one", both)

    def test_a_backtest_tells_misses_and_is_no_failure(self):
        self.run_tiny()
        (self.work / "p.csv").write_text(PUBLISHED)
        command = ("backtest", "tiny.h5", "--published", "p.csv")
        text = self.does(DONE, *command).stdout
        for section in ("RESULTS", "TOLD", "SUMMARY"):
            self.assertIn(section, text)
        told = json.loads(self.does(DONE, *command, "--strategy", "long-block", "--outlook", "high-wage", "--json").stdout)
        self.assertEqual([told[key] for key in ("schema", "strategy", "outlook")], ["caremarket.backtest/1", "long-block", "high-wage"])
        [row] = told["results"]
        self.assertLess(row["model_error"]["relative_error"], -0.5)
        self.assertEqual(row["no_change"]["forecast"], 16.0)
        self.assertGreater(row["wages_and_prices"]["forecast"], 16.0)  # the run keeps the outlook's
        self.assertEqual([row["quantity"] for row in told["told"]], ["gross_spend"])
        self.refuses(*command, "--strategy", "long-blok", says="long-block")
        self.refuses(*command, "--outlook", "centrall", says="did you mean central?")

    def test_all_problems_of_published_figures_come_together(self):
        self.run_tiny()
        self.refuses("backtest", "tiny.h5", says="--published is required")
        self.refuses("backtest", "tiny.h5", "--published", "none.csv", says="none.csv: there is no such file")
        (self.work / "bad.csv").write_text(PUBLISHED.replace("99.00", "many").replace("GBP million", "pounds"))
        self.refuses(
            "backtest", "tiny.h5", "--published", "bad.csv",
            says=['bad.csv:3:32: value: "many" is no number', "bad.csv:4:29: unit: "],
        )  # fmt: skip

    def test_what_is_there_is_not_written_over(self):
        (self.work / "tiny.h5").write_text("mine")
        self.refuses("run", "tiny", says=["tiny.h5 exists", "--force"])
        self.refuses("run", "tiny", "--resume", says="not a results file")
        self.assertEqual((self.work / "tiny.h5").read_text(), "mine")
        self.run_tiny("--force")
        self.refuses("run", "tiny", "--replicates", "2", says="tiny.h5 exists")

    def test_places_that_cannot_be_written(self):
        (self.work / "file").write_text("")
        (self.work / "folder").mkdir()
        self.refuses("run", "tiny", "-o", "folder", says="is a folder")
        self.refuses("run", "tiny", "-o", "folder", "--force", says="is a folder")
        self.refuses("run", "tiny", "-o", "nowhere/R.h5", says="there is no folder nowhere")
        self.refuses("run", "tiny", "-o", "file/R.h5", says="cannot be written")
        self.refuses("run", "tiny", "-o", "/proc/R.h5", says="cannot be written")
        self.refuses("run", "tiny", "-o", "/dev/null", "--force", says="/dev/null")

    def test_a_full_disk_is_told_and_the_run_can_go_on(self):
        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        result = self.does(FAILED, "run", "tiny", preexec_fn=little_room)
        self.assertIn("File too large", result.stderr)
        self.assertIn("caremarket run tiny --resume", result.stderr.replace(os.environ["CAREMARKET"], "caremarket"))
        self.assertNotIn("tiny.h5", self.program.files())
        self.does(DONE, "run", "tiny", "--resume")
        self.does(DONE, "run", "tiny", "-o", "whole.h5")
        self.assertEqual(differing(self.work / "tiny.h5", self.work / "whole.h5"), [])

    def test_progress_goes_to_standard_error(self):
        self.assertIn("8 of 8 runs (100 %)", self.run_tiny("--progress", "plain").stderr)
        self.assertNotIn("runs (100 %)", self.run_tiny("--progress", "none", "--force").stderr)
        piped = self.run_tiny("--force").stderr
        self.assertNotIn("\r", piped)
        self.assertNotIn("\033", piped)


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
