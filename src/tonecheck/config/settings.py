"""The nouns of a configuration: what holds for a file, and for the rules that run on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tonecheck.config.layers import Merged, value_of

if TYPE_CHECKING:
    from tonecheck.model import Channel, Kind, Language
    from tonecheck.sources.profile import Profile

FailOn = Literal["error", "warning", "suggestion", "never"]
Pairs = tuple[tuple[str, Any], ...]


class RuleSettings(NamedTuple):
    """What a linter is made of: see ``tonecheck.linter``. ``packs`` are paths."""

    packs: tuple[str, ...] = ()
    preset: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Pairs = ()
    limits: Pairs = ()
    allowed: tuple[str, ...] = ()


class Settings(NamedTuple):
    """What holds for a file. ``exclude`` are patterns with the folder that they are relative to; ``profile`` is the
    name of one; ``profiles`` are the team's own, see ``sources.profile``; ``baseline`` is a path."""

    rules: RuleSettings = RuleSettings()
    channel: Channel | None = None
    kind: Kind | None = None
    language: Language | None = None
    encoding: str = "utf-8"
    profile: str | None = None
    profiles: tuple[Profile, ...] = ()
    all_replies: bool = False
    fail_on: FailOn = "warning"
    output_format: str = "full"
    exclude: tuple[tuple[str, tuple[str, ...]], ...] = ()
    force_exclude: bool = False
    gitignore: bool = True
    baseline: str | None = None


_RULES = ("preset", "select", "extend-select", "ignore", "allowed")
_PLAIN = tuple(
    name.replace("_", "-") for name in Settings._fields if name not in ("rules", "profiles", "exclude", "encoding")
)


def settings_of(merged: Merged) -> Settings:
    """The settings that layers come to."""
    if not merged:
        return Settings()
    rules: dict[str, Any] = {_field(key): _frozen(value_of(merged[key,])) for key in _RULES if (key,) in merged}
    values: dict[str, Any] = {_field(key): value_of(merged[key,]) for key in _PLAIN if (key,) in merged}
    if ("extends",) in merged:
        rules["packs"] = tuple(value_of(merged["extends",]))
    if ("encoding",) in merged:
        import codecs

        values["encoding"] = codecs.lookup(value_of(merged["encoding",])).name
    rules["severities"] = _table(merged, "severity")
    rules["limits"] = _table(merged, "limits")
    values["exclude"] = tuple((part.layer.base, tuple(part.value)) for part in merged.get(("exclude",), ()))
    values["profiles"] = _profiles(merged)
    return Settings(rules=RuleSettings(**rules), **values)


def default_values() -> dict[str, object]:
    """Every setting that has a value where nothing is said, by its key; ``None`` for those that have none."""
    rules, all_of_them = RuleSettings(), Settings()
    known: dict[str, object] = {"extends": list(rules.packs)}
    for key in _RULES:
        value = getattr(rules, _field(key))
        known[key] = list(value) if isinstance(value, tuple) else value
    known |= {key: getattr(all_of_them, _field(key)) for key in (*_PLAIN, "encoding")}
    return known | {"exclude": []}


def _table(merged: Merged, table: str) -> Pairs:
    return tuple((keys[1], value_of(parts)) for keys, parts in merged.items() if keys[0] == table)


def _profiles(merged: Merged) -> tuple[Profile, ...]:
    tables = _table(merged, "profiles")
    if not tables:
        return ()
    from tonecheck.sources.profile import profile_of

    return tuple(profile_of(name, table) for name, table in tables)


def _field(key: str) -> str:
    return key.replace("-", "_")


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
