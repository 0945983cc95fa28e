"""A real JupyterLab in a real headless Chromium, for the browser tests and for looking at a lesson.

    python tests/support/browser.py notebooks/01_the_perceptron.ipynb --out shots [--dark] [--width 1100]

runs the lesson from top to bottom and writes screenshots of all of it, cut into pages.
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-quic",
    "--disable-component-update", "--no-first-run", "--disable-sync", "--disable-default-apps", "--disable-extensions",
]  # fmt: skip

SETTINGS = {
    # Every cell stands in the page, also those out of sight, so that all of it can be looked at.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none", "recordTiming": False},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
    "@jupyterlab/notebook-extension/panel": {},
}


def find_chromium():
    """Path of a Chromium or Chrome on this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    usual = (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    )
    found = [os.environ.get("CHROMIUM"), *map(shutil.which, names), *filter(os.path.exists, usual)]
    return next(filter(None, found), None)


@contextlib.contextmanager
def jupyter_lab(folder=ROOT, dark=False):
    """A JupyterLab server on the loopback address, with settings of its own. Yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        settings = {**SETTINGS, "@jupyterlab/apputils-extension/themes": {"theme": f"JupyterLab {'Dark' if dark else 'Light'}"}}
        for name, values in settings.items():
            file = Path(home, "settings", name + ".jupyterlab-settings")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values), encoding="utf8")
        places = {
            "JUPYTERLAB_SETTINGS_DIR": f"{home}/settings",
            "JUPYTERLAB_WORKSPACES_DIR": f"{home}/workspaces",
            "JUPYTER_CONFIG_DIR": f"{home}/config",
            "JUPYTER_RUNTIME_DIR": f"{home}/runtime",
            "JUPYTER_DATA_DIR": f"{home}/data",
            "IPYTHONDIR": f"{home}/ipython",
        }
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1",
            "--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True", "--allow-root",
        ]  # fmt: skip
        log = open(Path(home, "log"), "w+", encoding="utf8")  # noqa: SIM115 (closed with the server, below)
        server = subprocess.Popen(command, cwd=folder, env={**os.environ, **places}, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(60)
            server.kill()
            log.close()


def _wait_for(address, server, log, seconds=600):
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address + "/api", timeout=60):
            return
        time.sleep(0.2)
    log.seek(0)
    raise RuntimeError(f"JupyterLab did not answer at {address}:\n{log.read()[-3000:]}")


@contextlib.contextmanager
def chromium(width=1100, height=900):
    """A page in headless Chromium; ``page.problems`` collects what its console called an error."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS, timeout=600_000)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(600_000)  # catches what hangs, not a slow computer
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.problems.append(message.text))
        yield page
        browser.close()


A_HANG = 600_000  # milliseconds: a limit catches what hangs, not a slow computer

# Every widget that an output holds stands in the page, and every picture in an output or a widget has been read.
SHOWN = """() => [...document.querySelectorAll('.jp-OutputArea-output[data-mime-type*=widget-view]')].every(
        output => output.querySelector('.jupyter-widgets, .helpers-pad'))
    && [...document.querySelectorAll('.helpers-widget')].every(box => box.querySelector('img[src], svg'))
    && [...document.querySelectorAll('.jp-OutputArea img')].every(image => image.complete)"""

RUN = """code => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute(
    {code, store_history: false}).done.then(() => new Promise(resolve => setTimeout(resolve, 30)))"""


class Lesson:
    """A notebook open in JupyterLab, its kernel ready, the side bar closed. Other notebooks' kernels are ended."""

    def __init__(self, page, address, path):
        self.page = page
        page.goto(f"{address}/lab/tree/{path}?reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=A_HANG)
        page.wait_for_function("window.jupyterapp.shell.currentWidget?.context?.isReady", timeout=A_HANG)
        page.evaluate("window.jupyterapp.shell.collapseLeft()")
        page.wait_for_function(
            "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'", timeout=A_HANG
        )
        page.evaluate(
            """async () => { const {sessions} = window.jupyterapp.serviceManager;
                 const mine = window.jupyterapp.shell.currentWidget.sessionContext.session.id;
                 for (const {id} of [...sessions.running()]) if (id !== mine) await sessions.shutdown(id); }"""
        )

    def run_all(self, seconds=600):
        """Run every cell and wait until the last one's widgets stand in the page. Returns the error outputs, as text."""
        ran = self.page.evaluate(
            """seconds => Promise.race([
                 window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => 'done'),
                 new Promise(resolve => setTimeout(() => resolve('still running'), 1000 * seconds))])""",
            seconds,
        )
        if ran != "done":
            raise TimeoutError(f"the lesson was still running after {seconds} s")
        self.settle()
        return self.page.locator(
            ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*='error']"
        ).all_inner_texts()

    def run_code(self, code):
        """Run code in the lesson's kernel; the seconds that took. What was sent to the kernel before is done by then."""
        start = time.monotonic()
        self.page.evaluate(RUN, code)
        return time.monotonic() - start

    def settle(self):
        """Wait until the kernel has done what it was asked, and the page shows it."""
        self.run_code("")
        self.page.wait_for_function(SHOWN, timeout=A_HANG)

    def unsaved(self):
        """Whether JupyterLab marks the notebook as changed."""
        return self.page.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty")

    def theme(self, name):
        """Change to the theme Light or Dark."""
        self.page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", f"JupyterLab {name}")
        light = str(name == "Light").lower()
        self.page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached", timeout=A_HANG)

    def screenshots(self, folder, prefix, page_height=1500):
        """Write the whole lesson as PNG files of page_height pixels, named prefix-01.png and so on. Returns their paths."""
        page, size = self.page, self.page.viewport_size
        page.set_viewport_size({"width": size["width"], "height": page_height + 140})
        page.wait_for_timeout(500)
        outer = page.locator(".jp-WindowedPanel-outer").first
        height = page.evaluate("document.querySelector('.jp-WindowedPanel-inner').scrollHeight")
        Path(folder).mkdir(parents=True, exist_ok=True)
        paths = []
        for number, top in enumerate(range(0, height, page_height), start=1):
            outer.evaluate("(element, top) => element.scrollTo(0, top)", top)
            page.wait_for_timeout(250)
            box = outer.bounding_box()
            path = Path(folder, f"{prefix}-{number:02}.png")
            page.screenshot(path=path, clip={**box, "height": min(page_height, box["height"], height - top)})
            paths.append(path)
        page.set_viewport_size(size)
        return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook")
    parser.add_argument("--out", default="shots")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1100)
    parser.add_argument("--no-run", action="store_true", help="show the saved outputs as they are")
    arguments = parser.parse_args()
    path = Path(arguments.notebook).resolve().relative_to(ROOT).as_posix()
    with jupyter_lab(dark=arguments.dark) as address, chromium(arguments.width) as page:
        lesson = Lesson(page, address, path)
        started = time.monotonic()
        errors = [] if arguments.no_run else lesson.run_all()
        print(f"run in {time.monotonic() - started:.1f} s; error outputs: {errors or 'none'}")
        for shot in lesson.screenshots(arguments.out, Path(path).stem):
            print(shot)
        print("console errors:", page.problems or "none")


if __name__ == "__main__":
    main()
