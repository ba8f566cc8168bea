from __future__ import annotations

import io
import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import examine
from tonecheck.baseline import Use, entry_of, key_of, open_baseline, without_baseline, without_known
from tonecheck.baseline_file import Baseline, Entry, read_baseline, write_baseline
from tonecheck.discover import Found
from tonecheck.errors import ConfigError, Problem
from tonecheck.reports.report import Checked
from tonecheck.run import check_file
from tonecheck.sources.source import Context

FIRST = '{"tonecheck-baseline": 1}\n'
NO = "দুঃখিত 😀, এটা সম্ভব না।"
OTHER = "আজ 😀 এটা সম্ভব না।"


def steps_of(path: Path, replies: Iterable[str]) -> list[Checked]:
    """The steps of a file that holds these replies."""
    text = "".join(json.dumps({"text": f"{reply} happy to help"}, ensure_ascii=False) + "\n" for reply in replies)
    *steps, last = check_file(examine, Context(), str(path), io.BytesIO(text.encode()))
    return [*steps, last._replace(path=str(path))]


def run(
    baseline: Path, steps: Iterable[Checked], use: Use = "compare", left_out: tuple[str, ...] = ()
) -> list[Checked]:
    return list(without_known(steps, open_baseline(str(baseline), use), use, lambda path: left_out))


def new(steps: Iterable[Checked]) -> list[str]:
    """The sentences of the findings that are told of."""
    return ["".join(located.excerpt).strip() for step in steps for located in step.findings]


def notes(steps: Iterable[Checked]) -> list[str]:
    return [note for step in steps for note in step.notes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ভালো😀.jsonl").touch()
    return tmp_path


def known(folder: Path, *replies: str) -> Path:
    """A baseline of a file with these replies."""
    baseline = folder / "tonecheck.baseline"
    run(baseline, steps_of(folder / "ভালো😀.jsonl", replies), "update")
    return baseline


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([NO], [NO, NO], [NO]),
        ([NO], [OTHER], [OTHER]),
        ([NO, NO], [NO, OTHER], [OTHER]),
        ([NO], [f"{NO}\n\n{NO}"], [NO]),
        ([], [NO], [NO]),
        ([NO], [NO.replace("দুঃখিত", "না")], [NO.replace("দুঃখিত", "না")]),
    ],
)
def test_a_new_fault_is_told_of(folder: Path, before: list[str], after: list[str], told: list[str]) -> None:
    steps = run(known(folder, *before), steps_of(folder / "ভালো😀.jsonl", after))
    assert [sentence.removesuffix(" happy to help") for sentence in new(steps)] == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([NO, OTHER], [OTHER, NO]),
        ([NO], ["বেশ 😀", "", NO]),
        ([NO], [f"প্রিয় রিনা,\n\n{NO}"]),
        ([NO, NO], [NO]),
        ([NO], []),
    ],
)
def test_an_old_one_stays_known_wherever_it_stands(folder: Path, before: list[str], after: list[str]) -> None:
    steps = run(known(folder, *before), steps_of(folder / "ভালো😀.jsonl", after))
    assert new(steps) == []
    assert sum(step.known for step in steps) == sum("সম্ভব না" in reply for reply in after)


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_a_new_fault_never_hides(tmp_path_factory: pytest.TempPathFactory, before: list[int], after: list[int]) -> None:
    """Of each sentence as many are told of as there are more than before."""
    sentences = [f"{'না 😀 ' * number}এটা সম্ভব না।" for number in range(6)]
    folder = tmp_path_factory.mktemp("known")
    file = folder / "a.jsonl"
    run(folder / "b", steps_of(file, [sentences[number] for number in before]), "update")
    steps = run(folder / "b", steps_of(file, [sentences[number] for number in after]))
    more = Counter(after) - Counter(before)
    told = Counter(sentence.removesuffix(" happy to help").count("😀") for sentence in new(steps))
    assert told == more
    assert bool(notes(steps)) == bool(Counter(before) - Counter(after))


def test_another_file_or_rule_is_not_known(folder: Path) -> None:
    baseline = known(folder, NO)
    assert len(new(run(baseline, steps_of(folder / "b.jsonl", [NO])))) == 1
    renamed = [
        step._replace(
            findings=tuple(one._replace(finding=replace(one.finding, rule="bare-no")) for one in step.findings)
        )
        for step in steps_of(folder / "ভালো😀.jsonl", [NO])
    ]
    assert len(new(run(baseline, renamed))) == 1


