"""``tonecheck explain RULE``: one rule, for somebody who has just been told of it."""

from __future__ import annotations

from typing import Annotated

import typer

from tonecheck.cli.output import style_for, usage_error, write

# It speaks of a remark in the file and not of a reply, so it is none of the rules.
_UNUSED_IGNORE = """unused-ignore (warning)

A remark "tonecheck: ignore[rule] reason" silences a rule that finds nothing in the reply it speaks of: the words were
mended, or the remark stands at another reply. Take the rule out of it, or the whole remark. --no-ignores shows what all
remarks of a file keep back.
"""


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
    from tonecheck.suppress import UNUSED

    if rule == UNUSED:
        write([_UNUSED_IGNORE])
        return
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
