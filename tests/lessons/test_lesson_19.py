"""What lesson 19 says, tested apart from the notebook: its figures, its study, its cells that step aside without the extra."""

import ast
import json
import re
from pathlib import Path

import jupytext
import numpy as np
import pytest
import study_frameworks
from figure_checks import complaints, slider_complaints

from helpers import frameworks, plots
from helpers.convolution import Convolution
from helpers.datasets import load_digits
from helpers.frameworks import stepping_aside
from helpers.networks import MultiLayerNet
from helpers.plots.bridging import same_padding

ROOT = Path(__file__).parents[2]
TWIN = ROOT / "notebooks" / "text" / "19_frameworks.md"
CELLS = [cell for cell in jupytext.read(TWIN, fmt="md:myst").cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def study():
    return json.loads(study_frameworks.STUDY.read_text("utf8"))


def test_every_cell_that_steps_aside_is_tagged():
    """Without the extra its output is another than the saved one; nbval must not compare them. And few others are free of it."""
    aside = stepping_aside.StepsAside(["torch", "keras", "grain"], "PyTorch")
    for cell in CELLS:
        before = ast.unparse(ast.parse(cell.source))
        steps_aside = ast.unparse(aside.visit(ast.parse(cell.source))) != before
        ignored = "nbval-ignore-output" in cell.metadata.get("tags", [])
        assert ignored or not steps_aside, f"this cell needs the tag nbval-ignore-output:\n{cell.source[:200]}"
    running = [cell for cell in CELLS if "nbval-ignore-output" not in cell.metadata.get("tags", [])]
    assert len(running) == 4  # the first picture, the slider, and what reads the study


@pytest.mark.parametrize("size", range(5, 13))
@pytest.mark.parametrize("kernel", [3, 5])
@pytest.mark.parametrize("stride", [1, 2])
def test_where_windows_stand(size, kernel, stride):
    """As the sentence under the slider says: with stride 2 the two agree for odd sizes only."""
    figure, half = plots.where_windows_stand(size, kernel, stride), (kernel - 1) // 2
    agree = same_padding(size, kernel, stride) == (half, half)
    assert agree == (stride == 1 or size % 2 == 1)
    assert ("at the same places" in figure.alt) == agree
    assert complaints(figure) == []


def test_the_slider_s_ends():
    start = {"size": 8, "kernel": 3, "stride": 2}
    assert slider_complaints(plots.where_windows_stand, start, size=(5, 12), kernel=(5,), stride=(1,)) == {}


@pytest.mark.skipif(not frameworks.available("torch", "keras"), reason="Keras is not installed (extra frameworks)")
@pytest.mark.parametrize(("size", "kernel", "stride"), [(8, 3, 2), (7, 3, 2), (9, 5, 2), (10, 5, 2), (6, 3, 1)])
def test_that_is_where_keras_pads(size, kernel, stride):
    keras = frameworks.extra.need("keras")
    x, ones = np.arange(1.0, size + 1, dtype=np.float32), np.ones((kernel, 1, 1), np.float32)
    layer = keras.layers.Conv1D(1, kernel, stride, padding="same", use_bias=False)
    layer.build((None, size, 1))
    layer.set_weights([ones])
    padded = np.pad(x, same_padding(size, kernel, stride))
    expected = [padded[i : i + kernel].sum() for i in range(0, len(padded) - kernel + 1, stride)]
    np.testing.assert_allclose(layer(x[None, :, None]).detach().numpy().ravel(), expected)


def test_figures(study):
    assert complaints(plots.three_languages()) == []
    assert "layers.Dense(M)" in plots.three_languages().alt
    assert "(N, H, W, C)" not in plots.three_languages().alt  # a prediction asks for the layouts
    for threads in study["speed"]:
        figure = plots.speed_side_by_side(study["speed"], threads)
        assert complaints(figure) == [] and all(name in figure.alt for name in study_frameworks.NETWORKS)


def test_the_study_s_file(study):
    assert study["about"] == study_frameworks.ABOUT and study_frameworks.STUDY.stat().st_size < 60_000
    assert list(study["agreement"]) == list(study_frameworks.NETWORKS) == list(study["speed"]["1"])
    for runs in study["agreement"].values():
        assert list(runs) == list(study_frameworks.WAYS)
        assert max(runs["PyTorch, float64"]["scores"]) < 1e-12 and max(runs["PyTorch, float64"]["gradient"]) < 1e-11
        assert max(runs["PyTorch, float32"]["scores"] + runs["Keras, float32"]["scores"]) < 1e-5
    for name in ("784-256-128-10", "SimpleConvNet"):
        for way in ("PyTorch, float32", "Keras, float32"):
            assert max(study["agreement"][name][way]["gradient"]) < 1e-5
    for table in study["speed"].values():
        assert all(row["this course"][1] == 1 for row in table.values())


@pytest.mark.skipif(not frameworks.available("torch", "keras", "grain"), reason="PyTorch, Keras or Grain is not installed")
def test_the_study_on_a_small_scale():
    found = study_frameworks.agreement(["784-256-128-10"], starts=1)["784-256-128-10"]
    assert found["PyTorch, float64"]["gradient"][0] < 1e-12
    steps = study_frameworks.steps_of("784-256-128-10")
    assert list(steps) == ["this course", "PyTorch", "Keras"]
    for step in steps.values():
        step()
    assert study_frameworks.megabytes()["Keras"] > 1


@pytest.mark.skipif(not frameworks.available("torch"), reason="PyTorch is not installed (extra frameworks)")
def test_the_folded_solutions_run(capsys):
    """They use what the lesson's cells have made; `flat` is there the five mini-batches, which are no table of images."""
    digits = load_digits(flatten=False)
    flat = digits.x_train[:500].reshape(5, 100, 64)
    names = {"np": np, "torch": frameworks.extra.need("torch"), "to_torch": frameworks.to_torch, "digits": digits, "flat": flat}
    names |= {"MultiLayerNet": MultiLayerNet, "Convolution": Convolution}
    solutions = re.findall(r"```python\n(.*?)```", TWIN.read_text("utf8"), re.DOTALL)
    assert len(solutions) == 3
    for solution in solutions:
        exec(solution, names)
    _, same, judged = capsys.readouterr().out.splitlines()
    assert same.startswith("True") and float(same.split()[1]) > 0.9 and judged == "True"


def test_the_line_of_those_who_have_none_of_it(monkeypatch, capsys):
    monkeypatch.setattr(stepping_aside, "missing", lambda *names: list(names))
    frameworks.step_aside_without("torch", "keras", "grain")
    assert capsys.readouterr().out.startswith("Not installed: PyTorch, Keras and Grain. ")
