from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import examine
from tonecheck.errors import Problem
from tonecheck.model import Reply
from tonecheck.reports.report import Checked, Located
from tonecheck.run import check_reply
from tonecheck.sources import source_for
from tonecheck.sources.source import Context, SourceReply
from tonecheck.suppress import UNUSED, Ignoring, not_ignored, silence, with_ignores

KNOWN = ("flat-refusal", "missing-closing-offer", "policy-wall")
NO = "হ্যালো 😀, এটা সম্ভব না।"
REMARK = "tonecheck: ignore[flat-refusal] আইন 😀"


class Told(NamedTuple):
    found: list[Located]
    problems: list[Problem]
    silenced: int
    replies: list[SourceReply]

    def rules(self) -> list[str]:
        return [located.finding.rule for located in self.found]

    def places(self) -> list[tuple[str, int, int]]:
        return [(one.finding.rule, one.span.start.line, one.span.start.column) for one in self.found]


def read(name: str, text: str | bytes, active: tuple[str, ...] = KNOWN, context: Context | None = None) -> Told:
    """What is told of a file with this name and text."""
    ignoring = Ignoring(KNOWN, lambda reply: active)
    replies: list[SourceReply] = []

    def pairs() -> Iterator[tuple[SourceReply | None, Checked]]:
        data = text.encode() if isinstance(text, str) else text
        stretches = source_for(name)(name, io.BytesIO(data), context or Context())
        for stretch in with_ignores(stretches, name, ignoring):
            if isinstance(stretch, Problem):
                yield None, Checked(problems=(stretch,))
                continue
            for item in stretch.read(stretch.text):
                if isinstance(item, Problem):
                    yield None, Checked(problems=(item,))
                elif isinstance(item, SourceReply):
                    replies.append(item)
                    yield item, check_reply(examine, name, stretch, item)

    steps = list(silence(pairs(), ignoring))
    return Told(
        [located for step in steps for located in step.findings],
        [problem for step in steps for problem in step.problems],
        sum(step.silenced for step in steps),
        replies,
    )


YAML = f'matches:\n  - trigger: ":a"\n    replace: "{NO}"\n'
PO = f'msgid ""\nmsgstr ""\n"Language: bn\\n"\n\nmsgid "a"\nmsgstr "{NO}"\n'
XML = f"<replies><reply>{NO}</reply></replies>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"# {REMARK}\n{NO}"),
        ("-", f"<!-- {REMARK} -->\n{NO}"),
        ("a.md", f"<!-- {REMARK} -->\n\n{NO}"),
        ("a.md", f"---\ntitle: x\n---\n```\n<!-- {REMARK} -->\n```\n{NO}"),
        ("a.txt.j2", f"<!-- {REMARK} -->\n{NO}"),
        ("a.json", json.dumps({"macros": [{"title": "😀", "actions": [{"field": "comment_value_html", "value": f"<!-- {REMARK} --><p>{NO}</p>"}]}]}, ensure_ascii=False)),
        ("a.jsonl", json.dumps({"text": f"{REMARK}\n{NO}"}, ensure_ascii=False)),
        ("a.yml", YAML.replace(NO, f"{NO} # {REMARK}")),
        ("a.yml", f"matches:\n  - trigger: a\n    replace: |\n      # {REMARK}\n      {NO}\n"),
        ("a.po", PO.replace(NO, f"# {REMARK} {NO}")),
    ],
)  # fmt: skip
def test_what_the_customer_would_read_silences_nothing_and_is_told_of(name: str, text: str) -> None:
    told = read(name, text)
    assert "flat-refusal" in told.rules()
    assert told.silenced == 0
    (problem,) = told.problems
    lines = text.splitlines()
    line = next(number for number, line in enumerate(lines) if "tonecheck:" in line)
    assert (problem.line, problem.column) == (line + 1, lines[line].index("tonecheck:") + 1)
    assert "customer reads it" in problem.message


