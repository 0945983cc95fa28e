"""What the marking says: right answers pass, each general mistake is named, and nothing an answer does stops a notebook."""

import numpy as np
import pytest

from helpers import functions, marking
from helpers.marking import Mistake, NotDoneYet, attempt, call, compare, insist, require, seal, sealed, summary

RIGHT = np.array([[1.0, -2.0, 3.5], [0.25, 5.0, -0.75]])  # asymmetric, (2, 3)
SQUARE = np.array([[1.0, 2.0, 4.0], [3.0, 5.0, -6.0], [0.5, -7.0, 9.0]])


def message(yours, right=RIGHT, **options):
    with pytest.raises(Mistake) as caught:
        compare("answer", yours, right, **options)
    return str(caught.value)


@pytest.mark.parametrize("yours", [RIGHT, RIGHT.tolist(), RIGHT.astype(np.float32), RIGHT + 1e-9, np.asfortranarray(RIGHT)])
def test_right_answers_pass_in_any_make(yours):
    compare("answer", yours, RIGHT)


def test_true_and_false_are_one_and_zero():
    compare("answer", np.array([True, False]), [1, 0])


@pytest.mark.parametrize(
    ("yours", "right", "words"),
    [
        (0 * RIGHT, RIGHT, "0 everywhere"),
        (4 * RIGHT, RIGHT, "4 times the right answer"),
        (RIGHT / 5, RIGHT, "1/5 times"),
        (-RIGHT, RIGHT, "times -1"),
        (-RIGHT / 4, RIGHT, "-1/4 times"),
        (0.3 * RIGHT, RIGHT, "0.3 times"),
        (RIGHT + 0.5, RIGHT, "too large by 0.5 everywhere"),
        (RIGHT - 0.5, RIGHT, "too small by 0.5 everywhere"),
        (SQUARE.T, SQUARE, "transposed"),
        (RIGHT.T, RIGHT, "transposed"),
        (RIGHT.T + 1, RIGHT, "check the order of the axes"),
        (np.abs(RIGHT), RIGHT, "some of the signs"),
        (RIGHT[:, ::-1], RIGHT, "backwards along axis 1"),
        (np.roll(SQUARE, 1, axis=0), SQUARE, "shifted by one along axis 0"),
        (RIGHT.ravel()[[1, 0, 2, 5, 4, 3]].reshape(2, 3), RIGHT, "in the wrong places"),
        (np.round(RIGHT), RIGHT, "rounded to whole numbers"),
        (RIGHT.ravel(), RIGHT, "only their arrangement"),
        (RIGHT.sum(), RIGHT, "added up to one number"),
        (RIGHT, RIGHT.sum(), "is a sum or a mean missing"),
        (np.ones((4, 4)), np.arange(4.0), "stretched them to (N, N)"),
        (np.ones((2, 4)), RIGHT, "off by one"),
        (np.ones((2, 3, 4)), np.ones((2, 4, 6)), "should have (2, 4, 6)."),
        (np.ones((7, 9)), RIGHT, "should have (2, 3)"),
        (np.where(RIGHT > 4, np.nan, RIGHT), RIGHT, "nan or inf"),
        (RIGHT + np.eye(2, 3) * [1, 2, 3], RIGHT, "at index 1, 1 it is 7 where 5 is wanted"),
        ([np.nan, 4.0, 6.0], [np.nan, 2.0, 3.0], "2 times"),
        ([0.0, 2.0, 3.0], [np.nan, 2.0, 3.0], "where nan or inf is wanted"),
        (2.0 + 1e-6, 2.0, "it is 2.000001 where 2 is"),
        (RIGHT * 1.00001, RIGHT, "The largest difference"),
        (3.0, 2.0, "it is 3 where 2 is wanted"),
        (6.0, 2.0, "3 times"),
        ("12", 12, "should be made of numbers"),
        ([[1, 2], [3]], RIGHT, "different lengths"),
    ],
)
def test_each_general_mistake_is_named(yours, right, words):
    assert words in message(yours, right)


