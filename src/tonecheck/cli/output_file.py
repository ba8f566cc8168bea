"""``--output-file``: a report that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from tonecheck.errors import ConfigError, Problem


@contextmanager
def output_to(path: str | None, usual: TextIO) -> Iterator[TextIO]:
    """The stream for a report: ``usual`` without a ``path``, else one that becomes the file ``path`` when the block
    ends well. Written beside it and renamed: a run that is stopped leaves the file as it was. A link stays a link, the
    mode of a file stays; a pipe or device is written to as it is. Raises ``ConfigError`` when it cannot be written,
    before anything else is done."""
    if path is None:
        yield usual
        return
    real = os.path.realpath(path)
    if os.path.exists(real) and not os.path.isfile(real):
        with _opened(path, real) as stream:
            yield stream
        return
    beside = _beside(path, real)
    try:
        with _opened(path, beside) as stream:
            yield stream
        _put(path, beside, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _beside(path: str, real: str) -> str:
    from tempfile import mkstemp

    try:
        handle, beside = mkstemp(prefix=".tonecheck-", dir=os.path.dirname(real))
    except OSError as error:
        raise _unwritable(path, error) from None
    os.close(handle)
    return beside


def _opened(path: str, real: str) -> TextIO:
    try:
        return open(real, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise _unwritable(path, error) from None


def _put(path: str, beside: str, real: str) -> None:
    try:
        os.chmod(beside, _mode(real))
        os.replace(beside, real)
    except OSError as error:
        raise _unwritable(path, error) from None


def _mode(real: str) -> int:
    """The mode of the file, or that which a new one would get: temporary files are their owner's alone."""
    if os.path.exists(real):
        return os.stat(real).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: str, error: OSError) -> ConfigError:
    missing = isinstance(error, FileNotFoundError)
    hint = "make its folder first" if missing else "check the path and its permissions"
    reason = error.strerror or type(error).__name__
    return ConfigError(Problem(path, 0, 0, f"the report cannot be written there: {reason}", hint))
