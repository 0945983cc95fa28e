"""What the tests of helpers.checkup find: on broken copies, on the course's networks, and on sound ones that only look odd.

    OPENBLAS_NUM_THREADS=1 python tools/study_checkup.py      prints the table; about two minutes on one core

tools/study_clinic.py puts the same table into data/studies/clinic.json.
"""

import time

import numpy as np
from broken_copies import BROKEN
from sound_networks import ODD, SOUND

from helpers.checkup import TESTS


def examined(make):
    """All tests on the case that make() gives: ({test: healthy}, {test: seconds of one processor core})."""
    case, found, seconds = make(), {}, {}
    for name, test in TESTS.items():
        before = time.process_time()
        found[name] = test(case).healthy
        seconds[name] = time.process_time() - before
    return found, seconds


def table():
    """The part of the study that speaks of networks and not of patients.

    Returns a dict: "tests", their names in order; "broken", "sound", "odd": for each case {"found": [tests that call it not
    healthy], "unjudged": [tests that cannot judge it]}; "cpu_seconds": {test: [median, most]} over all cases.
    """
    result, spent = {"tests": list(TESTS)}, {name: [] for name in TESTS}
    for kind, cases in (("broken", BROKEN), ("sound", SOUND), ("odd", ODD)):
        result[kind] = {}
        for name, make in cases.items():
            found, seconds = examined(make)
            for test, value in seconds.items():
                spent[test].append(value)
            result[kind][name] = {
                "found": [test for test, healthy in found.items() if healthy is False],
                "unjudged": [test for test, healthy in found.items() if healthy is None],
            }
    result["cpu_seconds"] = {test: [round(float(np.median(values)), 2), round(max(values), 2)] for test, values in spent.items()}
    return result


if __name__ == "__main__":
    found = table()
    for kind in ("broken", "sound", "odd"):
        for name, entry in found[kind].items():
            print(f"{kind:7}{name:58}{', '.join(entry['found']) or '-'}")
    print("median and most CPU seconds:", found["cpu_seconds"])
