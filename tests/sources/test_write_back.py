from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.errors import InputError
from tonecheck.sources.write_back import Change, splice, version, write_back

TEXT = "প্রিয় রিনা 😀,\r\n\r\nনা।\r\nশেষ"
CHANGES = [Change(TEXT.index("না।"), 3, "হ্যাঁ 🙂।")]


def change(path: Path, changes: list[Change], usual: str = "utf-8") -> None:
    with path.open("rb") as file:
        write_back(str(path), file, version(file), changes, usual)


@pytest.mark.parametrize(
    ("codec", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_everything_else_stays_as_it_was(tmp_path: Path, codec: str, mark: bytes) -> None:
    path = tmp_path / "খসড়া.txt"
    path.write_bytes(mark + TEXT.encode(codec))
    path.chmod(0o640)
    change(path, CHANGES)
    assert path.read_bytes() == mark + TEXT.replace("না।", "হ্যাঁ 🙂।").encode(codec)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["খসড়া.txt"]


def test_another_encoding_that_was_named(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("café — no".encode("cp1252"))
    change(path, [Change(7, 2, "“yes”")], "cp1252")
    assert path.read_bytes() == "café — “yes”".encode("cp1252")


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    with path.open("rb") as file:
        seen = version(file)
        path.write_text("নতুন 😀", encoding="utf-8")
        with pytest.raises(InputError, match="changed by somebody else"):
            write_back(str(path), file, seen, CHANGES, "utf-8")
    assert path.read_text(encoding="utf-8") == "নতুন 😀"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_to_keeps_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        change(path, CHANGES)
    assert path.read_bytes() == TEXT.encode()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text(TEXT, encoding="utf-8", newline="")
    link.symlink_to("real.txt")
    change(link, CHANGES)
    assert link.is_symlink()
    assert "🙂" in real.read_text(encoding="utf-8")


@given(st.text(alphabet="aক😀\n", max_size=40), st.lists(st.integers(0, 40), max_size=8), st.integers(1, 7), st.data())
def test_changes_in_text_that_comes_in_pieces(text: str, cuts: list[int], size: int, data: st.DataObject) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    changes = [Change(a, b - a, data.draw(st.text(alphabet="xখ🙂", max_size=3))) for a, b in spans]
    expected, done = "", 0
    for offset, length, words in changes:
        expected += text[done:offset] + words
        done = offset + length
    expected += text[done:]
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    assert "".join(splice(chunks, changes)) == expected
