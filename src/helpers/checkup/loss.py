"""Test on the loss before any training: with softmax it should be near log C for C classes.

Other losses have other starts: a binary cross-entropy for each of C outputs has C · log 2 together, log 2 on the average.

Source: Karpathy, A recipe for training neural networks, 2019.
"""

import numpy as np

from helpers.checkup.case import answers_of, labels, test
from helpers.functions import sigmoid

# The course's networks start between 0.98 and 1.39 times log C, over six seeds each; where half of the data are of one class,
# from 0.82 times. Weights of spread 1 give a hundred times it, and sigmoids of which only the right one counts 0.3 times.
LEAST, MOST = 0.7, 2.0
# Outputs that are all 0 have a squared error of 0.5. He's start gives up to 4.1, as the outputs' own spread counts ten times.
ZEROS, MOST_SQUARES = 0.5, 10.0
BINARY, BINARY_MEAN = "binary cross-entropy", "binary cross-entropy, mean over the outputs"


@test("start loss")
def start_loss(case):
    """Before training a network knows nothing: with softmax its loss should be near log C for C classes."""
    network, (x, t), classes = case.start(), case.part("train", 500), case.classes
    loss, scores = float(network.loss(x, t)), np.asarray(answers_of(network.predict(x)), np.float64)
    penalty = float(network.penalty()) if hasattr(network, "penalty") else 0.0
    kind, own = loss_kind(scores, t, loss - penalty)
    squares = kind == "squared error"
    binary = float(np.log(2)) * (classes if kind == BINARY else 1)
    expected = ZEROS if squares else binary if kind in (BINARY, BINARY_MEAN) else float(np.log(classes))
    numbers = {"loss": loss, "expected": expected, "penalty": penalty, "kind": kind, "classes": classes, "own": own}
    numbers["range"] = (0.0, MOST_SQUARES) if squares else (LEAST * expected, MOST * expected)
    if not np.isfinite(loss):
        return False, f"The loss at the start is {loss}, so there is nothing to learn from.", numbers
    said = f"The loss starts at {loss:.2f}" + (f", {penalty:.2f} of it weight decay" if penalty >= 0.005 else "")
    right = f"log {classes} = {expected:.2f} is what a network that knows nothing should have"
    if squares:
        right = f"outputs that are all 0 would have {ZEROS:.2f}, and the outputs' own spread adds to it"
    elif kind in (BINARY, BINARY_MEAN):
        what, log = ("the sum", f"{classes} · log 2") if kind == BINARY else ("the mean", "log 2")
        right = f"it is {what} of {classes} binary cross-entropies, one for each output, and {log} = {expected:.2f} is what"
        right = f"{right} a network that knows nothing should have"
    low, high = numbers["range"]
    if low <= loss - penalty <= high:
        return True, f"{said}; {right}.", numbers
    too_high = loss - penalty > high
    why = "the outputs are too large at the start" if too_high else "it knows what it cannot know yet"
    if kind == "another":
        fault = "leaves something out" if not too_high else "looks like a sum" if loss > 50 * high else "counts something twice"
        why = f"its scores have a cross-entropy of {own:.2f}, so the loss {fault}"
    return False, f"{said}; {right}. Too {'high' if too_high else 'low'}: {why}.", numbers


def loss_kind(scores, t, loss):
    """Which loss this is, "cross-entropy", "squared error", BINARY, BINARY_MEAN or "another", and the scores' cross-entropy."""
    rows, t = np.arange(len(scores)), labels(t)
    top = scores.max(axis=1, keepdims=True)
    entropy = float(np.mean(np.log(np.exp(scores - top).sum(axis=1)) - (scores - top)[rows, t]))
    if scores.min() >= 0 and np.allclose(scores.sum(axis=1), 1, atol=1e-3):  # probabilities already
        entropy = float(-np.mean(np.log(scores[rows, t] + 1e-30)))
    if np.isclose(loss, entropy, rtol=1e-3):
        return "cross-entropy", entropy
    squares = np.sum((scores - np.eye(scores.shape[1])[t]) ** 2)
    if any(np.isclose(loss, squares / count, rtol=1e-3) for count in (len(scores), 2 * len(scores), scores.size)):
        return "squared error", entropy
    for kind, count in ((BINARY, 1), (BINARY_MEAN, scores.shape[1])):
        if any(np.isclose(loss, binary / count, rtol=1e-3) for binary in _binary(scores, np.eye(scores.shape[1])[t])):
            return kind, entropy
    return "another", entropy


def _binary(scores, ones):
    """The binary cross-entropies of all outputs, added up for each sample: as scores and as sigmoids, and with log(y + 1e-7)."""
    outputs = [sigmoid(scores), *([scores] if scores.min() >= 0 and scores.max() <= 1 else [])]
    found = [-np.log(np.where(ones == 1, y, 1 - y) + 1e-7).sum(axis=1).mean() for y in outputs]
    return [*found, np.sum(np.logaddexp(0, scores) - ones * scores, axis=1).mean()]
