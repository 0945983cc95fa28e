"""data/studies/convolution.json: what it says is consistent, true of the weights beside it, and made by the tool."""

import json
import types

import numpy as np
import pytest
import study_convolution

from helpers.checkpoints import load_weights
from helpers.datasets import DatasetUnavailable, load_mnist
from helpers.networks import DeepConvNet, SimpleConvNet

FILE = json.loads(study_convolution.STUDY.read_text("utf-8"))
KINDS = {"simple": SimpleConvNet, "deep": DeepConvNet}


@pytest.mark.parametrize("kind", KINDS)
def test_fields(kind):
    assert FILE["about"] == study_convolution.ABOUT
    part, seeds = FILE[kind], study_convolution.SEEDS[kind]
    assert [run["seed"] for run in part["runs"]] == list(range(seeds))
    for run in part["runs"] + part["tried"]:
        assert run["validation"] == run["validation_curve"][-1]
        assert 0 < run["cpu_seconds"] and 0 < run["seconds"]
    assert all(len(run["validation_curve"]) == part["chosen"]["epochs"] for run in part["runs"])
    assert not any("test" in run for run in part["tried"])  # nothing was chosen by looking at test images


def test_the_settings_were_chosen_on_validation_images():
    best = max(run["validation"] for run in FILE["simple"]["tried"])
    assert any(FILE["simple"]["chosen"].items() <= run.items() and run["validation"] == best for run in FILE["simple"]["tried"])


def test_what_was_reached():
    assert min(run["test"] for run in FILE["simple"]["runs"]) >= 99.0
    assert np.median([run["test"] for run in FILE["simple"]["runs"]]) >= 99.1
    assert max(run["cpu_seconds"] for run in FILE["simple"]["runs"]) < 120
    assert min(run["test"] for run in FILE["deep"]["runs"]) >= 99.5
    assert min(run["seconds"] for run in FILE["deep"]["runs"]) < 12 * 60  # the run that had the computer for itself
    assert FILE["deep"]["runs"][0]["cpu_seconds"] / 2 < 12 * 60


@pytest.mark.parametrize("kind", KINDS)
def test_the_weights_are_those_of_the_first_run(kind):
    try:
        data = load_mnist(download=False, flatten=False)
    except DatasetUnavailable as error:
        pytest.skip(str(error))
    network = KINDS[kind]()
    load_weights(study_convolution.DATA / "weights" / f"{kind}_conv_net_mnist.npz", network)
    assert network.accuracy(data.x_test, data.t_test) == pytest.approx(FILE[kind]["runs"][0]["test"] / 100, abs=2e-4)


def test_the_tool_tries_chooses_runs_and_keeps_what_was_there(monkeypatch, tmp_path):
    rng = np.random.default_rng(0)
    sets = {name: rng.random((n, 1, 28, 28), np.float32) for name, n in (("train", 200), ("val", 20), ("test", 30))}
    data = types.SimpleNamespace()
    for name, x in sets.items():
        setattr(data, f"x_{name}", x)
        setattr(data, f"t_{name}", rng.integers(0, 10, len(x)))
    tiny = [{"rate": rate, "epochs": 2, "shifts": shifts, "warmup": shifts} for rate, shifts in ((1e-3, 1), (2e-3, 0))]
    monkeypatch.setattr(study_convolution, "CHOICES", {"simple": tiny, "deep": tiny[:1]})
    monkeypatch.setattr(study_convolution, "SEEDS", {"simple": 2, "deep": 1})
    monkeypatch.setattr(study_convolution, "DATA", tmp_path)
    monkeypatch.setattr(study_convolution, "STUDY", tmp_path / "convolution.json")
    monkeypatch.setattr(study_convolution, "load_mnist", lambda **_: data)
    (tmp_path / "weights").mkdir()
    for arguments in (["deep"], ["simple"]):
        monkeypatch.setattr("sys.argv", ["study_convolution.py", *arguments])
        study_convolution.main()
    found = json.loads((tmp_path / "convolution.json").read_text("utf-8"))
    assert found.keys() == {"about", "simple", "deep"}
    assert len(found["simple"]["tried"]) == 2 and found["deep"]["tried"] == []
    assert [run["seed"] for run in found["simple"]["runs"]] == [0, 1]
    assert {path.name for path in (tmp_path / "weights").iterdir()} == {f"{kind}_conv_net_mnist.npz" for kind in KINDS}
    chosen = found["simple"]["chosen"]
    again = study_convolution.train("simple", data, 1, **chosen)[1]
    assert again["validation_curve"] == found["simple"]["runs"][1]["validation_curve"]
