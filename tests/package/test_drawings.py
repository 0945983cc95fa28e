"""From a drawing to a network's input: the steps one by one, and what they must not depend on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from helpers import drawings
from helpers.datasets import DATA, load_digits
from helpers.networks import TwoLayerNet


def stroke(points, size=112, width=9):
    """A polyline as an array, 0 paper and 1 ink."""
    page = Image.new("L", (size, size))
    ImageDraw.Draw(page).line(points, fill=255, width=width)
    return np.asarray(page) / 255


SEVEN = stroke([(30, 20), (70, 20), (45, 95)])


def test_ink_box_is_the_smallest_box_with_all_ink():
    page = np.zeros((9, 7))
    page[2:5, 3:6] = 1
    assert drawings.ink_box(page) == (2, 5, 3, 6)
    assert drawings.crop(page).shape == (3, 3)
    page[8, 0] = 0.2  # fainter than ink: the pen's soft rim
    assert drawings.ink_box(page) == (2, 5, 3, 6)


def test_an_empty_page_has_no_box_and_cannot_be_prepared():
    assert drawings.ink_box(np.zeros((5, 5))) is None
    with pytest.raises(ValueError, match="no ink"):
        drawings.prepare(np.zeros((112, 112)), (1, 28, 28))


@pytest.mark.parametrize("shape, size", [((40, 10), (20, 5)), ((10, 40), (5, 20)), ((7, 7), (20, 20)), ((1, 60), (1, 20))])
def test_scale_to_fit_keeps_proportions(shape, size):
    scaled = drawings.scale_to_fit(np.ones(shape), 20, 20)
    assert scaled.shape == size
    assert np.all(scaled == 1)


def test_centre_of_mass_by_hand():
    page = np.zeros((3, 5))
    page[0, 1], page[2, 4] = 1.0, 0.5  # rows (0·1 + 2·0.5) / 1.5, columns (1·1 + 4·0.5) / 1.5
    assert drawings.centre_of_mass(page) == pytest.approx((2 / 3, 2))


def test_shrink_is_the_mean_of_blocks():
    page = np.arange(24.0).reshape(4, 6)
    assert drawings.shrink(page, 2).tolist() == [[3.5, 5.5, 7.5], [15.5, 17.5, 19.5]]


def test_straighten_sets_a_slanted_stroke_upright():
    slanted = drawings.crop(stroke([(70, 15), (40, 95)]))
    rows, columns = np.nonzero(drawings.straighten(slanted) > 0.5)
    slope = np.polyfit(rows, columns, 1)[0]
    before = np.polyfit(*np.nonzero(slanted > 0.5), 1)[0]
    assert abs(before) > 0.3 and abs(slope) < 0.03


@settings(max_examples=40)
@given(top=st.integers(0, 30), left=st.integers(0, 40), shape=st.sampled_from([(1, 28, 28), (1, 8, 8)]))
def test_where_it_stands_on_the_page_makes_no_difference(top, left, shape):
    digit = drawings.crop(SEVEN)
    page = np.zeros((112, 112))
    page[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    centred = list(drawings.prepare(page, shape).values())[-1]
    assert np.array_equal(centred, list(drawings.prepare(SEVEN, shape).values())[-1])


@given(
    points=st.lists(st.tuples(st.integers(0, 111), st.integers(0, 111)), min_size=2, max_size=6, unique=True),
    shape=st.sampled_from([(1, 28, 28), (1, 8, 8)]),
)
def test_any_drawing_gives_a_picture_of_the_networks_shape(points, shape):
    steps = drawings.prepare(stroke(points), shape)
    picture = list(steps.values())[-1]
    assert len(steps) == 4 and picture.shape == shape[1:]
    assert picture.min() >= 0 and picture.max() <= 1 and picture.sum() > 0


@given(points=st.lists(st.tuples(st.integers(0, 111), st.integers(0, 111)), min_size=2, max_size=6, unique=True))
def test_mnists_way_puts_the_centre_of_mass_in_the_middle(points):
    centred = list(drawings.prepare(stroke(points), (1, 28, 28)).values())[-1]
    box = drawings.ink_box(centred)
    assert box[1] - box[0] <= 20 and box[3] - box[2] <= 20
    row, column = drawings.centre_of_mass(centred)
    at_an_edge = 0 in (box[0], box[2]) or 28 in (box[1], box[3])
    assert at_an_edge or (abs(row - 13.5) <= 0.5 + 1e-9 and abs(column - 13.5) <= 0.5 + 1e-9)


def test_the_drawing_is_not_changed():
    page = SEVEN.copy()
    page.setflags(write=False)
    drawings.prepare(page, (1, 28, 28))
    drawings.prepare(page, (1, 8, 8))
    assert np.array_equal(page, SEVEN)


def test_another_image_shape_is_refused():
    with pytest.raises(ValueError, match=r"\(3, 32, 32\)"):
        drawings.prepare(SEVEN, (3, 32, 32))


def test_mnist_through_the_pad_is_read_as_well_as_mnist_itself(mnist):
    from helpers.checkpoints import load_weights

    network = TwoLayerNet(784, 50, 10)
    load_weights(DATA / "weights" / "two_layer_net_mnist.npz", network)
    images, labels = mnist.x_val[:1000], mnist.t_val[:1000]
    pages = (drawings.stretch(image.reshape(28, 28), 112, 112) for image in images)
    prepared = np.array([drawings.prepare(page, (1, 28, 28))["centred by mass"].ravel() for page in pages], dtype=np.float32)
    assert network.accuracy(mnist.x_test, mnist.t_test) == pytest.approx(0.9713, abs=5e-4)  # as data/README.md says
    assert network.accuracy(prepared, labels) > network.accuracy(images, labels) - 0.02


def test_a_bare_stroke_is_not_blown_up_into_a_block():
    picture = list(drawings.prepare(stroke([(60, 10), (60, 100)]), (1, 8, 8)).values())[-1]
    assert np.count_nonzero(picture.sum(axis=0)) <= 2  # of eight columns


# The door: what else people bring than values of 0 to 1

GREY = np.rint(255 * SEVEN).astype(np.uint8)
SHAPES = [(1, 28, 28), (1, 8, 8)]


def network_input(drawing, shape):
    return list(drawings.prepare(drawing, shape).values())[-1]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "same",
    [
        GREY,
        Image.fromarray(GREY),
        (GREY / 255).tolist(),
        np.clip(GREY / 255 * (1 + 5e-7), 0, 1.0000005),  # outside by rounding
        np.asfortranarray(GREY),
    ],
    ids=["uint8 0..255", "a picture of Pillow's", "lists", "rounding", "another memory layout"],
)
def test_the_same_drawing_in_another_form_gives_the_same_input(same, shape):
    np.testing.assert_allclose(network_input(same, shape), network_input(GREY / 255, shape), atol=1e-9)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int64, np.float32, np.float64])
def test_black_and_white_of_any_dtype(dtype, shape):
    black_and_white = SEVEN > 0.5
    assert np.array_equal(network_input(black_and_white.astype(dtype), shape), network_input(black_and_white * 1.0, shape))


def test_rounding_is_cut_off_and_floats_keep_their_dtype():
    page = drawings.as_ink(np.array([[-1e-7, 1 + 1e-7]]))
    assert page.tolist() == [[0, 1]]
    half = np.arange(256, dtype=np.uint8).reshape(16, 16) / np.float32(255)  # as the data sets hold MNIST's pixels
    assert drawings.as_ink(half).dtype == np.float32
    assert np.array_equal(
        drawings.stretch(half, 16, 16) * 255, np.arange(256).reshape(16, 16)
    )  # in float64 some would be 1 lower


def test_pictures_of_0_to_255_keep_what_is_fainter_than_ink():
    """Before, every pixel above 0 counted as ink: the pen's soft rim, and a scanner's dirt."""
    page = GREY.copy()
    page[0, 0] = page[-1, -1] = 20
    assert drawings.ink_box(page) == drawings.ink_box(GREY / 255)
    assert np.array_equal(drawings.stretch(page, 20, 20), drawings.stretch(page / 255, 20, 20))
    assert np.array_equal(drawings.crop(GREY), drawings.crop(GREY / 255))


COLOUR = np.repeat(SEVEN[..., None], 3, axis=2)
WITH_NAN = np.where(np.arange(112) == 5, np.nan, SEVEN)
REFUSED = {
    "dark paper": (1 - SEVEN, "is ink, most of its edge too.*Turn it round: 1 - drawing"),
    "dark paper, 0..255": (255 - GREY, "255 - drawing for 0..255"),
    "grey paper": (0.9 - 0.8 * SEVEN, "dark ink on bright paper"),
    "a page full of ink": (np.ones((9, 9)), "100% of this page is ink"),
    "RGB": (COLOUR, r"shape \(112, 112, 3\).*a colour picture.*\.mean\(axis=2\)"),
    "RGBA": (np.dstack([COLOUR, np.ones((112, 112))]), r"shape \(112, 112, 4\).*a colour picture"),
    "channel first": (SEVEN[None], r"shape \(1, 112, 112\).*squeeze\(\)"),
    "channel last": (SEVEN[..., None], r"squeeze\(\)"),
    "a batch": (np.stack([SEVEN, SEVEN]), r"shape \(2, 112, 112\).*one picture at a time"),
    "a batch of images": (np.zeros((5, 1, 28, 28)), "one picture at a time"),
    "flat": (np.zeros(784), r"shape \(784,\).*reshape\(28, 28\)"),
    "one number": (0.5, r"shape \(\)"),
    "no pixels": (np.zeros((0, 5)), r"shape \(0, 5\)"),
    "nan": (WITH_NAN, "nan or inf"),
    "inf": (np.where(SEVEN > 0.5, np.inf, 0), "nan or inf"),
    "floats 0..255": (255 * SEVEN, r"from 0 to 255, expected 0 for paper to 1 for ink\. Usual cause: .* divide it by 255"),
    "integers 0..255": (GREY.astype(int), "divide it by 255"),
    "-1..1": (2 * SEVEN - 1, r"from -1 to 1, expected 0 for paper to 1 for ink\.$"),
    "16 bits": (257 * GREY.astype(np.uint16), r"from 0 to 65535, expected 0 for paper to 1 for ink\.$"),
    "an empty page, 0..255": (np.full((9, 9), 3, np.uint8), r"no ink in this drawing: its strongest value is 0\.012"),
}


@pytest.mark.parametrize("drawing, words", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("shape", SHAPES)
def test_refused_with_the_usual_cause(drawing, words, shape):
    with pytest.raises(ValueError, match=words) as caught:
        drawings.prepare(drawing, shape)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("thing", [None, "seven.png", np.array([["0", "1"]]), np.array([[1j]]), [[None, 1]]])
def test_what_holds_no_numbers_is_refused(thing):
    for function in (lambda x: drawings.prepare(x, (1, 8, 8)), drawings.ink_box, lambda x: drawings.stretch(x, 5, 5)):
        with pytest.raises(TypeError, match="an array of numbers, not of"):
            function(thing)


@pytest.mark.parametrize("shape", [[1, 28, 28], np.array([1, 28, 28]), (np.int64(1), 28, 28)])
def test_the_image_shape_may_be_a_list(shape):
    assert np.array_equal(network_input(SEVEN, shape), network_input(SEVEN, (1, 28, 28)))


@pytest.mark.parametrize("shape", [(28, 28), 28, (1, 28, 8), None])
def test_other_image_shapes_are_refused(shape):
    with pytest.raises(ValueError, match=r"\(1, 28, 28\) or \(1, 8, 8\) can be made, not"):
        drawings.prepare(SEVEN, shape)


def test_no_digit_of_the_course_is_taken_for_dark_paper():
    """Bundled digits fill up to half of their page; each passes the door, and turned round each is refused."""
    data = load_digits()
    for image in np.concatenate([data.x_train, data.x_val, data.x_test]).reshape(-1, 8, 8):
        drawings._refuse_dark_paper(image)
        with pytest.raises(ValueError, match="Turn it round"):
            drawings._refuse_dark_paper(1 - image)


def test_an_image_without_ink_has_no_centre_of_mass():
    with pytest.raises(ValueError, match="no centre of mass"):
        drawings.centre_of_mass(np.zeros((3, 3)))
