"""What the consulting room is put together from: its picture, its titles and rows, the two fields for a line."""

from pathlib import Path

import ipywidgets

from helpers.widgets import room_texts as texts
from helpers.widgets.explore import choice
from helpers.widgets.picture import Picture

HERE = Path(__file__).parent
LABEL = {"description_width": "4em"}


class RoomPicture(Picture):
    """A picture of its own size and shape each time, and the room's colours in the page."""

    _css = (HERE / "picture.css").read_text("utf8") + (HERE / "consulting_room.css").read_text("utf8")

    def draw(self, figure, say=None):
        """Show a plots.Figure; its axes stay where it has them, as the one before was another kind of picture."""
        self.positions = []
        super().draw(figure, say)


def text_part():
    """An empty place for HTML."""
    return ipywidgets.HTML(tooltip="")


def title(words):
    """The title of a part of the room."""
    return ipywidgets.HTML(texts.heading(words), tooltip="")


def row(*parts):
    """Parts side by side, in several rows where the page is narrow."""
    made = ipywidgets.HBox(parts)
    made.add_class("helpers-row")
    return made


def desk(program, tests, change):
    """The three parts of the room: side by side, program and changed line left and tests right, where the page is wide enough."""
    made = ipywidgets.Box([place(name, *parts) for name, parts in (("read", program), ("test", tests), ("mend", change))])
    made.add_class("helpers-desk")
    return made


def place(name, *parts):
    """Parts one below the other. name: what the style sheet calls them."""
    made = ipywidgets.VBox(parts)
    made.add_class(f"helpers-{name}")
    return made


def list_of(label, options):
    """A list to choose from, with a short label."""
    made = choice(label, options)
    made.style = LABEL
    return made


def number_field():
    """A field for the number of a line."""
    return ipywidgets.BoundedIntText(description="line", tooltip="line", min=1, max=999, style=LABEL, layout={"width": "10em"})


def code_field(enter):
    """A field for one line of a program. enter: called when Enter is pressed in it."""
    made = ipywidgets.Text(
        description="reads", tooltip="what it reads", style=LABEL, layout={"width": "min(760px, calc(100% - 4px))"}
    )
    made.add_class("helpers-code")
    made.on_msg(lambda _widget, content, _buffers: enter() if content.get("event") == "submit" else None)
    return made
