"""What a finished lesson keeps to. Each check takes a notebook and returns what is wrong, as sentences."""

import ast
import html
import itertools
import re
import string
import sys
import warnings

from IPython.core.inputtransformer2 import TransformerManager

from helpers.frameworks.stepping_aside import MARK

MOST_LINES_OF_CODE = 25
MOST_COLUMNS_OF_CODE = 100  # what JupyterLab shows without scrolling in a window of 1280 pixels
MOST_LINES_OF_OUTPUT = 40
PACKAGES = {"numpy", "matplotlib", "helpers"}
OF_THE_EXTRA = {"torch", "keras"}  # for a lesson whose cells step aside without them (helpers.frameworks)
BOX = ("What you'll do", "What you'll learn", "What you'll need")
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

# In pieces, so that the pattern is not found where it is written down.
MACHINE = re.compile(r"/(work|root|farm|tmp)/[\w.-]|index" + r"-url|/simple" + r"/|/packages" + r"/[0-9a-f]{2}/")
SOMEBODY = re.compile(r"(?<![\w.:/])/(home|Users)/\w|[A-Z]:\\+Users\\")
REMOTE = re.compile(
    r"""!\[[^\]]*\]\(\s*<?(?:https?:)?//           # a Markdown image from elsewhere
      | <(?:img|script|iframe|embed|source|video|audio)\b[^>]*\bsrc\s*=\s*["']?\s*(?:https?:)?//
      | <link\b[^>]*\bhref\s*=\s*["']?\s*(?:https?:)?//
      | <image\b[^>]*href\s*=\s*["']?\s*(?:https?:)?//
      | @import\b
      | \burl\(\s*["']?\s*(?:https?:)?//
    """,
    re.VERBOSE | re.IGNORECASE,
)
BANNED = re.compile(r"\b(simply|obviously|just do)\b", re.IGNORECASE)
HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE | re.DOTALL)
DATA = re.compile(r"(data:[\w/+.-]+;base64,)[A-Za-z0-9+/=]+")  # bytes as text, in which any word may stand by chance
ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def code_cells(nb):
    """The code cells that hold code, each with its number in the notebook, counted from 1."""
    return [(n, c) for n, c in enumerate(nb.cells, start=1) if c.cell_type == "code" and c.source.strip()]


def markdown_cells(nb):
    return [(n, c) for n, c in enumerate(nb.cells, start=1) if c.cell_type == "markdown"]


def tags(cell):
    return cell.metadata.get("tags", [])


def as_text(value):
    return "".join(value) if isinstance(value, list) else str(value)


def output_texts(nb):
    """(cell number, MIME type, text) of everything in the outputs that is text."""
    for number, cell in code_cells(nb):
        for output in cell.outputs:
            if output.output_type == "stream":
                yield number, "text/plain", as_text(output.text)
            elif output.output_type == "error":
                yield number, "text/plain", "\n".join(output.traceback)
            else:
                for mime, value in output.data.items():
                    if mime.startswith("text/") or mime == "image/svg+xml":
                        yield number, mime, DATA.sub(r"\1", as_text(value))


