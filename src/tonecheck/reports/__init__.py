"""One module per output format. Each has ``render(report, style)``: the text of the report piece by piece, as the steps
of the run come in. They print nothing and read no file. A new format is a module and its line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from tonecheck.reports.report import Report, Style

Render = Callable[[Report, Style], Iterator[str]]

# Name of a format to its module.
FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "json_report",
    "jsonl": "jsonl",
    "grouped": "grouped",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "rdjsonl": "rdjsonl",
    "junit": "junit",
    "markdown": "markdown",
}
# The formats for people, with a line of counts on standard error.
TEXT_FORMATS = frozenset({"full", "concise", "grouped"})

# The formats that offer edits of the file, which are made for them alone.
EDIT_FORMATS = frozenset({"sarif", "rdjsonl"})


def reporter(name: str) -> Render:
    """The ``render`` of the module of a format."""
    # By name: a run needs one of them.
    module = import_module(f"tonecheck.reports.{FORMATS[name]}")
    render: Render = module.render
    return render
