"""How an Outcome and a Summary show themselves in a notebook: cards in HTML, without a script or a style sheet.

What the state is stands in white on its colour, which can be read in a light and in a dark page alike; all else has the page's
own colour and lies on grounds that shine through. Behind each of JupyterLab's variables stands a value for pages that have
none: nbgrader's feedback, VS Code. The message may hold anything a learner's code says, so all of it is escaped.
"""

import html
import re

STATES = {  # state: sign, word, and a colour, those for words of helpers.plots.ink; each of the three would do alone
    "done": ("✓", "right", "#007F5C"),
    "not right yet": ("✗", "not right yet", "#B55000"),
    "not done yet": ("○", "not done yet", "#6B6B6B"),
}
NO_FORMULAS = "tex2jax_ignore mathjax_ignore"  # two dollar signs in a learner's line are no formula
FONT = "var(--jp-content-font-family, var(--vscode-font-family, system-ui, sans-serif))"
CODE_FONT = "var(--jp-code-font-family, var(--vscode-editor-font-family, monospace))"
TEXT = (
    f"font-family: {FONT}; font-size: var(--jp-content-font-size1, 14px); line-height: 1.5; "
    "color: var(--jp-content-font-color1, inherit); overflow-wrap: anywhere"
)
COLUMNS = "display: grid; grid-template-columns: repeat(auto-fill, 10em); gap: 8px; margin: 4px 0; padding: 0; list-style: none"
LINE = "margin-top: 4px; max-width: 46rem"  # as wide as the notebook's own text
CODE = (
    f"font-family: {CODE_FONT}; font-size: 0.93em; color: inherit; background: rgba(127, 127, 127, 0.16); "
    "border-radius: 3px; padding: 1px 4px; white-space: pre-wrap"
)
TABLE = (
    f"font-family: {CODE_FONT}; font-size: 0.93em; line-height: 1.35; color: inherit; background: rgba(127, 127, 127, 0.1); "
    "border-radius: 3px; margin: 4px 0; padding: 4px 8px; white-space: pre; overflow-x: auto; "
    "width: fit-content; max-width: 100%; box-sizing: border-box"
)
ARRAY = re.compile(r"(?:array\()?\[")
HERE = "It happened here: "  # what stands behind it is a line of code

LOOKS_LIKE_CODE = re.compile(
    r"""`([^`]+)`  # said to be code
    | ^[A-Za-z]\w*\ =\ .+?(?=\ is\ not\ right)  # balloon = (1, 2, 3)
    | ^(?:[a-z]\w*|[A-Z]\d?|\w*[a-z\d][A-Z]\w*)(?=\ (?:is\ not\ right|is\ None|changed\ its\ argument|should\ be)\b)
    | \b[A-Za-z_][\w.]*\((?:[^()]|\([^()]*\))*\)(?:\[[^][]*\])*  # f(x, (2, 3)); no space before it
    | \b[A-Za-z_]\w*\[[^][]*\]  # x[x > 0]
    | \[[-+\d.,\ e[\]]+\]  # [0.5 1.5]
    | \b[a-z_]+=(?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|\w+|\.\.\.)  # keepdims=True, rtol=1e-7
    | \bnp(?:\.\w+)+
    | \b[A-Z]\w+(?:Error|Exception)\b
    | \b[A-Za-z]\w*_\w*\b  # a_name
    """,
    re.VERBOSE,
)


def outcome(task, state, message):
    """A card for one attempt. task, message: text; state: one of STATES. Returns HTML."""
    head = f"<div><strong>Task {html.escape(str(task))}</strong> &nbsp;{_badge(state)}</div>"
    return _card(STATES[state][2], head + "".join(_parts(message)))


def summary(states):
    """A card for all tasks that were tried. states: {task: one of STATES}. Returns HTML."""
    done = list(states.values()).count("done")
    head = f"<div><strong>{done} of {len(states)} checked tasks done</strong></div>"
    tasks = sorted(states, key=lambda task: (len(str(task)), str(task)))  # 2 before 10
    entries = [f'<li style="margin: 0"><div>Task {html.escape(str(task))}</div>{_badge(states[task])}</li>' for task in tasks]
    listed = f'<ul style="{COLUMNS}">{"".join(entries)}</ul>' if entries else ""
    return _card(STATES["done" if entries and done == len(entries) else "not done yet"][2], head + listed)


def _card(colour, inside):
    tint = ", ".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    look = f"border-left: 5px solid {colour}; background: rgba({tint}, 0.07); padding: 6px 12px; margin: 2px 0; {TEXT}"
    return f'<div class="helpers-outcome {NO_FORMULAS}" style="{look}">{inside}</div>'


def _badge(state):
    sign, word, colour = STATES[state]
    look = f"display: inline-block; background: {colour}; color: #FFFFFF; border-radius: 3px; padding: 0 7px; font-weight: 600"
    return f'<span style="{look}"><span aria-hidden="true">{sign}</span> {word}</span>'


def _parts(message):
    """The message in HTML, part by part: paragraphs, and tables where lines belong below one another."""
    for lines in _blocks(message.split("\n")):
        if isinstance(lines, list):
            yield f'<pre tabindex="0" style="{TABLE}">{html.escape(chr(10).join(lines))}</pre>'
        elif lines.startswith(HERE):
            yield f'<div style="{LINE}">{HERE}{_code(lines.removeprefix(HERE))}</div>'
        else:
            yield f'<div style="{LINE}">{_words(lines)}</div>'


def _blocks(lines):
    """Each line as a text, and lines that belong below one another, such as a printed array, as a list."""
    lines, table = [line for line in lines if line.strip()], []
    for line, after in zip(lines, [*lines, ""][1:], strict=True):
        goes_on = after[:1].isspace()
        if line[:1].isspace():
            table.append(line)
        elif goes_on and (start := ARRAY.search(line)):  # x is [[1 2]
            if before := line[: start.start()].strip():
                yield before
            table = [line[start.start() :]]
        else:
            yield line
        if table and not goes_on:
            yield table
            table = []


def _words(text):
    """A line with what looks like code set as code; a very long one is a dump of something, and stays as it is."""
    found, end = [], 0
    for match in LOOKS_LIKE_CODE.finditer(text) if len(text) < 2000 else ():
        found += [html.escape(text[end : match.start()]), _code(match[1] or match[0])]
        end = match.end()
    return "".join([*found, html.escape(text[end:])])


def _code(text):
    return f'<code style="{CODE}">{html.escape(text)}</code>'
