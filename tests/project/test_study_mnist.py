"""data/studies/mnist.json: what it says is consistent, true of the weights beside it, and made by the tool."""

import json
import types

import numpy as np
import pytest
import study_mnist

from helpers.checkpoints import load_weights
from helpers.datasets import DatasetUnavailable, load_mnist
from helpers.networks import VGG

FILE = json.loads(study_mnist.STUDY.read_text("utf-8"))


def test_fields():
    assert FILE["about"] == study_mnist.ABOUT and FILE["recipe"] == study_mnist.RECIPE
    assert [run["seed"] for run in FILE["runs"]] == list(study_mnist.SEEDS)
    assert [each["name"] for each in FILE["ingredients"]] == list(study_mnist.INGREDIENTS)
    for each in FILE["ingredients"]:
        assert each["epochs"] == study_mnist.SHORT["epochs"]


def test_what_was_reached():
    tests = [run["test"] for run in FILE["runs"]]
    assert np.mean(tests) >= 99.63 and min(tests) >= 99.6
    assert min(FILE["shifted"]) >= 99.6 and FILE["together"] >= np.mean(tests)
    assert all(run["cpu_seconds"] / 2 < 12 * 60 for run in FILE["runs"])


def test_ingredients_that_matter():
    """As lesson 17 says: without a falling rate the mean of the weights is what counts, and the rest lies within 0.1 %."""
    *others, constant = FILE["ingredients"]
    assert constant["name"] == "the same rate throughout" and constant["validation"] > constant["last_weights"] + 0.4
    assert np.ptp([each["validation"] for each in others]) <= 0.1


def test_the_weights_are_those_of_the_first_run():
    assert study_mnist.SHIPPED.stat().st_size < 2_000_000
    try:
        data = load_mnist(download=False, flatten=False)
    except DatasetUnavailable as error:
        pytest.skip(str(error))
    network = VGG(blocks=study_mnist.BLOCKS)
    load_weights(study_mnist.SHIPPED, network)
    assert network.accuracy(data.x_test, data.t_test) == pytest.approx(FILE["runs"][0]["test"] / 100, abs=2e-4)


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    """The tool in an empty folder, on a few images, for one epoch."""
    rng, data = np.random.default_rng(0), types.SimpleNamespace()
    for name, count in (("train", 500), ("val", 100), ("test", 30)):
        setattr(data, f"x_{name}", rng.random((count, 1, 28, 28), np.float32))
        setattr(data, f"t_{name}", rng.integers(0, 10, count))
    for name in ("STUDY", "SHIPPED", "KEPT"):
        monkeypatch.setattr(study_mnist, name, tmp_path / getattr(study_mnist, name).name)
    for name in ("RECIPE", "SHORT"):
        monkeypatch.setattr(study_mnist, name, getattr(study_mnist, name) | {"epochs": 1})
    monkeypatch.setattr(study_mnist, "load_mnist", lambda **_: data)
    return tmp_path


def test_the_tool_runs_measures_and_keeps_what_was_there(tiny, monkeypatch):
    chosen = ("all of them", "no batch normalization", "no moves at all")
    monkeypatch.setattr(study_mnist, "INGREDIENTS", {name: study_mnist.INGREDIENTS[name] for name in chosen})
    for arguments in (["run", "1"], ["run", "0"], ["run", "2"], ["together"], ["ingredients"]):
        monkeypatch.setattr("sys.argv", ["study_mnist.py", *arguments])
        study_mnist.main()
    made = json.loads((tiny / "mnist.json").read_text("utf-8"))
    assert made.keys() == FILE.keys() and [run["seed"] for run in made["runs"]] == [0, 1, 2]
    assert [run.keys() for run in made["runs"]] == [run.keys() for run in FILE["runs"]]
    assert [each["name"] for each in made["ingredients"]] == list(chosen)
    network = VGG(blocks=study_mnist.BLOCKS)
    load_weights(tiny / study_mnist.SHIPPED.name, network)
    data = study_mnist.load_mnist()
    assert made["runs"][0]["test"] == study_mnist.percent(network.accuracy(data.x_test, data.t_test))


def test_the_tool_says_what_it_can_do(tiny, monkeypatch):
    for arguments in ([], ["run"], ["nothing"]):
        monkeypatch.setattr("sys.argv", ["study_mnist.py", *arguments])
        with pytest.raises(SystemExit, match="python tools/study_mnist.py ingredients"):
            study_mnist.main()
