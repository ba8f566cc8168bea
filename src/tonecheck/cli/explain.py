"""``tonecheck explain RULE``: one rule, for somebody who has just been told of it."""

from __future__ import annotations

from typing import Annotated

import typer

from tonecheck.cli.output import style_for, usage_error, write


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule, such as bare-no.")],
    pack: Annotated[
        list[str] | None, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")
    ] = None,
) -> None:
    """Explain a rule: what it looks for, why, and what to write instead."""
    from tonecheck.reports.rule_page import as_text, rule_page
    from tonecheck.rulebook.catalog import builtin_pack, rulebook
    from tonecheck.rulebook.loading import read_cases

    packs = tuple(pack or ())
    book = rulebook(packs)
    found = book.rules.get(rule)
    if found is None:
        from tonecheck.errors import did_you_mean

        usage_error(
            f"there is no rule {rule!r}: {did_you_mean(rule, tuple(book.rules)) or 'tonecheck rules lists them'}"
        )
    page = rule_page(book, found, read_cases((builtin_pack(), *packs), rule))
    write(f"{line}\n" for line in as_text(page, style_for("never").width))
