"""Lesson 11: its patients' answers against the records, its own tests against those of helpers.checkup, figures, solutions."""

import json
import re
import textwrap
from pathlib import Path

import jupytext
import numpy as np
import pytest
from figure_checks import complaints
from lesson_code import definitions

from helpers import checkup, clinic, plots
from helpers.datasets import load_digits
from helpers.networks import MultiLayerNet, TwoLayerNet

ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "notebooks" / "text" / "11_debugging_clinic.md"
WARD = clinic.patients()
WAITING = [name for name in WARD if name not in ("Kofi", "Leilani")]
HEALTHY = "Tomasz"
TEXT = TWIN.read_text("utf-8")


def in_waiting_room(name):
    """The lesson's part about one patient of the waiting room."""
    return re.search(rf"^### {name}\n(.*?)(?=^##)", TEXT, re.MULTILINE | re.DOTALL)[1]


def folded(text, summary):
    return re.search(rf"<summary>{summary}[^<]*</summary>\n(.*?)</details>", text, re.DOTALL)[1]


@pytest.fixture(scope="module")
def lesson():
    return definitions("11_debugging_clinic", ward=WARD, checkup=checkup, clinic=clinic, plots=plots, textwrap=textwrap)


@pytest.fixture(scope="module")
def findings():
    return {name: {finding.test: finding for finding in checkup.examine(patient.case())} for name, patient in WARD.items()}


# Patients and their answers


def test_all_patients_are_seen_in_the_order_of_the_ward():
    assert re.findall(r"^### (\w+)\n\n```", TEXT, re.MULTILINE) == WAITING and len(WAITING) == 8
    assert list(WARD)[0] == "Kofi" and list(WARD)[-1] == "Leilani"


@pytest.mark.parametrize("name", WAITING)
def test_answers_are_those_of_the_records(name, findings):
    """The line, the test that is said to find it; and nothing is given away outside the folds."""
    text, patient = in_waiting_room(name), WARD[name]
    answer = folded(text, f"What ails {name}")
    assert folded(text, "A hint").strip()
    ill = [test for test, finding in findings[name].items() if finding.healthy is False]
    if name == HEALTHY:
        assert ill == [] and patient.line is None and "nothing to find" in answer
        return
    assert re.search(rf"\bline {patient.line}\b", answer, re.IGNORECASE), f"the line is {patient.line}"
    found = re.findall(r"\*([A-Z]?[a-z ]+)\* (?:finds?|and)|and \*([a-z ]+)\*", answer)
    named = [test.lower() for pair in found for test in pair if test]
    assert named and set(named) <= set(ill)


@pytest.mark.parametrize("name", WAITING)
def test_nothing_stands_unfolded_that_gives_the_answer(name):
    cells = jupytext.read(TWIN, fmt="md:myst").cells
    start = next(i for i, cell in enumerate(cells) if cell.source.startswith(f"### {name}"))
    story, consultation, program, operation = cells[start + 1 : start + 5]  # the tests come before the program
    assert story.source == f'meet("{name}")'
    assert consultation.source.startswith(f'order("{name}", "")')
    assert program.source == f'print(ward["{name}"].listing())' and program.metadata["jupyter"]["outputs_hidden"]
    assert operation.source.startswith(f'treat("{name}", line=None, new="")')
    unfolded = re.sub(r"<details>.*?</details>", "", in_waiting_room(name), flags=re.DOTALL)
    prose = re.sub(r"```.*?```", "", unfolded, flags=re.DOTALL)
    assert len(prose.split()) < 40
    before = TEXT[: TEXT.index(f"### {name}\n")]
    prose = re.sub(r"```.*?```|<details>.*?</details>", "", before, flags=re.DOTALL)
    assert name not in re.sub(r"### \w+", "", prose.split("## The waiting room")[-1])


@pytest.mark.parametrize("name", [name for name in WARD if WARD[name].line])
def test_cures_that_the_lesson_names_heal(name, findings):
    patient = WARD[name].mended(WARD[name].line, WARD[name].cure)
    assert [finding.verdict for finding in checkup.examine(patient.case()) if finding.healthy is False] == []


