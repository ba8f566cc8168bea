from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from tests.config.product import CONFIGURATION
from tonecheck.config import Settings, read_config
from tonecheck.config.keys import config_schema
from tonecheck.config.reading import read_assignment
from tonecheck.errors import ConfigError


def said(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as raised:
        read_config(str(path))
    return str(raised.value).replace(f"{path.parent}/", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# 😀 ক\nslect = []\n", "tonecheck.toml:2:1: there is no setting 'slect'\n  did you mean 'select'?"),
        ('"বাদ😀" = 1', "tonecheck.toml:1:1: there is no setting 'বাদ😀'\n  use one of "[:50]),
        ("ignore = 1", 'tonecheck.toml:1:1: ignore must be a list of texts\n  write ignore = ["..."]'),
        ("ignore = [1]", "tonecheck.toml:1:1: ignore must be a list of texts"),
        ("gitignore = 1", "tonecheck.toml:1:1: gitignore must be true or false\n  write gitignore = true"),
        ("preset = true", "tonecheck.toml:1:1: preset must be a text"),
        ('preset = " "', "tonecheck.toml:1:1: preset is empty"),
        ('channel = "fx"', "tonecheck.toml:1:1: there is no channel 'fx'\n  use one of email, chat, social"),
        ('fail-on = "warn"', "tonecheck.toml:1:1: there is no fail-on 'warn'\n  did you mean 'warning'?"),
        ('output-format = "sarf"', "tonecheck.toml:1:1: there is no output-format 'sarf'\n  did you mean 'sarif'?"),
        ('encoding = "utf-99"', "tonecheck.toml:1:1: there is no encoding 'utf-99'"),
        ("severity = 5", "tonecheck.toml:1:1: severity must be a table of rule ids"),
        ('[severity] # ক😀\n  x = "eror"', "tonecheck.toml:2:3: severity.x cannot be 'eror'\n  did you mean 'error'?"),
        ('severity = {"😀" = "off", ক = 1}', "TOML"),
        ('severity = {"ক😀" = "off", b = 1}', "tonecheck.toml:1:27: severity.b must be a text"),
        ("limits.sentence-words = -1", "tonecheck.toml:1:8: limits.sentence-words must be a whole number of 0 or more"),
        ("limits.sentence-words = true", "tonecheck.toml:1:8: limits.sentence-words must be a whole number"),
        (
            '[per-file."চিঠি 😀/**"]\nignroe = []',
            "tonecheck.toml:2:1: there is no setting 'ignroe' in per-file.\"চিঠি 😀/**\"\n  did you mean 'ignore'?",
        ),
        ('per-file = {"😀" = {chanel = "chat"}}', "tonecheck.toml:1:20: there is no setting 'chanel'"),
        ('[per-file."😀"]\nencoding = "ক"', "tonecheck.toml:2:1: there is no encoding 'ক'"),
        ('[per-file."😀"]\nfail-on = "error"', "tonecheck.toml:2:1: there is no setting 'fail-on'"),
        ('[profiles.x]\nformats = ["json"]', "tonecheck.toml:1:11: profiles.x has no 'texts'"),
        (
            '[profiles.x]\nformats = ["json"]\nentry = "a[😀"\n[[profiles.x.texts]]\npath = "b"',
            'tonecheck.toml:3:1: profile x: "entry"',
        ),
        (
            '[profiles.x]\nformats = ["json"]\n[[profiles.x.texts]]\npath = "b"\n  boddy = "html" # ক',
            "tonecheck.toml:5:3: there is no setting 'boddy' in profiles.x.texts\n  did you mean 'body'?",
        ),
    ],
)
def test_what_is_wrong_is_said_where_its_key_stands(tmp_path: Path, text: str, message: str) -> None:
    assert message in said(tmp_path / "tonecheck.toml", text)


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = 'channel = "fx" # 😀\nignore = 1\n[severity]\nক = 2\n'.replace("ক", '"ক"')
    found = said(tmp_path / "tonecheck.toml", text + "[profiles]\nx = 1\n[limitz]\n")
    places = [line.split(": ")[0] for line in found.splitlines() if line.startswith("tonecheck.toml")]
    assert places == [f"tonecheck.toml:{place}" for place in ("1:1", "2:1", "4:1", "6:1", "7:2")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a = "😀 ক" x', "1:11"),
        ("# ক\nselect = [\n", "3:1"),
        ("# 😀\n  ক = 1", "2:3"),
        ("a = 1\r\na = 2\r\n", "2:6"),
    ],
)
def test_broken_toml_is_said_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    assert f"tonecheck.toml:{place}: not valid TOML: " in said(tmp_path / "tonecheck.toml", text)


def test_what_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="not UTF-8 at byte 0"):
        read_config(str(tmp_path))


def test_a_byte_order_mark_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text('\ufeffpreset = "ক😀"', "utf-8")
    assert read_config(str(tmp_path)).rules.preset == "ক😀"
    assert "tonecheck.toml:1:1: there is no setting 'x'" in said(tmp_path / "tonecheck.toml", '\ufeffx = "ক😀"')


def test_in_pyproject_the_table_counts_and_its_places_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    assert "there is no [tool.tonecheck] in it" in said(path, 'name = "tonecheck 😀"')
    found = said(path, '[project]\nname = "ক😀"\n[tool.tonecheck.severity]\n  x = 1 # 😀\n[tool.tonecheck]\nchanel = 1')
    assert "pyproject.toml:4:3: severity.x must be a text" in found
    assert "pyproject.toml:6:1: there is no setting 'chanel'\n  did you mean 'channel'?" in found
    path.write_text('[tool.tonecheck]\npreset = "😀"', "utf-8")
    assert read_config(str(tmp_path)).rules.preset == "😀"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "preset=strict",
            "--config preset=strict: the value is not TOML\n  write the value as in TOML: --config 'preset=\"strict\"'",
        ),
        ("presett='😀'", "--config presett='😀': there is no setting 'presett'\n  did you mean 'preset'?"),
        ("severity.ক=1", "the value is not TOML"),
        ("severity.x=1", "--config severity.x=1: severity.x must be a text"),
    ],
)
def test_an_assignment_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_assignment(text, ".")
    assert message in str(raised.value)


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(CONFIGURATION, "utf-8")
    settings = read_config(str(tmp_path))
    default = Settings()
    assert [name for name in Settings._fields if getattr(settings, name) == getattr(default, name)] == []
    assert [name for name in settings.rules._fields if not getattr(settings.rules, name)] == []
    assert settings.rules.packs == (str(tmp_path / "আমাদের-rules😀"),)
    assert settings.baseline == str(tmp_path / "base.json")
    assert settings.encoding == "cp1252"
    hash(settings)


def test_the_schema_says_what_the_reader_says(tmp_path: Path) -> None:
    import tomllib

    values = tomllib.loads(CONFIGURATION)
    jsonschema.validate(values, config_schema())
    assert set(values) == set(config_schema()["properties"])  # type: ignore[call-overload]
    for key, wrong in (("channel", "fax"), ("ignore", 1), ("limits", {"x": -1}), ("chanel", "chat")):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(values | {key: wrong}, config_schema())
