"""The cards that say how a task went: sign, word and colour, code as code, arrays as arrays, and text where a learner writes."""

import re
from html.parser import HTMLParser

import numpy as np
import pytest

from helpers import marking
from helpers.marking import attempt, cards, compare, require, sealed, summary
from helpers.plots import ink


class Page(HTMLParser):
    """What a card says: its words, those set as code, its blocks of code, and its tags with their attributes."""

    def __init__(self, source):
        super().__init__()
        self.words, self.code, self.blocks, self.tags, self.open = "", [], [], [], []
        self.feed(source)
        assert self.open == [], "an element is not closed"

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.open.append(tag)
        if tag in ("code", "pre"):
            (self.code if tag == "code" else self.blocks).append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.words += " " * (tag in ("div", "li"))

    def handle_data(self, data):
        self.words += data
        if "code" in self.open:
            self.code[-1] += data
        if "pre" in self.open:
            self.blocks[-1] += data


def card(check, *answers, task="1"):
    return Page(attempt(task, check, *answers)._repr_html_())


def told(message):
    """The card of a mistake with this message."""
    return card(lambda answer: require(False, message), 1)


@pytest.mark.parametrize(("answer", "sign", "word"), [(2, "✓", "right"), (3, "✗", "not right yet"), (None, "○", "not done yet")])
def test_sign_word_and_colour_tell_the_states_apart(answer, sign, word):
    page = card(lambda value: compare("answer", value, 2), answer, task="4")
    assert re.sub(r"\s+", " ", page.words).startswith(f"Task 4 {sign} {word} ")
    signs = [attributes for tag, attributes in page.tags if attributes.get("aria-hidden") == "true"]
    assert len(signs) == 1  # a screen reader says the word, and not the name of the sign
    assert len({(s, w, c) for s, w, c in cards.STATES.values()}) == 3 == len({s for s, _, _ in cards.STATES.values()})


def test_colours_are_those_of_the_figures_words():
    assert [colour for _, _, colour in cards.STATES.values()] == [ink.text(name) for name in ("green", "orange", "grey")]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("f is None. Is a `return` missing?", ["f", "return"]),
        ("affine(x, W, b) is not right: it has shape (2, 3).", ["affine(x, W, b)"]),
        ("balloon = (12, -20) is not right: b is missing.", ["balloon = (12, -20)"]),
        ('clipped(grads, 4)["b"] and params["W1"] are shorter.', ['clipped(grads, 4)["b"]', 'params["W1"]']),
        ("dW is not right. A sum needs axis=0 and keepdims=True.", ["dW", "axis=0", "keepdims=True"]),
        ("np.linalg.norm is one number, x[x > 0] several.", ["np.linalg.norm", "x[x > 0]"]),
        ("They add up to [0.999 1.5e-07], and x_val to 1.", ["[0.999 1.5e-07]", "x_val"]),
        ("What it says is not right: the bias (b) is missing, e.g. at (1, 2).", []),
        ("It should be one number = a scalar.", []),
    ],
)
def test_code_is_set_as_code_and_prose_is_not(message, code):
    page = told(message)
    assert page.code == code and message.replace("`", "") in page.words


def test_an_error_comes_with_its_line_as_code():
    x = np.ones((4, 3))
    page = card(lambda f: f(), lambda: x / x.sum(axis=1))
    assert page.code[0] == "ValueError" and "x / x.sum(axis=1)" in page.code[1] and page.code[2] == "keepdims=True"
    assert page.words.count("It happened here:") == 1 and page.blocks == []


@pytest.mark.parametrize("before", ["It should be\n", "scores is not right, it is "])
def test_printed_arrays_stay_aligned(before):
    x = np.array([[0.5, -1.25], [10.0, 3.0], [0.0, 7.5]])
    page = told(f"{before}{x}\nDoes `axis` fit?")
    assert page.blocks == [str(x)] and page.code[-1] == "axis"
    assert before.strip() in page.words and "white-space: pre;" in next(a["style"] for tag, a in page.tags if tag == "pre")


def test_what_numpys_own_tests_say_keeps_its_tables():
    page = card(lambda x: np.testing.assert_allclose(x, np.eye(2)), np.full((2, 2), 0.5))
    assert any("ACTUAL: array([[0.5, 0.5],\n       [0.5, 0.5]])" in block for block in page.blocks)


HOSTILE = """</code></pre></div><script>alert(1)</script><img src=x onerror=alert(1)> & "' $a$ `<b>` [[<i>\n <i>]]"""


def test_nothing_that_a_learner_writes_becomes_a_tag():
    def stop(text):
        raise KeyError(text)

    def shout(text):
        raise ValueError(text)

    checks = (lambda a: sealed("a", a, "x"), lambda a: require(False, a), stop, shout, lambda a: compare(a, a, 1))
    for check in checks:
        for task in ("1", HOSTILE):
            page = card(check, HOSTILE, task=task)
            assert {tag for tag, _ in page.tags} <= {"div", "span", "strong", "code", "pre"}
            assert {name for _, attributes in page.tags for name in attributes} <= {"class", "style", "aria-hidden", "tabindex"}
            assert "<script>alert(1)</script>" in page.words
    assert {tag for tag, _ in Page(summary()._repr_html_()).tags} <= {"div", "span", "strong", "ul", "li"}
    assert "mathjax_ignore" in page.tags[0][1]["class"]  # the dollar signs stay what they are


def test_long_and_empty_messages():
    assert told("x" * 100_000 + " np.sum").code == []
    assert told("[" * 1900).code == []
    assert told("\n\n").blocks == [] and told("").words.strip().endswith("not right yet")


def test_the_summary_shows_each_task_in_its_order():
    marking.TASKS.clear()
    assert "0 of 0 checked tasks done" in Page(summary()._repr_html_()).words
    for task, answer in (("2", 3), ("10", None), ("1", 2)):
        attempt(task, lambda value: compare("answer", value, 2), answer)
    words = re.sub(r"\s+", " ", Page(summary()._repr_html_()).words)
    assert words.strip() == ("1 of 3 checked tasks done Task 1 ✓ right Task 2 ✗ not right yet Task 10 ○ not done yet")
    assert ink.text("green") in summary()._repr_html_() and summary()._repr_html_().count(ink.text("grey")) == 2
    attempt("2", lambda value: None, 2)
    attempt("10", lambda value: None, 2)
    assert ink.text("grey") not in summary()._repr_html_()
    assert repr(summary()) == str(summary()) == "3 of 3 checked tasks done."
