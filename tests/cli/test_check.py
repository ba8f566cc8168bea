from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rulebook.packs import rule_with, write_pack

CLEAN = "ভালো 😀।\n"
WARNED = "😀 We will\nnever again do it.\n"
ERRED = "দুঃখিত 😀, আমি পারব না।\n"
ADVISED = "😀 We maybe again do it.\n"
FORMATS = ["full", "concise", "json", "jsonl"]


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (CLEAN, "suggestion", 0),
        (ADVISED, "warning", 0),
        (ADVISED, "suggestion", 1),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WARNED, "suggestion", 1),
        (ERRED, "error", 1),
        (ERRED, "never", 0),
        (b"\xff", "never", 2),
    ],
)
def test_status(run: Run, output_format: str, text: str | bytes, fail_on: str, status: int) -> None:
    assert run("check", "-", "--fail-on", fail_on, "--output-format", output_format, stdin=text).status == status


@pytest.mark.parametrize("output_format", FORMATS)
def test_an_error_outweighs_findings_and_hides_none(run: Run, tmp_path: Path, output_format: str) -> None:
    (tmp_path / "ভুল😀.txt").write_text(ERRED, encoding="utf-8")
    ran = run("check", "নেই.txt", "ভুল😀.txt", "--output-format", output_format)
    assert ran.status == 2
    assert "bn-no" in ran.out
    assert ran.err.startswith("error: নেই.txt: no such file or folder\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to check: name files or folders, or - to read standard input"),
        (["a.txt", "--stdin-filename", "b.md"], "--stdin-filename goes with -"),
        (["-", "--customer", "@নেই😀.txt"], "--customer: নেই😀.txt: No such file or directory; give the path"),
        (["-", "--channel", "fax"], "'fax' is not one of"),
        (["-", "--kind", "letter"], "'letter' is not one of"),
        (["-", "--waited", "-1"], "-1"),
        (["-", "--waited", "long"], "'long' is not a valid float"),
        (["-", "--fail-on", "info"], "'info' is not one of"),
        (["-", "--output-format", "xml"], "'xml' is not one of"),
        (["-", "--color", "yes"], "'yes' is not one of"),
        (["-", "--colour"], "No such option: --colour"),
    ],
)
def test_wrong_usage_says_what_to_do(run: Run, arguments: list[str], message: str) -> None:
    ran = run("check", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: tonecheck check ")
    assert message in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "bn-ni"], "did you mean 'bn-no'?"),
        (["--ignore", "mild,no-nevr"], "did you mean 'no-never'?"),
        (["--preset", "strikt"], "did you mean 'strict'?"),
        (["--pack", "নেই😀"], "there is no such rule pack"),
        (["--config", "নেই😀.toml"], "cannot be read"),
    ],
)
@pytest.mark.parametrize("output_format", FORMATS)
def test_what_cannot_be_used_is_an_error_in_every_format(
    run: Run, arguments: list[str], message: str, output_format: str
) -> None:
    ran = run("check", "-", *arguments, "--output-format", output_format, stdin=ERRED)
    assert ran.status == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    if output_format == "json":
        document = json.loads(ran.out)
        assert message in document["errors"][0]["message"] + document["errors"][0]["hint"]
        assert document["findings"] == []
    else:
        assert ran.out == ""


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_formats_for_programs_say_nothing_on_the_side(run: Run, output_format: str) -> None:
    assert run("check", "-", "--output-format", output_format, stdin=ERRED).err == ""


def test_full(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "b.txt").write_text(WARNED, encoding="utf-8")
    (folder / "a.jsonl").write_text('{"id": "৭", "text": "😀\\n' + ERRED.strip() + '"}\n', encoding="utf-8")
    ran = run("check", "drafts", "--color", "never")
    assert (
        ran.out
        == """\
drafts/a.jsonl:1:39  error  bn-no
  in       ৭ · $.text · 2:15
  😀 দুঃখিত 😀, আমি »পারব না«।
  why      Bengali.
  choice   আমি দেখছি কী করা যায়।

drafts/b.txt:2:1  warning  no-never
  😀 We will »never again« do it.
  why      Never is a long time.
  choice   Let me see what I can do.
"""
    )
    assert ran.err == "2 replies in 2 files: 1 error, 1 warning\n"


