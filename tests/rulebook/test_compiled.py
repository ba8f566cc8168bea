"""The compiled rulebook is the rulebook; anything else is refused, never trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rulebook.packs import BENGALI, RULE, SIGNAL, write_pack
from tonecheck.rulebook import catalog
from tonecheck.rulebook.compiled import dump, restore
from tonecheck.rulebook.loading import load


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": 0}', '{"format": 1, "rules": [[1]]}', "\0"])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        restore(text)


def test_a_rulebook_comes_back_as_it_was(tmp_path: Path) -> None:
    book = load([write_pack(tmp_path, rule=RULE, bengali=BENGALI, signal=SIGNAL)]).rulebook
    assert dump(restore(dump(book))) == dump(book)


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache, and two small rules in place of the built-in ones."""
    builtin = write_pack(tmp_path / "builtin", bengali=BENGALI, signal=SIGNAL)
    monkeypatch.setattr(catalog, "builtin_pack", lambda: builtin)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    catalog.rulebook.cache_clear()
    yield tmp_path / "cache" / "tonecheck"
    catalog.rulebook.cache_clear()


def kept(cache_folder: Path, rule: str) -> Path:
    [path] = [path for path in cache_folder.iterdir() if rule in path.read_text("utf-8", "replace")]
    return path


def test_a_pack_is_read_from_the_cache_until_it_changes(tmp_path: Path, cache_folder: Path) -> None:
    pack = write_pack(tmp_path / "pack", rule=RULE)
    assert catalog.rulebook((pack,)).rules["no-never"].severity == "warning"
    assert list(catalog.rulebook((pack,)).rules) == ["bn-no", "no-never"]
    path = kept(cache_folder, "no-never")
    path.write_text(path.read_text("utf-8").replace('"warning"', '"suggestion"'), "utf-8")
    catalog.rulebook.cache_clear()
    assert catalog.rulebook((pack,)).rules["no-never"].severity == "suggestion"
    write_pack(tmp_path / "pack", rule=RULE.replace("severity: warning", "severity: error"))
    catalog.rulebook.cache_clear()
    assert catalog.rulebook((pack,)).rules["no-never"].severity == "error"


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"format": 99}'])
def test_a_damaged_cache_is_made_again(tmp_path: Path, cache_folder: Path, damage: bytes) -> None:
    pack = write_pack(tmp_path / "pack", rule=RULE)
    whole = catalog.rulebook((pack,))
    for path in cache_folder.iterdir():
        path.write_bytes(damage)
    catalog.rulebook.cache_clear()
    assert dump(catalog.rulebook((pack,))) == dump(whole)


def test_a_shipped_rulebook_is_read_in_place_of_the_rules(tmp_path: Path, cache_folder: Path) -> None:
    shipped = load([write_pack(tmp_path / "other", rule=RULE)]).rulebook
    (tmp_path / "builtin" / catalog.COMPILED_NAME).write_text(dump(shipped), "utf-8")
    assert dump(catalog.rulebook()) == dump(shipped)


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert "no-never" in catalog.rulebook((write_pack(tmp_path / "pack", rule=RULE),)).rules


def test_the_cache_keeps_the_newest_few(tmp_path: Path, cache_folder: Path) -> None:
    for number in range(12):
        pack = write_pack(tmp_path / "pack", rule=RULE.replace("Says never", f"Says never {number} 😊"))
        catalog.rulebook.cache_clear()
        assert catalog.rulebook((pack,)).rules["no-never"].summary == f"Says never {number} 😊"
    assert len(list(cache_folder.iterdir())) == 8
