"""What stands before the words of a Markdown file."""

from __future__ import annotations

import pytest

from tonecheck.sources.markdown.front_matter import FrontMatter, read_front_matter
from tonecheck.sources.nodes import BadSyntax


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hi রিনা 😊",
        "---\nদুঃখিত 😊\n---\nHi",
        "---\n\nHi\n\n---\n",
        "----\ntitle: x\n----\n",
        " ---\ntitle: x\n---\n",
        "+++\nHi 😊\n+++\n",
    ],
)
def test_words_are_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("---\ntitle: দুঃখিত 😊\nHi", 0),
        ("---\ntitle: 'দুঃখিত 😊\nlang: bn\n---\nHi", 30),
        ("---\nid: আ 😊\nchannel: pigeon\n---\nHi", 21),
        ("+++\ntitle = 'আ 😊'\nid = x\n+++\nHi", 23),
        ("---\ntitle: " + "[" * 50_000 + "\n---\n", 4),
    ],
)
def test_broken(text: str, offset: int) -> None:
    with pytest.raises(BadSyntax) as error:
        read_front_matter(text)
    assert error.value.offset == offset
    assert error.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: দেরি 😊\nid: 007\nlang: bn_BD\nchannel: Chat\ntags: [a]\n---\nHi", ("দেরি 😊", "007", "bn_BD", "chat", False)),
        ("---\r\nname: 'A: 😊 আ'\r\ndate: 2024-99-99\r\nlanguage: no\r\n---\r\nHi", ("A: 😊 আ", "A: 😊 আ", "no", None, False)),
        ("+++\ntitle = \"আ 😊\"\nslug = 's'\nchannel = 'social'\n+++\nHi", ("আ 😊", "s", None, "social", False)),
        ("---\n# আ 😊\nreplies: sections\n...\nHi", (None, None, None, None, True)),
        ("---\ntitle: ~\nid:\n---\nHi", (None, None, None, None, False)),
    ],
)  # fmt: skip
def test_front_matter(text: str, told: tuple[str | None, ...]) -> None:
    assert read_front_matter(text) == FrontMatter(text.index("Hi"), *told)  # type: ignore[arg-type]
