"""What is wrong with the values of a configuration although their shape is right, as far as it shows without rules."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Mapping
from typing import Any

from tonecheck.config.places import Keys
from tonecheck.config.values import Report


def check_meaning(values: Mapping[str, Any], wrong: Collection[Keys], report: Report) -> None:
    """Reports encodings and patterns that do not exist, and profiles that cannot be used. What is ``wrong`` already is
    passed over."""
    for keys, value in (*_of_a_reply(values, ()), *_per_file(values)):
        if keys[-1] == "encoding" and keys not in wrong:
            _check_encoding(keys, value, report)
    own = values.get("profiles", {})
    for name, table in own.items() if isinstance(own, dict) else ():
        if not any(keys[:2] == ("profiles", name) or keys == ("profiles",) for keys in wrong):
            _check_profile(name, table, report)


def _of_a_reply(values: Mapping[str, Any], above: Keys) -> list[tuple[Keys, Any]]:
    return [((*above, key), value) for key, value in values.items()]


def _per_file(values: Mapping[str, Any]) -> list[tuple[Keys, Any]]:
    tables = values.get("per-file", {})
    if not isinstance(tables, dict):
        return []
    return [
        pair
        for pattern, table in tables.items()
        if isinstance(table, dict)
        for pair in _of_a_reply(table, ("per-file", pattern))
    ]


def _check_encoding(keys: Keys, value: str, report: Report) -> None:
    try:
        codecs.lookup(value)
    except (LookupError, ValueError):
        report(keys, f"there is no encoding {value!r}", "for example utf-8, cp1252 or utf-16")


def _check_profile(name: str, table: Mapping[str, object], report: Report) -> None:
    from tonecheck.sources.profile import BadProfile, profile_of

    try:
        profile_of(name, table)
    except BadProfile as error:
        # The message begins with the key, where it is about one.
        key = str(error).split('"')[1] if str(error).startswith('"') else ""
        hint = "see 'A profile of your own' in docs/libraries.md"
        report(("profiles", name, key), f"profile {name}: {error}", hint)
