"""A small notebook with one of each of the course's figures and widgets, saved as refresh_notebooks saves lessons."""

import nbformat
import refresh_notebooks

CELLS = [
    "from helpers import plots, widgets\nfrom helpers.datasets import load_digits\nfrom helpers.networks import TwoLayerNet",
    "print('printed above a figure')\nplots.tangent(x=5.0)",
    """def figure(n, power):
    if n == 7:
        raise ValueError("no <7> here")
    return plots.tangent(x=float(n))


number = widgets.slider("a number", 0, 20, 5, step=1)
widgets.explore(figure, n=number, power=widgets.log_slider("a power", -8, 0, 1e-2))""",
    "widgets.Stepper(lambda step: plots.tangent(x=5.0 + step), last=2, what='turn')",
    "widgets.TrainingPanel(load_digits())",
    "widgets.DigitPad(TwoLayerNet(64, 5, 10).predict, (1, 8, 8), samples=load_digits().x_val)",
    "print('the answer')",
]
TEXT = """# A page

**1.** A question?

<details><summary>Answer</summary>

An answer.

```python
one_line_of_a_hundred_columns_stays_one_line(and_is_not_broken_in_two, because="it is hard to read")
```

</details>

**2.** Another question?"""
FOLDED = {"jupyter": {"outputs_hidden": True}}  # the last cell's output


def write_page(folder, cells=CELLS):
    """Run the cells and save them as page.ipynb in the folder, the last one's output folded. Returns the folder."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(TEXT)])
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in cells]
    notebook.cells[-1].metadata = FOLDED
    refresh_notebooks.run(notebook, folder)
    refresh_notebooks.write(refresh_notebooks.clean(notebook), folder / "page.ipynb")
    return folder
