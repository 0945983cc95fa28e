"""Patients: a program, the story that comes with it, and what its illness is."""

import dataclasses
import functools
from dataclasses import dataclass, field

import numpy as np

from helpers.checks import require_whole
from helpers.checkup import Case
from helpers.clinic import programs
from helpers.clinic.stories import ILLNESSES, STORIES
from helpers.datasets import DATA


@dataclass(frozen=True)
class Patient:
    """One program and its record.

    name: its author's first name. story: what the author says. program: the text, as its author wrote it.
    illnesses: the names one can choose from, the same for all patients. answer: the right one of them.
    rule: what this patient teaches. line: the number, from 1, of the line that is ill; None for the healthy one.
    cure: one right way to write that line; None for the healthy one. source: where the mistake was published.
    edited: True where a line was changed by `mended`.
    """

    name: str
    story: str
    program: str
    answer: str
    rule: str
    line: int | None
    cure: str | None
    source: str
    illnesses: tuple = field(default=ILLNESSES, repr=False)
    edited: bool = False

    def listing(self):
        """The program with the numbers of its lines, a string."""
        return "\n".join(f"{number:2}  {line}".rstrip() for number, line in enumerate(self.program.splitlines(), 1))

    def case(self):
        """The program as a helpers.checkup.Case, run anew.

        Raises ProgramError, with the line's number, when it does not run. A program is not stopped while it runs: how long it
        trains is up to its own loop.
        """
        names = programs.run(self.program, self.name)
        data = programs.dataset_of(names["data"])
        return Case(names["Net"], data, names["train"], evaluate=names.get("evaluate"))

    def trouble(self):
        """None where the program runs and one step of a network's life works; otherwise a sentence that says what fails."""
        try:
            case = self.case()
            with np.errstate(all="ignore"):
                network = case.build(np.random.default_rng(0))
                x, t = np.array(case.data.x_train[:20]), np.array(case.data.t_train[:20])
                network.predict(x), network.loss(x, t), network.gradient(x, t)
        except Exception as error:
            return str(error) if isinstance(error, programs.ProgramError) else f"{type(error).__name__}: {error}"
        return None

    def mended(self, line_number, new_line):
        """The patient with one line of the program written anew.

        line_number: from 1. new_line: a string; without spaces at its beginning it gets those of the old line.
        Returns a Patient. Raises ValueError when there is no such line, or when new_line is more than one.
        """
        lines = self.program.splitlines()
        number = require_whole("line_number", line_number, 1)
        if number > len(lines):
            raise ValueError(f"{self.name}'s program has {len(lines)} lines, so there is no line {number}.")
        if not isinstance(new_line, str) or len(new_line.splitlines()) > 1:
            raise ValueError(f"new_line must be one line, a string, but {new_line!r:.60} has come: an operation changes one.")
        old, new = lines[number - 1], new_line.rstrip()
        if new and not new[0].isspace():
            new = old[: len(old) - len(old.lstrip())] + new
        lines[number - 1] = new
        return dataclasses.replace(self, program="\n".join(lines) + "\n", edited=True)

    def results(self, seeds=range(5)):
        """Train from several starts and measure, whatever the program itself would say of its accuracy.

        Returns {"train": […], "val": […]}, shares 0..1 of the training and validation data that are read correctly, one for
        each seed. Raises ProgramError when the program does not run.
        """
        case = self.case()
        found = {"train": [], "val": []}
        for seed in seeds:
            network, _ = case.trained(seed)
            for part, values in found.items():
                values.append(case.accuracy(network, part))
        return found


def patients():
    """The ten patients in the lesson's order, {name: Patient}."""
    return dict(_admitted())


@functools.cache
def _admitted():
    return tuple(_admit(number, *record) for number, record in enumerate(STORIES.items(), 1))


def _admit(number, name, record):
    program = (DATA / "patients" / f"{number:02}_{name.lower()}.py").read_text("utf-8")
    return name, Patient(name=name, program=program, **record)
