"""Draw small pictures of cats and dogs into a folder, for a computer without photographs.

python data/draw_pets.py my_pets                          600 pictures of 32x32 pixels, in my_pets/cat and my_pets/dog
python data/draw_pets.py my_pets --count 1000 --size 64 --seed 3
"""

import argparse

from helpers.datasets import draw_pets


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Draw small pictures of cats and dogs into FOLDER/cat and FOLDER/dog.")
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=600, help="how many in all, half of them cats (600)")
    parser.add_argument("--size", type=int, default=32, help="the side of a picture in pixels (32)")
    parser.add_argument("--seed", type=int, default=0, help="another number, other pictures (0)")
    wanted = parser.parse_args(arguments)
    try:
        folder = draw_pets(wanted.folder, wanted.count, wanted.size, wanted.seed)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    print(f"{wanted.count} pictures are in {folder}.")


if __name__ == "__main__":
    main()
