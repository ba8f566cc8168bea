from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rulebook.packs import rule_with, write_pack

MILD = rule_with("id: no-never", "id: no-utilise").replace("never (?:ever )?again", "utilise")
SAFE = MILD.replace(
    "- phrases:\n      en: ['utilise']", "- phrases:\n      en: [{pattern: 'utilise', replace: 'use', apply: safe}]"
).replace("We will <<never again>> do that. 😊", "We <<utilise>> it. 😊")
UNSAFE = rule_with("['Let me see what I can do.']", "[{text: 'Let me see what I can do.', apply: unsafe}]").replace(
    "no-never", "no-never-ever"
)
DRAFT = "না 😀, we utilise it.\r\nWe will never again do it.\r\n"


@pytest.fixture
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_pack(tmp_path_factory.mktemp("pack"), safe=SAFE, unsafe=UNSAFE)


def test_without_fix_nothing_is_written(run: Run, tmp_path: Path, pack: str) -> None:
    path = tmp_path / "খসড়া.txt"
    path.write_bytes(DRAFT.encode())
    assert run("check", "খসড়া.txt", "--pack", pack).status == 1
    assert path.read_bytes() == DRAFT.encode()


@pytest.mark.parametrize(
    ("options", "expected", "line"),
    [
        (
            ["--fix"],
            DRAFT.replace("utilise", "use"),
            "1 reply in 1 file: 1 fixed, 2 warnings; 1 more with --unsafe-fixes\n",
        ),
        (
            ["--fix", "--unsafe-fixes"],
            "না 😀, we use it.\r\nLet me see what I can do.\r\n",
            "1 reply in 1 file: 2 fixed, nothing found\n",
        ),
    ],
)
def test_fix(run: Run, tmp_path: Path, pack: str, options: list[str], expected: str, line: str) -> None:
    path = tmp_path / "খসড়া.txt"
    path.write_bytes(DRAFT.encode())
    ran = run("check", "খসড়া.txt", "--pack", pack, *options)
    assert path.read_bytes() == expected.encode()
    assert ran.err == line
    assert ran.status == (1 if "2 warnings" in line else 0)
    again = run("check", "খসড়া.txt", "--pack", pack, *options)
    assert path.read_bytes() == expected.encode()
    assert "fixed" not in again.err


def test_diff_shows_and_writes_nothing(run: Run, tmp_path: Path, pack: str) -> None:
    path = tmp_path / "খসড়া.txt"
    text = "না 😀, we utilise it."
    path.write_bytes(text.encode())
    ran = run("check", "খসড়া.txt", "--pack", pack, "--diff")
    assert ran.out == (
        "--- খসড়া.txt\n+++ খসড়া.txt\n@@ -1 +1 @@\n-না 😀, we utilise it.\n\\ No newline at end of file\n"
        "+না 😀, we use it.\n\\ No newline at end of file\n"
    )
    assert (ran.status, path.read_bytes()) == (1, text.encode())
    path.write_bytes("ভালো 😀".encode())
    assert run("check", "খসড়া.txt", "--pack", pack, "--diff")[:2] == (0, "")


@pytest.mark.parametrize(
    ("text", "expected", "status"),
    [
        (b"\xef\xbb\xbf" + DRAFT.encode(), b"\xef\xbb\xbf" + DRAFT.replace("utilise", "use").encode(), 1),
        ("ভালো 😀".encode(), "ভালো 😀".encode(), 0),
    ],
)
def test_standard_input_comes_out_whole(run: Run, pack: str, text: bytes, expected: bytes, status: int) -> None:
    ran = run("check", "-", "--pack", pack, "--fix", stdin=text)
    assert ran.out.encode() == expected
    assert ran.status == status


def test_why_a_fix_was_not_made_is_told(run: Run, tmp_path: Path, pack: str) -> None:
    entry = {"id": 1, "title": "ক😀", "folder_id": 2, "content_html": "<p>না, we utilise it</p>", "content": "other"}
    (tmp_path / "replies.json").write_text(json.dumps([entry]), encoding="utf-8")
    ran = run("check", "replies.json", "--pack", pack, "--fix", "--output-format", "json")
    (finding,) = (found for found in json.loads(ran.out)["findings"] if found["rule"] == "no-utilise")
    assert finding["not_fixed"] == "its other copy in the file says something else; make them the same first"
    assert json.loads((tmp_path / "replies.json").read_text(encoding="utf-8")) == [entry]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--field", "a", "--column", "b"], "give one of them"),
        (["--body", "html"], "--body goes with --field, --column or --path"),
        (["--path", "a[["], "cannot read the path"),
        (["--profile", "zendesk-macro"], "did you mean 'zendesk-macros'?"),
        (["--encoding", "latin-99"], "there is no encoding 'latin-99'"),
    ],
)
def test_options_that_do_not_go_together(run: Run, arguments: list[str], message: str) -> None:
    ran = run("check", "-", *arguments, stdin="x")
    assert ran.status == 2
    assert message in " ".join(ran.err.split())
