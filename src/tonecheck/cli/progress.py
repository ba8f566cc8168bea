"""How far a long run is, on a line of standard error that goes away again.

Not Rich's progress bar: that takes over standard output, to which findings are written while the run goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TextIO

from tonecheck.reports.report import Checked

# Nothing is shown before so many seconds, and then so often.
_PATIENCE, _OFTEN = 1.0, 0.2
_CLEAR = "\r\x1b[K"


def with_progress(
    steps: Iterator[Checked], stream: TextIO | None = None, clock: Callable[[], float] = monotonic
) -> Iterator[Checked]:
    """The steps as they come, with a line of counts on a terminal while nothing else is to be shown."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield from steps
        return
    replies = files = 0
    due = clock() + _PATIENCE
    shown = False
    for step in steps:
        replies, files = replies + step.replies, files + step.files
        if shown and (step.findings or step.problems or step.notes):
            stream.write(_CLEAR)
            shown = False
        yield step
        if clock() >= due:
            stream.write(f"{_CLEAR}{replies:,} replies, {files:,} files checked …")
            stream.flush()
            shown, due = True, clock() + _OFTEN
    if shown:
        stream.write(_CLEAR)
        stream.flush()
