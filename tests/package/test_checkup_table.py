"""No false alarm on the course's networks and on odd sound ones; every broken copy is found by at least one test."""

import pytest
import study_checkup
from broken_copies import BROKEN
from figure_checks import complaints
from sound_networks import ODD, SOUND

from helpers import plots
from helpers.checkup import TESTS, examine


def test_there_are_enough_of_each_kind():
    assert len(BROKEN) >= 30 and len(ODD) >= 5 and len(SOUND) >= 20


@pytest.mark.parametrize("name", [*SOUND, *ODD])
def test_no_false_alarm(name):
    found = examine({**SOUND, **ODD}[name]())
    assert [finding for finding in found if finding.healthy is False] == []
    assert {finding.test for finding in found if finding.healthy is None} <= {"signals"}


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_copy_is_found_and_every_finding_can_be_drawn(name):
    found = examine(BROKEN[name]())
    assert [finding.test for finding in found] == list(TESTS) and False in [finding.healthy for finding in found]
    for finding in found:
        assert complaints(plots.finding(finding)) == [], finding


def test_every_test_finds_something(monkeypatch):
    finders = {
        "inputs": "whole numbers as pixels",
        "start loss": "weights of spread 1",
        "slopes": "bias slope is a mean",
        "doubled batch": "loss is a sum",
        "one step": "a layer gets no slope",
        "handful": "rate a thousand times too small",
        "signals": "six sigmoid layers",
        "every class": "all zeros at the start",
        "several seeds": "validation labels in another order",
        "shuffled labels": "accuracy measured on what was learned",
    }
    monkeypatch.setattr(study_checkup, "BROKEN", {name: BROKEN[name] for name in finders.values()})
    monkeypatch.setattr(study_checkup, "SOUND", {"64-10": SOUND["MultiLayerNet 64-10"]})
    monkeypatch.setattr(study_checkup, "ODD", {})
    table = study_checkup.table()
    assert (
        table["tests"] == list(TESTS)
        and table["odd"] == {}
        and table["sound"] == {"64-10": {"found": [], "unjudged": ["signals"]}}
    )
    for test, name in finders.items():
        assert test in table["broken"][name]["found"]
        assert 0 <= table["cpu_seconds"][test][0] <= table["cpu_seconds"][test][1]
