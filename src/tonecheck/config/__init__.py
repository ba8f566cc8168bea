"""A project's configuration: ``tonecheck.toml``, or ``[tool.tonecheck]`` in ``pyproject.toml``; see
docs/configuration.md. ``lookup`` finds what holds for a file."""

from __future__ import annotations

import os

from tonecheck.config.layers import Layer, merge
from tonecheck.config.lookup import Lookup, Options, find_here, lookup
from tonecheck.config.settings import RuleSettings, Settings, settings_of
from tonecheck.errors import ConfigError, Problem

__all__ = [
    "Layer",
    "Lookup",
    "Options",
    "RuleSettings",
    "Settings",
    "find_here",
    "lookup",
    "merge",
    "read_config",
    "read_layers",
    "settings_of",
]


def read_config(path: str) -> Settings:
    """The settings of a configuration file alone, or of a folder that holds one. Raises ``ConfigError`` with all
    problems of it."""
    return settings_of(merge(read_layers(path)))


def read_layers(path: str) -> tuple[Layer, ...]:
    """The layer of a configuration file, as ``read_config`` reads it."""
    from tonecheck.config.reading import read_layer

    if os.path.isdir(path):
        found = find_here(path)
        if not found:
            raise ConfigError(Problem(path, 0, 0, "there is no configuration here", "'tonecheck init' writes one"))
        path = found
    return (read_layer(path),)
