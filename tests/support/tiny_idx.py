"""A made-up data set in MNIST's form, small enough to damage in every way, and a web server that serves it badly."""

import contextlib
import gzip
import hashlib
import http.server
import struct
import threading

import numpy as np

from helpers.datasets.files import IdxFile
from helpers.datasets.sources import Source

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


def idx(array):
    """Return an array of uint8 as the bytes of an IDX file."""
    return struct.pack(f">{1 + array.ndim}I", 2048 + array.ndim, *array.shape) + array.tobytes()


def make(mirrors=("http://127.0.0.1:1/",), size=(6, 5), train=30, test=10, validation=6, algorithm="sha256", seed=1):
    """Return (Source, {file name: unpacked bytes}).

    Height and width differ, so that a mix-up would show. Nobody listens at the usual mirror.
    """
    rng = np.random.default_rng(seed)
    arrays = []
    for count in (train, test):
        arrays.append(rng.integers(0, 256, (count, *size), dtype=np.uint8))
        arrays.append(rng.integers(0, 10, count, dtype=np.uint8))
    contents = {name: idx(array) for name, array in zip(NAMES, arrays, strict=True)}
    files = tuple(
        IdxFile(name, array.shape, f"{algorithm}:{hashlib.new(algorithm, contents[name]).hexdigest()}", 1_000)
        for name, array in zip(NAMES, arrays, strict=True)
    )
    source = Source("Tiny MNIST", tuple("0123456789"), tuple(mirrors), files, validation)
    return source, contents


def pack(data):
    """Return bytes packed by gzip, the same every time."""
    return gzip.compress(data, mtime=0)


def write(folder, contents, packed=False):
    """Write the files of a data set into a folder, made if need be. Returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (folder / f"{name}.gz" if packed else folder / name).write_bytes(pack(data) if packed else data)
    return folder


def packed_pages(contents):
    """Return what a good mirror serves: {path: bytes}."""
    return {f"/{name}.gz": pack(data) for name, data in contents.items()}


@contextlib.contextmanager
def server(pages, send=1.0, say_length=True, stall=None):
    """Serve {path: bytes} on this computer; gives the address, which ends in "/".

    send: the part of each page that is sent before the connection is closed.
    say_length: whether the length of the whole page is announced.
    stall: a threading.Event to wait for after that part, with the connection left open.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            page = pages.get(self.path)
            self.send_response(404 if page is None else 200)
            if say_length:
                self.send_header("Content-Length", str(len(page or b"")))
            self.end_headers()
            self.wfile.write((page or b"")[: int(len(page or b"") * send)])
            self.wfile.flush()
            if stall:
                stall.wait(600)

        def log_message(self, *arguments):
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/"
    finally:
        if stall:
            stall.set()
        httpd.shutdown()
        httpd.server_close()


@contextlib.contextmanager
def nobody():
    """Give the address of a server that is not there."""
    with server({}) as address:
        pass
    yield address
