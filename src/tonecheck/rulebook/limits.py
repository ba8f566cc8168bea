"""The numbers in rules that a user may set: how long a sentence may be, how many apologies are too many."""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.errors import ConfigError, Problem, did_you_mean
from tonecheck.rulebook.rule import Finder, Rule, Rulebook


def limit_names(rulebook: Rulebook) -> tuple[str, ...]:
    """What has a limit: the measures that rules take, by their name (``sentence-words``: more is too much), and the
    rules that count matches or compare replies, by their id (from so many matches on; so many in a hundred alike)."""
    measures = {finder.measure for rule in rulebook.rules.values() for finder in rule.finders if finder.measure}
    return (*sorted(measures), *(id for id, rule in rulebook.rules.items() if _counting(rule)))


def with_limits(rulebook: Rulebook, limits: Mapping[str, int]) -> Rulebook:
    """The rulebook with these limits in its rules. Raises ``ConfigError`` for a name that has none."""
    if not limits:
        return rulebook
    known = limit_names(rulebook)
    problems = [
        Problem("limits", 0, 0, f"there is no limit {name!r}", did_you_mean(name, known))
        for name in limits
        if name not in known
    ]
    if problems:
        raise ConfigError(*problems)
    return rulebook._replace(rules={id: _limited(rule, limits) for id, rule in rulebook.rules.items()})


def _counting(rule: Rule) -> Finder | None:
    """The finder of a rule whose number the rule's own name stands for, where it is only one."""
    found = [finder for finder in rule.finders if finder.kind in ("count", "twin")]
    return found[0] if len(found) == 1 else None


def _limited(rule: Rule, limits: Mapping[str, int]) -> Rule:
    counting = _counting(rule)
    finders = []
    for finder in rule.finders:
        if finder.measure in limits:
            finder = finder._replace(over=limits[finder.measure])
        elif finder is counting and rule.id in limits:
            # None is too few to count from.
            number = max(1, limits[rule.id])
            finder = finder._replace(alike=number) if finder.kind == "twin" else finder._replace(at_least=number)
        finders.append(finder)
    return rule._replace(finders=tuple(finders))
