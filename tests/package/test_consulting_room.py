"""The consulting room, moved from Python: what an order, a name and a changed line do, and that no error is swallowed."""

import asyncio
import re
import threading
import time
from dataclasses import dataclass, replace
from types import SimpleNamespace

import ipywidgets
import numpy as np
import pytest

from helpers import widgets
from helpers.checkup import TESTS, Case, Finding
from helpers.clinic import patients
from helpers.clinic.stories import HEALTHY
from helpers.widgets import room_texts as texts
from helpers.widgets.buttons import is_off
from helpers.widgets.errands import Errands, Stopped
from helpers.widgets.picture import Picture
from helpers.widgets.room_card import HINT_AFTER

PROGRAM = """import numpy as np

RATE = -0.5  # <b>

class Net:
    def __init__(self, rng):
        self.params = {"W": rng.normal(0, 0.1, (2, 3))}

    def predict(self, x):
        return x @ self.params["W"]

def train(net, x, t, rng):
    return [abs(RATE), 1.0]
"""


@dataclass(frozen=True)
class Fake:
    """A patient whose program is run as the clinic's are, on six points."""

    name: str = "Ada"
    story: str = "Ada says: 5 < 6."
    program: str = PROGRAM
    illnesses: tuple = ("a cold", "a sign", "none")
    answer: str = "a sign"
    rule: str = "Downhill is minus the slope."
    line: int | None = 3

    def case(self):
        space = {}
        exec(self.program, space)
        x, t = np.arange(12.0).reshape(6, 2), np.array([0, 1, 2, 0, 1, 2])
        data = SimpleNamespace(x_train=x, t_train=t, x_val=x, t_val=t, class_names=list("abc"))
        if "LEFT_OUT" in space:
            setattr(data, f"x_{space['LEFT_OUT']}", x[:2])
            setattr(data, f"t_{space['LEFT_OUT']}", t[:2])
        case = Case(space["Net"], data, space["train"])
        object.__setattr__(case, "rate", space["RATE"])
        return case

    def mended(self, number, line):
        lines = self.program.split("\n")
        return replace(self, program="\n".join([*lines[: number - 1], line, *lines[number:]]))

    def trouble(self):
        try:
            self.case()
        except (Exception, SystemExit) as error:
            return f"{type(error).__name__}: {error}."

    def results(self, seeds):
        share = 0.9 if "RATE = 0.5" in self.program else 0.25
        return {"train": [share] * len(seeds), "val": [share - 0.01] * len(seeds)}


def rate(case):
    return Finding("rate", case.rate > 0, f"The rate is {case.rate} <i>.", {})


def weather(case):
    return Finding("weather", None, "There is no window.", {})


def slow(case):
    while True:
        time.sleep(0.01)


FAKES = {"Ada": Fake(), "Bo": Fake("Bo", "Bo is well.", PROGRAM.replace("-0.5", "0.5"), answer="none", line=None)}


@pytest.fixture
def room():
    return widgets.ConsultingRoom(FAKES, {"rate": rate, "weather": weather})


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 600))


def page_of(room):
    """Everything that the page is given of the room: the state of all its widgets, and its saved form."""
    found, waiting = [], [room]
    while waiting:
        part = waiting.pop()
        found.append(
            str({key: value for key, value in part.get_state().items() if key not in ("value",) or isinstance(value, str)})
        )
        waiting += getattr(part, "children", ())
    return "\n".join([*found, room._repr_mimebundle_()["text/html"]])


class TestPages:
    def test_at_the_start(self, room):
        assert "5 &lt; 6" in room.story.value and "# &lt;b&gt;" in room.program.value
        assert re.findall(r"helpers-number'>\s*(\d+)", room.program.value) == [str(n) for n in range(1, 14)]
        assert "The losses that the training of Ada reports over 2 steps" in room.picture.alt
        assert "No test has been ordered" in room.record.value and is_off(room.stop_button)

    def test_a_long_line_goes_on_below_its_own_indentation(self):
        page = texts.program("x = 1\n    y = 2\n", "Ada")
        assert "--helpers-in:5ch'><span class='helpers-number'>1  <" in page and "--helpers-in:9ch" in page

    def test_the_program_can_be_scrolled_with_the_keyboard(self, room):
        assert "tabindex='0'" in room.program.value and "aria-label='The program of Ada'" in room.program.value

    def test_a_saved_notebook_keeps_story_program_and_what_to_do(self, room):
        bundle = room._repr_mimebundle_()
        assert "application/vnd.jupyter.widget-view+json" in bundle and bundle["text/plain"] == repr(room)
        page = bundle["text/html"]
        assert all(part in page for part in ("Ada says", "def train", '<img class="helpers-figure" alt="The losses', repr(room)))

    def test_the_answer_is_not_in_the_page_before_it_is_named(self, room):
        assert "a cold" not in page_of(room)  # the list itself is a hint: it opens with the first test
        room.order("rate"), room.diagnose("a cold")
        page = page_of(room)
        assert FAKES["Ada"].rule not in page
        assert page.count("a sign") == page.count("none'") > 0  # in the list of illnesses only, as all of them
        room.diagnose("a sign")
        assert FAKES["Ada"].rule in page_of(room)

    def test_every_control_has_a_tooltip_and_none_is_null(self, room):
        waiting = [room]
        while waiting:
            part = waiting.pop()
            waiting += getattr(part, "children", ())
            assert getattr(part, "tooltip", "") is not None or isinstance(part, (ipywidgets.Box, Picture)), part

    def test_it_needs_patients_and_tests(self):
        with pytest.raises(ValueError, match="at least one patient"):
            widgets.ConsultingRoom({}, {"rate": rate})


