"""``tonecheck rules``: what is checked, and which advice each rule comes from. ``rules new`` is in ``new_rule``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tonecheck.cli.output import usage_error, write

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Rule, Rulebook


def rules(
    asked: typer.Context,
    by: Annotated[Literal["category", "passage"], typer.Option(help="How the rules are grouped.")] = "category",
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How the rules are written.")] = "text",
    pack: Annotated[
        list[str] | None, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")
    ] = None,
) -> None:
    """List the rules, by category or by the passage of the articles that they come from; 'rules new' begins a rule."""
    if asked.invoked_subcommand:
        if pack or (by, output_format) != ("category", "text"):
            usage_error(f"the options of 'rules' list rules; those of {asked.invoked_subcommand!r} come after it")
        return
    from tonecheck.rulebook.catalog import rulebook

    book = rulebook(tuple(pack or ()))
    write(_as_json(book) if output_format == "json" else _as_text(book, by))


def _as_text(book: Rulebook, by: Literal["category", "passage"]) -> Iterator[str]:
    column = max((len(id) for id in book.rules), default=0)
    separator = ""
    for heading, rules in _groups(book, by):
        yield f"{separator}{heading}\n"
        separator = "\n"
        for rule in rules:
            yield f"  {rule.id:<{column}}  {rule.severity:<10}  {rule.summary}\n"
        if not rules:
            yield "  no rule\n"


def _groups(book: Rulebook, by: Literal["category", "passage"]) -> Iterator[tuple[str, list[Rule]]]:
    if by == "category":
        for category in dict.fromkeys(rule.category for rule in book.rules.values()):
            yield category, [rule for rule in book.rules.values() if rule.category == category]
        return
    for passage, text in book.passages.items():
        yield f"{passage}: {text}", [rule for rule in book.rules.values() if passage in rule.passages]


def _as_json(book: Rulebook) -> Iterator[str]:
    from json import dumps

    listed = [
        {
            "id": rule.id,
            "category": rule.category,
            "severity": rule.severity,
            "summary": rule.summary,
            "message": rule.message,
            "why": rule.why,
            "passages": list(rule.passages),
            "languages": list(rule.languages),
        }
        for rule in book.rules.values()
    ]
    yield dumps({"version": 1, "rules": listed, "passages": book.passages}, ensure_ascii=False, indent=2) + "\n"
