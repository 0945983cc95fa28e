"""Files that are written whole or not at all.

    with replacing("weights.npz", "wb") as file:
        file.write(...)
"""

import contextlib
import os
import secrets
from pathlib import Path


@contextlib.contextmanager
def replacing(path, mode="w"):
    """Open a new file that takes path's place when the block ends well.

    path: text or Path; its folder must be there. mode: "w" for text (UTF-8, lines end in "\\n" everywhere) or "wb" for bytes.
    What is written goes into a file beside it, which is renamed at the end. When the block ends with an error, an interrupt
    or a full disk, that file is removed and an older one stays as it was. The name beside it is drawn at random, so threads,
    processes and computers may write to one path at the same time: the last to end stays, whole.
    Raises ValueError for another mode, FileNotFoundError when there is no such folder,
    IsADirectoryError when path is one, otherwise the system's OSError.
    """
    if mode not in ("w", "wb"):
        raise ValueError(f"mode must be 'w' for text or 'wb' for bytes, not {mode!r}: the file is always written anew.")
    path = Path(os.path.realpath(path))  # of a link, the file that it leads to is replaced, not the link
    if not path.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {path.parent} to write {path.name} into. Make it first, or name another.")
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder, not a file. Name a file in it.")
    part = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    text = {"encoding": "utf-8", "newline": "\n"} if mode == "w" else {}
    try:
        with open(part, mode, **text) as file:
            yield file
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