def test_standard_input_without_a_name_is_never_known(folder: Path) -> None:
    steps = [step._replace(path=None if step.path is None else "-") for step in steps_of(Path("-"), [NO])]
    assert len(new(run(folder / "b", steps, "update"))) == 1
    assert (folder / "b").read_text() == FIRST
    assert len(new(run(folder / "b", steps))) == 1


def test_the_file_is_small_sorted_and_the_same_every_time(folder: Path) -> None:
    baseline = known(folder, OTHER, NO, NO)
    data = baseline.read_bytes()
    first, *lines = data.decode().splitlines(keepends=True)
    assert first == FIRST
    assert lines == sorted(lines)
    assert sorted(json.loads(line)["count"] for line in lines) == [1, 2]
    assert {tuple(json.loads(line)) for line in lines} == {("path", "rule", "fingerprint", "count")}
    assert {json.loads(line)["path"] for line in lines} == {"ভালো😀.jsonl"}
    assert not any(word in data.decode() for word in (*NO.split(), str(folder)))
    seen = baseline.stat().st_mtime_ns
    run(baseline, steps_of(folder / "ভালো😀.jsonl", [NO, OTHER, NO]), "update")
    assert (baseline.read_bytes(), baseline.stat().st_mtime_ns) == (data, seen)
    assert set(os.listdir(folder)) == {"ভালো😀.jsonl", "tonecheck.baseline"}


def test_what_is_no_longer_found_is_told_of_and_pruned(folder: Path) -> None:
    baseline = known(folder, NO, NO, OTHER)
    steps = steps_of(folder / "ভালো😀.jsonl", [NO])
    assert notes(run(baseline, steps)) == ["2 entries of the baseline are no longer found: --prune-baseline"]
    more = steps_of(folder / "ভালো😀.jsonl", [NO, f"আর {NO}"])
    assert len(new(run(baseline, more, "prune"))) == 1
    assert list(read_baseline(str(baseline)).counts.values()) == [1]
    assert notes(run(baseline, steps)) == []


@pytest.mark.parametrize("use", ["prune", "update"])
def test_what_was_not_looked_for_stays(folder: Path, use: Use) -> None:
    baseline = known(folder, NO)
    data = baseline.read_bytes()
    path = folder / "ভালো😀.jsonl"
    problem = Problem(str(path), 2, 1, "broken", "")
    for steps, left_out in (
        (steps_of(folder / "b.jsonl", ["বেশ 😀"]), ()),
        (steps_of(path, ["বেশ 😀"]), ("flat-refusal",)),
        ([Checked(problems=(problem,)), *steps_of(path, [])], ()),
        ([], ()),
    ):
        assert "no longer" not in "".join(notes(run(baseline, steps, "compare", left_out)))
        run(baseline, steps, use, left_out)
        assert baseline.read_bytes() == data


def test_a_file_that_is_no_more_is_forgotten(folder: Path) -> None:
    baseline = known(folder, NO)
    (folder / "ভালো😀.jsonl").unlink()
    assert notes(run(baseline, [])) == ["1 entry of the baseline is no longer found: --prune-baseline"]
    run(baseline, [], "prune")
    assert baseline.read_text() == FIRST


def test_members_of_an_archive_are_read_with_it(folder: Path) -> None:
    archive = folder / "export.zip"
    archive.touch()
    inner = [
        step._replace(path=None if step.path is None else str(archive)) for step in steps_of(archive / "a.jsonl", [NO])
    ]
    run(folder / "b", inner, "update")
    assert notes(run(folder / "b", [])) == []
    assert len(notes(run(folder / "b", [Checked(files=1, path=str(archive))]))) == 1


def test_a_run_that_is_not_heard_to_its_end_writes_nothing(folder: Path) -> None:
    baseline = folder / "b"
    next(without_known(steps_of(folder / "a.jsonl", [NO]), Baseline(str(baseline)), "update"))
    assert not baseline.exists()


