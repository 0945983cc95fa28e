"""What a test needs and a computer may lack: MNIST, photographs, a browser."""

import os

import pytest


def missing(reason):
    """A learner's computer may lack a browser or MNIST: skip. Continuous integration may not: fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} (in CI this is a failure, not a skip)")
    pytest.skip(reason)
