"""Which tests are quick and which are slow, by their places, and how long a test may wait for something."""

A_HANG = 600  # seconds: limits in the tests catch what hangs, never a slow computer

# What one runs while working: these folders and files, without the slow ones.
QUICK = (
    "tests/package/",
    "tests/lessons/test_notebooks.py",
    "tests/exercises/test_cards.py",
    "tests/exercises/test_marking.py",
    "tests/project/",
)
SLOW = (
    "tests/package/test_alexnet.py",
    "tests/package/test_blocks.py",
    "tests/package/test_checkup.py",
    "tests/package/test_checkup_figures.py",
    "tests/package/test_checkup_table.py",
    "tests/package/test_clinic.py",
    "tests/package/test_consulting_room.py",
    "tests/package/test_conv_networks.py",
    "tests/package/test_deep_networks.py",
    "tests/package/test_drawn_pets.py",
    "tests/package/test_frameworks.py",
    "tests/package/test_graph_drawing.py",
    "tests/package/test_grid_figures.py",
    "tests/package/test_images.py",
    "tests/package/test_layer_state.py",
    "tests/package/test_photo_reader.py",
    "tests/package/test_plots_texts.py",
    "tests/package/test_saliency.py",
    "tests/package/test_tuning.py",
    "tests/project/test_benchmarks.py",
    "tests/project/test_new_lesson.py",
    "tests/project/test_refresh_notebooks.py",
    "tests/project/test_studies.py",
    "tests/project/test_study_convolution.py",
    "tests/project/test_study_mnist.py",
    "tests/project/test_wheel.py",
)
# Files that take minutes begin first, so that at the end no worker waits for one that has just begun.
LONGEST = ("tests/browser/", "tests/exercises/", "notebooks/", "tests/project/test_benchmarks.py", "tests/lessons/")


def is_quick(where):
    """Whether the tests of a file, or of a notebook, belong to those that are run while working. where: from the root."""
    return where.startswith(QUICK) and not where.startswith(SLOW)
