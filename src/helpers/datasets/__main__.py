"""The command ``python -m helpers.datasets``: say what data are here, or download some."""

import argparse
import sys

from helpers.datasets import places, sources
from helpers.datasets.files import DamagedFile, DatasetUnavailable
from helpers.datasets.loaders import load_digits, load_idx


def main(arguments=None):
    """Run `python -m helpers.datasets`. Returns 0 when all is well, 1 when not, 130 when stopped by the keyboard."""
    parser = argparse.ArgumentParser("python -m helpers.datasets", description="Say what data are here, or download some.")
    parser.add_argument("name", nargs="?", choices=sorted(sources.SOURCES), help="the data set to download")
    name = parser.parse_args(arguments).name
    try:
        return _report() if name is None else _get(name)
    except (DamagedFile, DatasetUnavailable) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Nothing half downloaded was kept.", file=sys.stderr)
        return 130


def _report():
    """Print a line on each data set. Returns 1 when one is damaged or out of reach, else 0."""
    status = 0
    for name in ("digits", *sources.SOURCES):
        try:
            place = sources.DATA if name == "digits" else places.find(name)
            if place is None:
                print(f"{places.not_found(name)}\n")
            else:
                dataset = load_digits() if name == "digits" else load_idx(name, place, True, False)
                print(f"{dataset}\n  whole, in {place}\n")
        except (DamagedFile, DatasetUnavailable) as error:
            print(f"{error}\n")
            status = 1
    return status


def _get(name):
    """Download a data set unless it is here. Returns 0; raises what loading raises."""
    before = places.find(name)
    dataset = load_idx(name, None, True, True)
    print(f"{dataset}\n  {'downloaded to' if before is None else 'already here, and whole, in'} {places.find(name)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
