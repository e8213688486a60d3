#!/usr/bin/env python3
# label: no-sanitizer
"""Opens a results file with the tools its users have: xarray by both of its engines, ncdump, h5dump and h5py.

RESULTS_FILE names the file; without it CAREMARKET runs a tiny experiment. Every reader is a process of its own, so that
one that crashes fails its own check and no other.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ENGINES = ["netcdf4", "h5netcdf"]
GROUPS = ["", "yearly", "cells", "catalogue/recorded", "catalogue/derived", "inputs", "inputs/resolved"]
PERIODS = {"monthly": "month", "quarterly": "quarter", "yearly": "year"}
TINY_RUN = ["--replicates", "3"]


# Checks. Each gets the path of the file; those of xarray the engine too. They run in a process of their own.


def groups_open_with_named_coordinates(path, engine):
    for group in GROUPS + recorded_groups(path):
        with dataset(path, engine, group) as ds:
            ds.load()
            for dimension in ds.dims:
                assert dimension in ds.coords, f"/{group}: {dimension} has no labels"
                assert not dimension.startswith("phony"), f"/{group}: {dimension}"


def values_are_selected_by_name(path, engine):
    for group in recorded_groups(path):
        with dataset(path, engine, group) as ds:
            strategy, locality = str(ds.strategy.values[-1]), str(ds.locality.values[0])
            spend = ds.gross_spend.sel(strategy=strategy, locality=locality, service="homecare", channel="spot")
            position = ds.gross_spend.isel(strategy=-1, locality=0).sel(service="homecare", channel="spot")
            assert spend.dims == ("outlook", "replicate", PERIODS[group]), spend.dims
            assert spend.equals(position), f"/{group}: selected by name and by position differ"
            assert str(ds.gross_spend.locality_name.sel(locality=locality).values), "a locality without a name"


def periods_are_dates(path, engine):
    for group in recorded_groups(path):
        with dataset(path, engine, group) as ds:
            if group == "yearly":
                first = int(ds.year.values[0])
                assert str(ds.year_name.values[0]) == f"{first}/{(first + 1) % 100:02d}"
                continue
            period = ds[PERIODS[group]]
            assert period.dtype.kind == "M", f"/{group}: {period.dtype}"
            assert str(period.values[0]).endswith("-04-01T00:00:00.000000000"), period.values[0]


def money_is_pounds_and_quantities_are_numbers(path, engine):
    import numpy

    for group in recorded_groups(path):
        with dataset(path, engine, group) as ds, dataset(path, engine, group, mask_and_scale=False) as raw:
            for name, variable in ds.data_vars.items():
                stored = raw[name]
                assert variable.attrs["units"], f"{name} has no unit"
                assert variable.dtype.kind == "f", f"{name} decoded to {variable.dtype}: a span of time?"
                if variable.attrs["units"] != "GBP":
                    assert stored.dtype == "float32", f"{name} is {stored.dtype}"
                    continue
                assert stored.dtype == "int64", f"{name} is {stored.dtype}"
                missing = stored.values == numpy.iinfo("int64").min
                pounds = numpy.where(missing, numpy.nan, stored.values / 100)
                numpy.testing.assert_allclose(variable.values, pounds, rtol=1e-15)


def catalogue_describes_every_variable(path, engine):
    with dataset(path, engine, "catalogue/recorded") as recorded, dataset(path, engine, "catalogue/derived") as derived:
        names = {str(name) for name in recorded.metric.values}
        units = dict(zip(recorded.metric.values, recorded.unit.values))
        for group in recorded_groups(path):
            with dataset(path, engine, group) as ds:
                assert set(ds.data_vars) == names, set(ds.data_vars) ^ names
                for name, variable in ds.data_vars.items():
                    assert variable.attrs["units"] == units[name], name
                    assert variable.attrs["better"] in ("up", "down", "neither"), name
        assert set(derived.a.values) | set(derived.b.values) <= names


def inputs_are_whole(path, engine):
    import hashlib

    with dataset(path, engine, "inputs") as ds:
        for name, text, sha256 in zip(ds.file.values, ds.text.values, ds.sha256.values):
            if len(sha256) == 64:
                assert hashlib.sha256(text.encode()).hexdigest() == sha256, name
        assert ds.sizes["file"] > 0


def root_says_where_it_is_from(path, engine):
    with dataset(path, engine, "") as ds:
        for name in ("Conventions", "title", "institution", "source", "history", "references", "comment"):
            assert name in ds.attrs, name
        assert ds.attrs["Conventions"].startswith("CF-")
        assert ds.attrs["caremarket_schema"] == "caremarket.results/1"
        assert 0 <= int(ds.attrs["caremarket_seed"]) < 2**63
        assert ds.attrs["caremarket_baseline"] in ds.strategy.values


def ncdump_lists_everything(path):
    header = output(["ncdump", "-h", path])
    for line in ("group: yearly {", "string strategy(strategy) ;", 'gross_spend:units = "GBP" ;'):
        assert line in header, f"ncdump -h does not show: {line}"
    assert "phony_dim" not in header
    assert "spot" in output(["ncdump", "-v", "channel", path])


def h5dump_lists_everything(path):
    header = output(["h5dump", "-H", path])
    for name in ('GROUP "yearly"', 'DATASET "gross_spend"', 'ATTRIBUTE "DIMENSION_LIST"'):
        assert name in header, f"h5dump -H does not show: {name}"


def readers_agree(path):
    """Every value, by three libraries, is the same; and years are made of periods."""
    import h5py
    import numpy

    with h5py.File(path, "r") as file:
        for group in recorded_groups(path):
            for engine in ENGINES:
                with dataset(path, engine, group, mask_and_scale=False) as ds:
                    for name in ds.data_vars:
                        numpy.testing.assert_array_equal(ds[name].values, file[group][name][()], f"{engine} {name}")
        for group in recorded_groups(path):
            check_years(file, group, numpy)


def check_years(file, group, numpy):
    for name, yearly in file["yearly"].items():
        if "cell_methods" not in yearly.attrs:
            continue
        years = yearly[()]
        in_a_year = file[group][name].shape[3] // years.shape[3]
        periods = file[group][name][()].reshape(years.shape[:4] + (in_a_year,) + years.shape[4:])
        if yearly.attrs["cell_methods"] in (b"year: sum", "year: sum"):
            expected = periods.sum(axis=4, dtype="f8" if years.dtype.kind == "f" else "i8")
        else:
            expected = periods[:, :, :, :, -1]
        if years.dtype.kind == "i":
            missing = (periods == numpy.iinfo("int64").min).any(axis=4)
            assert (years == expected)[~missing].all(), name
        else:
            numpy.testing.assert_allclose(years, expected, rtol=1e-5, atol=1e-5, err_msg=name)


BY_XARRAY = [
    groups_open_with_named_coordinates,
    values_are_selected_by_name,
    periods_are_dates,
    money_is_pounds_and_quantities_are_numbers,
    catalogue_describes_every_variable,
    inputs_are_whole,
    root_says_where_it_is_from,
]
BY_OTHERS = [ncdump_lists_everything, h5dump_lists_everything, readers_agree]


# What the checks use.


def dataset(path, engine, group, **options):
    import xarray

    return xarray.open_dataset(path, engine=engine, group=group or None, **options)


def recorded_groups(path):
    import h5py

    with h5py.File(path, "r") as file:
        return [group for group in PERIODS if group in file]


def output(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}"
    return done.stdout


# The run.


def tiny_results(folder):
    path = os.path.join(folder, "r.h5")
    experiments = sorted(Path(os.environ["SOURCE_DIR"], "scenarios", "experiments").glob("*.toml"))
    tiny = [e for e in experiments if e.stem == "tests-tiny"] or experiments[:1]
    command = [os.environ["CAREMARKET"], "run", str(tiny[0]), "-o", path, *TINY_RUN]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stderr}")
    return path


def check_all(path):
    checks = [(check.__name__, engine) for check in BY_XARRAY for engine in ENGINES]
    checks += [(check.__name__, "") for check in BY_OTHERS]
    failures = 0
    for name, engine in checks:
        command = [sys.executable, os.path.abspath(__file__), "--check", name, path, engine]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name.replace('_', ' ')} {engine and f'[{engine}]'}")
        if done.returncode != 0:
            failures += 1
            print(done.stderr[-2000:] or f"ended with {done.returncode}")
    print(f"{len(checks) - failures} of {len(checks)} checks hold")
    return 1 if failures else 0


def main(arguments):
    if arguments[:1] == ["--check"]:
        name, path, engine = arguments[1:]
        globals()[name](path, *([engine] if engine else []))
        return 0
    if "RESULTS_FILE" in os.environ:
        return check_all(os.environ["RESULTS_FILE"])
    with tempfile.TemporaryDirectory() as folder:
        return check_all(tiny_results(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
