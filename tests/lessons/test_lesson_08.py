"""Lesson 08: its layers against scalar graphs and by-hand slopes, its mistakes, its figures, explorers and solutions."""

import contextlib
import io
import re
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
from drawing_checks import complaints
from lesson_code import definitions

from helpers import functions, layers, plots, widgets
from helpers.datasets import load_digits
from helpers.gradient import layer_gradient_check, loss_gradient_check, numerical_gradient, relative_error
from helpers.graph import Value
from helpers.plots.backprop import ACTIVATIONS, DOUT, W, X

LESSON = "08_backpropagation"
ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "notebooks" / "text" / f"{LESSON}.md"
WEIGHTS = ROOT / "data" / "weights" / "two_layer_net_digits.npz"
ACTIVATION_LAYERS = ["Relu", "Sigmoid", "Tanh"]


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions(LESSON, numerical_gradient=numerical_gradient, relative_error=relative_error)


def numbers(*shape, seed=0):
    """Normal numbers, none nearer to 0 than 0.05."""
    x = np.random.default_rng(seed).standard_normal(shape)
    return x + 0.05 * np.sign(x)


# The learner's layers


@pytest.mark.parametrize("name", ACTIVATION_LAYERS)
def test_activations_against_single_nodes(lesson, name):
    x, dout = numbers(3, 4), numbers(3, 4, seed=1)
    layer = lesson[name]()
    y = layer.forward(x)
    dx = layer.backward(dout)
    for index in np.ndindex(x.shape):
        node = Value(float(x[index]))
        result = getattr(node, name.lower())()
        (result * float(dout[index])).backward()
        assert result.data == pytest.approx(y[index], rel=1e-12)
        assert node.grad == pytest.approx(dx[index], rel=1e-12)


def test_affine_against_loops(lesson):
    layer = lesson["Affine"](numbers(5, 3), numbers(3, seed=1))
    x, dout = numbers(4, 5, seed=2), numbers(4, 3, seed=3)
    W, b = layer.params["W"], layer.params["b"]
    y, dx, dW, db = layer.forward(x), layer.backward(dout), np.zeros((5, 3)), np.zeros(3)
    for j in range(3):
        db[j] = sum(dout[n, j] for n in range(4))
        for i in range(5):
            dW[i, j] = sum(x[n, i] * dout[n, j] for n in range(4))
    for n in range(4):
        assert y[n] == pytest.approx([sum(x[n, i] * W[i, j] for i in range(5)) + b[j] for j in range(3)])
        assert dx[n] == pytest.approx([sum(dout[n, j] * W[i, j] for j in range(3)) for i in range(5)])
    assert layer.grads["W"] == pytest.approx(dW) and layer.grads["b"] == pytest.approx(db)


@pytest.mark.parametrize("one_hot", [False, True])
def test_softmax_with_loss_against_the_plain_formulas(lesson, one_hot):
    scores, labels = numbers(4, 5), np.array([2, 0, 4, 2])
    layer, y = lesson["SoftmaxWithLoss"](), functions.softmax(scores)
    t = np.eye(5)[labels]
    assert layer.forward(scores, t if one_hot else labels) == pytest.approx(-np.mean(np.log(y[np.arange(4), labels])))
    assert layer.backward() == pytest.approx((y - t) / 4)
    assert layer.backward(3.0) == pytest.approx(3 * (y - t) / 4)
    assert layer.forward(np.array([[1000.0, 0.0, -1000.0]]), np.array([1])) == 1000


def test_squared_error(lesson):
    y, t = numbers(4, 3), numbers(4, 3, seed=1)
    layer = lesson["SquaredErrorWithLoss"]()
    assert layer.forward(y, t) == pytest.approx(functions.half_squared_error(y, t) / 4)
    assert layer.backward(2.0) == pytest.approx(2 * (y - t) / 4)


def test_nothing_given_is_changed_and_the_right_ones_pass_the_courses_own_check(lesson):
    rng = np.random.default_rng(0)
    for layer in (lesson["Affine"](numbers(5, 3), numbers(3)), *(lesson[name]() for name in ACTIVATION_LAYERS)):
        assert max(layer_gradient_check(layer, numbers(4, 5), rng).values()) < 1e-8
    for name in ("SoftmaxWithLoss", "SquaredErrorWithLoss"):
        assert loss_gradient_check(lesson[name](), numbers(4, 5), np.array([2, 0, 4, 2]))["scores"] < 1e-8
    with pytest.raises(ValueError, match="InPlaceRelu changed x or dout"):
        layer_gradient_check(lesson["InPlaceRelu"](), numbers(4, 5), rng)


def test_relu_at_zero(lesson):
    layer = lesson["Relu"]()
    layer.forward(np.zeros((2, 3)))
    assert (layer.backward(np.ones((2, 3))) == 0).all()


