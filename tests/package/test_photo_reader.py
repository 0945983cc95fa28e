"""The photo reader, moved from Python: what is chosen, what is shown, what cannot be read. (A browser moves it for real.)"""

import datetime
import io
import sys
import zlib

import numpy as np
import pytest
from figure_checks import complaints
from PIL import Image

from helpers import plots, widgets
from helpers.datasets import draw_pets
from helpers.functions import softmax
from helpers.networks import VGG
from helpers.pictures import PictureError, read_picture

NOW = {"last_modified": datetime.datetime(2026, 1, 1)}
NETWORK = VGG((3, 16, 16), ((1, 3),), 4, 2, 0)


@pytest.fixture
def reader():
    return widgets.photo_reader(NETWORK, ["cat", "dog"], 16)


@pytest.fixture(scope="module")
def pets(tmp_path_factory):
    return draw_pets(tmp_path_factory.mktemp("pets"), 4, 64)


def picture(mode="RGB", size=(40, 24), kind="PNG", seed=0):
    """The bytes of a picture's file."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    pixels = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], bands), np.uint8)
    file = io.BytesIO()
    Image.frombytes(mode, size, pixels.tobytes()).save(file, kind)
    return file.getvalue()


def choose(reader, **files):
    """As the page does it: one message with all files."""
    reader.upload.value = tuple(
        {"name": name.replace("_", "."), "type": "", "size": len(content), "content": memoryview(content)} | NOW
        for name, content in files.items()
    )


def test_before_anything_is_chosen(reader):
    assert reader.picture.alt.startswith("Four empty frames") and "nowhere else" in reader.readout.value
    assert "10 MB" in reader.readout.value and reader.readings == {} and reader.error is None


def test_a_picture_is_read(reader):
    file = picture()
    choose(reader, rex_png=file)
    expected = softmax(NETWORK.predict(read_picture(file, 16)[None]))[0]
    assert np.allclose(reader.readings["rex.png"], expected) and reader.faults == []
    best = ["cat", "dog"][int(expected.argmax())]
    assert f"rex.png: read as {best}, with probability {100 * expected.max():.1f}" in reader.readout.value
    assert "a picture of 40 × 24 pixels, resized to 27 × 16, its middle square of 16 × 16" in reader.picture.alt
    assert reader.picture.spoken == reader.picture.alt and reader.picture.photo
    assert reader.upload.value == () and reader.chosen.value == "rex.png"


def test_the_same_file_can_be_chosen_again(reader):
    choose(reader, rex_png=picture())
    choose(reader, rex_png=picture(seed=1))
    assert list(reader.readings) == ["rex.png", "rex.png (2)"] and reader.chosen.value == "rex.png (2)"


def test_several_at_once_and_back_to_one_of_them(reader):
    choose(reader, a_png=picture(), notes_txt=b"Dear diary", b_png=picture(seed=1), c_jpg=picture(kind="JPEG")[:-300])
    assert list(reader.readings) == ["a.png", "b.png"] and reader.picture.alt.startswith("a.png")
    assert [fault.split(":")[0] for fault in reader.faults] == ["notes.txt", "c.jpg"]
    assert "it holds text, not a picture" in reader.readout.value and "cut off" in reader.readout.value
    reader.chosen.value = "b.png"
    assert reader.picture.alt.startswith("b.png") and "b.png: read as" in reader.readout.value
    assert "notes" not in reader.readout.value


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("L", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG")])
def test_other_kinds_of_pictures(reader, mode, kind):
    file = picture("L" if mode in "P1" else mode, kind=kind)
    if mode in "P1":
        again = io.BytesIO()
        Image.open(io.BytesIO(file)).convert(mode).save(again, kind)
        file = again.getvalue()
    choose(reader, one_x=file)
    assert reader.faults == [] and reader.error is None and np.isclose(reader.readings["one.x"].sum(), 1)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"", "it is empty"),
        (b"<html>log in</html>", "a web page"),
        (picture(size=(7, 60)), "too small"),
        (picture(size=(9, 300)), "a strip"),
        (picture(kind="JPEG")[:-300], "cut off or damaged"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(reader, file, words):
    choose(reader, good_png=picture())
    shown = reader.picture.value
    choose(reader, odd_jpg=file)
    assert words in reader.readout.value and reader.readout.value.count("odd.jpg: ") == 1
    assert list(reader.readings) == ["good.png"] and reader.picture.value == shown and reader.error is None
    choose(reader, good_png=picture())
    assert words not in reader.readout.value


def test_a_huge_one(reader):
    """Shown small: what is kept of it is what is on the screen."""
    file = io.BytesIO()
    Image.new("RGB", (6000, 4500), (90, 30, 20)).save(file, "PNG")
    choose(reader, huge_png=file.getvalue())
    assert "a picture of 6,000 × 4,500 pixels" in reader.picture.alt and reader.parts["huge.png"][1].size == (400, 300)
    header = bytearray(picture())
    header[16:24] = (60_000).to_bytes(4, "big") * 2  # 3,600 million pixels, as its header says
    header[29:33] = zlib.crc32(header[12:29]).to_bytes(4, "big")
    choose(reader, bomb_png=bytes(header))
    assert "bomb.png" in reader.readout.value and "Save it smaller" in reader.readout.value


def test_a_path(reader, pets, tmp_path):
    reader.path.value = f' "{pets / "dog" / "dog_0001.png"}" '  # as a file manager copies it
    assert list(reader.readings) == ["dog_0001.png"] and reader.error is None
    reader.path.value = str(pets / "dog")
    assert "dog: it is a folder" in reader.readout.value
    reader.path.value = str(tmp_path / "nobody.png")
    assert "there is no such file" in reader.readout.value
    reader.path.value = ""
    assert list(reader.readings) == ["dog_0001.png"]


def test_a_picture_to_start_with(pets):
    reader = widgets.photo_reader(NETWORK, ["cat", "dog"], 16, start=pets / "cat" / "cat_0000.png")
    assert reader.picture.alt.startswith("cat_0000.png: a picture of 64 × 64 pixels, resized to 16 × 16")
    assert "cat_0000.png: read as" in reader.readout.value and "nowhere else" in reader.readout.value
    with pytest.raises(PictureError, match="no such file"):
        widgets.photo_reader(NETWORK, ["cat", "dog"], 16, start=pets / "cow.png")


def test_what_was_done_in_training_is_done_here(pets):
    seen = []

    class Spy:
        def predict(self, x):
            seen.append(x)
            return np.array([[0.0, 1.0]])

    file = pets / "cat" / "cat_0001.png"
    widgets.photo_reader(Spy(), ["cat", "dog"], 16, start=file, prepare=lambda x: (x - 0.5) / 0.25)
    np.testing.assert_allclose(seen[0], (read_picture(file, 16)[None] - 0.5) / 0.25)
    assert seen[0].dtype == np.float32


def test_errors_of_the_network_are_shown(reader):
    reader.class_names = ["cat", "dog", "cow"]
    choose(reader, a_png=picture())
    assert isinstance(reader.error, ValueError) and "there are 3 class names" in reader.picture.alert
    reader.class_names = ["cat", "dog"]
    choose(reader, a_png=picture())
    assert reader.error is None and reader.picture.alert == ""
    reader.network = VGG((3, 8, 8), ((1, 3),), 4, 2, 0)  # another size
    choose(reader, b_png=picture())
    assert isinstance(reader.error, ValueError) and "role='alert'" in reader.picture.alert


def test_names_are_text_and_not_html(reader):
    choose(reader, **{"<b>x</b>_png": picture(), "<i>y</i>_png": b"no"})
    assert "&lt;b&gt;x&lt;/b&gt;.png" in reader.readout.value and "<i>" not in reader.readout.value


def test_only_the_last_ones_are_kept(reader, monkeypatch):
    monkeypatch.setattr(sys.modules[widgets.PhotoReader.__module__], "KEPT", 2)
    for seed in range(4):
        choose(reader, **{f"{seed}_png": picture(seed=seed)})
    assert list(reader.readings) == list(reader.parts) == ["2.png", "3.png"] == list(reader.chosen.options)
    choose(reader, a_png=picture(), b_png=picture(), c_png=picture())
    assert list(reader.readings) == ["b.png", "c.png"] and reader.error is None


def test_a_saved_notebook_keeps_the_picture_and_what_to_do(reader):
    bundle = reader._repr_mimebundle_()
    assert "Four empty frames" in bundle["text/html"] and repr(reader) in bundle["text/html"]


@pytest.mark.parametrize("names", [["cat", "dog"], ["aeroplane", "automobile", "bird", "ship"]])
@pytest.mark.parametrize("size", [(40, 24), (24, 40), (300, 18), (64, 64)])
def test_the_figure(names, size):
    one = Image.open(io.BytesIO(picture(size=size)))
    small = one.resize((max(1, round(size[0] * 16 / min(size))), max(1, round(size[1] * 16 / min(size)))))
    chances = np.arange(1, len(names) + 1) / np.arange(1, len(names) + 1).sum()
    figure = plots.photo_read("x.png", (12_000, 8_000), one, small, one.resize((16, 16)), chances, names)
    assert complaints(figure) == [] and names[-1] in figure.alt and "12,000 × 8,000 pixels" in figure.alt
    assert complaints(plots.no_photo()) == []