@pytest.mark.parametrize(
    ("remark", "message"),
    [
        ("tonecheck: ignor[flat-refusal] why", "cannot be read"),
        ("tonecheck: ignore flat-refusal", "cannot be read"),
        ("tonecheck: ignore(flat-refusal) why", "cannot be read"),
        ("tonecheck: ignore[flat-refusal why", "cannot be read"),
        ("tonecheck ignore[flat-refusal] why", ""),
        ("tonecheck: disable", "cannot be read"),
        ("tonecheck: ignore[] why", "names no rule"),
        ("tonecheck: ignore[ , ] why", "names no rule"),
        ("tonecheck: ignore[ALL] why", "no rule 'ALL'"),
        ("tonecheck: ignore[flat-refusel] why", "no rule 'flat-refusel'"),
        ("tonecheck: ignore[flat-refusal]", "gives no reason"),
        ("tonecheck: ignore[flat-refusal] -- 😀.", "gives no reason"),
    ],
)
def test_a_mistake_is_told_at_its_place(remark: str, message: str) -> None:
    told = read("a.yml", YAML.replace("  - trigger", f"  # না 😀 {remark}\n  - trigger"))
    if not message:
        assert (told.problems, told.silenced) == ([], 1)
        return
    (problem,) = told.problems
    assert message in problem.message
    assert problem.hint
    assert (problem.line, problem.column) == (2, 10)


def test_a_near_name_is_offered() -> None:
    told = read("a.yml", YAML.replace("  - trigger", "  # tonecheck: ignore[flat-refusel] why\n  - trigger"))
    assert told.problems[0].hint == "did you mean 'flat-refusal'?"


@pytest.mark.parametrize(
    "comment", ["see tonecheck for why", "tonecheck: all of these were read", "nottonecheck: ignore[x]"]
)
def test_other_comments_are_left_alone(comment: str) -> None:
    told = read("a.yml", f"# {comment}\n{YAML}")
    assert (told.problems, told.silenced, told.rules()) == ([], 0, ["flat-refusal", "missing-closing-offer"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yml", YAML.replace("  - trigger", f"  # {REMARK}\n  - trigger")),
        ("a.yml", f"# {REMARK}\n{YAML}"),
        ("a.yml", YAML.replace('":a"', f'":a" # {REMARK}')),
        ("a.yml", f"matches:\n  - trigger: a\n    replace: | # {REMARK}\n      {NO}\n"),
        ("a.yml", YAML.replace("    replace", "    tonecheck: 'ignore[flat-refusal] আইন'\n    replace")),
        ("a.yml", YAML.replace("    replace", f"    {REMARK}\n    replace")),
        ("a.po", PO.replace('msgid "a"', f'# {REMARK}\nmsgid "a"')),
        ("a.po", PO.replace('msgid "a"', f'#. {REMARK}\nmsgid "a"').replace("\n", "\r\n")),
        ("a.html", f"<!-- {REMARK} -->\n<p>{NO}</p>"),
        ("a.html.j2", f"{{# {REMARK} #}}<p>{NO}</p>"),
        ("a.html.hbs", f"{{{{! {REMARK} }}}}<p>{NO}</p>"),
        ("a.html.hbs", f"{{{{!-- {REMARK} --}}}}<p>{NO}</p>"),
        ("a.txt.erb", f"<%# {REMARK} %>\n{NO}"),
        ("a.md", f"---\ntitle: x\n---\n\n<!-- {REMARK} -->\n\n{NO}\n"),
        ("a.md", f"---\n# {REMARK}\ntitle: x\n---\n{NO}\n"),
        ("a.jsonl", json.dumps({"tonecheck": "ignore[flat-refusal] law", "text": NO}, ensure_ascii=False)),
        ("a.jsonl", json.dumps({"tonecheck": REMARK, "messages": [{"role": "agent", "text": NO}]})),
        ("a.jsonl", json.dumps({"messages": [{"role": "agent", "text": NO, "tonecheck": REMARK}]})),
        ("a.json", json.dumps({"macros": [{"title": "😀", "tonecheck": REMARK, "actions": [{"field": "comment_value", "value": NO}]}]})),
        ("a.csv", f'title,reply,tonecheck\n😀,"{NO}","ignore[flat-refusal] আইন, না"\n'),
    ],
)  # fmt: skip
def test_a_remark_silences_its_rule_and_no_other(name: str, text: str) -> None:
    told = read(name, text)
    assert (told.problems, told.silenced, told.rules()) == ([], 1, ["missing-closing-offer"])
    assert ["tonecheck" in reply.reply.text for reply in told.replies] == [False]