class TestOrders:
    def test_a_test_gives_a_verdict_a_picture_a_mark_and_a_line_on_the_card(self, room):
        before = room.picture.value
        room.test_buttons["rate"].click()  # without a running loop it is done at once
        assert "rate: ✗ found something." in room.verdict.value and "The rate is -0.5 &lt;i&gt;." in room.verdict.value
        assert (
            room.picture.value != before and "The rate is -0.5" in room.picture.alt and "The rate is -0.5" in room.picture.spoken
        )
        assert room.test_buttons["rate"].icon == "times" and "The rate is -0.5" in room.record.value
        room.order("weather")
        assert "– cannot be judged here" in room.verdict.value and room.test_buttons["weather"].icon == "minus"
        assert list(room.card.findings) == ["rate", "weather"] and "2 tests ordered" in room.readout.value

    def test_one_is_one(self, room):
        room.order("rate")
        assert "1 test ordered, " in room.readout.value

    def test_a_test_is_done_once(self, room):
        room.order("rate"), room.order("weather")
        room.tests["rate"] = lambda case: 1 / 0
        room.order("rate")
        assert "rate:" in room.verdict.value and room.error is None

    def test_the_room_stays_usable_while_it_tests_and_orders_wait_for_each_other(self, room):
        held = threading.Event()
        room.tests["weather"] = lambda case: held.wait(600) and weather(case)

        async def story():
            room.order("weather")
            task = room.order("rate")
            await asyncio.sleep(0.1)
            assert "testing: weather …" in room.readout.value and not is_off(room.stop_button)
            assert "helpers-waits" in room.picture._dom_classes
            room.diagnose("a cold")
            assert "Order a test first" in room.answer.value and room.card.findings == {}
            held.set()
            await task
            assert list(room.card.findings) == ["weather", "rate"] and is_off(room.stop_button)
            assert "helpers-waits" not in room.picture._dom_classes and "2 tests ordered" in room.readout.value

        run(story())

    def test_what_never_ends_can_be_stopped(self, room):
        room.tests["slow"] = slow

        async def story():
            task = room.order("slow")
            await asyncio.sleep(0.1)
            thread = room.errands.thread
            room.stop_button.click()
            await task
            assert room.readout.value.count("Stopped.") == 1 and room.error is None
            thread.join(600)
            assert not thread.is_alive() and room.card.findings == {}
            await room.order("rate")
            assert "rate" in room.card.findings

        run(story())

    def test_another_patient_ends_the_tests_of_the_one_before(self, room):
        room.tests["slow"] = slow

        async def story():
            room.order("slow")
            await asyncio.sleep(0.1)
            room.patient.value = "Bo"
            await room.errands.task
            assert room.name == "Bo" and "the training of Bo" in room.picture.alt and room.error is None
            await room.order("rate")
            assert "rate: ✓" in room.verdict.value
            await room.visit("Ada")
            assert room.card.findings == {} and room.verdict.value == "" and "Ready" in room.readout.value
            await room.visit("Bo")
            assert "The rate is 0.5" in room.record.value

        run(story())

    def test_an_error_of_a_test_is_shown(self, room):
        room.tests["rate"] = lambda case: {}["<here>"]
        room.order("rate")
        assert "KeyError" in room.picture.alert and "&lt;here&gt;" in room.picture.alert and is_off(room.stop_button)
        room.order("weather")
        assert room.picture.alert == "" and room.error is None

    def test_unknown_names(self, room):
        with pytest.raises(KeyError, match="no test is called 'x'; there are rate, weather"):
            room.order("x")
        with pytest.raises(KeyError, match="no patient is called 'x'; there are Ada, Bo"):
            room.visit("x")


