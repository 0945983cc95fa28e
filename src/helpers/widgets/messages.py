"""Errors on the screen: whatever a callback raises is shown where the learner looks."""

import html
import traceback


def alert(error):
    """HTML that shows an exception: its name, its text and, folded, where it was raised."""
    trace = html.escape("".join(traceback.format_exception(error, limit=-2)))
    return (
        f"<div role='alert'><b>{type(error).__name__}</b>: {html.escape(str(error))}"
        f"<details><summary>Where</summary><pre>{trace}</pre></details></div>"
    )
