"""The consulting room of the debugging clinic: read a program, order tests, name the illness, change a line, see the cure.

    widgets.consulting_room()

The answer stays in the kernel until it is named: nothing in the page tells the right illness from the others.
"""

from helpers import plots
from helpers.widgets import room_texts as texts
from helpers.widgets.buttons import button, turn_off
from helpers.widgets.errands import Errands, Stopped
from helpers.widgets.picture import Pictured
from helpers.widgets.room_card import SEEDS, Card
from helpers.widgets.room_parts import RoomPicture, code_field, desk, list_of, number_field, place, row, text_part, title

ICONS = {True: "check", False: "times", None: "minus"}
UNNAMED = "choose an illness"
CLOSED = "The list of illnesses opens when the first test is done."


def consulting_room(patients=None, tests=None):
    """The room with the patients of helpers.clinic and the tests of helpers.checkup.

    patients: {name: Patient}, others than those. tests: {name: function of a Case that returns a Finding}.
    """
    from helpers import checkup, clinic

    return ConsultingRoom(patients or clinic.patients(), tests or checkup.TESTS)


class ConsultingRoom(Pictured):
    """Choose a patient, order tests, name the illness, change a line and see what that does.

    patients: {name: Patient} (helpers.clinic). tests: {name: function of a Case that returns a Finding} (helpers.checkup).
    ``cards`` holds what is known of each patient, ``errands`` the tests that are under way.
    """

    def __init__(self, patients, tests):
        from helpers.clinic.stories import HEALTHY

        self.patients, self.tests = dict(patients), dict(tests)
        if not self.patients or not self.tests:
            raise ValueError("a consulting room needs at least one patient and one test.")
        healthy = {HEALTHY} | {patient.answer for patient in self.patients.values() if patient.line is None}
        self.cards = {name: Card(patient, healthy, len(self.tests)) for name, patient in self.patients.items()}
        self.errands = Errands(failed=self._fail)
        self._parts()
        self._show_patient()
        self.patient.observe(self._called, "value")
        self.line.observe(self._show_line, "value")
        self.picture.draw(plots.symptom(self.card.losses(), self.name))

    def _parts(self):
        """Make all that stands in the room, and put it in its order."""
        self.name = next(iter(self.patients))
        self.patient = list_of("patient", list(self.patients))
        self.test_buttons = {test: button(test, lambda test=test: self.order(test), width="auto") for test in self.tests}
        self.stop_button = button("Stop", self.stop, width="6em", icon="stop")
        self.illness = list_of("illness", [UNNAMED])
        self.name_button = button("Name it", lambda: self._guarded(lambda: self.diagnose(self.illness.value)), width="6em")
        self.line, self.code = number_field(), code_field(self.try_line)
        self.try_button = button("Try this line", self.try_line, width="9em")
        self.back_button = button("As it came", self.take_back, width="9em")
        for part in ("story", "program", "readout", "verdict", "record", "answer", "cure", "closed"):
            setattr(self, part, text_part())
        self.listing, self.naming = place("listing", self.program), row(self.closed)
        self.closed.value = CLOSED
        buttons, picture = row(*self.test_buttons.values()), RoomPicture()
        tests = [title("Order a test"), buttons, row(self.stop_button, self.readout), self.verdict, picture]
        tests += [title("Name the illness"), self.naming, self.answer, title("Record card"), self.record]
        change = [title("Change a line"), self.line, self.code, row(self.try_button, self.back_button), self.cure]
        super().__init__([self.patient, self.story, desk([self.listing], tests, change)], picture)
        self.add_class("helpers-room")

    @property
    def card(self):
        """The record card of the patient who is in the room."""
        return self.cards[self.name]

    # What the doctor does

    def visit(self, name):
        """Call another patient in. Tests that are under way for the one before are given up; the record card stays."""
        if name not in self.patients:
            raise KeyError(f"no patient is called {name!r}; there are {', '.join(self.patients)}.")
        self.errands.stop()
        self.card.illness, self.card.typed = self.illness.value, (self.line.value, self.code.value)
        self.name = self.patient.value = name
        self.listing.children = ()  # taken out and put back it stands at its top again
        self._show_patient()
        self.listing.children = (self.program,)
        return self.errands.add(self._look)

    def order(self, test):
        """Order a test for this patient. Returns the task that does it, None when it is done."""
        if test not in self.tests:
            raise KeyError(f"no test is called {test!r}; there are {', '.join(self.tests)}.")
        if test in self.card.findings:
            return self._guarded(lambda: self._show_finding(self.card.findings[test]))
        return self.errands.add(lambda: self._test(test))

    def diagnose(self, illness):
        """Name the illness; the room says whether that is it."""
        if illness == UNNAMED:
            self.answer.value = texts.status("Choose an illness from the list first.")
            return
        self.answer.value = self.card.answer = texts.status(self.card.diagnose(illness))
        self._show_count()

    def try_line(self):
        """Try the line that stands in the two fields."""
        return self.change(self.line.value, self.code.value)

    def change(self, number, line):
        """Try another line in the place of the program's line of this number: all tests anew, and accuracies over five starts."""
        self._show_cure("")
        return self.errands.add(lambda: self._cure(number, line))

    def take_back(self):
        """Show the program and the line as they came; tests of another line are given up."""
        self.errands.stop()
        self.card.tried = None
        self._show_cure("")
        self._show_program()
        self._show_line()

    def stop(self):
        """Give up the tests that are under way or waiting."""
        self.errands.stop()

    def _called(self, _change):
        if self.patient.value != self.name:
            self.visit(self.patient.value)

    # Errands

    async def _look(self):
        self._wait("looking at the losses of this training …")
        reported = await self.errands.do(self.card.losses)
        self._done()
        self.picture.draw(plots.symptom(reported, self.name))

    async def _test(self, test):
        if test in self.card.findings:  # ordered twice while it waited
            return self._show_finding(self.card.findings[test])
        card = self.card
        self._wait(f"testing: {texts.escaped(test)} …")
        finding = await self.errands.do(lambda: self.tests[test](card.seen()))
        card.findings[test] = finding
        self._done()
        self._show_finding(finding)

    async def _cure(self, number, line):
        patient, card, found = self.patients[self.name], self.card, {}
        card.tried = None
        changed = patient.mended(number, line)
        self._show_program(changed.program, number)
        self._wait("does the program run with your line? …")
        trouble = await self.errands.do(changed.trouble)
        if trouble:
            self._done()
            self._show_cure(texts.status(texts.broken(trouble, number)), changed.program, number)
            return
        case = changed.case()
        for count, (test, run) in enumerate(self.tests.items(), start=1):
            self._wait(f"testing with your line: {texts.escaped(test)}, {count} of {len(self.tests)} …")
            found[test] = await self.errands.do(lambda run=run: run(case))
            self._show_cure(texts.cure(card.findings, found, end=f"Tested {count} of {len(self.tests)} with your line."))
        self._wait(f"measuring accuracies from {SEEDS} starts …")
        if card.results is None:
            card.results = await self.errands.do(lambda: patient.results(range(SEEDS)))
        after = await self.errands.do(lambda: changed.results(range(SEEDS)))
        end, means = card.judge(found, case.data), card.means(after)
        self._done()
        self._show_cure(texts.cure(card.findings, found, means, end), changed.program, number)
        self.verdict.value = texts.measured(self.name, number, means)
        self.picture.draw(plots.cure(self.name, card.results["val"], after["val"]), say="")

    def _wait(self, words):
        self.picture.clear_error()
        self.readout.value = texts.status(words)
        turn_off(self.stop_button, False)
        self.picture.add_class("helpers-waits")

    def _done(self):
        self.picture.remove_class("helpers-waits")
        if not self.errands.waiting:
            turn_off(self.stop_button)
            self._show_count()

    def _fail(self, error):
        self._done()
        if isinstance(error, Stopped):
            self.readout.value = texts.status("Stopped.")
        else:
            self.picture.fail(error)

    def _guarded(self, action):
        try:
            action()
        except Exception as error:  # an error of a button belongs on the screen, not in a log
            self.picture.fail(error)

    # What the screen shows

    def _show_patient(self):
        patient = self.patients[self.name]
        self.story.value = texts.story(patient.story)
        program, changed, cure = self.card.tried or (None, None, "")
        self._show_program(program, changed)
        self.line.max = len(patient.program.rstrip("\n").split("\n"))
        self.line.value, typed = self.card.typed
        self._show_line()
        self.code.value = self.code.value if typed is None else typed
        self.answer.value, self.cure.value, self.verdict.value = self.card.answer, cure, ""
        self._show_record()
        self.illness.value = self.card.illness or UNNAMED
        turn_off(self.stop_button)
        self._show_count()

    def _show_program(self, text=None, changed=None):
        self.program.value = texts.program(text or self.patients[self.name].program, self.name, changed)

    def _show_line(self, _change=None):
        self.code.value = self.patients[self.name].program.split("\n")[self.line.value - 1]

    def _show_cure(self, words, program=None, number=None):
        """What comes of a line. With the changed program it is the end of it, and the patient's card keeps it."""
        self.cure.value = words
        if program is not None:
            self.card.tried = program, number, words

    def _show_record(self):
        findings = self.card.findings
        names = (UNNAMED, *(self.patients[self.name].illnesses if findings else ()))
        if self.illness.options != names:
            self.illness.options = names
            self.naming.children = (self.illness, self.name_button) if findings else (self.closed,)
        self.record.value = texts.record(self.name, findings)
        for test, made in self.test_buttons.items():
            made.icon = ICONS[findings[test].healthy] if test in findings else ""

    def _show_finding(self, finding):
        self._show_record()
        self.verdict.value = texts.verdict(finding)
        self.picture.draw(plots.finding(finding), say=f"{finding.verdict}")

    def _show_count(self):
        cards = self.cards.values()
        closed, ordered = sum(card.closed for card in cards), sum(len(card.findings) for card in cards)
        text = f"Ready. {texts.tests(ordered)} ordered, {closed} of {len(cards)} patients done."
        self.readout.value = texts.status(text if ordered or closed else "Ready. Press a test to order it.")

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        return {**bundle, "text/html": self.story.value + self.program.value + bundle["text/html"]}

    def __repr__(self):
        return "Run this cell (Shift+Enter) to see patients: choose one, order tests, name the illness, change a line."