# The judges and the mistakes


def test_judges_agree_with_helpers(lesson):
    class Off(layers.Tanh):
        def backward(self, dout):
            return super().backward(dout) * 1.01

    x = numbers(4, 5)
    mine = lesson["check_layer"](Off(), x, np.random.default_rng(3))
    assert mine == pytest.approx(layer_gradient_check(Off(), x, np.random.default_rng(3)), rel=1e-5)
    assert mine["x"] == pytest.approx(0.01 / 2.01, rel=1e-5)
    for name in ("NotDivided", "IgnoresDout"):
        arguments = lesson[name](), x, np.array([2, 0, 4, 2])
        assert lesson["check_loss"](*arguments) == pytest.approx(loss_gradient_check(*arguments), rel=1e-5)


def test_mistakes_that_follow_from_a_factor(lesson):
    assert lesson["example"](lesson["MeanForB"], 4, 5, 3)["b"] == pytest.approx(3 / 5)
    assert lesson["example"](lesson["MeanForB"], 10, 5, 3)["b"] == pytest.approx(9 / 11)
    scores, labels = numbers(4, 5), np.array([2, 0, 4, 2])
    assert lesson["check_loss"](lesson["NotDivided"](), scores, labels)["scores"] == pytest.approx(3 / 5)
    assert lesson["check_loss"](lesson["IgnoresDout"](), scores, labels)["scores"] == pytest.approx(1 / 3)
    assert lesson["check_loss"](lesson["IgnoresDout"](), scores, labels, dout=1.0)["scores"] < 1e-8


def test_a_relu_without_its_mask_is_caught(lesson):
    for seed in range(5):
        assert lesson["check_layer"](lesson["NoMask"](), numbers(4, 3, seed=seed), np.random.default_rng(seed))["x"] > 0.1


def test_square_matrices_hide_transposes(lesson):
    for name, slope in (("WNotTransposed", "x"), ("OtherOrder", "W")):
        errors = lesson["example"](lesson[name], 4, 3, 3)
        assert {key for key, error in errors.items() if error > 0.1} == {slope}
    with pytest.raises(ValueError, match="matmul"):
        lesson["example"](lesson["WNotTransposed"], 4, 5, 3)
    assert lesson["example"](lesson["OtherOrder"], 4, 5, 3)["W"] == 1


def test_labels_for_one_hot_run_only_with_as_many_samples_as_classes_or_one_sample(lesson):
    assert lesson["check_loss"](lesson["MinusLabels"](), numbers(1, 4), np.array([2]))["scores"] > 0.1
    assert lesson["check_loss"](lesson["MinusLabels"](), numbers(4, 4), np.array([2, 0, 3, 2]))["scores"] > 0.1
    with pytest.raises(ValueError, match="broadcast"):
        lesson["check_loss"](lesson["MinusLabels"](), numbers(4, 5), np.array([2, 0, 3, 2]))


def test_doubled_batch_changes_nothing(lesson):
    x, t, found = numbers(5, 4), np.array([0, 2, 1, 1, 0]), []
    for samples, labels in ((x, t), (np.vstack([x, x]), np.concatenate([t, t]))):
        layer, last = lesson["Affine"](numbers(4, 3, seed=1), numbers(3, seed=2)), lesson["SoftmaxWithLoss"]()
        loss = last.forward(layer.forward(samples), labels)
        layer.backward(last.backward())
        found.append((loss, layer.grads["W"], layer.grads["b"]))
    for once, twice in zip(*found, strict=True):
        assert once == pytest.approx(twice)


# The chain


def test_backward_belongs_to_the_latest_forward(lesson):
    layer, (a, b), dout = lesson["Affine"](numbers(3, 2), numbers(2)), numbers(2, 4, 3), numbers(4, 2, seed=1)
    layer.forward(a)
    layer.forward(b)
    layer.backward(dout)
    assert layer.grads["W"] == pytest.approx(b.T @ dout) and layer.grads["W"] != pytest.approx(a.T @ dout)


def test_a_dx_twice_too_large_spoils_what_lies_before_it(lesson):
    rng = np.random.default_rng(3)
    net, last = chain(lesson, [7, 4, 3], rng), lesson["SoftmaxWithLoss"]()
    x, t = rng.standard_normal((5, 7)), np.array([0, 2, 1, 1, 0])
    wrong = [net[0], net[1], lesson["DoubleDx"](**net[2].params)]
    found = []
    for layers_ in (net, wrong):
        last.forward(lesson["forward"](layers_, x), t)
        dx = lesson["backward"](layers_, last.backward())
        found.append([dx, *(layers_[k].grads[name].copy() for k in (0, 2) for name in "Wb")])
    for right, mine, factor in zip(*found, (2, 2, 2, 1, 1), strict=True):
        assert np.any(right) and mine == pytest.approx(factor * right)