def without_code(markdown):
    """Markdown without code blocks, code spans and comments."""
    text = re.sub(r"^(`{3,}|~{3,}).*?^\1[`~]*\s*$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text, flags=re.DOTALL)


def prose(markdown):
    """What a reader reads as sentences: no code, formulas, addresses, tags or image marks."""
    text = without_code(markdown)
    text = re.sub(r"\$\$.*?\$\$|(?<![\\\w])\$[^$\n]+?\$", "", text, flags=re.DOTALL)
    text = re.sub(r"\\begin\{.*?\\end\{[^}]*\}", "", text, flags=re.DOTALL)
    text = re.sub(r"^> \[!\w+\]", "", text, flags=re.MULTILINE)  # the mark of a note
    text = re.sub(r"!\[([^\]]*)\]", r"\1", text)
    text = re.sub(r"\]\([^)\s]*(?:\s+\"[^\"]*\")?\)", "]", text)
    text = re.sub(r"https?://\S+", "", text)
    return re.sub(r"<[^>]+>", "", text)


def prose_problems(markdown):
    """Exclamation marks and belittling words, as sentences; also for the pages in docs/."""
    text = prose(markdown)
    found = []
    for pattern, what in ((re.compile(r"!"), "an exclamation mark"), (BANNED, "a word that makes readers feel slow")):
        for match in pattern.finditer(text):
            found.append(f"{what}: ...{text[max(0, match.start() - 40) : match.end()].strip()}")
    return found


# The checks. Names become the names of the tests.


def was_run_in_order(nb):
    counts = [cell.execution_count for _, cell in code_cells(nb)]
    return [] if counts == list(range(1, len(counts) + 1)) else [f"not run from top to bottom in one go: {counts}"]


def has_code(nb):
    return [] if code_cells(nb) else ["there is no code cell"]


def stepped_aside_nowhere(nb):
    """A lesson is saved where the extra that it needs is installed: its outputs teach those who have it not."""
    return [f"cell {n} was run without the extra that it needs" for n, _, text in output_texts(nb) if MARK in text]


def has_no_errors(nb):
    return [
        f"cell {n} ends in {output.ename}: {output.evalue}"
        for n, cell in code_cells(nb)
        for output in cell.outputs
        if output.output_type == "error" and "raises-exception" not in tags(cell)
    ]


def has_no_stderr(nb):
    return [
        f"cell {n} wrote to stderr"
        for n, cell in code_cells(nb)
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]


def saves_no_widgets(nb):
    found = ["the notebook's metadata hold widget states"] if "widgets" in nb.metadata else []
    return found + [
        f"cell {n} saved a live widget, which shows as an error until the cell is run"
        for n, cell in code_cells(nb)
        for output in cell.outputs
        if WIDGET_VIEW in output.get("data", {})
    ]


def has_short_cells(nb):
    lengths = ((n, len(cell.source.strip().splitlines())) for n, cell in code_cells(nb))
    return [f"code cell {n} has {length} lines" for n, length in lengths if length > MOST_LINES_OF_CODE]


def has_short_outputs(nb):
    lengths = ((n, len(text.splitlines())) for n, mime, text in output_texts(nb) if mime == "text/plain")
    return [f"cell {n} prints {length} lines" for n, length in lengths if length > MOST_LINES_OF_OUTPUT]


def has_narrow_code(nb):
    return [
        f"code cell {n} has {len(line)} columns, and {MOST_COLUMNS_OF_CODE} are the most: {line.strip()[:50]}"
        for n, cell in code_cells(nb)
        for line in cell.source.splitlines()
        if len(line) > MOST_COLUMNS_OF_CODE
    ]


def alt_text(image):
    """The alt text of an <img>, or ""."""
    found = ALT.search(image)
    return html.unescape(found[1] or found[2] or "").strip() if found else ""


def pictures(nb):
    """(cell number, alt text) of every figure in the outputs: images of their own, and <img> that hold their picture."""
    for n, cell in code_cells(nb):
        for output in cell.outputs:
            for mime in output.get("data", {}):
                if mime in ("image/png", "image/jpeg"):
                    yield n, str(output.metadata.get(mime, {}).get("alt", "")).strip()
    for n, mime, text in output_texts(nb):
        if mime == "text/html":
            yield from ((n, alt_text(image)) for image in HTML_IMAGE.findall(text) if "data:" in image)


def describes_figures(nb):
    found = [
        f"cell {n}: the picture's alt text is {alt!r}; it takes a sentence" for n, alt in pictures(nb) if len(alt.split()) < 4
    ]
    for n, mime, text in output_texts(nb):
        if mime == "image/svg+xml" and not re.search(r"<title\b[^>]*>\s*\w|aria-label\s*=\s*[\"']\s*\w", text):
            found.append(f"cell {n}: the drawing (SVG) has neither a title nor an aria-label")
    return found


def describes_images(nb):
    texts = [(n, without_code(cell.source)) for n, cell in markdown_cells(nb)]
    found = [
        f"cell {n}: ![]({target}) has no alt text"
        for n, text in texts
        for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text)
        if not alt.strip()
    ]
    texts += [(n, text) for n, mime, text in output_texts(nb) if mime == "text/html"]
    for n, text in texts:
        found += [f"cell {n}: {image[:60]} has no alt text" for image in HTML_IMAGE.findall(text) if not alt_text(image)]
    return found