def test_several_rules_and_remarks_add_up() -> None:
    above = "  # tonecheck: ignore[flat-refusal, missing-closing-offer] why\n"
    assert read("a.yml", YAML.replace("  - trigger", f"{above}  - trigger")).rules() == []
    one = "  # tonecheck: ignore[missing-closing-offer] why\n"
    told = read("a.yml", YAML.replace("  - trigger", f"{one}  # {REMARK}\n  - trigger"))
    assert (told.rules(), told.silenced) == ([], 2)


def test_it_is_for_the_next_reply_only() -> None:
    entry = f"  - trigger: a\n    replace: '{NO} happy to help'\n"
    told = read("a.yml", f"matches:\n{entry}  # {REMARK}\n{entry}{entry}")
    assert (told.problems, told.places()) == ([], [("flat-refusal", 3, 29), ("flat-refusal", 8, 29)])


def test_above_an_entry_it_is_for_all_its_texts() -> None:
    entry = f'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "{NO}"\nmsgstr[1] "{NO}"\n'
    told = read("a.po", f"# {REMARK}\n{entry}\n{entry}")
    assert (told.silenced, told.rules().count("flat-refusal")) == (2, 2)
    assert told.rules().count(UNUSED) == 0


def test_a_reply_that_is_left_out_takes_its_remark_along() -> None:
    def macro(active: str, remark: str) -> str:
        return f"- active: {active}\n  # {remark}\n  text: '{NO} happy to help'\n"

    from tonecheck.sources.profile import profile_of

    profile = profile_of(
        "ours",
        {"entry": "[]", "texts": [{"path": "text"}], "skip": [{"path": "active", "is": [False], "reason": "off"}]},
    )
    text = macro("false", REMARK) + macro("true", "nothing")
    assert read("a.yml", text, context=Context(profile=profile)).rules() == ["flat-refusal"]
    assert read("a.yml", text, context=Context(profile=profile, skipped=True)).silenced == 1


@pytest.mark.parametrize(
    ("text", "silenced", "problems"),
    [
        (XML.replace("<reply>", f"<!-- {REMARK} --><reply>"), 1, 0),
        (XML.replace("<reply>", f"<reply><![CDATA[<!-- {REMARK} -->").replace("</reply>", "]]></reply>"), 0, 1),
    ],
)
def test_comments_of_xml(text: str, silenced: int, problems: int) -> None:
    from tonecheck.sources.profile import at_paths

    told = read("a.xml", text, context=Context(profile=at_paths(["replies[].reply[].'#text'"])))
    assert (told.silenced, len(told.problems), len(told.replies)) == (silenced, problems, 1)


def test_a_remark_ends_with_its_file_in_an_archive() -> None:
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("a.yml", f"{YAML}# না 😀 {REMARK}\n")
        archive.writestr("b.yml", YAML)
    told = read("x.zip", data.getvalue())
    assert [(problem.path, problem.line) for problem in told.problems] == [("x.zip/a.yml", 4)]
    assert told.rules().count("flat-refusal") == 2


def test_sections_of_markdown() -> None:
    text = (
        f"<!-- {REMARK} -->\n# Replies\n\n## One\n\nHi Rina 😀, সম্ভব না, happy to help.\n\n"
        f"<!-- {REMARK} -->\n\n## Two\n\nHi Rina, সম্ভব না, happy to help.\n\n## Three\n\nHi Rina, সম্ভব না, happy to help.\n"
    )
    told = read("a.md", text)
    assert (told.problems, told.silenced, told.places()) == ([], 2, [("flat-refusal", 16, 10)])


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.yml", f"{YAML}# না 😀 {REMARK}\n", 4),
        ("a.html", f"<p>{NO}</p>\n<!-- {REMARK} -->", 2),
        ("a.html", f"<p>{NO[:9]}\n<!-- {REMARK} -->{NO[9:]}</p>", 2),
    ],
)
def test_a_remark_behind_its_reply_is_told_of(name: str, text: str, line: int) -> None:
    told = read(name, text)
    (problem,) = told.problems
    assert (problem.line, told.silenced) == (line, 0)
    assert problem.message.startswith("no reply begins")