def chain(lesson, sizes, rng):
    made = []
    for D, M in zip(sizes, sizes[1:], strict=False):
        made += [lesson["Affine"](rng.standard_normal((D, M)) * np.sqrt(2 / D), rng.standard_normal(M)), lesson["Relu"]()]
    return made[:-1]


def test_chain_of_three_against_central_differences(lesson):
    rng = np.random.default_rng(1)
    net, last = chain(lesson, [7, 6, 4, 3], rng), lesson["SoftmaxWithLoss"]()
    x, t = rng.standard_normal((5, 7)), np.array([0, 2, 1, 1, 0])
    last.forward(lesson["forward"](net, x), t)
    dx = lesson["backward"](net, last.backward())
    own = [dx, *(array.copy() for layer in net for array in layer.grads.values())]
    moved = [x, *(array for layer in net for array in layer.params.values())]
    assert len(own) == 7
    for mine, array in zip(own, moved, strict=True):
        measured = numerical_gradient(lambda _: last.forward(lesson["forward"](net, x), t), array)
        assert relative_error(mine, measured) < 1e-7


def test_steps_on_digits_go_down_from_several_starts(lesson):
    digits = load_digits()
    x, t = digits.x_train.astype(float), digits.t_train
    for seed in range(4):
        rng = np.random.default_rng(seed)
        net = chain(lesson, [64, 50, 10], rng)
        losses = [lesson["train_step"](net, lesson["SoftmaxWithLoss"](), x, t, 0.1) for _ in range(10)]
        assert all(after < before for before, after in zip(losses, losses[1:], strict=False))


def test_two_hundred_steps_read_digits(lesson):
    digits = load_digits()
    for seed in range(3):
        rng = np.random.default_rng(seed)
        net = [lesson["Affine"](0.15 * rng.standard_normal((64, 50)), np.zeros(50)), lesson["Relu"]()]
        net.append(lesson["Affine"](0.15 * rng.standard_normal((50, 10)), np.zeros(10)))
        end, x = lesson["SoftmaxWithLoss"](), digits.x_train.astype(float)
        assert lesson["accuracy"](net, digits.x_val, digits.t_val) < 0.25
        losses = [lesson["train_step"](net, end, x, digits.t_train, 0.3) for _ in range(201)]
        assert losses[200] < 0.2 and 0.92 < lesson["accuracy"](net, digits.x_val, digits.t_val) < 0.98


def test_the_three_that_is_read_as_a_five():
    digits = load_digits()
    with np.load(WEIGHTS) as file:
        hidden = np.maximum(digits.x_val[214] @ file["W1"] + file["b1"], 0)
        y = functions.softmax(hidden @ file["W2"] + file["b2"])
    assert digits.t_val[214] == 3 and y.argmax() == 5 and 0.4 < y[3] < 0.46 and 0.49 < y[5] < 0.55


# What the folded answers say


def test_solutions_run_and_are_right(lesson):
    codes = re.findall(r"```python\n(.*?)```", TWIN.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(codes) == 4
    said = []
    for code in codes:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, dict(lesson))
        said.append(out.getvalue())
    assert said[0].split() == ["4.0", "2.0"]
    assert said[1].strip() == "x right"
    right, wrong = said[2].splitlines()
    assert right.endswith("scores right") and float(wrong.split()[-1]) > 0.5
    sigmoid, relu = ([float(n) for n in re.findall(r"'([^']+)'", line)] for line in said[3].splitlines())
    assert len(sigmoid) == 6 and sigmoid[-1] / sigmoid[0] > 100
    assert max(relu) / min(relu) < 2


# The figures


def rendered(figure):
    assert isinstance(figure, plots.Figure) and len(figure.alt.split()) > 8
    assert figure.get_size_inches()[0] <= 7.2
    return figure.png()


def test_a_graph_is_folded_into_the_box_with_the_same_numbers_and_slopes():
    figure = plots.folded_graph([2, 1], [0.5, -1.5], 0.8)
    x, W = np.array([[2.0, 1]]), np.array([[0.5], [-1.5]])
    layer = layers.Affine(W, np.array([0.8]))
    assert layer.forward(x) == pytest.approx(0.3) and "y 0.3, slopes 1." in figure.alt
    dx = layer.backward(np.ones((1, 1)))
    assert dx.tolist() == [[0.5, -1.5]] and "x 2, 1, slopes 0.5, −1.5;" in figure.alt
    assert layer.grads["W"].ravel().tolist() == [2, 1] and "W 0.5, −1.5, slopes 2, 1;" in figure.alt
    assert complaints(figure) == [] and complaints(plots.folded_graph([-3.25, 12], [0, -10.5], -100)) == []
    with pytest.raises(ValueError, match="two numbers each"):
        plots.folded_graph([1, 2, 3], [1, 2, 3], 0)


