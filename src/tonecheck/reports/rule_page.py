"""The page of one rule, for the terminal and as Markdown: what, why, whence, examples, how to switch it off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tonecheck.model import LANGUAGES, Language
from tonecheck.reports.terminal import visible, wrap
from tonecheck.rulebook.rule import Case, Rule, Rulebook

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "bn": "Bengali", "bn-Latn": "Romanised Bengali"}
EXAMPLES = 3


class RulePage(NamedTuple):
    """A rule with what its page shows: the passages it comes from, and replies that are flagged and that pass."""

    rule: Rule
    passages: tuple[tuple[str, str], ...]
    flagged: dict[Language, tuple[Case, ...]]
    passing: dict[Language, tuple[Case, ...]]


def rule_page(rulebook: Rulebook, rule: Rule, cases: Iterable[Case]) -> RulePage:
    """The page of a rule; the examples are the first cases of its own tests."""
    own = [case for case in cases if case.subject == rule.id]

    def chosen(flag: bool) -> dict[Language, tuple[Case, ...]]:
        by_language = {
            language: [case for case in own if case.language == language and case.flag is flag]
            for language in LANGUAGES
        }
        return {language: tuple(found[:EXAMPLES]) for language, found in by_language.items() if found}

    passages = tuple((id, rulebook.passages.get(id, "")) for id in rule.passages)
    return RulePage(rule, passages, chosen(True), chosen(False))


def as_text(page: RulePage, width: int) -> Iterator[str]:
    """The lines of a page for a terminal of so many columns."""
    rule = page.rule

    def block(text: str, mark: str = "") -> Iterator[str]:
        for number, line in enumerate(wrap(visible(text.strip()), width - 2 - len(mark))):
            yield "  " + (mark if number == 0 else " " * len(mark)) + line

    yield f"{rule.id}  ({rule.category}, {rule.severity}; {', '.join(rule.languages)})"
    yield from block(rule.summary)
    yield "\nWhy:"
    yield from block(rule.why)
    if page.passages:
        yield "\nFrom the articles:"
        for id, text in page.passages:
            yield from block(f"{id}: {text}")
    for heading, examples in (("Flagged:", page.flagged), ("Not flagged:", page.passing)):
        if examples:
            yield f"\n{heading}"
        for cases in examples.values():
            for case in cases:
                yield from block(_one_line(_marked(case, "»", "«")), "- ")
    yield "\nInstead:"
    for rewrite in rule.rewrites:
        yield from block(rewrite.text, "- ")
    yield "\nTo switch it off:"
    yield f'  --ignore {rule.id}, or ignore = ["{rule.id}"] in tonecheck.toml'


def as_markdown(page: RulePage) -> Iterator[str]:
    """The lines of a page as Markdown."""
    rule = page.rule
    yield f"# {rule.id}"
    yield ""
    yield f"{_escaped(rule.summary)} · {rule.category} · {rule.severity}"
    yield ""
    yield _escaped(rule.why)
    yield ""
    for id, text in page.passages:
        yield f"- {id}: {_escaped(text)}"
    for language in rule.languages:
        yield from ("", f"## {LANGUAGE_NAMES[language]}", "")
        yield from _examples("Flagged", page.flagged.get(language, ()))
        yield from _examples("Not flagged", page.passing.get(language, ()))
        yield from ("Instead:", "")
        yield from (f"- {_escaped(rewrite.text)}" for rewrite in rule.rewrites if rewrite.language == language)
    yield from ("", "## To switch it off", "", f"`--ignore {rule.id}`, or in `tonecheck.toml`:", "")
    yield from ("```toml", f'ignore = ["{rule.id}"]', "```")


def _examples(heading: str, cases: Iterable[Case]) -> Iterator[str]:
    cases = tuple(cases)
    if not cases:
        return
    yield from (f"{heading}:", "")
    for case in cases:
        customer = case.given.get("customer")
        asked = f" (the customer: {_escaped(str(customer))})" if customer else ""
        yield f"- {_markdown_example(case)}{asked}"
    yield ""


def _marked(case: Case, open_mark: str, close_mark: str) -> str:
    text, at, out = case.text, 0, ""
    for start, end in case.marks:
        shown = open_mark + text[start:end] + close_mark if start < end else open_mark + "…" + close_mark
        out, at = out + text[at:start] + shown, end
    return out + text[at:]


def _markdown_example(case: Case) -> str:
    # Marks that Markdown does not touch, made bold after escaping.
    marked = _escaped(_one_line(_marked(case, "\ue020", "\ue021")))
    return marked.replace("\ue020", "**").replace("\ue021", "**")


def _one_line(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def _escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    for char in "\\`*_[]<>#|~":
        text = text.replace(char, "\\" + char)
    return text