def names_kernel(nb):
    kernel = nb.metadata.get("kernelspec", {}).get("name")
    return [] if kernel == "python3" else [f"the kernel is {kernel!r}, not 'python3'"]


def names_no_machine(nb):
    texts = [(n, cell.source) for n, cell in enumerate(nb.cells, start=1)]
    texts += [(n, text) for n, _, text in output_texts(nb)]
    found = []
    for n, text in texts:
        match = MACHINE.search(text) or SOMEBODY.search(text)
        if match:
            found.append(f"cell {n} names a place on one computer: {match[0]!r}")
    return found


def loads_nothing_remote(nb):
    texts = [(n, without_code(cell.source)) for n, cell in markdown_cells(nb)]
    texts += [(n, cell.source) for n, cell in code_cells(nb)]
    texts += [(n, text) for n, mime, text in output_texts(nb) if mime != "text/plain"]
    return [f"cell {n} loads something from the network: {m[0]!r}" for n, text in texts if (m := REMOTE.search(text))]


def sounds_friendly(nb):
    return [f"cell {n}: {problem}" for n, cell in markdown_cells(nb) for problem in prose_problems(cell.source)]


def begins_with_title(nb):
    first = nb.cells[0] if nb.cells else None
    titled = first is not None and first.cell_type == "markdown" and re.match(r"# \S", first.source.lstrip())
    titles = sum(len(re.findall(r"^# ", without_code(c.source), flags=re.MULTILINE)) for _, c in markdown_cells(nb))
    found = [] if titled else ["the first cell does not begin with the title ('# ...')"]
    return found + ([f"there are {titles} titles ('# ...'), not one"] if titles != 1 else [])


def has_box(nb):
    texts = [cell.source.replace("’", "'").lower() for _, cell in markdown_cells(nb)]
    if any(all(part.lower() in text for part in BOX) for text in texts):
        return []
    return [f"no cell holds the box: {', '.join(BOX)}"]


def opens_in_order(nb):
    """Title and a sentence why, then a picture, then the box: alike in all lessons."""
    first = nb.cells[0].source if nb.cells else ""
    why = re.search(r"^[^\s#>!|<].*\w", first.partition("\n")[2], re.MULTILINE)
    found = [] if why else ["no sentence stands under the title"]
    texts = [cell.source.replace("’", "'").lower() if cell.cell_type == "markdown" else "" for cell in nb.cells]
    box = next((n for n, text in enumerate(texts, start=1) if BOX[0].lower() in text), len(texts) + 1)
    drawn = {n for n, _ in pictures(nb)} | {n for n, mime, _ in output_texts(nb) if mime == "image/svg+xml"}
    drawn |= {n for n, text in enumerate(texts, start=1) if re.search(r"!\[|<img\b|<svg\b", without_code(text))}
    if not any(n < box for n in drawn):
        found.append("no picture of where it is going stands before the box")
    return found


def folds_predictions(nb):
    """What was saved under a prediction would give the answer away: it stays folded until the cell is run."""
    found, asked = [], False
    for n, cell in enumerate(nb.cells, start=1):
        if cell.cell_type == "markdown":
            asked = "**Predict first" in without_code(cell.source)
        elif asked and cell.get("outputs") and not cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            found.append(f"cell {n} shows the answer to the prediction above it: its metadata should say outputs_hidden")
    return found


