"""``tonecheck rules new``, and the listing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rulebook.packs import RULE, SIGNAL, rule_with, write_pack
from tonecheck.model import LANGUAGES
from tonecheck.rulebook import catalog
from tonecheck.rulebook.loading import load
from tonecheck.rulebook.schema import CATEGORIES
from tonecheck.rulebook.skeleton import skeleton
from tonecheck.ruletest import verdicts


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["No Jokes!"], "'No Jokes!' is no rule id: use small letters, digits and single hyphens; did you mean 'no-jokes'?"),
        (["no_jokes"], "did you mean 'no-jokes'?"),
        (["../a"], "did you mean 'a'?"),
        (["12-a"], "did you mean 'a'?"),
        (["a\n"], "did you mean 'a'?"),
        (["হাসি😀"], "use one such as 'no-jokes'"),
        ([""], "use one such as 'no-jokes'"),
        (["a", "--category", "tem"], "there is no category 'tem': did you mean 'team'?"),
        (["a", "--language", "en,english"], "there is no language 'english': use one of en, bn, bn-Latn"),
    ],
)  # fmt: skip
def test_wrong_names_write_nothing(run: Run, tmp_path: Path, arguments: list[str], told: str) -> None:
    ran = run("rules", "new", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("options", [["--pack", "team"], ["--by", "passage"], ["--output-format", "json"]])
def test_options_of_the_listing_are_not_lost_silently(run: Run, tmp_path: Path, options: list[str]) -> None:
    ran = run("rules", *options, "new", "a")
    assert ran.status == 2
    assert "those of 'new' come after it" in ran.err
    assert not list(tmp_path.iterdir())


def test_an_id_that_is_taken(run: Run, tmp_path: Path) -> None:
    write_pack(tmp_path / "team", other=rule_with("no-never", "own"), broken=RULE.replace("summary", "sumary"))
    ran = run("rules", "new", "own", "--pack", "team")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("error: team/own.yml: there is a rule 'own' already, in team/other.yml\n  choose another")
    ran = run("rules", "new", "no-never", "--pack", "team")
    assert "there is a rule 'no-never' already, in the built-in rules" in ran.err
    assert "change: no-never" in ran.err
    assert sorted(path.name for path in (tmp_path / "team").iterdir()) == ["broken.yml", "other.yml"]


def test_the_name_of_a_signal_is_taken(run: Run, tmp_path: Path) -> None:
    write_pack(Path(catalog.builtin_pack()), greeting=SIGNAL)
    ran = run("rules", "new", "greeting-word")
    assert (ran.status, ran.err.splitlines()[0]) == (
        2, "error: our-rules/greeting-word.yml: 'greeting-word' is the name of a signal"
    )  # fmt: skip


def test_a_file_that_exists_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "our-rules" / "a.yml").write_text("ours 😀", encoding="utf-8")
    ran = run("rules", "new", "a")
    assert (ran.status, ran.out) == (2, "")
    assert "our-rules/a.yml: there is such a file already" in ran.err
    assert (tmp_path / "our-rules" / "a.yml").read_text("utf-8") == "ours 😀"
    assert "our-rules/a.yml: this is no folder" in run("rules", "new", "b", "--pack", "our-rules/a.yml").err


def test_a_new_rule_passes_its_tests(run: Run) -> None:
    ran = run("rules", "new", "no-rivals", "--pack", "team নিয়ম", "--language", "bn,en", "--category", "selling")
    assert ran == (
        0,
        "team নিয়ম/no-rivals.yml\n",
        "next: put your words into it, then run: tonecheck test 'team নিয়ম/no-rivals.yml'\n",
    )
    assert run("test", "team নিয়ম/no-rivals.yml") == (0, "", "6 cases passed\n")
    assert "selling\n  no-rivals" in run("rules", "--pack", "team নিয়ম").out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_skeletons(tmp_path: Path, category: str, language: str) -> None:
    text = skeleton("own", category, [known for known in LANGUAGES if known == language])
    loaded = load([write_pack(tmp_path, own=text)])
    assert [verdict for verdict in verdicts(loaded.rulebook, loaded.cases) if verdict.failure] == []
    assert {case.flag for case in loaded.cases} == {True, False}
    assert loaded.rulebook.rules["own"].languages == (language,)
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("arguments", [["rules"], ["rules", "--by", "passage"], ["rules", "--output-format", "json"]])
def test_the_listing_still_lists(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert "A7" in ran.out or "no-never" in ran.out


def test_help(run: Run) -> None:
    assert "\nCommands:\n  new " in run("rules", "--help").out
    assert run("rules", "new", "-h").out.startswith("Usage: tonecheck rules new [OPTIONS] {ID}")
    assert run("rules", "nwe").err.endswith("Did you mean 'new'?\n")
