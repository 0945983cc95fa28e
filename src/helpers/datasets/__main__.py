"""The command ``python -m helpers.datasets``: say what data are here, or download some."""

import argparse
import sys

from helpers.datasets import archives, places, sources
from helpers.datasets.cifar import load_cifar10, read_binary
from helpers.datasets.files import DamagedFile, DatasetUnavailable
from helpers.datasets.loaders import load_digits, load_idx
from helpers.datasets.pets import by_kind, load_pets


def main(arguments=None):
    """Run `python -m helpers.datasets`. Returns 0 when all is well, 1 when not, 130 when stopped by the keyboard."""
    parser = argparse.ArgumentParser("python -m helpers.datasets", description="Say what data are here, or download some.")
    parser.add_argument(
        "name", nargs="?", choices=sorted([*sources.SOURCES, *archives.ARCHIVES]), help="the data set to download"
    )
    name = parser.parse_args(arguments).name
    try:
        if name is None:
            return _report()
        return _get_archive(name) if name in archives.ARCHIVES else _get(name)
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
    for name in archives.ARCHIVES:
        try:
            place = archives.find(name)
            print(f"{archives.not_found(name) if place is None else _seen(name, place)}\n")
        except (DamagedFile, DatasetUnavailable) as error:
            print(f"{error}\n")
            status = 1
    return status


def _seen(name, place):
    """What there is of a data set that comes as an archive, without decoding a photograph."""
    if name == "cifar10":
        read_binary(place)
        return f"Dataset cifar10: 60,000 images of 32 x 32 pixels, 10 classes\n  whole, in {place}"
    if not place.is_dir():
        return f"Dataset pets: packed, in {place}\n  load_pets() unpacks it into {archives.home(name)}"
    cats, dogs = (len(paths) for paths in by_kind(place).values())
    return f"Dataset pets: {cats:,} cats and {dogs:,} dogs; the whole set has 7,390 photographs\n  in {place}"


def _get(name):
    """Download a data set unless it is here. Returns 0; raises what loading raises."""
    before = places.find(name)
    dataset = load_idx(name, None, True, True)
    print(f"{dataset}\n  {'downloaded to' if before is None else 'already here, and whole, in'} {places.find(name)}")
    return 0


def _get_archive(name):
    """The same of a data set that comes as an archive."""
    before = archives.find(name)
    load_cifar10() if name == "cifar10" else load_pets()
    place = archives.find(name)
    print(f"{_seen(name, place)}\n  {'downloaded' if before is None else 'it was already here'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
