"""A command line over a few rules of its own: what the built-in rules say is not tested here."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.rulebook.packs import BENGALI, RULE, write_pack
from tonecheck.__main__ import main
from tonecheck.rulebook import catalog

ADVICE = RULE.replace("no-never", "mild").replace("severity: warning", "severity: suggestion").replace("never", "maybe")
PRESET = "id: strict\nsummary: All of it\nrules: {mild: {severity: error, why: It is strict.}}\n"


class Ran(NamedTuple):
    """What came of a command line."""

    status: object
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _own_rules(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    rules = tmp_path_factory.mktemp("rules")
    pack = write_pack(rules, no_never=RULE, bn_no=BENGALI, mild=ADVICE, strict=PRESET, passages="A7: never a bare no\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr(catalog, "builtin_pack", lambda: pack)
    catalog.rulebook.cache_clear()
    yield
    catalog.rulebook.cache_clear()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command line in an empty folder, with ``stdin`` as standard input."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status: object
        try:
            status = main(list(arguments))
        except SystemExit as stopped:
            status = stopped.code
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run
