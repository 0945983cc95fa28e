"""From a picture's file to what a network reads: opened and upright, resized, cropped, an array.

    picture = open_picture("cat.jpg")                 # RGB, the right side up
    x = as_array(cropped(resized(picture, 64), 64))   # float32 (3, 64, 64) in 0..1
    x = read_picture("cat.jpg", 64)                   # the same in one step

A file may be cut off, empty, a web page or no picture at all: then PictureError says which file, what is wrong and why that
usually happens. Needs Pillow.
"""

from helpers.pictures.faults import PictureError
from helpers.pictures.reading import as_array, as_bytes, cropped, in_floats, open_picture, opened, read_picture, resized

__all__ = ["PictureError", "as_array", "as_bytes", "cropped", "in_floats", "open_picture", "opened", "read_picture", "resized"]
