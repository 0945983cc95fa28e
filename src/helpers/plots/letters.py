"""The letters of drawings: how wide words are, and the course's typeface as CSS, with just the letters that are needed."""

import base64
import functools
import io

from helpers.plots.ink import FONTS

TITLE, TEXT, SMALL = 15, 13, 11  # the three sizes of type, in a browser's pixels
USUAL = "".join(map(chr, range(32, 127))) + "αβγδεημσλθΣ∂₀₁₂₃₄₅₆₇₈₉−·×→←↑↓√≤≥≠≈²³⁻¹…–—°½πé✓✗○∞ᵢⱼ"


def width_of(words, size=TEXT, weight="normal"):
    """Pixels that words take in a line."""
    widths = _widths("Bold" if weight == "bold" else "Regular")
    return size * sum(widths.get(letter, 0.6) for letter in words)


def font_faces(letters=USUAL):
    """CSS that brings the course's typeface with just these letters into a page or a picture."""
    return "".join(_face(name, letters) for name in FONTS)


@functools.lru_cache(maxsize=64)
def _face(name, letters):
    from fontTools import subset

    options = subset.Options(flavor="woff", layout_features=[], name_IDs=[], hinting=False, notdef_outline=True)
    cut, file = subset.Subsetter(options), io.BytesIO()
    cut.populate(text=letters)
    with subset.load_font(FONTS[name], options) as font:
        cut.subset(font)
        subset.save_font(font, file, options)
    data, weight = base64.b64encode(file.getvalue()).decode("ascii"), {"Regular": 400, "Bold": 700}[name]
    return f"@font-face{{font-family:'Helpers Inter';font-weight:{weight};src:url(data:font/woff;base64,{data})}}"


@functools.cache
def _widths(name):
    """{letter: its width in parts of the size of type}."""
    from fontTools.ttLib import TTFont

    with TTFont(FONTS[name], lazy=True) as font:
        wide, unit = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): wide[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
