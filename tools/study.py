"""What the studies share: a share of images in percent, clocks, and a file that is filled part by part."""

import json
import time

import numpy as np

from helpers.writing import replacing


def percent(share):
    """A share of 1 as the studies' files hold it: a number in percent, two digits after the point."""
    return round(100 * share, 2)


def now():
    """The wall clock and the processor's, in seconds: an array (2,)."""
    return np.array([time.perf_counter(), time.process_time()])


def written(path):
    """What a study's file holds by now, a dict."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def put(path, parts):
    """Put parts, a dict, into a study's file; all else in it stays."""
    text = json.dumps(written(path) | parts, indent=1, sort_keys=True)
    with replacing(path) as file:
        file.write(text + "\n")
