"""Learning rates that change on the way: functions of the iteration, counted from 1, that give its rate.

    schedule = warm_up(cosine(0.002, iterations=3000), iterations=300)
    steps(network, Adam(), x, t, iterations=3000, schedule=schedule)

Any function of that kind will do. Sources: Goodfellow, Bengio, Courville, Deep Learning, section 8.3.1; Loshchilov and Hutter,
SGDR, 2017 (cosine); Goyal et al., 2017, section 2.2 (warm-up).
"""

import math

from helpers.checks import require_positive, require_whole


def constant(rate):
    """The same rate at each iteration."""
    rate = require_positive("rate", rate)
    return lambda iteration: rate


def step(rate, every, factor=0.1):
    """rate for the first ``every`` iterations, then factor times that for the next ones, and so on."""
    rate, every, factor = require_positive("rate", rate), require_whole("every", every, 1), require_positive("factor", factor)
    return lambda iteration: rate * factor ** ((iteration - 1) // every)


def cosine(rate, iterations):
    """Half a cosine wave, from rate at iteration 1 down to nearly 0 at the last one, where it stays."""
    rate, iterations = require_positive("rate", rate), require_whole("iterations", iterations, 1)
    return lambda iteration: rate * (1 + math.cos(math.pi * (min(iteration, iterations) - 1) / iterations)) / 2


def warm_up(schedule, iterations):
    """Another schedule, its first rates multiplied by 1/iterations, 2/iterations, … 1."""
    if not callable(schedule):
        raise TypeError(f"schedule must be a function of the iteration, such as constant(0.1), not {schedule!r:.80}.")
    iterations = require_whole("iterations", iterations, 1)
    return lambda iteration: schedule(iteration) * min(1, iteration / iterations)
