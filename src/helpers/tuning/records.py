"""A search's file: a first line that says which search it is, then a line of JSON for each trial that is over."""

import json
from pathlib import Path

from helpers.tuning.spaces import shown
from helpers.writing import replacing


class Records:
    """The lines of a file, {trial's number: what is known of it}; a new one is begun when there is none.

    path: the file, or None for none at all. head: what the search is, a dictionary. A last line that was cut off in the middle of
    writing is taken away. Raises ValueError when the file is of another search, or of none.
    """

    def __init__(self, path, head):
        self.path, self.lines = path if path is None else Path(path), {}
        if path is None:
            return
        first = json.dumps({"search": head}) + "\n"
        found = self.path.read_bytes() if self.path.exists() else b""
        whole = found[: found.rfind(b"\n") + 1]
        if not whole:
            if not first.encode().startswith(found):
                raise ValueError(self._is_none(found[:40]))
            with replacing(self.path) as file:
                file.write(first)
            return
        lines = whole.splitlines()
        self._compare(self._parsed(lines[0], 1).get("search"), head)
        for place, line in enumerate(lines[1:], 2):
            values = self._parsed(line, place)
            if not {"trial", "status", "score", "error", "seconds"} <= values.keys():
                raise ValueError(self._is_none(line[:40], place))
            values.pop("settings", None)  # for those who read the file: they follow from seed and number
            self.lines[values.pop("trial")] = values
        if len(whole) < len(found):
            with open(self.path, "r+b") as file:
                file.truncate(len(whole))

    def add(self, number, **values):
        """Append a line at once; nothing when there is no file."""
        if self.path is None:
            return
        with open(self.path, "a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps({"trial": number, **values}, default=shown) + "\n")

    def _parsed(self, line, place):
        try:
            values = json.loads(line)
        except ValueError:
            values = None
        if not isinstance(values, dict):
            raise ValueError(self._is_none(line[:40], place))
        return values

    def _is_none(self, line, place=1):
        return f"{self.path} is not a file of a search, or is damaged: its line {place} begins with {line!r}. Name another file."

    def _compare(self, old, new):
        if not isinstance(old, dict):
            raise ValueError(f"{self.path} is not a file of a search. Name another file.")
        for what in new:
            if old.get(what) != new[what]:
                raise ValueError(
                    f"{self.path} belongs to a search with another {what}, {old.get(what)}, and not {new[what]}. "
                    f"Go on with that one, or name another file."
                )
