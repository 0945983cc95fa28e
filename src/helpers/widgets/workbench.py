"""The workbench: a training panel and beside it a pad, on which the network in training reads what one has drawn."""

import html

import ipywidgets

from helpers.widgets.digit_pad import DigitPad
from helpers.widgets.training_panel import TrainingPanel


class Workbench(ipywidgets.HBox):
    """A training panel and a digit pad that share one network.

    data: a Dataset of digits, 8 × 8 or 28 × 28. network, history: one that is trained already, to begin with; a Start or Reset
    of the panel puts an untrained one in its place. settings: as for TrainingPanel.
    ``panel`` and ``pad`` are the two; what stands on the paper is read anew whenever the panel draws its curves.
    """

    def __init__(self, data, network=None, history=None, **settings):
        self.panel = TrainingPanel(data, network=network, history=history, width=380, **settings)
        samples = data.x_val.reshape(len(data.x_val), -1)
        self.pad = DigitPad(self.panel.network, data.image_shape, samples, data.class_names)
        self.panel.watch(lambda: self.pad.read_with(self.panel.network))
        super().__init__([self.panel, self.pad])
        self.panel.layout.width = "min(380px, 100%)"
        self.layout = {"flex_flow": "row wrap", "align_items": "flex-start", "grid_gap": "16px 20px"}
        self.add_class("helpers-workbench")

    def _repr_mimebundle_(self, **kwargs):
        pictures = self.panel.picture.figure.html(), self.pad.figure().html()
        still = f"{' '.join(pictures)}\n<p>{html.escape(repr(self))}</p>"
        return {**super()._repr_mimebundle_(**kwargs), "text/html": still}

    def __repr__(self):
        return "Run this cell (Shift+Enter), draw a digit on the right, then press Start on the left."
