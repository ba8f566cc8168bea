"""Fixing with a person in it: what they accept is written, once, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Run
from tests.rulebook.packs import rule_with, write_pack
from tonecheck import Linter
from tonecheck.cli.asking import Terminal, person_at
from tonecheck.cli.by_hand import fix_by_hand
from tonecheck.cli.delivery import into_files
from tonecheck.discover import Found
from tonecheck.fix_file import Fixing
from tonecheck.reports.report import Checked, Report, Style
from tonecheck.run import check_files
from tonecheck.sources.source import Context
from tonecheck.suppress import Ignoring

REWRITES = "['Let me see what I can do.', 'I will […] by […].', {text: 'We can.', apply: unsafe}]"
NEVER = rule_with("['Let me see what I can do.']", REWRITES)
USE = rule_with("id: no-never", "id: no-utilise").replace("never (?:ever )?again", "utilise")
USE = USE.replace(
    "- phrases:\n      en: ['utilise']", "- phrases:\n      en: [{pattern: 'utilise', replace: 'use', apply: safe}]"
).replace("We will <<never again>> do that. 😊", "We <<utilise>> it. 😊")
DRAFT = "না 😀, we utilise it.\r\n\r\nWe will never again do it. ক 😀\r\n"


class Session(NamedTuple):
    """What came of a session: its steps, what was shown, and the answers that nobody asked for."""

    steps: list[Checked]
    shown: str
    unread: list[str]

    @property
    def fixed(self) -> int:
        return sum(step.fixed for step in self.steps)

    @property
    def left(self) -> list[str]:
        return [located.finding.rule for step in self.steps for located in step.findings]


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    pack = write_pack(tmp_path_factory.mktemp("pack"), use=USE, never=NEVER)
    return Linter(packs=(pack,), select=["no-utilise", "no-never"])


def answered(linter: Linter, paths: list[Path], *answers: str | type[BaseException]) -> Session:
    shown: list[str] = []
    waiting = list(answers)

    def read(prompt: str) -> str:
        shown.append(prompt)
        answer = waiting.pop(0) if waiting else EOFError
        if not isinstance(answer, str):
            raise answer
        return answer

    person = person_at(Terminal(read, shown.append), Report((), {}), Style())
    fixing = Fixing(linter.examine, linter.examine, into_files("utf-8"))
    found = [Found(str(path), named=True) for path in paths]
    steps = list(check_files(partial(fix_by_hand, fixing, person, Context()), found))
    return Session(steps, "".join(shown), [answer for answer in waiting if isinstance(answer, str)])


def draft(folder: Path, text: str = DRAFT, name: str = "খসড়া.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("answers", "expected", "left"),
    [
        (["s", "s"], DRAFT, ["no-utilise", "no-never"]),
        (["q"], DRAFT, ["no-utilise", "no-never"]),
        ([EOFError], DRAFT, ["no-utilise", "no-never"]),
        ([KeyboardInterrupt], DRAFT, ["no-utilise", "no-never"]),
        (["a", "q"], DRAFT.replace("utilise", "use"), ["no-never"]),
        (["a"], DRAFT.replace("utilise", "use"), ["no-never"]),
        (["a", KeyboardInterrupt], DRAFT.replace("utilise", "use"), ["no-never"]),
        (["s", "a"], DRAFT.replace("We will never again do it.", "Let me see what I can do."), ["no-utilise"]),
        (["a", "3"], "না 😀, we use it.\r\n\r\nWe can. ক 😀\r\n", []),
        (["s", "2", "দেখব 🙂", "5 pm"], DRAFT.replace("We will never again do it.", "I will দেখব 🙂 by 5 pm."), ["no-utilise"]),
        (["s", "2", "দেখব", "", "s"], DRAFT, ["no-utilise", "no-never"]),
        (["s", "2", "", "1"], DRAFT.replace("We will never again do it.", "Let me see what I can do."), ["no-utilise"]),
        (["s", "e", "হ্যাঁ 😀!"], DRAFT.replace("We will never again do it.", "হ্যাঁ 😀!"), ["no-utilise"]),
        (["e", "", "x", "7", "", "A", "s"], DRAFT.replace("utilise", "use"), ["no-never"]),
        (["e", "never again", "s", "s"], DRAFT.replace("utilise", "never again"), ["no-never", "no-never"]),
        (["e", "utilise", "s"], DRAFT, ["no-utilise", "no-never"]),
    ],
)  # fmt: skip
def test_answers(
    linter: Linter, tmp_path: Path, answers: list[str | type[BaseException]], expected: str, left: list[str]
) -> None:
    path = draft(tmp_path)
    session = answered(linter, [path], *answers)
    assert path.read_bytes() == expected.encode()
    assert (session.left, session.unread) == (left, [])
    assert not [problem for step in session.steps for problem in step.problems]
    assert [entry.name for entry in tmp_path.iterdir()] == ["খসড়া.txt"]


def test_what_is_shown(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path)
    shown = answered(linter, [path], "s", "e", "").shown
    assert f"{path}:3:9  warning  no-never\n" in shown
    assert "»never again«" in shown
    assert "  [1] Let me see what I can do.\n  [2] I will […] by […].\n  [3] We can.\n" in shown
    assert "accept [a], another [1-3], edit [e], skip [s], skip rule [r], quit [q]: " in shown
    assert "your words for the whole sentence" in shown
    assert "your words for: utilise" in answered(linter, [path], "e").shown


def test_places_are_those_of_the_file_as_it_is_then(linter: Linter, tmp_path: Path) -> None:
    lines = '{"text": "না 😀 utilise, utilise"}\n{"text": "ক 😀 never again"}\n'
    path = draft(tmp_path, lines, "c.jsonl")
    session = answered(linter, [path], "a", "e", "😀\\", "s")
    assert path.read_text("utf-8") == '{"text": "না 😀 use, 😀\\\\"}\n{"text": "ক 😀 never again"}\n'
    assert f"{path}:1:21  " in session.shown
    fixes = [fix for step in session.steps for fix in step.fixes]
    assert [(fix.place.line, fix.place.column, fix.before, fix.after) for fix in fixes] == [
        (1, 16, "utilise", "use"),
        (1, 21, "utilise", "😀\\"),
    ]


def test_a_rule_is_skipped_in_all_files_and_quitting_ends_them(linter: Linter, tmp_path: Path) -> None:
    paths = [draft(tmp_path, name=name) for name in ("a.txt", "b.txt", "c.txt")]
    session = answered(linter, paths, "r", "a", "q")
    changed = DRAFT.replace("We will never again do it.", "Let me see what I can do.")
    assert [path.read_bytes().decode() for path in paths] == [changed, DRAFT, DRAFT]
    assert sum(step.files for step in session.steps) == 2


def test_a_skipped_finding_is_not_asked_about_again_when_others_move_it(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path, "না 😀, utilise. We will never again do it. Utilise utilise.")
    session = answered(linter, [path], "s", "3", "s", "a")
    assert path.read_text("utf-8") == "না 😀, utilise. We can. Utilise use."
    assert session.unread == []


def test_what_cannot_be_written_says_why_and_goes_on(linter: Linter, tmp_path: Path) -> None:
    entry = {"id": 1, "title": "ক😀", "folder_id": 2, "content_html": "<p>না utilise 😀</p>", "content": "other"}
    other = entry | {"id": 2, "content": "না utilise 😀"}
    path = draft(tmp_path, json.dumps([entry, other], ensure_ascii=False), "replies.json")
    session = answered(linter, [path], "a", "a")
    first, second = json.loads(path.read_text("utf-8"))
    assert first == entry
    assert (second["content_html"], second["content"]) == ("<p>না use 😀</p>", "না use 😀")
    assert "not fixed: its other copy in the file says something else; make them the same first" in session.shown


def test_a_placeholder_is_lost_by_ones_own_words_only(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path, "না 😀. {{name}} will never again do it.")
    assert "placeholder" in answered(linter, [path], "1").shown or "read back" in answered(linter, [path], "1").shown
    assert path.read_text("utf-8") == "না 😀. {{name}} will never again do it."
    answered(linter, [path], "e", "{{agent}} ক 😀")
    assert path.read_text("utf-8") == "না 😀. {{agent}} ক 😀"


def test_a_file_with_errors_is_not_asked_about(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path, '{"text": "না 😀 utilise"}\n{"text": 5}\n', "c.jsonl")
    session = answered(linter, [path], "a")
    assert session.unread == ["a"]
    assert [problem.message for step in session.steps for problem in step.problems] == [
        '"text" must be a string',
        "not fixed, for the file has errors",
    ]


def test_an_interrupt_amid_the_work_keeps_what_was_accepted(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path)
    calls: Iterator[int] = iter(range(9))

    def examine(reply: object) -> object:
        if next(calls) == 1:
            raise KeyboardInterrupt
        return linter.examine(reply)  # type: ignore[arg-type]

    person = person_at(Terminal(lambda prompt: "a", lambda text: None), Report((), {}), Style())
    fixing = Fixing(linter.examine, examine, into_files("utf-8"))  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt), path.open("rb") as file:
        list(fix_by_hand(fixing, person, Context(), str(path), file))
    assert path.read_bytes() == DRAFT.replace("utilise", "use").encode()


def test_what_somebody_else_wrote_meanwhile_stays(linter: Linter, tmp_path: Path) -> None:
    path = draft(tmp_path)

    def read(prompt: str) -> str:
        path.write_text("other ক 😀", "utf-8")
        return "a"

    person = person_at(Terminal(read, lambda text: None), Report((), {}), Style())
    fixing = Fixing(linter.examine, linter.examine, into_files("utf-8"))
    steps = list(check_files(partial(fix_by_hand, fixing, person, Context()), [Found(str(path), named=True)]))
    assert path.read_text("utf-8") == "other ক 😀"
    assert "changed by somebody else" in steps[-1].problems[0].message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-i", "a.txt"], "--interactive needs a terminal to ask at"),
        (["-i", "-"], "it cannot read a reply there"),
        (["-i", "--diff", "a.txt"], "leave out --diff"),
        (["--fix", "a.txt"], "No such option"),
    ],
)
def test_refusals(run: Run, arguments: list[str], message: str) -> None:
    ran = run("fix", *arguments)
    assert ran.status == 2
    assert message in " ".join(ran.err.split())


def test_fix_is_check_fix(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", use=USE, never=NEVER.replace("no-never", "no-never-ever"))
    path = draft(tmp_path)
    ran = run("fix", "খসড়া.txt", "--pack", pack, "--unsafe-fixes")
    assert path.read_bytes() == "না 😀, we use it.\r\n\r\nWe can. ক 😀\r\n".encode()
    assert "2 fixed" in ran.err


def test_what_the_library_asks_to_ignore_is_not_asked_about(linter: Linter, tmp_path: Path) -> None:
    text = "matches:\n  # tonecheck: ignore[no-utilise] 😀 না\n  - trigger: a\n    replace: না 😀 utilise\n  - trigger: b\n    replace: utilise 😀\n"
    path = draft(tmp_path, text, "c.yml")
    person = person_at(Terminal(lambda prompt: "a", lambda text: None), Report((), {}), Style())
    ignoring = Ignoring(("no-utilise",), lambda reply: {"no-utilise"})
    fixing = Fixing(linter.examine, linter.examine, into_files("utf-8"), ignoring=ignoring)
    with path.open("rb") as file:
        steps = list(fix_by_hand(fixing, person, Context(), str(path), file))
    assert path.read_text("utf-8") == "use".join(text.rsplit("utilise", 1))
    assert (sum(step.silenced for step in steps), sum(step.fixed for step in steps)) == (1, 1)
