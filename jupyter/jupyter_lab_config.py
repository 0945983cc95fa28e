"""Settings of JupyterLab for the course; installed with the package, read at start."""

from pathlib import Path

c = get_config()  # noqa: F821  (JupyterLab provides it)

START = "notebooks/00_start_here.ipynb"
if Path(START).exists():
    c.LabApp.default_url = f"/lab/tree/{START}"

# The course works offline: no look-up of newer versions. (overrides.json beside this file switches the news off.)
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
