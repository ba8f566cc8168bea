"""A report that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from tonecheck.cli.output_file import output_to
from tonecheck.errors import ConfigError


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_run_that_is_stopped_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "রিনা😀.json"
    target.write_text("old", "utf-8")

    def stopped() -> None:
        with output_to(str(target), sys.stdout) as stream:
            stream.write("half a rep")
            stream.flush()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert target.read_text("utf-8") == "old"
    assert kept(tmp_path) == [target.name]


def test_nothing_is_there_before_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    with output_to(str(target), sys.stdout) as stream:
        stream.write("না 😀\n\ud83d")
        assert not target.exists()
    assert target.read_bytes() == "না 😀\n\\ud83d".encode()
    assert kept(tmp_path) == ["a.json"]


def test_without_a_path_it_is_the_usual_stream() -> None:
    with output_to(None, sys.stderr) as stream:
        assert stream is sys.stderr
    assert not sys.stderr.closed


@pytest.mark.parametrize(
    ("path", "reason"),
    [("none/a.json", "No such file or directory\n  make its folder first"), (".", "Is a directory\n  check the path")],
)
def test_what_cannot_be_written_is_said_at_once(path: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error, output_to(str(tmp_path / path), sys.stdout):
        pytest.fail("the run has begun")
    assert str(error.value).startswith(f"{tmp_path / path}: the report cannot be written there: {reason}")
    assert kept(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_a_link_stays_a_link_and_a_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with output_to(str(link), sys.stdout) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_new_file_gets_the_mode_of_new_files(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        with output_to(str(tmp_path / "a.json"), sys.stdout):
            pass
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no devices")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with output_to("/dev/null", sys.stdout) as stream:
        stream.write("না 😀")
    assert not os.path.isfile("/dev/null")