def test_the_first_case(lesson):
    """Kofi: each number that the text speaks of."""
    case = WARD["Kofi"].case()
    network, x, t = case.build(np.random.default_rng(0)), case.data.x_train, case.data.t_train
    assert 2.3 < network.loss(x[:500], t[:500]) < 2.9
    line, rate = (int(number) for number in re.findall(r'treat\("Kofi", (\d+),', TEXT))
    assert line == WARD["Kofi"].line
    assert WARD["Kofi"].program.splitlines()[rate - 1].strip() == "net.params[name] -= 0.1 * slope"
    ratios = lesson["twice"](network, x[:100], t[:100])
    assert ratios.pop("loss") == pytest.approx(1) and list(ratios.values()) == pytest.approx([2] * 4)
    mended = WARD["Kofi"].mended(line, WARD["Kofi"].cure)
    ratios = lesson["twice"](mended.case().build(np.random.default_rng(0)), x[:100], t[:100])
    assert list(ratios.values()) == pytest.approx([1] * 5)
    other = WARD["Kofi"].mended(rate, "net.params[name] -= 1.197 * slope")
    assert max(WARD["Kofi"].results(range(3))["val"]) < 0.75
    one, two = mended.results(range(3))["val"], other.results(range(3))["val"]
    assert min(one) > 0.92 and one == pytest.approx(two, abs=0.01)


def test_twice_finds_nothing_in_healthy_networks(lesson):
    digits = load_digits()
    ratios = lesson["twice"](TwoLayerNet(64, 12, 10, 0, dtype=np.float64), digits.x_train[:30], digits.t_train[:30])
    assert list(ratios.values()) == pytest.approx([1] * 5)


def test_treat_tells_before_and_after(lesson, capsys):
    assert lesson["treat"]("Kofi") is None and capsys.readouterr().out == ""
    lesson["treat"]("Ines", WARD["Ines"].line, WARD["Ines"].cure)
    lines = capsys.readouterr().out.splitlines()
    assert "X[-300:]" in lines[0] and "X[:300]" in lines[1] and lines[0].index("X[300:]") == lines[1].index("X[300:]")
    assert re.match(r" +before: .*  100%, 100%, 100% +0\.0", lines[3])
    assert re.match(r" +after: .*  9\d%, 9\d%, 9\d% ", lines[4])
    assert lines[5] == "tests that still find something: none"


@pytest.mark.parametrize(
    "line, new, words",
    [
        (99, "pass", "no line 99"),
        (12, "return output >", "Line 12: SyntaxError"),
        (37, "net.params[name] -= rate * slope", "NameError"),
    ],
)
def test_treat_tells_at_once_what_cannot_be_tried(lesson, capsys, line, new, words):
    lesson["treat"]("Lars", line, new)
    assert words in capsys.readouterr().out


def test_treat_is_not_deceived_by_another_rate(lesson, capsys):
    line, new = re.search(r'treat\("Kofi", (\d+), "(net[^"]+)"\)', TEXT).groups()
    lesson["treat"]("Kofi", int(line), new)
    assert capsys.readouterr().out.splitlines()[-1] == "tests that still find something: slopes, doubled batch"


def test_order_names_the_tests_or_draws_a_finding(lesson, capsys):
    assert lesson["order"]("Lars", "startloss") is None and "start loss" in capsys.readouterr().out
    described(lesson["order"]("Lars", "start loss"))
    assert capsys.readouterr().out.startswith("start loss, healthy:")


def test_the_patient_without_complaints(findings):
    ill = [test for test, finding in findings["Leilani"].items() if finding.healthy is False]
    assert ill == ["slopes", "one step"] and all("b2" in findings["Leilani"][test].verdict for test in ill)
    assert f'treat("Leilani", {WARD["Leilani"].line},' in TEXT and f"Line {WARD['Leilani'].line} sums" in TEXT
    before = WARD["Leilani"].results(range(5))["val"]
    after = WARD["Leilani"].mended(WARD["Leilani"].line, WARD["Leilani"].cure).results(range(5))["val"]
    assert before == pytest.approx(after, abs=0.011)
    case = WARD["Leilani"].case()
    assert sum(value.size for value in case.build(np.random.default_rng(0)).params.values()) == 3760


# What the folded answers claim besides


