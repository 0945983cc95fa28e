"""The files of the project: what git knows or would add, or, where there is no git, what no tool has made."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_BY_TOOLS = {".git", ".venv", "build", "dist", "__pycache__", ".ipynb_checkpoints"}


@functools.cache
def files():
    """Paths relative to the root, as strings with forward slashes, sorted."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        names = [path.as_posix() for path in found if not any(part in MADE_BY_TOOLS for part in path.parts)]
    return sorted(name for name in names if name and (ROOT / name).is_file())


def read(name):
    """The text of a file, or None when it is not text."""
    raw = (ROOT / name).read_bytes()
    return None if b"\0" in raw[:4000] else raw.decode("utf-8", "replace")
