"""Where data sets of IDX files are: in a folder of this computer, or on a mirror.

`SOURCES` says for each data set which four files it has, what their bytes must be, and who serves them.
`find` looks on this computer, `download` asks the mirrors.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from helpers.datasets.files import DamagedFile, DatasetUnavailable, IdxFile, checksum_of, read_bytes, read_idx

DATA = Path(__file__).resolve().parents[3] / "data"
DIGIT_NAMES = tuple("0123456789")


@dataclass(frozen=True)
class Source:
    """A data set of four IDX files: where it is served, and what each file must be (training part first)."""

    title: str
    class_names: tuple
    mirrors: tuple
    files: tuple
    validation: int = 5_000  # images taken from the training part


SOURCES = {
    "mnist": Source(
        title="MNIST",
        class_names=DIGIT_NAMES,
        mirrors=(
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://raw.githubusercontent.com/fgnt/mnist/master/",
        ),
        files=(
            IdxFile(
                "train-images-idx3-ubyte",
                (60_000, 28, 28),
                "sha256:ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                9_912_422,
            ),
            IdxFile(
                "train-labels-idx1-ubyte",
                (60_000,),
                "sha256:65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                28_881,
            ),
            IdxFile(
                "t10k-images-idx3-ubyte",
                (10_000, 28, 28),
                "sha256:0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                1_648_877,
            ),
            IdxFile(
                "t10k-labels-idx1-ubyte",
                (10_000,),
                "sha256:ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                4_542,
            ),
        ),
    ),
    # Of Fashion-MNIST only the MD5 of the unpacked bytes is published. That finds every accident, though not a
    # forgery, so a download is also held against the SHA-256 of the packed file, as it comes from the mirror.
    "fashion_mnist": Source(
        title="Fashion-MNIST",
        class_names=tuple("T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot".split(",")),
        mirrors=(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ),
        files=(
            IdxFile(
                "train-images-idx3-ubyte",
                (60_000, 28, 28),
                "md5:f4a8712d7a061bf5bd6d2ca38dc4d50a",
                26_421_880,
                "sha256:3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            ),
            IdxFile(
                "train-labels-idx1-ubyte",
                (60_000,),
                "md5:9018921c3c673c538a1fc5bad174d6f9",
                29_515,
                "sha256:a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            ),
            IdxFile(
                "t10k-images-idx3-ubyte",
                (10_000, 28, 28),
                "md5:8181f5470baa50b63fa0f6fddb340f0a",
                4_422_102,
                "sha256:346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            ),
            IdxFile(
                "t10k-labels-idx1-ubyte",
                (10_000,),
                "md5:15d484375f8d13e6eb1aabb0c3f46965",
                5_148,
                "sha256:67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            ),
        ),
    ),
}


def _places(name, folder):
    """Return the folders to look in, best first."""
    if folder is not None:
        return [Path(folder)]
    named = os.environ.get("HELPERS_DATA")
    return ([Path(named).expanduser() / name] if named else []) + [DATA / name]


def find(name, folder=None):
    """Return the first folder that holds all four files of a data set, or None.

    Raises DatasetUnavailable when a folder that is there may not be looked into.
    """
    return next((place for place in _places(name, folder) if not missing(name, place)), None)


def missing(name, place):
    """Return those of the four files of a data set that a folder does not hold, packed or unpacked."""
    try:
        present = set(os.listdir(place))
    except FileNotFoundError:
        present = set()
    except OSError as error:
        raise DatasetUnavailable(
            f"{place} cannot be looked into: {error.strerror}.\n"
            f"It must be a folder, with the four files of {SOURCES[name].title} in it, that you have the right to read. "
            "Mend that, or name another with folder= or the variable HELPERS_DATA; load_digits() needs no files."
        ) from error
    return [file for file in SOURCES[name].files if not present & {file.name, f"{file.name}.gz"}]


def path_of(place, file):
    """Return the path of one file in a folder: the unpacked one if it is there, else the packed one."""
    return place / (file.name if file.name in os.listdir(place) else f"{file.name}.gz")


def not_found(name, folder=None):
    """Say where a data set was looked for, and what to do."""
    source = SOURCES[name]
    lines = [f"{source.title} is not on this computer. Looked in:"]
    for place in _places(name, folder):
        lacking = ", ".join(file.name for file in missing(name, place))
        lines.append(f"  {place}: " + (f"missing {lacking}" if place.exists() else "no such folder"))
    lines.append(_how_to_get(name))
    return "\n".join(lines)


def _how_to_get(name):
    source = SOURCES[name]
    size = sum(file.packed_bytes for file in source.files) / 1e6
    return (
        f"To get it ({size:.0f} MB): python -m helpers.datasets {name}\n"
        f"By hand: put the four .gz files of {source.mirrors[0]} into {DATA / name}\n"
        "Without it: load_digits() needs no download."
    )


def download(name, folder):
    """Download into a folder what it lacks of a data set, from the first mirror that gives it whole.

    Raises DatasetUnavailable when no mirror does, or when the files cannot be saved.
    """
    import requests  # comes with pooch; imported here, since most sessions download nothing

    source, failures = SOURCES[name], []
    for mirror in source.mirrors:
        try:
            for file in missing(name, folder):
                _fetch(f"{mirror}{file.name}.gz", folder / f"{file.name}.gz", file)
            return
        except requests.RequestException as error:
            answer = getattr(error, "response", None)
            reason = f"answered {answer.status_code}" if answer is not None else "no connection, or it broke off"
            failures.append(f"  {mirror}: {reason} ({type(error).__name__})")
        except DamagedFile as error:
            failures.append(f"  {error.path}: {error.fault}")
        except OSError as error:
            raise DatasetUnavailable(
                f"{source.title} cannot be saved in {folder}: {error.strerror}.\n"
                "Make room there, or get the right to write, and try again; nothing half written was left behind. "
                "load_digits() needs no download."
            ) from error
    lines = [f"{source.title} could not be downloaded. Tried:", *failures]
    lines.append("Check the connection (a firewall or a proxy may be in the way) and try again later.")
    raise DatasetUnavailable("\n".join([*lines, _how_to_get(name)]))


def _fetch(url, path, file):
    """Download one packed file, whole or not at all: it gets its name only when every byte was checked."""
    import pooch
    from tqdm.auto import tqdm

    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    # The process's number keeps two downloads at the same time apart.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with (
            open(part, "wb") as stream,
            tqdm(total=file.packed_bytes, desc=file.name, unit="B", unit_scale=True) as bar,
        ):
            pooch.HTTPDownloader(progressbar=bar, chunk_size=2**16, timeout=(10, 30))(url, stream, None)
        _check_download(url, part, file)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _check_download(url, part, file):
    """Raise DamagedFile, naming the address, unless a downloaded file is whole."""
    try:
        read_idx(part, file, "")
    except DamagedFile as error:
        raise DamagedFile(url, error.fault, "") from error
    if file.packed_checksum:
        checksum = checksum_of(read_bytes(part), file.packed_checksum)
        if checksum != file.packed_checksum:
            fault = f"the checksum of the packed file is {checksum}, expected {file.packed_checksum}"
            raise DamagedFile(url, fault, "")


def _sweep(path):
    """Delete what a killed download of this file left behind. An hour old: a younger one may still be running."""
    for part in path.parent.glob(f"{path.name}.*.part"):
        if time.time() - part.stat().st_mtime > 3600:
            part.unlink(missing_ok=True)