def test_claims_in_the_answers():
    amara = WARD["Amara"].mended(10, "    return np.exp(Z - Z.max(axis=0)) / sum(np.exp(Z - Z.max(axis=0)))")
    assert "return np.exp(Z)" in WARD["Amara"].program.splitlines()[9] and max(amara.results(range(3))["train"]) < 0.15
    scores = WARD["Amara"].case().start().predict(WARD["Amara"].case().data.x_train)
    assert 200 < np.median(np.abs(scores)) < 1000 and scores.max() > 709.8
    assert np.mean(WARD["Amara"].case().data.t_val == 0) == pytest.approx(0.07, abs=0.005)
    losses = amara.case().trained(0)[1]
    assert 0 < np.isinf(losses).sum() < 10 and losses[-200:] == pytest.approx([np.log(10)] * 200)
    network, _ = WARD["Yuki"].case().trained(0)
    assert (network.predict(WARD["Yuki"].case().data.x_val) > 0).all()
    asks_all = "    return -np.log(np.where(np.eye(10)[t] == 1, y, 1 - y) + 1e-7).sum(axis=1)"
    assert min(WARD["Yuki"].mended(9, asks_all).results(range(3))["val"]) > 0.93
    assert f"batches of {re.search(r'rng.choice.len.x., (.+?)[)]', WARD[HEALTHY].program)[1]} differ" in TEXT
    zeynep = WARD["Zeynep"].results(range(5))["val"]
    assert max(zeynep) - min(zeynep) > 0.3
    for patient, low, high in (
        (WARD["Priya"], 0.015, 0.045),
        (WARD["Priya"].mended(WARD["Priya"].line, WARD["Priya"].cure), 0.3, 0.45),
    ):
        case = patient.case()
        before, after = case.start(0).params, case.trained(0)[0].params
        moved = [np.linalg.norm(after[name] - before[name]) / np.linalg.norm(before[name]) for name in ("W1", "W2", "W3")]
        assert low < min(moved) and max(moved) < high
    losses = []
    for patient in (WARD["Lars"], WARD["Lars"].mended(WARD["Lars"].line, WARD["Lars"].cure)):
        case = patient.case()
        losses.append(np.mean([np.mean(case.trained(seed)[1][-40:]) for seed in range(5)]))
    assert losses == pytest.approx([0.24, 0.20], abs=0.006)


def test_a_network_of_the_course_passes():
    found = checkup.examine(checkup.Case(lambda rng: MultiLayerNet([64, 50, 50, 10], rng), load_digits()))
    assert [finding.test for finding in found] == list(checkup.TESTS)
    assert [finding.verdict for finding in found if finding.healthy is False] == []


def test_table_of_questions_has_every_test_in_order():
    rows = re.findall(r"^\| ([a-z ]+) \| [A-Z]", TEXT.split("## Ten tests")[1].split("## The waiting room")[0], re.MULTILINE)
    assert rows == list(checkup.TESTS)


# Figures


def described(figure):
    assert len(figure.alt.split()) > 8 and complaints(figure) == []
    return figure.alt


def test_map_has_every_test_once():
    alt = described(plots.where_tests_listen())
    named = re.findall(r"at \w+: ([a-z ,]+)", alt)
    assert sorted(test.strip() for group in named for test in group.split(",")) == sorted(checkup.TESTS)


def test_losses_beside():
    falling = np.linspace(2.5, 0.1, 300)
    assert "ill from 2.5 to" in described(plots.losses_beside({"ill": np.full(300, 2.5), "well": falling}))
    described(plots.losses_beside({"short": [2.0, 1.0, 0.5]}))


def test_findings_table(findings):
    table = {name: {test: finding.healthy for test, finding in found.items()} for name, found in findings.items()}
    alt = described(plots.findings_table(table, list(checkup.TESTS), marked=[HEALTHY]))
    assert "Tomasz: nothing" in alt and "Lars: slopes;" in alt and "Leilani: slopes, one step." in alt
    described(plots.findings_table({"A": {}, "B": {"slopes": False}}, ["slopes", "one step"]))


def test_costs():
    parts = {"small digits": {"A": ([10, 50], [95, 96]), "B": ([100, 100], [90, 97])}, "MNIST": {"B": ([3, 9], [91, 92])}}
    assert "small digits: A 10 to 50, fixed 95 to 96; B 100 to 100" in described(plots.costs(parts))
    described(plots.costs({"small digits": parts["small digits"]}))


