from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError, Problem
from tonecheck.sources.archive import file as zip_file
from tonecheck.sources.archive.file import read
from tonecheck.sources.source import Context

TEXT = "প্রিয় রিনা 😀,\n\nএটা সম্ভব না।\n"
SHORTCUT = json.dumps({"alfredsnippet": {"snippet": TEXT, "name": "না", "keyword": "k", "uid": "u"}}, ensure_ascii=False)


def archive(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, data in members:
            # Always the same bytes: they are in the names of tests.
            made.writestr(zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0)), data, compress_type=method)
    return file.getvalue()


def everything(data: bytes, context: Context | None = None) -> list[Placed | Problem]:
    return read_all(read, "export.zip", data, context)


def locked() -> bytes:
    """An archive whose only member says that it is encrypted."""
    data = bytearray(archive(("না.txt", TEXT)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(archive(("a.txt", TEXT * 50)))
    data[60:70] = b"\xff" * 10
    return bytes(data)


def lying() -> bytes:
    """An archive whose member is longer than it says."""
    data = bytearray(archive(("a.txt", "না😀" * 100), method=zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "cannot be read", id="empty"),
        pytest.param("না😀".encode() * 20, "cannot be read", id="text"),
        pytest.param(archive(("a.txt", TEXT))[:-30], "cannot be read", id="cut off"),
        pytest.param(archive(("a.txt", TEXT))[10:], "cannot be read", id="beheaded"),
        pytest.param(damaged(), "cannot be read", id="damaged"),
        pytest.param(lying(), "cannot be read", id="lying about its size"),
        pytest.param(locked(), "locked with a password", id="locked"),
    ],
)
def test_an_archive_that_cannot_be_read_is_one_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        everything(data)
    (problem,) = caught.value.problems
    assert problem.path == "export.zip"
    assert problem.hint


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "LARGEST", 1000)
    bomb, reply = everything(archive(("না.txt", "x" * 1001), ("b.txt", TEXT)))
    assert isinstance(bomb, Problem)
    assert (bomb.path, isinstance(reply, Placed)) == ("export.zip/না.txt", True)


def test_a_bomb_of_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "MOST", 2)
    with pytest.raises(InputError, match="more than 2 files"):
        everything(archive(*[(f"{n}.txt", TEXT) for n in range(3)]))
    monkeypatch.setattr(zip_file, "MOST", 9)
    monkeypatch.setattr(zip_file, "LARGEST_OF_ALL", 100)
    with pytest.raises(InputError, match="together"):
        everything(archive(*[(f"{n}.txt", TEXT) for n in range(3)]))


def test_archives_in_archives_and_what_is_no_reply_are_left_out() -> None:
    inner = archive(("a.txt", TEXT))
    data = archive(
        ("a.zip", inner), ("b.alfredsnippets", inner), ("__MACOSX/._c.json", b"\0\5"), ("i.png", b"\0"), ("d/", "")
    )
    with pytest.raises(InputError, match="no replies are known") as caught:
        everything(data)
    assert caught.value.unknown


def test_nothing_is_unpacked_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (found,) = everything(archive(("../../../না.txt", TEXT)))
    assert isinstance(found, Placed)
    assert found.source.reply.text == TEXT
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_by_their_own_source(method: int) -> None:
    members = [("x/না 😀.json", SHORTCUT), ("package.json", '{"version": "1"}'), ("bad.json", "{না"), ("b.txt", TEXT)]
    first, bad, second = everything(archive(*members, method=method), Context(customer="কই?"))
    assert isinstance(first, Placed)
    assert isinstance(bad, Problem)
    assert isinstance(second, Placed)
    assert (first.stretch.path, second.stretch.path) == ("export.zip/x/না 😀.json", "export.zip/b.txt")
    assert (bad.path, bad.line, bad.column) == ("export.zip/bad.json", 1, 2)
    assert (first.source.reply.text, first.source.reply.customer) == (TEXT, "কই?")
    assert first.source.read_only == "a zip archive is only read: change the files and export again"
    start = TEXT.index("সম্ভব")
    begin, end = places(first, start, start + 5)
    assert SHORTCUT[begin.offset : end.offset] == "সম্ভব"
    begin, _ = places(second, start, start + 5)
    assert (begin.line, begin.column) == (3, 5)


def test_what_a_terminal_would_obey_is_not_in_a_path() -> None:
    (found,) = everything(archive(("\x1b[31mনা.txt", TEXT)))
    assert isinstance(found, Placed)
    assert found.stretch.path == "export.zip/?[31mনা.txt"


def test_a_file_that_cannot_be_searched_is_read_too() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    (stretch,) = read("-.zip", Pipe(archive(("না.txt", TEXT))), Context())
    assert not isinstance(stretch, Problem)
    assert stretch.text == TEXT