def heads_own_tasks(nb):
    heading = "## On your own"
    lines = [line.strip() for _, cell in markdown_cells(nb) for line in without_code(cell.source).splitlines()]
    own = [line for line in lines if re.match(r"(#+ |\*\*|> \*\*)?on your own\b", line, re.IGNORECASE)]
    found = [f"own tasks are headed {heading!r}, not {line[:40]!r}" for line in own if line != heading]
    if own.count(heading) != 1:
        return [*found, f"{own.count(heading)} parts are headed {heading!r}, not one"]
    tasks = itertools.takewhile(lambda line: not line.startswith("## "), lines[lines.index(heading) + 1 :])
    letters = [match[1] for line in tasks if (match := re.match(r"\*\*(?:(\w)\.)?", line))]
    if letters != list(string.ascii_uppercase[: max(len(letters), 1)]):
        found.append(f"own tasks begin with **A.**, **B.** and so on, not with {letters}")
    return found


def asks_questions(nb):
    texts = [cell.source for _, cell in markdown_cells(nb)]
    start = next((i for i, text in enumerate(texts) if "check yourself" in text.lower()), None)
    if start is None:
        return ["nowhere does it say 'Check yourself'"]
    return [] if "<details" in "".join(texts[start:]) else ["'Check yourself' has no folded answer (<details>)"]


def closes_folds(nb):
    found = []
    for n, cell in markdown_cells(nb):
        text = without_code(cell.source)
        opened, closed = len(re.findall(r"<details\b", text)), text.count("</details>")
        if opened != closed or opened != len(re.findall(r"<summary\b", text)):
            found.append(f"cell {n}: {opened} <details>, {closed} </details>, and each needs one <summary>")
    return found


def says_what_was_built(nb):
    texts = [cell.source.lower() for _, cell in markdown_cells(nb)]
    return [] if any("what you built" in text for text in texts) else ["no part is called 'What you built'"]


def imports_little(nb):
    steps_aside = any("step_aside_without(" in cell.source for _, cell in code_cells(nb))
    allowed = PACKAGES | sys.stdlib_module_names | (OF_THE_EXTRA if steps_aside else set())
    found = []
    for n, cell in code_cells(nb):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(TransformerManager().transform_cell(cell.source))
        except SyntaxError as error:
            found.append(f"cell {n} is not Python: {error}")
            continue
        for node in ast.walk(tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "."]
                if any(a.name == "*" for a in node.names):
                    found.append(f"cell {n} imports * from {names[0]}: readers cannot see where names come from")
            found += [f"cell {n} imports {m}" for m in names if m.partition(".")[0] not in allowed]
    return found


CHECKS = [
    was_run_in_order,
    has_code,
    stepped_aside_nowhere,
    has_no_errors,
    has_no_stderr,
    saves_no_widgets,
    has_short_cells,
    has_narrow_code,
    has_short_outputs,
    describes_figures,
    describes_images,
    names_kernel,
    names_no_machine,
    loads_nothing_remote,
    sounds_friendly,
    begins_with_title,
    has_box,
    opens_in_order,
    folds_predictions,
    heads_own_tasks,
    asks_questions,
    closes_folds,
    says_what_was_built,
    imports_little,
]


def missing_neighbours(nb, name, names):
    """The lessons right before and after this one among names to which its last cell has no link."""
    place = names.index(name)
    neighbours = names[max(0, place - 1) : place] + names[place + 1 : place + 2]
    last = nb.cells[-1].source if nb.cells and nb.cells[-1].cell_type == "markdown" else ""
    links = {re.split(r"[#?]", link)[0].removeprefix("./") for link in re.findall(r"\]\(([^)\s]+)", without_code(last))}
    return [f"the last cell has no link to {n}.ipynb" for n in neighbours if f"{n}.ipynb" not in links]
