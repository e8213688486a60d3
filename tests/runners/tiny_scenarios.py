"""A library of scenarios so small that a run takes a fraction of a second, and ways to run the program on it."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["CAREMARKET"]
DONE, FAILED, WRONG_USE, INTERRUPTED, DIFFERENCE = range(5)  # exit codes
SOURCE = 'source = "made up for a test", certainty = "assumption"'

SERVICE = f"""
council_people = {{ value = PEOPLE, {SOURCE} }}
self_funder_share = {{ value = 0.3, {SOURCE} }}
other_buyer_share = {{ value = 0.05, {SOURCE} }}
units_per_person = {{ value = UNITS, {SOURCE} }}
book_price = {{ value = PRICE, {SOURCE} }}
assessed_charge = {{ value = 40.0, {SOURCE} }}
hospital_share = {{ value = 0.35, {SOURCE} }}
temporary_share = {{ value = 0.1, {SOURCE} }}
inherited_block_share = {{ value = 0.1, {SOURCE} }}
use_75_84 = {{ value = 3.0, {SOURCE} }}
use_85 = {{ value = 12.0, {SOURCE} }}
nhs_share = {{ value = 0.0, {SOURCE} }}
self_funder_capital = {{ value = 120000.0, {SOURCE} }}
self_funder_income = {{ value = 200.0, {SOURCE} }}
prices_of = {{ value = 2016, {SOURCE} }}
"""

AT_HOME = f"""
direct_payment_share = {{ value = 0.15, {SOURCE} }}
"""

IN_HOMES = f"""
disregarded_share = {{ value = 0.1, {SOURCE} }}
top_up_share = {{ value = 0.25, {SOURCE} }}
top_up_mean = {{ value = 60.0, {SOURCE} }}
group_share = {{ value = 0.3, {SOURCE} }}
"""


def service(people, units, price):
    return SERVICE.replace("PEOPLE", str(people)).replace("UNITS", str(units)).replace("PRICE", str(price))


PLACE = f"""schema = 1
title = "Tiny"
commissioners = ["Tiny Council"]
inherited = "spot-heavy"

[tables]
localities = "tiny/localities.csv"
population = "tiny/population.csv"
travel = "tiny/travel.csv"
supply = "tiny/supply.csv"

[homecare]
{service(60, 11.0, 16.70)}{AT_HOME}
[residential]
{service(30, 1.0, 549.0)}{IN_HOMES}
[nursing]
{service(16, 1.0, 590.0)}{IN_HOMES}
"""

WHENCE = "made up for a test,assumption"
TABLES = {
    "localities": f"locality,name,area,wealth,house_price,source,certainty\nT1,North,40,1.1,1.2,{WHENCE}\nT2,South,60,0.9,0.8,{WHENCE}\n",
    "travel": f"from,to,minutes,source,certainty\nT1,T2,12.0,{WHENCE}\n",
    "supply": "locality,service,providers,capacity,source,certainty\n"
    + "".join(
        f"{place},{service},{providers},{capacity},{WHENCE}\n"
        for place in ("T1", "T2")
        for service, providers, capacity in (("homecare", 3, 530), ("residential", 2, 28), ("nursing", 1, 16))
    ),
    "population": "locality,band,date,people,source,certainty\n"
    + "".join(
        f"{place},{band},{date},{people},{WHENCE}\n"
        for place in ("T1", "T2")
        for band, people in (("65-74", 700), ("75-84", 400), ("85+", 150))
        for date in ("2015-06-30", "2019-06-30")
    ),
}

LONG_BLOCK = """schema = 1
title = "Long block"
extends = "block-heavy"

[residential]
contract_length = 8.0
"""

EXPERIMENT = """schema = 1
title = "Tiny experiment"
place = "tiny"
outlooks = ["central", "high-wage"]
strategies = ["spot-heavy", "long-block"]
baseline = "spot-heavy"
start = 2016-04-01
years = 1
replicates = 12
seed = 7
"""

SWEEP = """schema = 1
title = "Tiny sweep"
experiment = "tiny"
outlooks = ["central"]
replicates = REPLICATES

