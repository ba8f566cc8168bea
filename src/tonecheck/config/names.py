"""The names in a configuration that only rules and profiles know: those that do not exist, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tonecheck.config.layers import Keys, Layer
from tonecheck.errors import ConfigError, Problem, did_you_mean
from tonecheck.rulebook.limits import limit_names
from tonecheck.rulebook.rule import Rulebook

_RULES = ("select", "extend-select", "ignore")


def check_names(layers: Iterable[Layer], rulebook: Rulebook) -> None:
    """Raises ``ConfigError`` with every rule, preset, limit and profile that a layer names and that does not exist."""
    layers = tuple(layers)
    rules = {*rulebook.rules, *(rule.category for rule in rulebook.rules.values()), "ALL"}
    problems: list[Problem] = []
    for layer in layers:
        found = [
            (keys, what, name, known)
            for keys, what, name, known in _names(layer, layers, rulebook)
            if name not in (rules if what == "rule" else known)
        ]
        if found:
            problems += _located(layer, found)
    if problems:
        raise ConfigError(*problems)


def _names(
    layer: Layer, layers: tuple[Layer, ...], rulebook: Rulebook
) -> Iterator[tuple[Keys, str, str, tuple[str, ...]]]:
    """The names of a layer: their keys, what they are to be, and what there is."""
    tables: list[tuple[Keys, Mapping[str, Any]]] = [((), layer.values)]
    tables += [(("per-file", pattern), table) for pattern, table in layer.values.get("per-file", {}).items()]
    categories = sorted({rule.category for rule in rulebook.rules.values()})
    known = (*rulebook.rules, *categories)
    for above, values in tables:
        for key in _RULES:
            for name in values.get(key) or ():
                yield (*above, key), "rule", name, known
        for name in values.get("severity", {}):
            yield (*above, "severity", name), "rule", name, known
        for name in values.get("limits", {}):
            yield (*above, "limits", name), "limit", name, limit_names(rulebook)
        if values.get("preset"):
            yield (*above, "preset"), "preset", values["preset"], tuple(rulebook.presets)
        if values.get("profile"):
            yield (*above, "profile"), "profile", values["profile"], _profiles(layers)


def _profiles(layers: tuple[Layer, ...]) -> tuple[str, ...]:
    from tonecheck.sources.profiles import builtin_profiles

    own = [name for layer in layers for name in layer.values.get("profiles", {})]
    return (*own, *(profile.name for profile in builtin_profiles()))


def _located(layer: Layer, found: list[tuple[Keys, str, str, tuple[str, ...]]]) -> Iterator[Problem]:
    from tonecheck.config.places import place_of
    from tonecheck.config.reading import places

    known_places = {} if layer.options else places(layer.origin)
    for keys, what, name, known in found:
        origin = f"--{keys[-1]}" if layer.options else layer.origin
        line, column = place_of(keys, known_places) if known_places else (0, 0)
        hint = did_you_mean(name, known) or "'tonecheck rules' lists them"
        yield Problem(origin, line, column, f"there is no {what} {name!r}", hint)
