"""The one error boundary: whatever happens inside, the user gets a clear line and an exit status, never a traceback."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

STOPPED, FAILED = 130, 2


def run() -> NoReturn:
    """The process: runs its command line and ends."""
    try:
        status = main()
    except SystemExit as stopped:
        status = stopped.code if isinstance(stopped.code, int) else FAILED
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # Nothing is open any more; to take the interpreter down piece by piece would be an eighth of a whole check.
    os._exit(status)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command line (default: that of the process). Returns the exit status, or leaves with ``SystemExit``."""
    # A check makes many small objects and hardly any cycle: looking for cycles all the time is a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        # Bengali comes out whole under LANG=C as well; a lone surrogate, which has no UTF-8, as its escape.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from tonecheck.cli import command

        given = sys.argv[1:] if arguments is None else arguments
        command(given).main(args=given, prog_name="tonecheck")
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:
        _say(error)
        return FAILED
    return 0


def _say(error: Exception) -> None:
    from tonecheck.errors import TonecheckError
    from tonecheck.reports.terminal import visible

    if os.environ.get("TONECHECK_DEBUG"):
        import traceback

        traceback.print_exc()
    if isinstance(error, TonecheckError):
        for problem in error.problems:
            print(f"error: {visible(str(problem))}", file=sys.stderr)
        return
    what = " ".join(visible(f"{type(error).__name__}: {error}").split())
    print(f"tonecheck: unexpected error: {what} (TONECHECK_DEBUG=1 shows where; please report it)", file=sys.stderr)


if __name__ == "__main__":
    run()