def test_named_mistakes_come_before_the_general_ones():
    assert message(2 * RIGHT, mistakes={"the mean was forgotten": 2 * RIGHT}) == "answer is not right: the mean was forgotten."
    assert "2 times" in message(2 * RIGHT, mistakes={"another one": 3 * RIGHT})


def test_nan_where_nan_is_wanted_is_right():
    compare("answer", [np.nan, 1.0], [np.nan, 1.0])
    assert "nan" in message([np.nan, 1.0], [2.0, 1.0])


def test_tolerance_is_relative_to_the_largest_number():
    compare("answer", [1000.0, 1e-5], [1000.0, 0.0])
    assert message([1.0, 1e-5], [1.0, 0.0])


def test_nothing_returned_is_not_done_yet():
    with pytest.raises(NotDoneYet, match="return"):
        compare("f(x)", None, RIGHT)


def in_place(x):
    x *= 2
    return x


def resized(x):
    x.resize((6,), refcheck=False)
    return x


@pytest.mark.parametrize("function", [in_place, resized])
def test_an_argument_that_was_changed_is_noticed_and_the_callers_array_is_safe(function):
    x = RIGHT.copy()
    with pytest.raises(Mistake, match="argument x in place"):
        call("f", function, x)
    assert np.array_equal(x, RIGHT)


@pytest.mark.parametrize(
    "change",
    [lambda d: d["W"].__imul__(2), lambda d: d.pop("W"), lambda d: d.update(b=1), lambda d: d["list"].append(3)],
)
def test_changes_inside_dictionaries_and_lists_are_noticed(change):
    given = {"W": RIGHT.copy(), "list": [1, (2, RIGHT.copy())]}
    with pytest.raises(Mistake, match="in place"):
        call("f", change, given)
    call("f", lambda d: d["W"] * 2, given)
    with pytest.raises(Mistake, match="argument number 2 in place"):  # a function that does not say its names
        call("f", lambda *both: both[1].fill(0), 1.0, RIGHT.copy())
    assert np.array_equal(given["W"], RIGHT) and set(given) == {"W", "list"}


@pytest.mark.parametrize(
    "change",
    [
        lambda layers: layers.reverse(),
        lambda layers: layers.__setitem__(0, (5, 2, 0)),
        lambda layers: layers.__setitem__(1, [3, 1, 1.5, "same"]),
        lambda layers: layers[2]["rates"].sort(),
        lambda layers: layers[3].__setitem__(0, [1.0, 2.0]),
        lambda layers: layers[3].__setitem__(1, "two"),
    ],
)
def test_numbers_and_texts_inside_lists_and_tuples_are_compared(change):
    layers = [(5, 2, 1), [3, 1, np.nan, "same"], {"rates": [0.5, np.float64(0.1)]}, [np.array([1.0, 2.0]), 2], RIGHT.sum]
    with pytest.raises(Mistake, match="argument layers in place"):
        call("seen", lambda layers: change(layers), layers)
    assert call("seen", lambda layers: len(layers), layers) == 5


def test_call_gives_what_the_function_gives():
    assert np.array_equal(call("f", lambda x, n: x * n, RIGHT, 2), 2 * RIGHT)


@pytest.mark.parametrize("value", [0.75, (1, 2.5), "B", np.array([3, 4])])
def test_sealed_answers_open_to_the_right_value_only(value):
    sealed("answer", value, seal("answer", value))
    with pytest.raises(Mistake):
        sealed("answer", 0.7499, seal("answer", value))
    assert str(value) not in seal("answer", value)


@pytest.mark.parametrize("text", ["2.5", "-3", " +0.75 ", "3/4"])
def test_sealed_says_that_a_number_stands_without_quotation_marks(text):
    with pytest.raises(Mistake, match="without quotation marks"):
        sealed("answer", text, seal("answer", 0.75))


