"""Check-up: tests that find out what ails a network, each with a verdict in a sentence.

    case = Case(lambda rng: TwoLayerNet(64, 50, 10, rng), load_digits())
    for finding in examine(case):
        print(finding.healthy, finding.test, finding.verdict)
    plots.finding(slopes(case))

A case says how the network is built, on which data and how it is trained. Tests work on copies and leave alone what they are
given. TESTS has them by name in the order of the checklist: first what costs nothing, then what trains.
"""

from helpers.checkup.case import Case, Finding
from helpers.checkup.entering import inputs
from helpers.checkup.flow import signals
from helpers.checkup.gradients import doubled_batch, slopes
from helpers.checkup.learning import every_class, several_seeds, shuffled_labels
from helpers.checkup.loss import start_loss
from helpers.checkup.steps import handful, one_step

TESTS = {
    "inputs": inputs,
    "start loss": start_loss,
    "slopes": slopes,
    "doubled batch": doubled_batch,
    "one step": one_step,
    "handful": handful,
    "signals": signals,
    "every class": every_class,
    "several seeds": several_seeds,
    "shuffled labels": shuffled_labels,
}

__all__ = [
    "TESTS", "Case", "Finding", "examine", "inputs", "start_loss", "slopes", "doubled_batch", "one_step", "handful", "signals",
    "every_class", "several_seeds", "shuffled_labels",
]  # fmt: skip


def examine(case):
    """All tests on a case, a list of Findings in the order of TESTS."""
    return [test(case) for test in TESTS.values()]
