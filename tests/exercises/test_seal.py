"""Seals are those of the right answers, and the tool that computes them puts each into its place."""

import importlib.util

import pytest

if importlib.util.find_spec("nbgrader") is None:
    pytest.skip("the extra `grading` is not installed", allow_module_level=True)

import answers
import seal

from helpers.marking import judging

CODE = """\
def check(half, word):
    sealed("half", half, "?", {"= 1/2": "no", "= 2": "μ: twice", "12345678": "kept"}, digits=3)
    sealed(
        "word",
        word,
        "00000000",
        {
            '= "No"': "the other one",
        },
    )
    sealed("half", None, "")  # not done yet
"""
GIVEN = {"half": judging.seal("half", 0.5004, 3), "word": judging.seal("word", "yes")}


@pytest.mark.parametrize("assignment", answers.assignments())
def test_seals_are_those_of_the_right_answers(assignment):
    assert [(task.name, wrong) for task, wrong in seal.wrong_seals(assignment)] == []


def put_right(code, given=GIVEN):
    return seal.write(code, [found for found in seal.seals(code, given) if found.text != found.right])


def test_each_seal_gets_into_its_place():
    code, expected = CODE.replace("1/2", "0.5004"), CODE.replace("1/2", "0.5004")
    for old, new in {
        '"?"': judging.seal("half", 0.5),  # in three digits, as the call says
        '"= 0.5004"': judging.seal("half", 0.5),
        '"= 2"': judging.seal("half", 2),
        '"00000000"': judging.seal("word", "yes"),
        "'= \"No\"'": judging.seal("word", "no"),
    }.items():
        expected = expected.replace(old, f'"{new}"')
    assert put_right(code) == expected and put_right(expected) == expected


def test_what_is_no_value_is_refused():
    with pytest.raises(ValueError, match="1/2"):
        put_right(CODE)


@pytest.mark.parametrize(
    ("code", "given", "message"),
    [
        ('sealed("a", a, right)', {"a": "?"}, "should be strings"),
        ('sealed("a", a, "?")', {"b": "?"}, "'a'.* was not reached"),
    ],
)
def test_a_call_that_cannot_be_read_is_named(code, given, message):
    with pytest.raises(ValueError, match=message):
        seal.seals(code, given)


def test_a_changed_solution_is_noticed():
    task = next(task for task in answers.tasks("05_numerical_gradients")[0] if task.name == "task_1")
    given = seal.right_seals("05_numerical_gradients", task)
    assert set(given) == {"forward", "backward", "central", "step"}
    other = given | {"central": judging.seal("central", 14)}
    assert [found.name for found in seal.seals(task.tests, other) if found.text != found.right] == ["central"]
