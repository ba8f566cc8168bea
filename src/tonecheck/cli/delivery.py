"""Where fixed text goes: back into its file, to standard output for standard input, or into a difference."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import BytesIO
from typing import BinaryIO

from tonecheck.fix_file import Deliver
from tonecheck.reports.report import Checked
from tonecheck.reports.terminal import one_line
from tonecheck.run import CheckFile, told
from tonecheck.sources.decode import encoding_of, read_text
from tonecheck.sources.write_back import Change, Version, splice, write_back


def into_files(encoding: str) -> Deliver:
    """Writes each changed file. ``encoding`` is that of files without a byte-order mark."""

    def keep(path: str, file: BinaryIO, seen: Version | None, changes: Sequence[Change]) -> None:
        if changes:
            write_back(path, file, seen, changes, encoding)

    return keep


def as_difference(encoding: str) -> Deliver:
    """Prints what would change in each file, as ``diff -u`` does, and changes nothing."""

    def show(path: str, file: BinaryIO, seen: Version | None, changes: Sequence[Change]) -> None:
        if not changes:
            return
        file.seek(0)
        old = read_text(file, path, encoding)
        new = "".join(splice([old], changes))
        sys.stdout.writelines(_difference(one_line(path), old, new))

    return show


def through_standard_output(check: CheckFile, name: str, difference: bool) -> Iterator[Checked]:
    """Fixes what comes in on standard input, with a ``check`` that keeps it in memory; it goes out whole, changed or
    not, also when it cannot be read. For a ``difference`` it does not go out."""
    file = BytesIO(sys.stdin.buffer.read())
    yield from told(check(name, file), named=True)
    if not difference:
        sys.stdout.buffer.write(file.getvalue())
        sys.stdout.buffer.flush()


def into_memory(encoding: str) -> Deliver:
    """Changes what is held in memory, in its own encoding."""

    def keep(path: str, file: BinaryIO, seen: Version | None, changes: Sequence[Change]) -> None:
        if not changes:
            return
        file.seek(0)
        codec, mark = encoding_of(file.read(3), encoding)
        file.seek(0)
        new = "".join(splice([read_text(file, path, encoding)], changes))
        file.seek(0)
        file.truncate()
        file.write(mark + new.encode(codec))

    return keep


def _difference(path: str, old: str, new: str) -> Iterator[str]:
    for line in unified_diff(_lines(old), _lines(new), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    # Not splitlines, which breaks lines where no editor does.
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
