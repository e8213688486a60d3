#!/usr/bin/env python3
"""Fails if model/ reaches for threads, files, a terminal or any package above it, by an include or by a symbol.

A model that needs none of these runs anywhere: inside a test, on a cluster, in a browser. Every source and header of
model/ is preprocessed alone and the headers it drew in are looked at; so a header that comes by way of another counts.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ.get("SOURCE_DIR", Path(__file__).resolve().parents[1]))
CXX = os.environ.get("CXX", "c++")

THREADS_AND_FILES = r"(thread|mutex|shared_mutex|condition_variable|future|semaphore|barrier|latch|stop_token|fstream|filesystem)"
FORBIDDEN_HEADER = re.compile(
    rf"(/c\+\+/[^/]+/{THREADS_AND_FILES}$|/tbb/|/hdf5|/H5[A-Z]|/CLI/|/toml|/fmt/|/nlohmann/|/openssl/|/omp\.h$"
    r"|^(scenarios|analysis|runners)/|/(scenarios|analysis|runners)/[^/]*\.hpp$)")
# Random123 draws <iostream> in, so it is looked for in our own lines only.
FORBIDDEN_LINE = re.compile(r"#\s*include\s*<(iostream|ostream|istream|cstdio|stdio\.h|print|syncstream|pthread\.h)>")
FORBIDDEN_SYMBOL = re.compile(r"\bU (pthread_create|fopen|open|write|std::cout|std::cerr|std::thread|std::(__cxx11::)?basic_[io]?fstream"
                              r"|std::filesystem|tbb::|H5[A-Z])")


def forbidden_headers(source):
    command = [CXX, "-std=c++20", "-M", "-x", "c++", f"-I{ROOT}", "-isystem", "/usr/include/eigen3", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return [f"cannot be preprocessed alone: {done.stderr.strip().splitlines()[0]}"]
    drawn_in = done.stdout.split(":", 1)[1].replace("\\\n", " ").split()
    return [header for header in drawn_in if FORBIDDEN_HEADER.search(os.path.normpath(header))]


def self_test():
    """The search itself finds what is planted, directly or by way of another header."""
    with tempfile.TemporaryDirectory() as folder:
        inner, outer = Path(folder) / "inner.hpp", Path(folder) / "outer.cpp"
        inner.write_text("#include <mutex>\n")
        outer.write_text('#include "inner.hpp"\n')
        clean = Path(folder) / "clean.cpp"
        clean.write_text("#include <chrono>\n#include <vector>\n")
        if not forbidden_headers(outer) or forbidden_headers(clean):
            yield "self-test: the search for headers does not find <mutex>, or finds what is not there"


def main():
    wrong = list(self_test())
    files = sorted((ROOT / "model").rglob("*.[ch]pp"))
    if not files:
        wrong.append(f"no sources under {ROOT}/model")
    for file in files:
        name = file.relative_to(ROOT)
        wrong += [f"{name} draws in {header}" for header in forbidden_headers(file)]
        wrong += [f"{name}: {line.group(0)}" for line in FORBIDDEN_LINE.finditer(file.read_text(encoding="utf-8"))]
    if "MODEL_LIBRARY" in os.environ:
        listing = subprocess.run(["nm", "-uC", os.environ["MODEL_LIBRARY"]], capture_output=True, text=True, check=True)
        wrong += [f"{os.environ['MODEL_LIBRARY']} needs {line.strip()}" for line in listing.stdout.splitlines()
                  if FORBIDDEN_SYMBOL.search(line)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
