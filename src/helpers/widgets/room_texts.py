"""What the consulting room writes: programs with line numbers, verdicts, the record card and the table of a cure, as HTML."""

import html

WORDS = {True: "nothing found", False: "found something", None: "cannot be judged here"}
SIGNS = {True: "✓", False: "✗", None: "–"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KINDS = {True: "sound", False: "ill", None: "open"}


def escaped(text):
    """Text as HTML, so that nothing in it is taken for a tag."""
    return html.escape(str(text))


def bare(illness):
    """An illness's name as HTML, without the title that stands before its colon: “nothing to mend” for the healthy."""
    return escaped(illness.split(": ")[-1])


def tests(count, words=False):
    """So many tests, with their number in digits, or in words up to ten."""
    return f"{NUMBERS[count] if words and count < len(NUMBERS) else count} test{'' if count == 1 else 's'}"


def status(text):
    """The line that says what goes on; a screen reader reads it when it changes."""
    return f"<span aria-live='polite'>{text}</span>"


def heading(text):
    """The title of a part of the room."""
    return f"<div class='helpers-heading'>{escaped(text)}</div>"


def story(text):
    """A patient's story."""
    return f"<div class='helpers-story'>{escaped(text.strip())}</div>"


def program(text, name, changed=None):
    """A program with lines numbered from 1, long ones going on below. changed: the number of a line that was changed, set off."""
    lines = text.rstrip("\n").split("\n")
    wide = len(str(len(lines)))
    rows = "".join(
        f"<span class='helpers-line{' helpers-changed' if number == changed else ''}' "
        f"style='--helpers-in:{wide + 4 + len(line) - len(line.lstrip())}ch'>"
        f"<span class='helpers-number'>{number:>{wide}}  </span>{escaped(line)}\n</span>"
        for number, line in enumerate(lines, start=1)
    )
    return f"<pre class='helpers-program' tabindex='0' role='region' aria-label='The program of {escaped(name)}'>{rows}</pre>"


def verdict(finding):
    """A finding in a sentence: the test's name, what came out, and the sentence of the test."""
    return (
        f"<div class='helpers-verdict helpers-{KINDS[finding.healthy]}'><b>{escaped(finding.test)}: "
        f"{SIGNS[finding.healthy]} {WORDS[finding.healthy]}.</b> {escaped(finding.verdict)}</div>"
    )


def record(name, findings):
    """The record card: the tests that were ordered, with their verdicts, in their order. findings: {test: Finding}."""
    if not findings:
        return f"<p>No test has been ordered for {escaped(name)} yet.</p>"
    rows = "".join(
        f"<tr><th scope='row'>{escaped(test)}</th><td class='helpers-sign'>{SIGNS[finding.healthy]}</td>"
        f"<td>{escaped(finding.verdict)}</td></tr>"
        for test, finding in findings.items()
    )
    return f"<table class='helpers-record'>{rows}</table>"


def cure(before, found, accuracies=(), end=""):
    """What a changed line does. before, found: {test: Finding} as it came (of the tests ordered) and with the line.

    accuracies: [(of what, share before, share after)], means over several starts, the validation images last.
    end: what it amounts to, as HTML; it comes first, beside the last of the accuracies.
    """
    rows = "".join(
        f"<tr><th scope='row'>{escaped(test)}</th><td>{_outcome(before.get(test))}</td>"
        f"<td title='{escaped(finding.verdict)}'>{_outcome(finding)}</td></tr>"
        for test, finding in found.items()
    )
    measured = "".join(
        f"<tr><th scope='row'>{escaped(what)}</th><td>{100 * before:.1f} %</td><td>{100 * after:.1f} %</td></tr>"
        for what, before, after in accuracies
    )
    head = "<tr><td></td><th scope='col'>as it came</th><th scope='col'>with your line</th></tr>"
    if accuracies:
        what, before, after = accuracies[-1]
        end += f" Mean {escaped(what)}: {100 * before:.1f}\u00a0% as it came, {100 * after:.1f}\u00a0% with your line."
    return f"<div class='helpers-verdict'>{status(end)}</div><table class='helpers-record'>{head}{rows}{measured}</table>"


def measured(name, number, accuracies):
    """What a cure's picture shows, in a sentence. accuracies: as in cure(), the validation images last."""
    what, before, after = accuracies[-1]
    return (
        f"<div class='helpers-verdict'><b>{escaped(name)} with your line {number}:</b> {escaped(what)}, mean of several starts, "
        f"{100 * before:.1f} % as it came and {100 * after:.1f} % now.</div>"
    )


def broken(trouble, number):
    """What the room says of a line with which the program does not work. trouble: what fails, number: of the line."""
    return f"<b>With your line {number} the program does not run.</b> {escaped(trouble)} Nothing was tested."


def _outcome(finding):
    return "not ordered" if finding is None else f"{SIGNS[finding.healthy]} {WORDS[finding.healthy]}"