[design]
kind = "sobol"
samples = SAMPLES

[design.factors]
FACTORS
"""
DEMAND = '"outlook.all.demand_growth" = { range = [-0.02, 0.04] }'
UPLIFT = '"strategy[long-block].residential.uplift_rule" = { values = ["none", "cpi"] }'


def sweep_of(*factors, samples=4, replicates=3):
    """The text of a sweep of the experiment tiny over these factors."""
    text = SWEEP.replace("SAMPLES", str(samples)).replace("REPLICATES", str(replicates))
    return text.replace("FACTORS", "\n".join(factors))


def write_scenarios(folder):
    """Place, strategy and experiment called tiny, long-block and tiny; the rest is found in the program's own library."""
    folder = Path(folder)
    for name, text in {
        "places/tiny.toml": PLACE,
        "strategies/long-block.toml": LONG_BLOCK,
        "experiments/tiny.toml": EXPERIMENT,
        **{f"places/tiny/{table}.csv": text for table, text in TABLES.items()},
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def environment(scenarios):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREMARKET")}
    return {**kept, "CAREMARKET_SCENARIOS": str(scenarios)}


class Program:
    """The program, run in a folder of its own."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.scenarios = write_scenarios(self.folder / "scenarios")
        self.work = self.folder / "work"
        self.work.mkdir()

    def __call__(self, *arguments, env=None, **options):
        return subprocess.run(
            [PROGRAM, *map(str, arguments)],
            cwd=self.work,
            env={**environment(self.scenarios), **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
            **options,
        )

    def start(self, *arguments):
        return subprocess.Popen(
            [PROGRAM, *map(str, arguments)],
            cwd=self.work,
            env=environment(self.scenarios),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def files(self):
        return sorted(str(path.relative_to(self.work)) for path in self.work.rglob("*"))


class ProgramTest(unittest.TestCase):
    """Tests of the program, each in a folder of its own."""

    command = ()  # the words that stand before all arguments of does()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Program(folder.name)
        self.work = self.program.work

    def does(self, code, *arguments, **options):
        """Runs the program, which must end with this exit code."""
        result = self.program(*self.command, *arguments, **options)
        self.assertEqual(result.returncode, code, f"{arguments}\n{result.stdout}\n{result.stderr}")
        return result

    def refuses(self, *arguments, says, **options):
        """Exit code 2, nothing written anywhere in the folder, nothing on standard output, and the message."""
        before = self.program.files()
        result = self.does(WRONG_USE, *arguments, **options)
        self.assertEqual(self.program.files(), before)
        self.assertEqual(result.stdout, "")
        for text in [says] if isinstance(says, str) else says:
            self.assertIn(text, result.stderr)
        return result


def all_values(path):
    """Every dataset of a results file by name. Needs Debian's h5py."""
    import h5py

    def values_in(group):  # visititems() would leave out the second name of a dataset
        for name, item in group.items():
            if isinstance(item, h5py.Dataset):
                yield item.name, item[()]
            else:
                yield from values_in(item)

    with h5py.File(path, "r") as file:
        return {name.lstrip("/"): value for name, value in values_in(file)}


def differing(one, other):
    """Names of the datasets in which two results files differ, bit for bit."""
    import numpy

    a, b = all_values(one), all_values(other)
    names = sorted(set(a) | set(b))
    return [name for name in names if name not in a or name not in b or not same(numpy, a[name], b[name])]


def same(numpy, a, b):
    a, b = numpy.asarray(a), numpy.asarray(b)
    if a.dtype != b.dtype or a.shape != b.shape:
        return False
    return a.tolist() == b.tolist() if a.dtype == object else a.tobytes() == b.tobytes()
