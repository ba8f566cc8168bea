"""Which settings hold where: the layers, the strongest last, and what a file's own table adds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.config.product import CONFIGURATION
from tonecheck.config import Options, Settings, lookup
from tonecheck.config.keys import CONFIGURATION as KNOWN
from tonecheck.config.settings import default_values
from tonecheck.errors import ConfigError

Write = Callable[[str, str], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write(path: str, text: str) -> str:
        whole = tmp_path / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text, "utf-8")
        return path

    return write


def preset(folder: str, **options: Any) -> str | None:
    return lookup(Options(**options)).of_folder(folder).rules.preset


def test_nothing_is_read_where_there_is_nothing(write: Write) -> None:
    write("pyproject.toml", "[tool.other]\n")
    write("চিঠি😀/a.txt", "")
    found = lookup(Options())
    assert found.of_file("চিঠি😀/a.txt") == found.of_folder("চিঠি😀") == Settings()
    assert found.layers("চিঠি😀") == ()


def test_a_check_without_configuration_imports_no_reader_of_toml(write: Write) -> None:
    """Start-up is the product."""
    write("a.txt", "ভালো 😀।")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom tonecheck.config import Options, lookup\nimport os\n"
            "assert lookup(Options(environ=os.environ, given={'channel': 'chat'})).of_file('a.txt').channel == 'chat'\n"
            "print(sorted({'tomllib', 'yaml', 'pathspec', 'regex', 'tonecheck.config.reading'} & sys.modules.keys()))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_pyproject_without_the_table_does_not_count(write: Write) -> None:
    write("tonecheck.toml", 'preset = "above"')
    write("ক😀/pyproject.toml", '# tonecheck 😀\n[tool.other]\nx = "tonecheck"')
    assert preset("ক😀") == "above"
    write("ক😀/pyproject.toml", '[tool.tonecheck]\npreset = "own"')
    assert preset("ক😀") == "own"


def test_a_broken_pyproject_that_names_us_is_said(write: Write) -> None:
    write("pyproject.toml", "[tool.tonecheck\n# 😀 ক")
    with pytest.raises(ConfigError, match=r"pyproject.toml:1:16: not valid TOML"):
        preset(".")


@pytest.mark.parametrize("name", ["tonecheck.toml", ".tonecheck.toml", "pyproject.toml"])
def test_the_nearest_file_counts_alone(write: Write, name: str) -> None:
    table = "[tool.tonecheck]\n" if name == "pyproject.toml" else ""
    write(name, f'{table}preset = "far"\nignore = ["x"]')
    write(f"ক😀/{name}", f'{table}preset = "near"')
    os.mkdir("ক😀/খ")
    os.mkdir("other")
    found = lookup(Options())
    assert found.of_folder("ক😀/খ").rules.preset == found.of_file("ক😀/খ/a.txt").rules.preset == "near"
    assert found.of_folder("ক😀/খ").rules.ignore == ()
    assert found.of_folder("other").rules.preset == found.of_file("a.txt").rules.preset == "far"


def test_in_one_folder_the_first_name_counts(write: Write) -> None:
    write("pyproject.toml", '[tool.tonecheck]\npreset = "third"')
    write(".tonecheck.toml", 'preset = "second"')
    assert preset(".") == "second"
    write("tonecheck.toml", 'preset = "first"')
    assert preset(".") == "first"


def test_from_the_weakest_to_the_strongest(write: Write) -> None:
    write("home/tonecheck/tonecheck.toml", 'preset = "user"\nkind = "canned"')
    environ = {"XDG_CONFIG_HOME": os.path.abspath("home")}
    os.mkdir("ক😀")
    assert preset("ক😀", environ=environ) == "user"
    write("tonecheck.toml", 'preset = "project"')
    assert preset("ক😀", environ=environ) == "project"
    write("named.toml", 'preset = "named"')
    environ["TONECHECK_CONFIG"] = "named.toml"
    assert preset("ক😀", environ=environ) == "named"
    write("option.toml", 'preset = "option"')
    assert preset("ক😀", environ=environ, config=("option.toml",)) == "option"
    environ["TONECHECK_PRESET"] = "environment"
    assert preset("ক😀", environ=environ, config=("option.toml",)) == "environment"
    config = ("option.toml", "preset='inline 😀'", "preset='last 😀'")
    assert preset("ক😀", environ=environ, config=config) == "last 😀"
    assert preset("ক😀", environ=environ, config=config, given={"preset": "given"}) == "given"
    # What the nearer ones do not say is left to those below.
    assert lookup(Options(config, environ=environ)).of_folder("ক😀").kind == "canned"


def test_isolated_reads_no_file(write: Write) -> None:
    write("home/tonecheck/tonecheck.toml", 'preset = "user"')
    write("tonecheck.toml", 'preset = "project"')
    environ = {"XDG_CONFIG_HOME": os.path.abspath("home"), "TONECHECK_CONFIG": "tonecheck.toml"}
    assert preset(".", environ=environ, isolated=True) is None
    assert preset(".", environ=environ, isolated=True, config=("preset='😀'",)) == "😀"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(("নেই😀.toml",)), "নেই😀.toml: cannot be read: No such file or directory"),
        (Options(environ={"TONECHECK_CONFIG": "নেই😀.toml"}), "নেই😀.toml: cannot be read"),
        (
            Options(environ={"TONECHECK_FAIL_ON": "warn"}),
            "TONECHECK_FAIL_ON: there is no fail-on 'warn'\n  did you mean",
        ),
        (Options(("a.toml", "b.toml")), "--config b.toml: there can be one configuration file"),
        (Options(("a.toml",), isolated=True), "--config a.toml: --isolated reads no configuration file"),
    ],
)
def test_what_cannot_be_used(write: Write, options: Options, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        lookup(options)
    assert message in str(raised.value)


def test_tables_are_merged_key_by_key_and_lists_are_not(write: Write) -> None:
    write("tonecheck.toml", 'ignore = ["a"]\nexclude = ["ক😀"]\n[severity]\nx = "error"\ny = "error"')
    options = Options(("severity.y='off'", "ignore=['b']"), given={"ignore": ["c"], "exclude": ["d"]})
    settings = lookup(options).of_folder(".")
    assert settings.rules.severities == (("x", "error"), ("y", "off"))
    # Options add where everything else replaces.
    assert settings.rules.ignore == ("b", "c")
    assert settings.exclude == ((os.getcwd(), ("ক😀",)), (os.getcwd(), ("d",)))


def test_packs_are_beside_their_file_and_those_of_options_are_here(write: Write) -> None:
    write("ক😀/tonecheck.toml", 'extends = ["খ"]')
    found = lookup(Options(given={"extends": ["গ"]}))
    assert found.of_folder("ক😀").rules.packs == (os.path.join(os.getcwd(), "ক😀", "খ"), "গ")


@pytest.mark.parametrize(
    ("path", "channel", "ignore"),
    [
        ("a.txt", "email", ("all",)),
        ("social/চিঠি😀.txt", "social", ("all", "one")),
        ("social/ad/b.txt", "social", ("all", "one", "two")),
        ("../social/b.txt", None, ()),
    ],
)
def test_the_table_of_a_file(write: Write, path: str, channel: str | None, ignore: tuple[str, ...]) -> None:
    write(
        "tonecheck.toml",
        'channel = "email"\nignore = ["all"]\n[per-file."social/**"]\nchannel = "social"\nignore = ["one"]\n'
        '[per-file."**/ad/"]\nignore = ["two"]',
    )
    settings = lookup(Options()).of_file(path)
    assert (settings.channel, settings.rules.ignore) == (channel, ignore)


def test_an_option_is_stronger_than_the_table_of_a_file(write: Write) -> None:
    write("tonecheck.toml", '[per-file."*😀.txt"]\nchannel = "social"\nseverity.x = "off"')
    assert lookup(Options()).of_file("ক😀.txt").channel == "social"
    assert lookup(Options()).of_file("ক😀.txt").rules.severities == (("x", "off"),)
    assert lookup(Options(given={"channel": "chat"})).of_file("ক😀.txt").channel == "chat"
    assert lookup(Options(("channel='chat'",))).of_file("ক😀.txt").channel == "chat"


def test_patterns_of_the_user_are_meant_here(write: Write) -> None:
    write("home/tonecheck/tonecheck.toml", '[per-file."ক😀/*"]\nchannel = "chat"')
    environ = {"XDG_CONFIG_HOME": os.path.abspath("home")}
    assert lookup(Options(environ=environ)).of_file("ক😀/a.txt").channel == "chat"


def test_every_setting_has_a_default_or_is_a_table(write: Write) -> None:
    write("tonecheck.toml", CONFIGURATION)
    tables = {"severity", "limits", "per-file", "profiles"}
    assert set(default_values()) | tables == set(KNOWN.keys)