@pytest.mark.parametrize(
    ("stdin", "line"),
    [(CLEAN, "1 reply in 1 file: nothing found"), (b"", "1 reply in 1 file: nothing found"), (b"\xff", "0 replies in 0 files: nothing checked; 1 problem, see above")],
)  # fmt: skip
def test_summary(run: Run, stdin: str | bytes, line: str) -> None:
    assert run("check", "-", stdin=stdin).err.splitlines()[-1] == line


def test_nothing_to_check_in_a_folder_is_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ছবি😀.png").touch()
    ran = run("check", ".")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("warning: 0 files checked")


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "bn-no"], ["bn-no"]),
        (["--select", "bn-no,mild"], ["bn-no", "mild"]),
        (["--select", "bn-no", "--select", "mild"], ["bn-no", "mild"]),
        (["--ignore", "bn-no, mild"], ["no-never"]),
        (["--ignore", "team"], []),
    ],
)
def test_selection(run: Run, arguments: list[str], rules: list[str]) -> None:
    ran = run("check", "-", *arguments, "--output-format", "jsonl", stdin=ERRED + "\n" + WARNED + "\n" + ADVISED)
    assert sorted(json.loads(line)["rule"] for line in ran.out.splitlines()) == rules


def test_standard_input_takes_the_name_and_the_format_of_its_file(run: Run) -> None:
    line = '{"text": "😀 আমি পারব না"}'
    ran = run("check", "-", "--stdin-filename", "চ্যাট.jsonl", "--output-format", "concise", stdin=line)
    assert ran.out == f"চ্যাট.jsonl:1:{line.index('পারব') + 1}: error[bn-no] Bengali.\n"
    assert run("check", "-", "--output-format", "concise", stdin=ERRED).out == "-:1:15: error[bn-no] Bengali.\n"


def test_preset_pack_and_configuration(run: Run, tmp_path: Path) -> None:
    assert run("check", "-", "--preset", "strict", "--fail-on", "error", stdin=ADVISED).status == 1
    write_pack(tmp_path / "team", hasty=rule_with("no-never", "hasty").replace("never", "hurry"))
    hasty = "😀 We hurry again.\n"
    assert "hasty" in run("check", "-", "--pack", "team", stdin=hasty).out
    (tmp_path / "tonecheck.toml").write_text('extends = ["team"]\nignore = ["bn-no"]\n', encoding="utf-8")
    ran = run("check", "-", "--config", "tonecheck.toml", "--ignore", "no-never", stdin=hasty + "\n" + ERRED + WARNED)
    assert "hasty" in ran.out
    assert "bn-no" not in ran.out
    assert "no-never" not in ran.out


def test_what_is_known_around_the_reply_reaches_it(run: Run, tmp_path: Path) -> None:
    when = "when: {channel: [chat], kind: [canned], customer_known: true}\nfind:"
    write_pack(
        tmp_path / "team",
        hasty=rule_with("find:", when)
        .replace("no-never", "hasty")
        .replace("  en:\n    flag", "  given: {channel: chat, kind: canned, customer: 'why?'}\n  en:\n    flag"),
    )
    (tmp_path / "কাস্টমার😀.txt").write_text("কই?", encoding="utf-8")
    known = ["--channel", "chat", "--kind", "canned", "--customer", "@কাস্টমার😀.txt"]
    command = ["check", "-", "--pack", "team", "--select", "hasty", "--output-format", "concise"]
    assert "hasty" in run(*command, *known, stdin=WARNED).out
    assert "hasty" in run(*command, *known[:4], "--customer", "কই? 😀", stdin=WARNED).out
    for missing in range(0, 6, 2):
        assert run(*command, *known[:missing], *known[missing + 2 :], stdin=WARNED).out == ""
    (tmp_path / "tonecheck.toml").write_text('channel = "chat"\n', encoding="utf-8")
    configured = ["--config", "tonecheck.toml", *known[2:]]
    assert "hasty" in run(*command, *configured, stdin=WARNED).out
    assert run(*command, *configured, "--channel", "email", stdin=WARNED).out == ""


@pytest.mark.parametrize(
    ("arguments", "environ", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environ: dict[str, str], coloured: bool
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "-", *arguments, stdin=ERRED).out) is coloured


@pytest.mark.parametrize(("columns", "widest"), [("10", 40), ("60", 60)])
def test_width_of_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("check", "-", stdin="and so 😀 on, " * 20 + WARNED).out.splitlines()
    assert widest - 12 < max(map(len, lines)) <= widest
