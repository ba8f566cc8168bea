from __future__ import annotations

import os

import pytest

from tonecheck.reports.paths import project_path, uri


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("-", "-"),
        ("../a.txt", "../a.txt"),
        ("a/../b.txt", "a/../b.txt"),
        ("/elsewhere/a.txt", "/elsewhere/a.txt"),
        ("./রিনা 😀.txt", "রিনা 😀.txt"),
        (".//./a.txt", "a.txt"),
        (".hidden/a.txt", ".hidden/a.txt"),
    ],
)
def test_project_path(path: str, expected: str) -> None:
    assert project_path(path) == expected


def test_a_path_in_the_current_folder_begins_there() -> None:
    assert project_path(os.path.join(os.getcwd(), "drafts", "রিনা😀.txt")) == "drafts/রিনা😀.txt"
    assert project_path(os.getcwd() + "2/a.txt") == os.getcwd() + "2/a.txt"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b:c?#%.txt", "a%20b%3Ac%3F%23%25.txt"),
        ("ক/😀.txt", "%E0%A6%95/%F0%9F%98%80.txt"),
        ("a\udcff.txt", "a%FF.txt"),
        ("a\ud83d.txt", "a%ED%A0%BD.txt"),
        ("/elsewhere/ক.txt", "file:///elsewhere/%E0%A6%95.txt"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected
