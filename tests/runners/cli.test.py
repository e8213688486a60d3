#!/usr/bin/env python3
"""The contract of the command line: names, flags, exit codes, where things are written, and what messages say."""

import json
import os
import resource
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DONE, FAILED, WRONG_USE, ProgramTest, differing  # noqa: E402

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


if __name__ == "__main__":
    unittest.main()
