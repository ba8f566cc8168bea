"""``tonecheck explain RULE``: one rule, for somebody who has just been told of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tonecheck.cli.output import style_for, usage_error, write

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Rule, Rulebook


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule, such as bare-no.")],
    pack: Annotated[
        list[str] | None, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")
    ] = None,
) -> None:
    """Explain a rule: what it looks for, why, and what to write instead."""
    from tonecheck.rulebook.catalog import rulebook

    book = rulebook(tuple(pack or ()))
    found = book.rules.get(rule)
    if found is None:
        from tonecheck.errors import did_you_mean

        usage_error(
            f"there is no rule {rule!r}: {did_you_mean(rule, tuple(book.rules)) or 'tonecheck rules lists them'}"
        )
    write(f"{line}\n" for line in _page(book, found, style_for("never").width))


def _page(book: Rulebook, rule: Rule, width: int) -> Iterator[str]:
    from tonecheck.reports.terminal import visible, wrap

    def indented(text: str) -> Iterator[str]:
        return (f"  {line}" for line in wrap(visible(text.strip()), width - 2))

    yield f"{rule.id}  ({rule.category}, {rule.severity}; {', '.join(rule.languages)})"
    yield from indented(rule.summary)
    yield "\nWhy:"
    yield from indented(rule.why or rule.message)
    if rule.passages:
        yield "\nFrom the articles:"
        for passage in rule.passages:
            yield from indented(f"{passage}: {book.passages.get(passage, '')}")
    if rule.rewrites:
        yield "\nInstead:"
        for rewrite in rule.rewrites:
            yield from indented(f"{rewrite.language}: {rewrite.text}")
