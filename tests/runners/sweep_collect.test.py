#!/usr/bin/env python3
# label: no-sanitizer
"""What `sweep collect` leaves out or makes smaller on the way, and what the file then can and cannot tell."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tiny_scenarios import DEMAND, DONE, FAILED, UPLIFT, WRONG_USE, Program, sweep_of  # noqa: E402

import h5py  # noqa: E402
import numpy  # noqa: E402

LOOK = """
import sys, xarray
small = xarray.open_dataset(sys.argv[1], engine=sys.argv[2], group="yearly")
small.load()
for name in small.dims:
    assert name in small.coords, name
assert "replicate" not in small.dims
assert small["outlook.all.demand_growth"].dims == ("sample",)
middle = small.gross_spend.sel(quantile=0.5, strategy="long-block", outlook="central")
assert middle.dims[:2] == ("sample", "year"), middle.dims
assert (small.gross_spend.sel(quantile=0.05) <= small.gross_spend.sel(quantile=0.95)).all()
assert (small.runs == 12).all()
print("selected")
"""


class Collecting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.program = Program(folder.name)
        cls.work = cls.program.work
        (cls.work / "sweep.toml").write_text(sweep_of(DEMAND, UPLIFT, replicates=12), encoding="utf-8")
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
        self.collect("--metrics", "net_spend,procurement_spend,officer_spend,own_supply_capital,building_grants,invest_to_save", output="cost.h5")
        of_some, of_all = self.program("compare", "cost.h5", "--json"), self.program("compare", "all.h5", "--json")
        self.assertEqual((of_some.stderr, of_some.stdout), ("", of_all.stdout))

    def test_an_unknown_metric_writes_nothing(self):
        result = self.collect("--metrics", "startz,gros_spend", output="bad.h5", code=WRONG_USE)
        self.assertIn("did you mean starts?", result.stderr)
        self.assertIn("did you mean gross_spend?", result.stderr)
        self.assertFalse((self.work / "bad.h5").exists())


class Quantiles(Collecting):
    PROBABILITIES = [0.05, 0.5, 0.95]

    def reduced(self, *arguments):
        result = self.collect("--quantiles", "0.5,0.05,0.95", "--force", *arguments, output="small.h5")
        self.assertIn("3 quantiles and the mean", result.stderr)
        return self.work / "small.h5"

    def test_they_are_numpys_over_the_replicates_of_each_cell(self):
        with h5py.File(self.work / "all.h5") as everything, h5py.File(self.reduced()) as small:
            numpy.testing.assert_array_equal(small["quantile"][:], self.PROBABILITIES)
            for name, variable in everything["yearly"].items():
                if variable.ndim <= 3:
                    continue
                values = variable[:].astype("f8") * variable.attrs.get("scale_factor", 1.0)
                expected = numpy.moveaxis(numpy.quantile(values, self.PROBABILITIES, axis=3), 0, 3)
                nearly = {"rtol": 1e-6, "atol": 1e-9, "err_msg": name}  # quantities of the whole file are single
                numpy.testing.assert_allclose(small["yearly"][name][:], expected, **nearly)
                numpy.testing.assert_allclose(small["yearly"][name + "_mean"][:], values.mean(axis=3), **nearly)
            self.assertTrue((small["yearly/runs"][:] == 12).all())
            self.assertFalse(small["failed_runs"][:].any() or small["missing_runs"][:].any())

    def test_a_derived_metric_is_formed_run_by_run_before_it_is_reduced(self):
        with h5py.File(self.work / "all.h5") as everything, h5py.File(self.reduced("--metrics", "weeks_waited")) as small:
            self.assertEqual(
                {name for name, values in small["yearly"].items() if values.ndim > 3},
                {"weeks_waited", "weeks_waited_mean", "weeks_waited_runs"},
            )
            waits, starts = (everything["yearly"][name][:].astype("f8") for name in ("start_waits", "starts"))
            self.assertEqual(waits.shape, starts.shape)
            ratio = numpy.divide(waits, starts, out=numpy.full_like(waits, numpy.nan), where=starts != 0)
            expected = numpy.moveaxis(numpy.nanquantile(ratio, self.PROBABILITIES, axis=3), 0, 3)
            numpy.testing.assert_allclose(small["yearly/weeks_waited"][:], expected, rtol=1e-6)
            numpy.testing.assert_array_equal(small["yearly/weeks_waited_runs"][:], (starts != 0).sum(axis=3))

    def test_missing_runs_are_left_out_and_counted(self):
        part = sorted((self.work / "S/parts").glob("*-from10-*.part.h5"))[0]
        aside = part.rename(part.with_suffix(".aside"))
        try:
            self.assertIn("1 of 16 parts are missing", self.collect("--quantiles", "0.5", output="bad.h5", code=FAILED).stderr)
            self.assertFalse((self.work / "bad.h5").exists())
            with h5py.File(self.reduced("--allow-missing")) as small, h5py.File(self.work / "all.h5") as everything:
                missing = small["missing_runs"][:]
                self.assertEqual((missing.sum(), missing.max()), (2, 2))
                numpy.testing.assert_array_equal(small["runs"][:], 12 - missing)
                cell = tuple(axis[0] for axis in numpy.nonzero(missing))
                values = everything["yearly/starts"][cell][:10]
                numpy.testing.assert_allclose(small["yearly/starts"][cell][1], numpy.median(values, axis=0), rtol=1e-6)
        finally:
            aside.rename(part)

    def test_xarray_opens_it_by_both_engines(self):
        self.reduced()
        for engine in ("netcdf4", "h5netcdf"):  # a process each: one that crashes fails its own check
            done = subprocess.run([sys.executable, "-c", LOOK, "small.h5", engine], cwd=self.work, capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout.strip()), (0, "selected"), done.stderr)

    def test_what_needs_every_run_refuses_it(self):
        self.reduced()
        for command in ("compare", "finance", "rerun"):
            result = self.program(command, "small.h5")
            self.assertEqual(result.returncode, WRONG_USE)
            self.assertIn("it holds quantiles over replicates", result.stderr)
            self.assertIn("collect the sweep again without --quantiles", result.stderr)

    def test_a_probability_out_of_range_writes_nothing(self):
        self.assertIn("1.5 not in range", self.collect("--quantiles", "0.5,1.5", output="bad.h5", code=WRONG_USE).stderr)
        self.assertFalse((self.work / "bad.h5").exists())

    def test_it_is_made_to_the_byte_again(self):
        first = self.reduced().read_bytes()
        self.assertEqual(self.reduced().read_bytes(), first)


if __name__ == "__main__":
    unittest.main()
