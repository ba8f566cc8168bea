from __future__ import annotations

import pytest

from tonecheck.sources.html.tags import attribute, find_tags


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("ক < খ 😀 <3 </ <", []),
        ("ক <b 😀", []),
        ("<!-- ক 😀", [("hidden", "", "<!-- ক 😀")]),
        ("😀<!-->ক<!---->", [("hidden", "", "<!-->"), ("hidden", "", "<!---->")]),
        ("😀<!-- > --!>ক", [("hidden", "", "<!-- > --!>")]),
        ("😀<!DOCTYPE html><?xml ক?></ক>", [("hidden", "", "<!DOCTYPE html>"), ("hidden", "", "<?xml ক?>"), ("hidden", "", "</ক>")]),
        ("😀<![CDATA[ক>]]>খ", [("hidden", "", "<![CDATA[ক>]]>")]),
        ("<B ক='>' খ = \">\">😀</B >", [("open", "b", "<B ক='>' খ = \">\">"), ("close", "b", "</B >")]),
        ("<a ক=\">😀</a>'", [("open", "a", '<a ক=">'), ("close", "a", "</a>")]),
        ("<a ক='>😀 <i>' খ", [("open", "a", "<a ক='>"), ("open", "i", "<i>")]),
        ("<br/>😀<o:p>ক", [("open", "br", "<br/>"), ("open", "o:p", "<o:p>")]),
        ("<SCRIPT>ক</scripty></b></script >😀", [("hidden", "script", "<SCRIPT>ক</scripty></b></script >")]),
        ("😀<style>ক</style", [("hidden", "style", "<style>ক</style")]),
        ("<title/>ক 😀", [("open", "title", "<title/>")]),
    ],
)  # fmt: skip
def test_finds_the_markup_of_a_page(page: str, found: list[tuple[str, str, str]]) -> None:
    assert [(tag.kind, tag.name, page[tag.start : tag.end]) for tag in find_tags(page)] == found


@pytest.mark.parametrize(
    ("tag", "name", "value"),
    [
        ("ক 😀", "lang", None),
        ("<p>", "lang", None),
        ("<p title=' lang=en 😀' data-lang=ক>", "lang", None),
        ("<p lang>", "lang", ""),
        ("<p CLASS='ক 😀' Lang = \"bn\" lang=en>", "lang", "bn"),
        ("<html lang=bn-BD>", "lang", "bn-BD"),
    ],
)
def test_reads_an_attribute(tag: str, name: str, value: str | None) -> None:
    assert attribute(tag, name) == value
