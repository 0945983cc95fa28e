"""Buttons that keep the keyboard's focus.

A disabled button loses the focus: whoever presses Enter on it to the last step stands at the top of the page. So a
button that has nothing to do stays enabled, looks pale, and says "not now" to a screen reader (picture.js sets aria-disabled).
"""

import ipywidgets

OFF = "helpers-off"


def button(text, action, width="8em", icon=""):
    """A button that calls action() when it is pressed, and nothing while it is off."""
    made = ipywidgets.Button(description=text, icon=icon, tooltip="", layout={"width": width})
    made.on_click(lambda _: None if is_off(made) else action())
    return made


def turn_off(made, off=True):
    """Let a button do nothing (or, with off=False, its work again)."""
    if off:
        made.add_class(OFF)
    else:
        made.remove_class(OFF)


def is_off(made):
    """Whether the button does nothing now."""
    return OFF in made._dom_classes
