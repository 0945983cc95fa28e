"""Test on the loss before any training: with softmax it should be near log C for C classes.

Source: Karpathy, A recipe for training neural networks, 2019.
"""

import numpy as np

from helpers.checkup.case import answers_of, labels, test

# The course's networks start between 0.98 and 1.39 times log C, over six seeds each; where half of the data are of one class,
# from 0.82 times. Weights of spread 1 give a hundred times it, and sigmoids of which only the right one counts 0.3 times.
LEAST, MOST = 0.7, 2.0
# Outputs that are all 0 have a squared error of 0.5. He's start gives up to 4.1, as the outputs' own spread counts ten times.
ZEROS, MOST_SQUARES = 0.5, 10.0


@test("start loss")
def start_loss(case):
    """Before training a network knows nothing: with softmax its loss should be near log C for C classes."""
    network, (x, t), classes = case.start(), case.part("train", 500), case.classes
    loss, scores = float(network.loss(x, t)), np.asarray(answers_of(network.predict(x)), np.float64)
    penalty = float(network.penalty()) if hasattr(network, "penalty") else 0.0
    kind, own = loss_kind(scores, t, loss - penalty)
    squares = kind == "squared error"
    expected = ZEROS if squares else float(np.log(classes))
    numbers = {"loss": loss, "expected": expected, "penalty": penalty, "kind": kind, "classes": classes, "own": own}
    numbers["range"] = (0.0, MOST_SQUARES) if squares else (LEAST * expected, MOST * expected)
    if not np.isfinite(loss):
        return False, f"The loss at the start is {loss}, so there is nothing to learn from.", numbers
    said = f"The loss starts at {loss:.2f}" + (f", {penalty:.2f} of it weight decay" if penalty >= 0.005 else "")
    right = f"log {classes} = {expected:.2f} is what a network that knows nothing should have"
    if squares:
        right = f"outputs that are all 0 would have {ZEROS:.2f}, and the outputs' own spread adds to it"
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
    """Which loss this is, "cross-entropy", "squared error" or "another", and the cross-entropy of the scores."""
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
    return "another", entropy