def test_a_baseline_that_cannot_be_written_is_a_problem(folder: Path) -> None:
    steps = list(without_known([], Baseline(str(folder / "নেই" / "b")), "update"))
    assert "cannot be written" in steps[-1].problems[0].message


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "no baseline"),
        ("হ্যালো 😀\n", 1, 1, "no baseline"),
        ('{"suppressions": []}', 1, 1, "no baseline"),
        ("[1]\n", 1, 1, "no baseline"),
        ('{"tonecheck-baseline": 2}\n', 1, 1, "version 2"),
        (FIRST + "<<<<<<< HEAD\n", 2, 1, "conflict"),
        (FIRST + '{"path": "a😀", "rule" "b"}\n', 2, 23, "not valid JSON"),
        (FIRST + '\n{"path": "a", "rule": "b", "fingerprint": "c", "count": 0}\n', 3, 1, "no entry"),
        (FIRST + '{"path": "a", "rule": "b", "fingerprint": 1, "count": 1}\n', 2, 1, "no entry"),
        (FIRST + '{"path": "a", "rule": "b", "count": 1}\n', 2, 1, "no entry"),
        (FIRST + "[]\n", 2, 1, "no entry"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, line: int, column: int, message: str) -> None:
    baseline = tmp_path / "b"
    baseline.write_text(text, "utf-8")
    for use in ("compare", "prune"):
        with pytest.raises(ConfigError, match=message) as caught:
            open_baseline(str(baseline), use)
        (problem,) = caught.value.problems
        assert (problem.line, problem.column) == (line, column)
        assert problem.hint
    assert baseline.read_text("utf-8") == text


def test_a_missing_one_is_told_of_and_a_folder_too(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "নেই", "no such baseline"), (tmp_path, "cannot be read")):
        with pytest.raises(ConfigError, match=message):
            open_baseline(str(path), "compare")


@pytest.mark.parametrize("data", ["হ্যালো 😀".encode(), b"\xff\xfe\x00", b'{"tonecheck-baseline": 2}\n'])
def test_a_foreign_file_is_never_written_over(tmp_path: Path, data: bytes) -> None:
    baseline = tmp_path / "b"
    baseline.write_bytes(data)
    with pytest.raises(ConfigError):
        open_baseline(str(baseline), "update")
    assert baseline.read_bytes() == data


def test_an_update_takes_both_sides_of_a_conflict(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    baseline = tmp_path / "b"
    line = '{"path": "a", "rule": "b", "fingerprint": "%s", "count": 1}\n'
    sides = f"<<<<<<< HEAD\n{line % 'x'}=======\n{line % 'y'}>>>>>>> other\n{line % 'y'}"
    baseline.write_text(FIRST + sides.replace("\n", "\r\n"), "utf-8")
    run(baseline, [], "update")
    assert baseline.read_text("utf-8") == FIRST + line % "x" + line % "y"


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("")
    real.chmod(0o640)
    link.symlink_to(real)
    assert write_baseline(Baseline(str(link), {Entry("a", "b", "c"): 1}))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert read_baseline(str(link)).counts == {Entry("a", "b", "c"): 1}


@pytest.mark.parametrize("path", ["a\nb.txt", 'a"😀.txt', "\udce0.txt", "ভালো/দুই.txt"])
def test_every_path_is_read_back(tmp_path: Path, path: str) -> None:
    baseline = Baseline(str(tmp_path / "b"), {Entry(path, "b", "c"): 2})
    write_baseline(baseline)
    assert read_baseline(baseline.path) == baseline
    assert (tmp_path / "b").read_bytes().count(b"\n") == 2


def test_a_path_is_the_same_on_every_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert key_of("sub/../e\u0301😀.txt", str(tmp_path)) == "\u00e9😀.txt"
    assert key_of("a.txt", str(tmp_path / "sub")) == "../a.txt"
    assert key_of("-", str(tmp_path)) == "-"
    (located,) = (one for step in steps_of(Path("a.jsonl"), [NO]) for one in step.findings)
    assert entry_of(located, str(tmp_path)).path == "a.jsonl"


def test_the_baseline_is_no_file_of_replies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problem = Problem("c", 0, 0, "gone", "")
    files: list[Found | Problem] = [Found("a.json", False), problem, Found("./b.json", False)]
    assert list(without_baseline(files, str(tmp_path / "b.json"))) == [Found("a.json", False), problem]
