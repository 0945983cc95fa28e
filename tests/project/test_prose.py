"""How the lessons' prose keeps its breath: few long brackets, no stiff wording, the same frame at each end."""

import re
from pathlib import Path

import pytest

TEXTS = sorted((Path(__file__).resolve().parents[2] / "notebooks" / "text").glob("[0-9][0-9]_*.md"))
STIFF = r"\b(?:read rightly|in such a way that|one an? (?:row|digit|unit|class|image)|belongs? into|simply|obviously)\b"
# long brackets on the main thread that a lesson may have, of ten words and more
LONG = 5


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def text(request):
    return request.param.read_text("utf-8")


def prose(text):
    """What is read without opening anything: no code, no formulas, no folded parts, no links' addresses."""
    text = re.sub(r"```.*?```|<details>.*?</details>|\$\$.*?\$\$|\$[^$]*\$", "", text, flags=re.DOTALL)
    return re.sub(r"\]\([^)]*\)", "]", text)


def long_brackets(words, least=10):
    return [bracket for bracket in re.findall(r"\(([^()]+)\)", words) if len(bracket.split()) >= least]


def test_long_brackets_are_counted():
    words = prose("A (b c). $f(x, y)$ (one two three four five six seven eight nine ten) [a](b c).")
    assert long_brackets(words) == ["one two three four five six seven eight nine ten"] and len(long_brackets(words, 2)) == 2


def test_few_long_brackets(text):
    found = long_brackets(prose(text).split("\n## What you built")[0])
    assert len(found) <= LONG, found


def test_no_stiff_wording(text):
    assert re.findall(STIFF, prose(text)) == []
    assert "!" not in re.sub(r"!\[|!=", "", prose(text))


def test_the_frame_of_a_lesson(text):
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    ends = [headings.index(name) for name in ("What you built", "History and further reading")]
    assert ends == sorted(ends)
    after = [name for name in headings[ends[1] + 1 :] if not name.startswith("Extra")]
    assert after in ([], ["The end, and a beginning"]), "after the history come extras alone"
    need = re.search(r"\*\*What you'll need\*\*.*", text)[0]
    paragraph = text[text.index(need) :].split("\n\n")[0]
    assert re.search(r"minutes|hours?", paragraph), "how long does it take?"
