"""From here to PyTorch and Keras: a network of this course, with its weights, as one of theirs.

Needs the extra ``frameworks`` of this course (torch, keras and grain); importing this package needs none of them.
"""

from helpers.frameworks.comparing import differences
from helpers.frameworks.extra import MissingExtra, available
from helpers.frameworks.in_keras import to_keras
from helpers.frameworks.in_torch import to_torch
from helpers.frameworks.stepping_aside import step_aside_without

__all__ = ["MissingExtra", "available", "differences", "step_aside_without", "to_keras", "to_torch"]