# On your own


def solutions():
    return re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TEXT, re.DOTALL)


def test_solutions_say_what_the_lesson_says(capsys):
    assert len(solutions()) == 3
    outs = []
    for code in solutions():
        names = {"np": np, "ward": WARD, "checkup": checkup, "plots": plots}
        names |= {"load_digits": load_digits, "TwoLayerNet": TwoLayerNet}
        exec(code, names)
        outs.append(capsys.readouterr().out)
    one, five = (int(share) for share in re.findall(r"(\d+)%", outs[0]))
    network = 100 * np.mean(WARD[HEALTHY].results(range(5))["val"])
    assert (
        f"\n\n{one} % with one, {five} % with five." in TEXT and abs(five - network) < 3 and network == pytest.approx(70, abs=2)
    )
    assert [line.split()[0] for line in outs[1].splitlines()] == ["slopes", "doubled"] and "b1" in outs[1]
    assert outs[2].strip() == "[]"


def test_another_illness_that_no_test_sees():
    def train(network, x, t, rng):
        losses = []
        for _ in range(300):
            some = rng.choice(100, 50)
            losses.append(network.loss(x[some], t[some]))
            for name, slope in network.gradient(x[some], t[some]).items():
                network.params[name] -= 0.3 * slope
        return losses

    case = checkup.Case(lambda rng: TwoLayerNet(64, 50, 10, rng), load_digits(), train)
    assert [finding.verdict for finding in checkup.examine(case) if finding.healthy is False] == []
    assert np.mean([case.accuracy(case.trained(seed)[0], "val") for seed in range(5)]) == pytest.approx(0.92, abs=0.015)


# The study


def test_study_says_what_the_lesson_says(findings):
    study = json.loads((ROOT / "data" / "studies" / "clinic.json").read_text("utf8"))
    table = {name: {test: finding.healthy for test, finding in found.items()} for name, found in findings.items()}
    assert study["table"] == table and study["tests"] == list(checkup.TESTS)
    rows = list(study["broken"].values())
    assert len(rows) == 40 and all(False in row.values() for row in rows)
    sound = [*study["sound"].values(), *study["odd"].values()]
    assert len(sound) == 30 and not any(False in row.values() for row in sound)
    assert sum(healthy is None for row in sound for healthy in row.values()) == 3
    alone = [[test for test, healthy in row.items() if healthy is False] for row in rows]
    assert alone.count(["slopes"]) == 10 and sum("several seeds" in found for found in alone) == 20


def test_costs_are_those_of_the_lesson():
    study = json.loads((ROOT / "data" / "studies" / "clinic.json").read_text("utf8"))
    on_digits, on_mnist = study["effects"], study["mnist"]
    assert set(on_digits) == set(WARD) and list(on_mnist) == ["Kofi", "Lars", "Yuki", "Mateo", "Priya", "Zeynep", "Leilani"]
    ill, mended = on_mnist["Leilani"]["ill"], on_mnist["Leilani"]["mended"]
    assert ill == pytest.approx(mended, abs=0.3)
    for found in ((on_digits["Lars"]["ill"]["val"], on_digits["Lars"]["mended"]["val"]), on_mnist["Lars"].values()):
        assert 0.3 < np.diff([np.mean(values) for values in found])[0] < 1
    assert max(on_mnist["Kofi"]["ill"]) < 16 and min(on_mnist["Kofi"]["mended"]) > 87
    assert np.ptp(on_digits["Zeynep"]["ill"]["val"]) > 30
    assert sum(value > 90 for value in on_mnist["Zeynep"]["ill"]) == 2
    falls = [name for name, effect in on_digits.items() if "mended" in effect]
    falls = [name for name in falls if np.mean(on_digits[name]["mended"]["val"]) < np.mean(on_digits[name]["ill"]["val"]) - 0.5]
    assert falls == ["Ines"]
    seeds = WARD["Kofi"].results(range(2))["val"]
    assert on_digits["Kofi"]["ill"]["val"][:2] == pytest.approx([100 * share for share in seeds], abs=0.01)
