#!/usr/bin/env python3
"""Fails if an include goes upwards, two folders include each other, or an outside library is used behind its door.

First the rules are tried on a small made-up tree with one violation of each planted (--self-test: only that), then on
the repository (SOURCE_DIR, or the folder above this one).
"""

import os
import re
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

LAYERS = ["model", "scenarios", "analysis", "runners"]  # each may include itself and those before it
SEEN_FROM_ALL_OF_RUNNERS = "build_facts.hpp"  # written by the build

# What the plain values of model/inputs and model/catalogue may know of the model: names, units and dates.
VALUE_HEADERS = re.compile(r"model/((inputs|catalogue)/.*|(ids|units|kinds|enum_array|clock|calendar)\.hpp)$")

# Outside library → its headers, its name in code, and the files that may use it.
Door = namedtuple("Door", "library header name files")
DOORS = [
    Door("oneTBB", r"(oneapi/)?tbb[/.]", r"\btbb::", r"runners/"),
    Door("HDF5", r"(hdf5|H5)", r"\bhid_t\b", r"analysis/"),
    Door("toml++", r"toml(\+\+|\.hpp)", r"\btoml::", r"scenarios/read"),
    Door("CLI11", r"CLI/", r"\bCLI::", r"runners/command_line"),
    Door("Boost.Graph", r"boost/graph/", None, r"model/geography"),
    Door("Eigen", r"(unsupported/)?Eigen/", r"\bEigen::", r"model/population|analysis/sensitivity"),
]
ONE_FILE_ONLY = {"OpenSSL": r"openssl/"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def sources(root):
    for layer in LAYERS:
        for path in sorted((root / layer).rglob("*.[ch]pp")):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def resolved(root, file, header):
    """The header as named from the root, if it is one of ours."""
    beside = os.path.normpath(os.path.join(os.path.dirname(file), header))
    if (root / beside).is_file():
        return Path(beside).as_posix()
    return header if header.split("/")[0] in LAYERS else None


def folder(file):
    return os.path.dirname(file)


def stem(file):
    return file.rsplit(".", 1)[0]


def wrong_way(file, header):
    """Why this file may not include that header of ours; nothing if it may."""
    if LAYERS.index(header.split("/")[0]) > LAYERS.index(file.split("/")[0]):
        return "goes upwards"
    if file.startswith("model/rules/") and (header == "model/market.hpp" or header.startswith("model/phases/")):
        return "a rule knows neither the market nor a phase"
    if file.startswith("model/phases/") and header.startswith("model/phases/") and stem(file) != stem(header):
        return "phases never include each other: what one leaves for the next is in the market"
    if file.startswith(("model/inputs/", "model/catalogue/")) and not VALUE_HEADERS.match(header):
        return "inputs and catalogue know only names, units and dates"
    return None


def mutual(folders):
    """Pairs of folders, neither inside the other, that include each other."""
    for one, other in sorted(folders):
        inside = (one + "/").startswith(other + "/") or (other + "/").startswith(one + "/")
        if one < other and not inside and (other, one) in folders:
            yield f"{one} and {other} include each other"


def violations(root):
    found = []
    folders = set()
    users = {library: set() for library in ONE_FILE_ONLY}
    for file, text in sources(root):
        for header in INCLUDE.findall(text):
            ours = resolved(root, file, header)
            if ours:
                folders.add((folder(file), folder(ours)))
                reason = wrong_way(file, ours)
                if reason:
                    found.append(f"{file} includes {ours}: {reason}")
            elif header == SEEN_FROM_ALL_OF_RUNNERS and not file.startswith("runners/"):
                found.append(f"{file} includes {header}: goes upwards")
            for door in DOORS:
                if re.match(door.header, header) and not re.match(door.files, file):
                    found.append(f"{file} includes {header}: {door.library} is used behind its door, {door.files}")
            for library, pattern in ONE_FILE_ONLY.items():
                if re.match(pattern, header):
                    users[library].add(file)
        code = COMMENT_OR_STRING.sub(" ", text)
        for door in DOORS:
            if door.name and re.search(door.name, code) and not re.match(door.files, file):
                found.append(f"{file} names {door.library} behind its door, {door.files}")
    found += mutual(folders)
    for library, files in users.items():
        if len(files) > 1:
            found.append(f"{library} is used in more than one file: {', '.join(sorted(files))}")
    return found


CLEAN = {
    "model/clock.hpp": "#include <chrono>\n",
    "model/market.hpp": '#include "model/inputs/place.hpp"\n',
    "model/inputs/place.hpp": '#include "model/clock.hpp"\n',
    "model/geography.cpp": "#include <boost/graph/adjacency_list.hpp>\n",
    "model/population.cpp": "#include <Eigen/Dense>\n",
    "model/rules/bidding.hpp": '#include "model/clock.hpp"\n',
    "model/phases/labour.hpp": '#include "model/market.hpp"\n#include "model/rules/bidding.hpp"\n',
    "model/phases/labour.cpp": '#include "model/phases/labour.hpp"\n// tbb::parallel_for is not for here\n',
    "scenarios/read.cpp": '#include <toml++/toml.h>\n#include "model/market.hpp"\n',
    "scenarios/hash.cpp": "#include <openssl/evp.h>\n",
    "analysis/results_file.cpp": '#include <hdf5.h>\n#include "scenarios/read.hpp"\n',
    "runners/ensemble.cpp": '#include <tbb/parallel_for.h>\n#include "analysis/compare.hpp"\n#include "build_facts.hpp"\n',
    "runners/command_line.cpp": "#include <CLI/CLI.hpp>\n",
}
PLANTED = {  # file → its text, and what must be said of it
    "model/upwards.cpp": ('#include "scenarios/read.hpp"\n', "goes upwards"),
    "scenarios/upwards.cpp": ('#  include "analysis/compare.hpp"\n', "goes upwards"),
    "analysis/upwards.cpp": ('#include "../runners/ensemble.hpp"\n', "goes upwards"),
    "analysis/facts.cpp": ('#include "build_facts.hpp"\n', "goes upwards"),
    "model/rules/greedy.cpp": ('#include "model/market.hpp"\n', "a rule knows neither"),
    "model/rules/phased.cpp": ('#include "model/phases/labour.hpp"\n', "a rule knows neither"),
    "model/phases/capacity.cpp": ('#include "model/phases/labour.hpp"\n', "phases never include each other"),
    "model/inputs/curious.hpp": ('#include "model/market.hpp"\n', "inputs and catalogue know only"),
    "model/catalogue/curious.cpp": ('#include "model/step.hpp"\n', "inputs and catalogue know only"),
    "model/rules/beside.hpp": ('#include "model/inputs/place.hpp"\n', None),
    "model/inputs/beside.hpp": ('#include "model/rules/beside.hpp"\n', "include each other"),
    "model/threads.cpp": ("#include <oneapi/tbb/task_group.h>\n", "oneTBB is used behind its door"),
    "analysis/threads.cpp": ("void f() { tbb::task_group g; }\n", "names oneTBB"),
    "runners/files.cpp": ("#include <H5DSpublic.h>\n", "HDF5 is used behind its door"),
    "scenarios/check.cpp": ("#include <toml++/toml.h>\n", "toml++ is used behind its door"),
    "runners/main.cpp": ("#include <CLI/App.hpp>\n", "CLI11 is used behind its door"),
    "model/market.cpp": ("#include <boost/graph/graph_traits.hpp>\n", "Boost.Graph is used behind its door"),
    "model/build.cpp": ("#include <Eigen/Core>\n", "Eigen is used behind its door"),
    "analysis/digest.cpp": ("#include <openssl/sha.h>\n", "OpenSSL is used in more than one file"),
}


def write(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def self_test():
    """What is wrong with the rules themselves."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write(root, CLEAN)
        wrong = [f"self-test: said of a clean tree: {said}" for said in violations(root)]
        write(root, {"runners/ensemble.hpp": "", **{file: text for file, (text, _) in PLANTED.items()}})
        said = violations(root)
        for file, (_, expected) in PLANTED.items():
            about = file if expected != "include each other" else folder(file)
            if expected and not any(about in line and expected in line for line in said):
                wrong.append(f"self-test: the violation planted in {file} was not found ({expected})")
    return wrong


def main():
    wrong = self_test()
    if "--self-test" not in sys.argv[1:]:
        root = Path(os.environ.get("SOURCE_DIR", Path(__file__).resolve().parents[1]))
        if not any(True for _ in sources(root)):
            wrong.append(f"no sources under {root}")
        wrong += violations(root)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
