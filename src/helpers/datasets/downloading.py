"""Downloads: from the first mirror that gives a data set whole, each file whole or not at all."""

import time
from pathlib import Path

from helpers.datasets import archives, sources
from helpers.datasets.files import DamagedFile, DatasetUnavailable, checksum_of, read_bytes, read_idx
from helpers.datasets.places import how_to_get, missing
from helpers.writing import replacing

CHECK_CONNECTION = "Check the connection (a firewall or a proxy may be in the way) and try again later."
CHECK_CERTIFICATE = (
    "A certificate is refused where a school's or a company's proxy signs with its own, or where the computer's clock is wrong. "
    "Ask for the proxy's certificate and let the variable REQUESTS_CA_BUNDLE name its file, or bring the files by hand."
)
CHECK_PROXY = (
    "The variables HTTP_PROXY and HTTPS_PROXY name the proxy, or the system's settings do: check its address and password."
)


def download(name, folder):
    """Download into a folder what it lacks of a data set, from the first mirror that gives it whole.

    Raises DatasetUnavailable when no mirror does, or when the files cannot be saved.
    """
    source = sources.SOURCES[name]

    def from_mirror(mirror):
        for file in missing(name, folder):
            _fetch(f"{mirror}{file.name}.gz", folder / f"{file.name}.gz", file.packed_bytes, _check_download, file)

    _from_one_of(source.mirrors, from_mirror, source.title, folder, how_to_get(name))


def download_archive(name):
    """Download a data set that is one archive into its folder. Returns the archive's path. Errors as for download."""
    source, folder = archives.ARCHIVES[name], archives.home(name)
    path = folder / source.file

    def from_mirror(mirror):
        _fetch(f"{mirror}{source.file}", path, source.bytes, _check_archive, name)

    _from_one_of(source.mirrors, from_mirror, source.title, folder, archives.how_to_get(name))
    return path


def _from_one_of(mirrors, fetch, title, folder, how):
    """Let fetch(mirror) try one mirror after the other. Raises DatasetUnavailable, which ends with `how`, when none will do."""
    import requests  # comes with pooch; imported here, since most sessions download nothing

    failures, advice = [], {}
    for mirror in mirrors:
        try:
            fetch(mirror)
            return
        except requests.RequestException as error:
            reason, what_to_do = _reason(error)
            failures.append(f"  {mirror}: {reason} ({type(error).__name__})")
            advice[what_to_do] = None
        except DamagedFile as error:
            failures.append(f"  {error.path}: {error.fault}")
        except OSError as error:
            if error.strerror is None:  # not the system's: requests has found no certificates to check a mirror's against
                failures.append(f"  {mirror}: {str(error)[:200]}")
                advice[CHECK_CERTIFICATE] = None
                continue
            raise DatasetUnavailable(
                f"{title} cannot be saved in {folder}: {error.strerror}.\n"
                "Make room there, or get the right to write, and try again; nothing half written was left behind. "
                "load_digits() needs no download."
            ) from error
    lines = [f"{title} could not be downloaded. Tried:", *failures, *(advice or {CHECK_CONNECTION: None})]
    raise DatasetUnavailable("\n".join([*lines, how]))


def _reason(error):
    """Say why a mirror gave nothing, and what to do. error: a requests.RequestException. Returns two sentences' texts."""
    from requests import exceptions

    answer = error.response
    if answer is not None and answer.status_code != 407:
        return f"answered {answer.status_code}", CHECK_CONNECTION
    if answer is not None or isinstance(error, exceptions.ProxyError):
        return "the proxy on the way did not let it through", CHECK_PROXY
    if isinstance(error, exceptions.SSLError):
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return "its certificate was refused", CHECK_CERTIFICATE
        return "no secure connection (TLS)", CHECK_CONNECTION
    if isinstance(error, exceptions.Timeout):
        return "no answer in time", CHECK_CONNECTION
    return "no connection, or it broke off", CHECK_CONNECTION


def _fetch(url, path, size, check, expected):
    """Download one packed file of so many bytes, whole or not at all: it gets its name after check(url, part, expected)."""
    import pooch
    from tqdm.auto import tqdm

    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    with replacing(path, "wb") as stream:
        with tqdm(total=size, desc=path.name.removesuffix(".gz"), unit="B", unit_scale=True) as bar:
            pooch.HTTPDownloader(progressbar=bar, chunk_size=2**16, timeout=(10, 30))(url, stream, None)
        stream.flush()  # pooch does so too, but does not promise it
        check(url, Path(stream.name), expected)


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


def _check_archive(url, part, name):
    """Raise DamagedFile, naming the address, unless a downloaded archive is whole."""
    try:
        archives.check(part, name)
    except DamagedFile as error:
        raise DamagedFile(url, error.fault, "") from error


def _sweep(path):
    """Delete what a killed download of this file left behind. An hour old: a younger one may still be running."""
    for part in path.parent.glob(f"{path.name}.*.part"):
        if time.time() - part.stat().st_mtime > 3600:
            part.unlink(missing_ok=True)
