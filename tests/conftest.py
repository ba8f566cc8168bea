"""What holds for every test: no colour and no configuration from the surroundings, and the same examples from
hypothesis on every machine."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("same-everywhere", deadline=None, derandomize=True)
settings.load_profile("same-everywhere")


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TONECHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "PRESET", "CHANNEL", "FAIL_ON", "OUTPUT_FORMAT"):
        monkeypatch.delenv(f"TONECHECK_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", os.devnull)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