class TestNames:
    def test_the_list_opens_with_the_first_test(self, room):
        assert room.illness not in room.naming.children and "opens" in room.naming.children[0].value
        room.diagnose("a sign")
        assert "Order a test first" in room.answer.value and not room.card.named
        room.order("weather")
        assert room.naming.children == (room.illness, room.name_button)
        room.visit("Bo")
        assert room.illness not in room.naming.children and "a sign" not in room.illness.options

    def test_wrong_right_and_none(self, room):
        room.order("rate")
        room.name_button.click()
        assert "Choose an illness" in room.answer.value
        room.illness.value = "a cold"
        room.name_button.click()
        assert "No: “a cold” is not it." in room.answer.value and "would it not explain?" in room.answer.value
        assert not room.card.named
        room.illness.value = "a sign"
        room.name_button.click()
        assert "Yes: a sign." in room.answer.value and FAKES["Ada"].rule in room.answer.value
        assert "change the line" in room.answer.value and room.card.named and not room.card.closed

    @pytest.mark.parametrize("illness", ["a cold", "a sign"])
    def test_an_illness_wants_a_finding_whether_it_is_the_right_one_or_not(self, room, illness):
        room.order("weather")
        room.diagnose(illness)
        assert "No test on your card has found anything so far" in room.answer.value and not room.card.named
        assert FAKES["Ada"].rule not in room.answer.value and "Yes" not in room.answer.value and "No:" not in room.answer.value

    @pytest.mark.parametrize("name", ["Ada", "Bo"])
    def test_health_wants_five_tests_whoever_it_is(self, name):
        many = {f"rate {number}": rate for number in range(7)}
        room = widgets.ConsultingRoom(FAKES, many)
        room.visit(name)
        for count, words in enumerate(["one test", "two tests", "three tests", "four tests"]):
            room.order(f"rate {count}"), room.diagnose("none")
            assert f"You have ordered {words}; a clean bill of health needs at least five." in room.answer.value
        assert not room.card.named
        room.order("rate 4"), room.diagnose("none")
        assert room.card.named == (name == "Bo") and ("Yes: none." in room.answer.value) == (name == "Bo")

    def test_health_is_named_without_its_title(self):
        well = replace(FAKES["Bo"], illnesses=("a cold", "healthy: all is well"), answer="healthy: all is well")
        room = widgets.ConsultingRoom({"Bo": well}, {"rate": rate})
        room.order("rate"), room.diagnose("healthy: all is well")
        assert "<b>Yes: all is well.</b>" in room.answer.value

    def test_who_is_well_is_done_when_that_is_said(self, room):
        room.visit("Bo")
        room.order("rate"), room.order("weather"), room.diagnose("none")
        assert room.card.closed and "1 of 2 patients done" in room.readout.value and "change the line" not in room.answer.value

    def test_who_comes_back_finds_what_was_there(self, room):
        room.order("rate")
        room.illness.value = "a sign"
        room.name_button.click()
        room.change(3, "RATE = -7"), room.order("weather")
        room.line.value, room.code.value = 10, "    return 5"
        answer, cure, program = room.answer.value, room.cure.value, room.program.value
        assert "Still found by: rate." in cure and "RATE = -7" in program
        room.visit("Bo")
        assert room.illness.value == "choose an illness" and room.answer.value == room.cure.value == ""
        assert room.line.value == 1 and room.code.value == "import numpy as np" and "helpers-changed" not in room.program.value
        room.visit("Ada")
        assert (room.answer.value, room.cure.value, room.program.value) == (answer, cure, program)
        assert room.illness.value == "a sign" and (room.line.value, room.code.value) == (10, "    return 5")
        room.take_back(), room.visit("Bo"), room.visit("Ada")
        assert room.cure.value == "" and "helpers-changed" not in room.program.value

    def test_a_table_that_was_left_half_done_does_not_come_back(self, room):
        room.tests["slow"] = slow

        async def story():
            room.change(3, "RATE = 0.5")
            while "rate</th>" not in room.cure.value:
                await asyncio.sleep(0.02)
            assert room.cure.value.index("Tested 2 of 3") < room.cure.value.index("<table")
            await room.visit("Bo")
            await room.visit("Ada")
            assert room.cure.value == "" and "helpers-changed" not in room.program.value and room.error is None

        run(story())

    def test_a_program_is_shown_from_its_top_for_the_next_patient_and_stays_where_it_is_for_a_changed_line(self, room):
        seen = []
        room.listing.observe(lambda change: seen.append(change["new"]), "children")
        room.change(3, "RATE = -2"), room.take_back()
        assert seen == []
        room.visit("Bo")
        assert seen == [(), (room.program,)]  # a new place in the page, which is not scrolled


