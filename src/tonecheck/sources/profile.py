"""A profile: where the replies of one product's files are, which copies belong together, and what to leave out.

Profiles are data: ``profiles/*.toml``, one per product, and the same keys in a team's configuration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, cast, get_args

from tonecheck.model import CHANNELS, KINDS, Channel, Kind
from tonecheck.sources.paths import BadPath, Path, parse_path

Body = Literal["plain", "html", "markdown", "auto"]
BODIES: tuple[Body, ...] = get_args(Body)
FORMATS = ("json", "jsonl", "csv", "yaml", "po", "xml")


class TextField(NamedTuple):
    """Where the text of a reply is in its entry, and what it is written in; ``auto`` is HTML where it has tags."""

    paths: tuple[Path, ...]
    body: Body = "auto"


class ReplyText(NamedTuple):
    """One text of an entry and its other copies: the first that is there is read, all of them are fixed."""

    copies: tuple[TextField, ...]


class Condition(NamedTuple):
    """An entry whose value at ``path`` is one of ``values`` (as text) is left out, for ``reason``."""

    path: Path
    values: tuple[str, ...]
    reason: str


class Profile(NamedTuple):
    """``shape`` are paths from the root that a file of this kind has, all of them, or one of those that stand in a
    list; without any the profile is only used by its name. ``entry`` leads to each reply; the paths of ``id``,
    ``title`` and ``language`` begin there, of which the first that leads to a text counts; the path ``*`` is what ``*``
    stands for in the path of the text or the entry. ``header`` says whether the first row of a table names its columns,
    where the row itself does not tell."""

    name: str
    product: str
    formats: tuple[str, ...]
    shape: tuple[tuple[Path, ...], ...]
    entry: Path
    texts: tuple[ReplyText, ...]
    id: tuple[Path, ...] = ()
    title: tuple[Path, ...] = ()
    language: tuple[Path, ...] = ()
    skip: tuple[Condition, ...] = ()
    channel: Channel = "email"
    kind: Kind = "canned"
    header: bool | None = None


class BadProfile(ValueError):
    """A profile that cannot be used; the message names the key."""


_KEYS = (
    "product",
    "formats",
    "shape",
    "entry",
    "texts",
    "id",
    "title",
    "language",
    "skip",
    "channel",
    "kind",
    "header",
)


def profile_of(name: str, values: Mapping[str, object]) -> Profile:
    """The profile that a table of TOML describes. Raises ``BadProfile``."""
    from tonecheck.errors import did_you_mean

    for key in values:
        if key not in _KEYS:
            raise BadProfile(f"there is no key {key!r} in a profile; {did_you_mean(key, _KEYS)}")
    formats = _texts(values, "formats", FORMATS)
    if not formats:
        raise BadProfile(f'"formats" must name one of {", ".join(FORMATS)}')
    for format in formats:
        _one_of("formats", format, FORMATS)
    channel, kind = values.get("channel", "email"), values.get("kind", "canned")
    _one_of("channel", channel, CHANNELS)
    _one_of("kind", kind, KINDS)
    if not isinstance(values.get("header", True), bool):
        raise BadProfile('"header" must be true or false')
    tables = values.get("texts")
    if not isinstance(tables, list) or not tables:
        raise BadProfile('"texts" must say where the texts are: [[texts]] with a path')
    return Profile(
        name=name,
        product=str(values.get("product", name)),
        formats=formats,
        shape=tuple(_paths("shape", path) for path in _list(values, "shape", "paths")),
        entry=_path("entry", values.get("entry", "")),
        texts=tuple(_reply_text(table) for table in tables),
        id=_paths("id", values.get("id", [])),
        title=_paths("title", values.get("title", [])),
        language=_paths("language", values.get("language", [])),
        skip=tuple(_condition(table) for table in _list(values, "skip", "tables")),
        channel=cast("Channel", channel),
        kind=cast("Kind", kind),
        header=cast("bool | None", values.get("header")),
    )


def at_paths(paths: Iterable[str], body: Body = "auto") -> Profile:
    """The profile that a user gives by naming the place of the replies. Raises ``BadPath``."""
    field = TextField(tuple(parse_path(path) for path in paths), body)
    return Profile("given", "the place given", FORMATS, (), Path(()), (ReplyText((field,)),))


def _reply_text(table: object) -> ReplyText:
    if not isinstance(table, dict):
        raise BadProfile('"texts" must be tables: [[texts]] with a path')
    own = {key: value for key, value in table.items() if key != "copies"}
    copies = _list(table, "copies", "tables with a path and a body")
    return ReplyText((_field("texts", own), *(_field("copies", copy) for copy in copies)))


def _field(key: str, table: object) -> TextField:
    if not isinstance(table, dict) or table.get("path", []) == []:
        raise BadProfile(f'each of "{key}" must have a "path"')
    _keys_of(key, table, ("path", "body") if key == "copies" else ("path", "body", "copies"))
    body = table.get("body", "auto")
    _one_of("body", body, BODIES)
    return TextField(_paths("path", table["path"]), cast("Body", body))


def _condition(table: object) -> Condition:
    if not isinstance(table, dict) or not {"path", "is"} <= set(table):
        raise BadProfile('each "skip" must have a "path" and the values that it "is"')
    _keys_of("skip", table, ("path", "is", "reason"))
    values = table["is"] if isinstance(table["is"], list) else [table["is"]]
    if not all(isinstance(value, str | int | float) for value in values):
        raise BadProfile('what a "skip" path "is" must be a text, a number, true or false, or a list of these')
    wanted = tuple(str(value).lower() if isinstance(value, bool) else str(value) for value in values)
    return Condition(_path("skip", table["path"]), wanted, str(table.get("reason", "left out by its profile")))


def _paths(key: str, given: object) -> tuple[Path, ...]:
    return tuple(_path(key, path) for path in (given if isinstance(given, list) else [given]))


def _path(key: str, source: object) -> Path:
    if not isinstance(source, str):
        raise BadProfile(f'"{key}" must be a path, as a text')
    try:
        return parse_path(source)
    except BadPath as error:
        raise BadProfile(f'"{key}": {error}') from None


def _list(values: Mapping[str, object], key: str, of: str) -> list[object]:
    given = values.get(key, [])
    if not isinstance(given, list):
        raise BadProfile(f'"{key}" must be a list of {of}')
    return given


def _texts(values: Mapping[str, object], key: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    given = values.get(key, list(otherwise))
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise BadProfile(f'"{key}" must be a list of texts')
    return tuple(given)


def _keys_of(key: str, table: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in table:
        _one_of(key, name, known)


def _one_of(key: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise BadProfile(f'"{key}" has no {value!r}: use one of {", ".join(known)}')
