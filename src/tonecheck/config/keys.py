"""What may stand in a configuration. It is checked against this, and its JSON Schema is printed from it."""

from __future__ import annotations

from tonecheck.model import CHANNELS, KINDS, LANGUAGES, SEVERITIES
from tonecheck.reports import FORMATS as OUTPUT_FORMATS
from tonecheck.rulebook.shapes import Choice, Either, Flag, ListOf, MapOf, Record, Scalar, Shape, Text, Whole
from tonecheck.sources.profile import BODIES, FORMATS

FAIL_ON = (*SEVERITIES, "never")

_rules = ListOf(Text(), "Rule ids or categories, or ALL.", least=0)
_severity = MapOf(Choice((*SEVERITIES, "off")), doc="Rule id to its severity, or off.")
_path = Either(Text(), ListOf(Text()))
_copy: dict[str, Shape] = {"path": _path, "body": Choice(BODIES, "What the text is written in.")}
_values = Either(Scalar(), ListOf(Scalar()))

_of_a_reply: dict[str, Shape] = {
    "preset": Text("The preset in place of that of the channel: which rules are on and how severe they are."),
    "select": ListOf(Text(), "Only these rules or categories, or ALL.", least=0),
    "extend-select": ListOf(Text(), "These rules or categories besides, also where the preset has them off.", least=0),
    "ignore": _rules,
    "severity": _severity,
    "channel": Choice(CHANNELS, "Where replies are sent; what a file says of a reply goes before it."),
    "kind": Choice(KINDS, "Whether they are drafts or canned replies."),
    "language": Choice(LANGUAGES, "What they are written in."),
    "profile": Text("The profile to read files with, whatever their shape."),
    "encoding": Text("Of files without a byte-order mark."),
}
PROFILE = Record(
    {
        "product": Text("The name for people."),
        "formats": ListOf(Choice(FORMATS)),
        "shape": ListOf(Either(Text(), ListOf(Text())), "Paths that such a file has; of an inner list, one.", least=0),
        "entry": Text("The path of each reply."),
        "texts": ListOf(
            Record({**_copy, "copies": ListOf(Record(dict(_copy), ("path",)), least=0)}, ("path",)),
            "Where the words are in an entry, and other copies of them.",
        ),
        "id": _path,
        "title": _path,
        "language": _path,
        "skip": ListOf(
            Record({"path": Text(), "is": _values, "reason": Text()}, ("path", "is")), "Entries to leave out.", least=0
        ),
        "channel": Choice(CHANNELS),
        "kind": Choice(KINDS),
        "header": Flag("Whether the first row of a table names its columns."),
    },
    ("formats", "texts"),
    "Where the replies of a kind of file are.",
)
CONFIGURATION = Record(
    {
        "extends": ListOf(Text(), "Rule packs: folders, relative to this file.", least=0),
        **_of_a_reply,
        "limits": MapOf(Whole(), doc="A measure (sentence-words, waited-hours) or a rule that counts, to its limit."),
        "allowed": ListOf(Text(), "Words that are right here: names of products, acronyms, terms.", least=0),
        "per-file": MapOf(Record(dict(_of_a_reply)), doc="Patterns of files, as in a .gitignore, to their settings."),
        "profiles": MapOf(PROFILE, doc="Profiles of your own, by name."),
        "fail-on": Choice(FAIL_ON, "Exit with 1 for findings at least this severe."),
        "output-format": Choice(tuple(OUTPUT_FORMATS), "How findings are written."),
        "exclude": ListOf(Text(), "Files to leave out, as in a .gitignore.", least=0),
        "force-exclude": Flag("Leave them out even when they are named."),
        "gitignore": Flag("Leave files in folders out that Git ignores."),
        "all-replies": Flag("Also internal notes and replies that are not in use."),
        "baseline": Text("A baseline file, relative to this file."),
    },
    doc="The configuration of tonecheck: tonecheck.toml, or [tool.tonecheck] in pyproject.toml.",
)
TABLES = tuple(key for key, shape in CONFIGURATION.keys.items() if isinstance(shape, MapOf))
"""The settings that are tables, of which each layer may set single keys."""


def config_schema() -> dict[str, object]:
    """The JSON Schema of a configuration file."""
    from tonecheck.rulebook.shapes import json_schema

    head: dict[str, object] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | {"title": "tonecheck configuration"} | json_schema(CONFIGURATION)
