"""What came of the trials of a search."""

from dataclasses import dataclass

from helpers.tuning.spaces import shown


@dataclass(frozen=True)
class Trial:
    """One trial: its number, from 0, its settings {name: value}, and what came of it.

    status: "done", with its score, a float; "diverged" (TrainingDiverged, or a score that is not finite), "failed" (another
    error) or "died" (its process did), with the reason in error and no score; "lost": by no fault of its own, to be tried again.
    seconds: the time that it took.
    """

    number: int
    settings: dict
    status: str
    score: float | None = None
    error: str = ""
    seconds: float = 0.0


class Found:
    """What a search has found. trials: a list of Trial, the best first, those without a score at the end.

    interrupted: True when the keyboard ended the search.
    """

    def __init__(self, trials, interrupted=False):
        self.trials = sorted(trials, key=lambda one: (one.score is None, -(one.score or 0), one.number))
        self.interrupted = interrupted

    @property
    def best(self):
        """The Trial with the highest score, the first of equals; None when no trial has a score."""
        return next((one for one in self.trials if one.score is not None), None)

    def table(self):
        """All trials as text, one a line, the best first."""
        names = list(self.trials[0].settings) if self.trials else []
        rows = [["trial", "score", *names, "seconds", "status"]]
        for one in self.trials:
            score = "" if one.score is None else f"{one.score:.4g}"
            settings = [_short(value) for value in one.settings.values()]
            status = one.status + (f": {one.error}" if one.error else "")
            rows.append([str(one.number), score, *settings, f"{one.seconds:.1f}", status])
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1] + [0]  # the last one is ragged
        return "\n".join("  ".join([cell.rjust(width) for cell, width in zip(row, widths, strict=True)]) for row in rows)

    def __repr__(self):
        statuses = [one.status for one in self.trials]
        text = ", ".join(f"{statuses.count(status)} {status}" for status in dict.fromkeys(statuses)) or "no trials"
        if self.best is not None:
            settings = ", ".join(f"{name}={_short(value)}" for name, value in self.best.settings.items())
            text += f"; best {self.best.score:.4g} with {settings or 'no settings'}"
        return f"Found({text}{'; interrupted' if self.interrupted else ''})"


def _short(value):
    return f"{value:.3g}" if isinstance(value, float) else shown(value)