def test_sealed_does_not_take_a_word_for_a_number():
    with pytest.raises(Mistake) as caught:
        sealed("side", "left", seal("side", "right"))
    assert "quotation" not in str(caught.value)


def test_sealed_names_mistakes_and_forgives_case_and_tuples_against_lists():
    with pytest.raises(Mistake, match="that is transposed"):
        sealed("shape", (5, 3), seal("shape", (3, 5)), {seal("shape", (5, 3)): "that is transposed"})
    sealed("word", " Left ", seal("word", "left"))
    sealed("shape", [3, 5], seal("shape", (3, 5)))
    for nothing in (None, (None, 2)):
        with pytest.raises(NotDoneYet):
            sealed("shape", nothing, seal("shape", (3, 5)))


def test_sealed_shows_a_number_as_one_would_write_it():
    for value, shown in ((3 * 0.576, "1.728"), (np.float64(2.5), "2.5"), (7, "7"), ([1, 2.5], r"\[1.0, 2.5\]"), (True, "1")):
        with pytest.raises(Mistake, match=f"answer = {shown} is not right"):
            sealed("answer", value, seal("answer", 0.75))


@pytest.mark.parametrize(("what", "ending"), [("a sign", "a sign."), ("a sign?", "a sign?"), ("A sign. Look.", "Look.")])
def test_a_named_mistake_ends_as_a_sentence(what, ending):
    with pytest.raises(Mistake) as caught:
        compare("answer", -RIGHT, RIGHT, mistakes={what: -RIGHT})
    assert str(caught.value).endswith(ending)
    with pytest.raises(Mistake) as caught:
        sealed("answer", -2, seal("answer", 2), {seal("answer", -2): what})
    assert str(caught.value).endswith(ending)


def test_a_shape_is_told_back_as_a_shape():
    with pytest.raises(Mistake, match=r"shape = \(9,\) is not right"):
        sealed("shape", (9,), seal("shape", (4,)))


def check_two(answer):
    compare("answer", answer, 2)


def test_attempt_says_how_it_went_and_never_raises():
    marking.TASKS.clear()
    assert repr(attempt("1", check_two, 2)) == "Task 1: done."
    assert repr(attempt("2", check_two, None)).startswith("Task 2: not done yet.")
    assert "3 where 2" in repr(attempt("3", check_two, 3))
    stopped = repr(attempt("4", lambda f: f(), lambda: 1 / 0))
    assert "ZeroDivisionError" in stopped and "1 / 0" in stopped
    inside = repr(
        attempt("4", lambda f: f(), lambda: functions.one_hot([0, 9], 3))
    )  # the line is the learner's, not the helper's
    assert "functions.one_hot([0, 9], 3)" in inside
    assert repr(summary()) == "1 of 4 checked tasks done. Still open: 2 (not done yet), 3 (not right yet), 4 (not right yet)."


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (lambda: 1 if RIGHT > 0 else 2, "np.where"),
        (lambda: RIGHT / RIGHT.sum(axis=1), "keepdims"),
        (lambda: np.ones((3, 4)) - np.ones((4, 3)), "mirror images"),
        (lambda: np.ones((3, 4)) - np.ones((3, 2)), "keepdims"),
        (lambda: RIGHT @ RIGHT, "transpose missing"),
        (lambda: np.array([[1, 2], [3]]), "different lengths"),
        (lambda: None + 1, "returns nothing"),
    ],
)
def test_errors_that_say_little_come_with_their_usual_cause(mistake, words):
    message = attempt("1", lambda f: f(), mistake).message
    assert "Usual cause: " in message and words in message


def test_insist_raises_what_is_wrong():
    insist(check_two, 2)
    with pytest.raises(Mistake):
        insist(check_two, 3)
    with pytest.raises(NotDoneYet):
        insist(check_two, None)
    with pytest.raises(Mistake, match="^words$"):
        require(False, "words")


def test_a_warning_in_an_answer_does_not_show(recwarn):
    insist(lambda f: f(), lambda: np.exp(np.array([1000.0])))
    assert not recwarn.list
