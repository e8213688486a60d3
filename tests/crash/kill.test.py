#!/usr/bin/env python3
# label: slow no-sanitizer
"""Nothing is lost: `kill -9` at random moments of a run, then --resume, gives the values of a run never interrupted,
and a results file is under its name only when whole.

Moments are drawn over the whole length of a run, from the reading of files to the assembly of the results.
"""

import os
import random
import sys
import time
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "runners"))
from tiny_scenarios import ProgramTest, differing  # noqa: E402

KILLS = int(os.environ.get("KILLS", "30"))
KILLED = -9
RUN = ("run", "tiny", "--replicates", "25", "-o")  # parts of ten: the last has five


class Killing(ProgramTest):
    def setUp(self):
        super().setUp()
        seed = int(os.environ.get("SEED", random.SystemRandom().randrange(10**6)))
        print(f"SEED={seed}")
        self.random = random.Random(seed)

    def kill_once(self, delay, threads):
        """Starts or resumes a run and kills it after a while. Gives where it was hit, or nothing if it was done before."""
        process = self.program.start(*RUN, "R.h5", "--resume", "--threads", threads)
        time.sleep(delay)
        process.kill()
        _, messages = process.communicate(timeout=60)
        if process.returncode == KILLED:
            return self.where()
        self.assertEqual(process.returncode, 0, messages)
        return None

    def where(self):
        """What a kill left behind."""
        folder = self.work / "R.h5.parts"
        if (self.work / "R.h5").exists():
            return "whole file"
        if list(self.work.glob("R.h5.tmp-*")):
            return "assembling"
        if not folder.exists():
            return "nothing yet"
        return "parts" if list(folder.glob("*.part.h5")) else "no part yet"

    def expect_whole(self):
        self.assertEqual(differing(self.work / "R.h5", self.work / "whole.h5"), [])

    def test_killed_runs_resume_to_the_same_values(self):
        begun = time.monotonic()
        result = self.program(*RUN, "whole.h5", "--threads", "2")
        self.assertEqual(result.returncode, 0, result.stderr)
        length = time.monotonic() - begun

        hits = Counter()
        while hits.total() < KILLS:
            hit = self.kill_once(self.random.uniform(0, 1.2 * length), self.random.choice("127"))
            hits.update([hit] if hit else [])
            if (self.work / "R.h5").exists():
                self.expect_whole()
                begin_anew(self.work)
        result = self.program(*RUN, "R.h5", "--resume")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.expect_whole()
        self.assertEqual(self.program.files(), ["R.h5", "whole.h5"])
        print(f"{hits.total()} kills, which left: {dict(hits)}")


def begin_anew(work):
    """Removes the finished file, so that the next kill finds a run under way; what a kill left of its parts stays."""
    (work / "R.h5").unlink()


if __name__ == "__main__":
    unittest.main()