def test_a_remark_of_no_use_is_a_finding() -> None:
    remark = "  # না 😀 tonecheck: ignore[flat-refusal, policy-wall] আইন"
    told = read("a.yml", YAML.replace("  - trigger", f"{remark}\n  - trigger"))
    (unused,) = (located for located in told.found if located.finding.rule == UNUSED)
    column = remark.index("policy-wall")
    assert (unused.span.start.line, unused.span.start.column) == (2, column + 1)
    assert unused.span.start.offset == len("matches:\n") + column
    assert unused.span.end.column == column + 1 + len("policy-wall")
    assert unused.span.utf16[0] == len(remark[:column].encode("utf-16-le")) // 2 + 1
    assert unused.span.utf8[0] == len(remark[:column].encode()) + 1
    assert (unused.finding.severity, unused.finding.match) == ("warning", "policy-wall")
    assert "policy-wall" in unused.finding.message


def test_a_remark_of_a_rule_that_does_not_run_is_none_of_no_use() -> None:
    text = YAML.replace("  - trigger", "  # tonecheck: ignore[policy-wall] why\n  - trigger")
    assert UNUSED not in read("a.yml", text, active=("flat-refusal",)).rules()


def test_a_member_is_of_use_when_one_text_of_its_entry_needs_it() -> None:
    messages = [
        {"role": "agent", "text": text} for text in ("😀 happy to help", f"{NO} happy to help", "বেশ, happy to help")
    ]
    line = json.dumps({"tonecheck": REMARK, "messages": messages}, ensure_ascii=False)
    told = read("a.jsonl", f"{line}\n{line.replace('সম্ভব না', 'সম্ভব')}\n")
    assert told.silenced == 1
    assert told.places() == [(UNUSED, 2, line.index("flat-refusal") + 1)]


def test_what_is_no_text_is_no_remark() -> None:
    told = read(
        "a.jsonl", f'{{"text": "{NO}", "tonecheck": ["flat-refusal"]}}\n{{"text": "{NO}", "tonecheck": null}}\n'
    )
    assert [(problem.line, problem.column) for problem in told.problems] == [(1, len(NO) + 27)]


def test_a_member_is_no_reply() -> None:
    from tonecheck.sources.profiles import builtin_profiles

    profile = next(profile for profile in builtin_profiles() if profile.name == "i18n")
    text = json.dumps({"a": {"tonecheck": REMARK, "text": NO}, "b": NO})
    told = read("a.json", text, context=Context(profile=profile))
    assert (len(told.replies), told.silenced) == (2, 1)


def test_a_stopped_rule_makes_no_remark_useless() -> None:
    text = YAML.replace(NO, "aaaa 😀").replace("  - trigger", f"  # {REMARK}\n  - trigger")
    told = read("a.yml", text)
    assert UNUSED not in told.rules()
    assert len(told.problems) == 1


def test_fixes_leave_what_is_silenced() -> None:
    (source,) = read("a.yml", f"# {REMARK}\n{YAML}").replies
    rules = [finding.rule for finding in not_ignored(source, examine(Reply(NO)).findings)]
    assert rules == ["missing-closing-offer"]


@given(st.lists(st.tuples(st.booleans(), st.text("না 😀\u09cd#'|>-", max_size=8)), min_size=1, max_size=6))
def test_each_reply_is_silenced_by_its_own_remark_alone(entries: list[tuple[bool, str]]) -> None:
    text = "matches:\n"
    for silenced, words in entries:
        text += f"  # {words}{' ' + REMARK if silenced else ''}\n  - trigger: a\n"
        text += f"    replace: >\n      {NO} happy to help\n      # {words}\n"
    told = read("a.yml", text)
    assert not told.problems
    assert told.silenced == sum(silenced for silenced, _ in entries)
    assert len(told.found) == sum(not silenced for silenced, _ in entries)
