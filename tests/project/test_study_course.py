"""data/studies/course.json, the table that closes lesson 14, and tools/study_course.py, which makes it."""

import json
from dataclasses import replace

import numpy as np
import pytest
import study_course

from helpers.datasets import load_digits
from helpers.networks import MultiLayerNet, SimpleConvNet


@pytest.fixture(scope="module")
def study():
    return json.loads(study_course.STUDY.read_text("utf-8"))


def test_weights_are_those_of_the_networks(study):
    weights = {row["lesson"]: row["weights"] for row in study["rows"]}
    deep, conv = MultiLayerNet([784, 256, 128, 64, 10], 0), SimpleConvNet(rng=0)
    count = study_course.weights
    assert weights == {"00": 0, "06": 280, "09": 39_760, "10": count(deep), "13": count(conv), "14": count(conv)}
    assert study["about"] == study_course.ABOUT


def test_every_share_is_a_share_of_the_test_images(study):
    for row in study["rows"]:
        assert all(50 < value <= 100 for key in ("digits", "mnist") for value in row.get(key, []))
        assert all(abs(value * 3 - round(value * 3)) < 0.02 for value in row.get("digits", []))  # of 300 images
        assert len(row["mnist"]) == (1 if row["lesson"] == "00" else 5 if row["lesson"] == "10" else len(study_course.SEEDS))


def test_the_nearest_image_is_found_by_its_definition():
    rng = np.random.default_rng(0)
    train, labels, images = rng.random((7, 5)), np.arange(7), rng.random((11, 5))
    expected = [labels[np.argmin([np.sum((image - one) ** 2) for one in train])] for image in images]
    assert study_course.nearest(train, labels, images, block=4).tolist() == expected


def test_the_tool_runs(monkeypatch, study):
    """On a few bundled digits under MNIST's name, for a few iterations."""
    monkeypatch.setattr(study_course, "length", lambda data: 60)
    few = {}
    for flat in (True, False):
        data = load_digits(flatten=flat)
        few[flat] = {"mnist": replace(data, x_train=data.x_train[:300], t_train=data.t_train[:300])}
    rows = list(study_course.rows(few[True], few[False], seeds=(0,)))
    assert [(row["lesson"], row["name"]) for row in rows] == [(row["lesson"], row["name"]) for row in study["rows"]]
    assert all(row["mnist"][0] > 50 for row in rows)
    trials = study_course.sprint(few[False]["mnist"], seeds=(0,), iterations=20)
    assert [(trial["optimizer"], trial["rate"]) for trial in trials] == [
        (trial["optimizer"], trial["rate"]) for trial in study["sprint"]
    ]