def test_layer_chain_tells_its_shapes():
    figure = plots.layer_chain(6, 8, 5, 2)
    assert rendered(figure) and all(shape in figure.alt for shape in ("(6, 8)", "(6, 5)", "(6, 2)"))
    drawn = " ".join(text.get_text() for text in figure.axes[0].texts)
    assert "grads W (8, 5)" in drawn and "grads W (5, 2)" in drawn and "grads b (2,)" in drawn


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("column", range(2))
def test_meeting_in_dW(row, column):
    figure = plots.affine_meeting(row, column)
    measured = numerical_gradient(lambda w: np.sum((X @ w) * DOUT), W.astype(float))[row, column]
    value = re.search(r"= (−?\d+): ", figure.alt)[1].replace("−", "-")
    assert rendered(figure) and int(value) == pytest.approx(measured, abs=1e-6)
    factors = re.findall(r"\(?(−?\d+)\)?·\(?(−?\d+)\)?", figure.alt)
    assert [[int(n.replace("−", "-")) for n in pair] for pair in factors] == np.stack(
        [X[:, row], DOUT[:, column]], axis=1
    ).tolist()


@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("column", range(3))
def test_meeting_in_dx(row, column):
    figure = plots.affine_meeting(row, column, slope="dx")
    measured = numerical_gradient(lambda x: np.sum((x @ W) * DOUT), X.astype(float))[row, column]
    value = re.search(r"= (−?\d+): ", figure.alt)[1].replace("−", "-")
    assert rendered(figure) and int(value) == pytest.approx(measured, abs=1e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("x", [-5.0, -0.25, 0.0, 0.5, 5.0])
@pytest.mark.parametrize("dout", [-3.0, 0.0, 2.0])
def test_activation_node(name, x, dout):
    figure = plots.activation_node(x, dout, name)
    f, _ = ACTIVATIONS[name]
    slope = 0.0 if name == "ReLU" and x == 0 else (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
    said = float(re.search(r"dx = (−?[\d.]+) goes", figure.alt)[1].replace("−", "-"))
    assert rendered(figure) and said == pytest.approx(dout * slope, abs=6e-4)


@pytest.mark.parametrize("x", [-5.0, 0.0, 0.5, 5.0])
@pytest.mark.parametrize("count", [1, 10])
def test_saturation(x, count):
    figure = plots.saturation(x, count)
    slope, left = re.search(r"sigmoid ([\d.]+) and ([\d.e+-]+);", figure.alt).groups()
    y = 1 / (1 + np.exp(-x))
    assert rendered(figure) and float(slope) == pytest.approx(y * (1 - y), abs=6e-4)
    assert float(left) == pytest.approx((y * (1 - y)) ** count, rel=0.06)
    assert float(slope) <= 0.25


def test_softmax_slope():
    y = np.array([0.1, 0.2, 0.6, 0.1])
    figure = plots.softmax_slope(np.zeros(9), y, np.array([0, 1, 0, 0]))
    assert rendered(figure) and "−0.80 at 1, 0.60 at 2" in figure.alt
    heights = [bar.get_height() for bar in figure.axes[3].patches]
    assert heights == pytest.approx([0.1, -0.8, 0.6, 0.1]) and sum(heights) == pytest.approx(0)


def test_explorers_move_and_how_long_a_redraw_takes(capsys):
    explorers = {
        "activation_node": dict(
            x=widgets.slider("input x", -5.0, 5.0, 0.5, step=0.25),
            dout=widgets.slider("arriving dout", -3.0, 3.0, 2.0, step=0.25),
            function=widgets.choice("function", ["ReLU", "sigmoid", "tanh"], "sigmoid"),
        ),
        "affine_meeting": dict(
            row=widgets.slider("i (input)", 0, 2, 2, step=1), column=widgets.slider("j (output)", 0, 1, 1, step=1)
        ),
    }
    ends = {"activation_node": dict(x=-5.0, dout=3.0, function="tanh"), "affine_meeting": dict(row=0, column=0)}
    for name, controls in explorers.items():
        explorer = widgets.explore(getattr(plots, name), **controls)
        for control, value in ends[name].items():
            before = explorer.picture.value
            start = time.process_time()
            explorer.controls[control].value = value
            with capsys.disabled():
                print(f"{name}: {1000 * (time.process_time() - start):.0f} ms", end="  ")
            assert explorer.error is None and explorer.picture.value != before, (name, control)
