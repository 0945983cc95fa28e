"""A picture that is drawn again and again while something moves."""

import ipywidgets


class Picture(ipywidgets.Image):
    """Shows one figure after another. The axes stay where the first one had them: faster, and nothing jumps about."""

    def __init__(self):
        super().__init__(format="png", layout={"max_width": "100%", "align_self": "flex-start"})
        self.positions = []

    def draw(self, figure):
        """Show a plots.Figure, in its own size."""
        figure.use_layout(self.positions)
        self.value = figure.png()
        self.width = str(round(figure.get_figwidth() * figure.dpi))
        self.positions = figure.layout()
