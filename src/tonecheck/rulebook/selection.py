"""Which rules run, and how severe each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from tonecheck.errors import ConfigError, Problem, did_you_mean
from tonecheck.model import SEVERITIES, Reply, Severity
from tonecheck.rulebook.rule import Rulebook


class Selection(NamedTuple):
    """What a user asked for. ``select`` None means all rules that the preset leaves on; a named rule is on even where
    the preset has it off, and the rules of ``extend`` are on besides. ``severities`` are the user's own."""

    preset: str | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, str] = {}
    extend: frozenset[str] = frozenset()


def selection(
    rulebook: Rulebook,
    *,
    preset: str | None = None,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, str] | None = None,
) -> Selection:
    """A checked selection. A name is a rule id, a category or ``ALL``. Raises ``ConfigError`` for one that is not
    known."""
    problems: list[Problem] = []
    if preset is not None and preset not in rulebook.presets:
        problems.append(_unknown("preset", preset, tuple(rulebook.presets)))
    chosen = None if select is None else _named(rulebook, select, problems)
    extend = _named(rulebook, extend_select, problems)
    ignored = _named(rulebook, ignore, problems)
    for id, severity in (severities or {}).items():
        _named(rulebook, (id,), problems)
        if severity not in (*SEVERITIES, "off"):
            problems.append(_unknown("severity", severity, (*SEVERITIES, "off")))
    if problems:
        raise ConfigError(*problems)
    return Selection(preset, chosen, ignored, dict(severities or {}), extend)


def _named(rulebook: Rulebook, names: Iterable[str], problems: list[Problem]) -> frozenset[str]:
    categories = {rule.category for rule in rulebook.rules.values()}
    ids: set[str] = set()
    for name in names:
        if name == "ALL":
            ids |= rulebook.rules.keys()
        elif name in rulebook.rules:
            ids.add(name)
        elif name in categories:
            ids |= {rule.id for rule in rulebook.rules.values() if rule.category == name}
        else:
            problems.append(_unknown("rule", name, (*rulebook.rules, *sorted(categories))))
    return frozenset(ids)


def _unknown(what: str, name: str, known: tuple[str, ...]) -> Problem:
    hint = did_you_mean(name, known) or "'tonecheck rules' lists them"
    return Problem(what, 0, 0, f"there is no {what} {name!r}", hint)


def severities(rulebook: Rulebook, chosen: Selection, reply: Reply) -> dict[str, Severity]:
    """The rules that run on this reply, each with its severity, in the order of the ids.

    The preset is the chosen one, else that of a canned reply, else that of the reply's channel.
    """
    name = chosen.preset or ("canned" if reply.kind == "canned" else reply.channel)
    preset = rulebook.presets.get(name)
    active: dict[str, Severity] = {}
    for id, rule in rulebook.rules.items():
        severity = preset.severities.get(id, rule.severity) if preset else rule.severity
        named = id in chosen.extend or (chosen.select is not None and id in chosen.select)
        if chosen.select is not None and not named:
            continue
        if named and severity == "off":
            severity = rule.severity
        severity = chosen.severities.get(id, severity)
        if severity != "off" and id not in chosen.ignore:
            active[id] = cast("Severity", severity)
    return active