class TestLines:
    def test_the_field_shows_the_line_of_the_number(self, room):
        room.line.value = 3
        assert room.code.value == "RATE = -0.5  # <b>"
        room.line.value = 99
        assert room.line.value == 13 and room.code.value == "    return [abs(RATE), 1.0]"

    def test_the_right_line_heals(self, room):
        room.order("rate"), room.diagnose("a sign")
        room.line.value, room.code.value = 3, "RATE = 0.5"
        room.try_button.click()
        assert "With this line no test finds anything." in room.cure.value
        assert re.search("rate</th><td>✗ found something</td><td title='[^']*'>✓ nothing found", room.cure.value)
        assert re.search("weather</th><td>not ordered</td>", room.cure.value)
        assert "<td>25.0 %</td><td>90.0 %</td>" in room.cure.value
        first, table = room.cure.value.split("<table", 1)  # what comes of it stands above the table
        assert "no test finds anything" in first and "24.0\u00a0% as it came, 89.0\u00a0% with your line" in first
        assert "no test finds" not in table and "with your line 89 % to 89 %" in room.picture.alt
        assert "helpers-changed" in room.program.value and "RATE = 0.5" in room.program.value
        assert room.card.closed and "1 of 2 patients done" in room.readout.value
        room.back_button.click()
        assert "helpers-changed" not in room.program.value and room.code.value == "RATE = -0.5  # <b>"

    def test_wrong_lines_are_told_what_is_still_found_and_at_last_the_number(self, room):
        for count in range(1, HINT_AFTER + 1):
            room.change(3, f"RATE = -{count}")
            assert "Still found by: rate." in room.cure.value
            assert ("look at line 3" in room.cure.value) == (count == HINT_AFTER)

    @pytest.mark.parametrize("part, words", [("train", "training pictures"), ("val", "validation pictures")])
    def test_a_line_that_throws_pictures_away_is_no_cure(self, room, part, words):
        line = f"RATE = 0.5; LEFT_OUT = '{part}'"
        room.change(3, line)
        assert f"fewer {words} than before: 2 of 6" in room.cure.value and not room.card.mended
        room.change(3, "RATE = 0.5")
        assert "With this line no test finds anything.</b>" in room.cure.value and room.card.mended

    def test_thousands_are_written_with_a_comma(self, room):
        room.card.seen().data.x_train = np.zeros((1197, 2))
        assert "2 of 1,197" in room.card.judge({}, SimpleNamespace(x_train=[0, 1], x_val=range(6)))

    @pytest.mark.parametrize("line", ["RATE = = 3", "RATE = nothing", "raise SystemExit"])
    def test_a_line_that_does_not_run_is_told_in_a_sentence(self, room, line):
        room.change(3, line)
        assert "With your line 3 the program does not run." in room.cure.value and room.error is None
        room.order("rate")
        assert "rate" in room.card.findings

    def test_enter_tries_the_line(self, room):
        room.line.value, room.code.value = 3, "RATE = 0.25"
        room.code._handle_custom_msg({"event": "submit"}, [])
        assert "no test finds anything" in room.cure.value


class TestErrands:
    def test_one_after_the_other_and_errors_are_handed_over(self):
        failed, done = [], []
        errands = Errands(failed.append)

        async def fine():
            done.append(await errands.do(lambda: 7))

        async def wrong():
            await errands.do(lambda: 1 / 0)

        async def story():
            errands.add(wrong)
            await errands.add(fine)

        run(story())
        assert done == [7] and [type(error) for error in failed] == [ZeroDivisionError] and not errands.busy

    def test_stopping_forgets_what_waits(self):
        failed = []
        errands = Errands(failed.append)

        async def endless():
            await errands.do(lambda: slow(None))

        async def story():
            errands.add(endless)
            task = errands.add(endless)
            await asyncio.sleep(0.1)
            errands.stop()
            await task

        run(story())
        assert [type(error) for error in failed] == [Stopped]
        errands.stop()  # nothing is under way: nothing happens
        run(errands.do(lambda: 1))


def test_the_tests_of_the_clinic_stand_in_the_room():
    room = widgets.ConsultingRoom(FAKES, TESTS)
    assert list(room.test_buttons) == list(TESTS)


def test_the_clinics_own_words_for_health_are_known_to_the_room():
    """A room with a few ill patients must ask for five tests, too, before it believes that one of them is healthy."""
    some = {name: patient for name, patient in patients().items() if name in ("Kofi", "Lars")}
    room = widgets.consulting_room(some)
    room.order("inputs"), room.diagnose(HEALTHY)
    assert "one test; a clean bill of health needs at least five" in room.answer.value
