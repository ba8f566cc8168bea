"""Write docs/rules: a page for each rule, and an index by category and by passage. The rules are the source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tonecheck.reports.rule_page import as_markdown, rule_page
from tonecheck.rulebook.loading import Loaded, load
from tonecheck.rulebook.rule import Rulebook

TOP = Path(__file__).parents[1]
FOLDER = TOP / "docs" / "rules"


def texts(loaded: Loaded) -> dict[Path, str]:
    """The file of each page and what stands in it."""
    book = loaded.rulebook
    pages = {
        FOLDER / f"{rule.id}.md": _text(as_markdown(rule_page(book, rule, loaded.cases)))
        for rule in book.rules.values()
    }
    return pages | {FOLDER / "index.md": _text(_index(book))}


def _index(book: Rulebook) -> Iterator[str]:
    yield from ("# Rules", "", "These pages are made from the rule files; `tonecheck explain RULE` shows the same.")
    for category in dict.fromkeys(rule.category for rule in book.rules.values()):
        yield from ("", f"## {category.capitalize()}", "", "| rule | severity | what |", "| --- | --- | --- |")
        for rule in book.rules.values():
            if rule.category == category:
                yield f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.summary} |"
    yield from ("", "## By passage", "", "| passage | advice | rules |", "| --- | --- | --- |")
    for id, advice in book.passages.items():
        rules = ", ".join(f"[{rule.id}]({rule.id}.md)" for rule in book.rules.values() if id in rule.passages)
        yield f"| {id} | {advice} | {rules or 'none'} |"


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    wanted = texts(load([str(TOP / "rules")]))
    for old in set(FOLDER.glob("*.md")) - wanted.keys():
        old.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
