"""What a setting may be: numbers from a range, or one of some values.

A space has ``at(u)``, which turns a number u from 0 to less than 1 into a value, so that uniform draws become its own. Its repr
is the call that makes it.
"""

import math
from dataclasses import dataclass

from helpers.checks import is_number


@dataclass(frozen=True, repr=False)
class Range:
    """Numbers from low to high, drawn evenly or, with log, evenly in their logarithms; floats or, with whole, whole numbers."""

    low: float
    high: float
    log: bool = False
    whole: bool = False

    def at(self, u):
        """The value below which the share u of all draws lies."""
        low, high = self.low, self.high + self.whole  # a whole number k stands for k to less than k + 1
        value = low * (high / low) ** u if self.log else low + u * (high - low)
        return min(self.high, math.floor(value) if self.whole else value)

    def __repr__(self):
        if self.whole:
            return f"whole({self.low}, {self.high}{', log=True' if self.log else ''})"
        return f"{'log' if self.log else 'uniform'}({self.low!r}, {self.high!r})"


@dataclass(frozen=True, repr=False)
class Choice:
    """One of some values, each as likely."""

    values: tuple

    def at(self, u):
        """The value number u · how many, cut to a whole number."""
        return self.values[int(u * len(self.values))]

    def __repr__(self):
        return f"choice([{', '.join(map(shown, self.values))}])"


def shown(value):
    """A value in words that are the same in every run: classes and functions by their names."""
    return getattr(value, "__qualname__", None) or repr(value)


def uniform(low, high):
    """Floats from low to high, all as likely. Raises ValueError unless both are finite numbers and low < high."""
    return Range(*_ends("uniform", low, high))


def log(low, high):
    """Floats from low to high, each power of ten as likely as the next: for rates and the like. As uniform, and 0 < low."""
    return Range(*_positive("log", *_ends("log", low, high)), log=True)


def whole(low, high, log=False):
    """Whole numbers from low to high, both among them. log: small ones more often, as in log; low is at least 1 then."""
    low, high = _ends("whole", low, high)
    if low != int(low) or high != int(high):
        raise ValueError(f"whole must have two whole numbers, not {low:g} and {high:g}.")
    low, high = int(low), int(high)
    return Range(*(_positive("whole with log", low, high) if log else (low, high)), log=bool(log), whole=True)


def choice(values):
    """One of these values, a list or tuple that is not empty; all as likely, so twice in the list is twice as likely."""
    if not isinstance(values, list | tuple) or not values:
        raise ValueError(f"choice needs a list of values that is not empty, such as choice([50, 100]), not {values!r:.80}.")
    return Choice(tuple(values))


def _ends(name, low, high):
    for end in (low, high):
        if isinstance(end, bool) or not is_number(end) or not math.isfinite(end):
            raise ValueError(
                f"{name} must have two finite numbers, the lowest and the highest, not {low!r:.40} and {high!r:.40}."
            )
    if not low < high:
        raise ValueError(f"{name}({low}, {high}): the lowest must be less than the highest.")
    return float(low), float(high)


def _positive(name, low, high):
    if low <= 0:
        raise ValueError(f"{name} needs a lowest number above 0, not {low:g}: 0 has no logarithm.")
    return low, high


def require_space(space):
    """Raise TypeError or ValueError unless space is {name of a setting: space}."""
    if not isinstance(space, dict):
        raise TypeError(f'space must be a dictionary such as {{"lr": log(1e-3, 1)}}, not {space!r:.80}.')
    for name, one in space.items():
        if not isinstance(name, str) or not name.isidentifier() or name == "rng":
            raise ValueError(f"settings are handed on by name, so {name!r:.40} cannot be one: a word is needed, other than rng.")
        if not callable(getattr(one, "at", None)) or isinstance(one, type):
            raise TypeError(
                f"space[{name!r}] must be uniform(low, high), log(low, high), whole(low, high) or choice([…]), "
                f"not {one!r:.80}. A setting that stays the same is choice([value])."
            )
