"""Twins in a library: what must not be taken for one comes first."""

from __future__ import annotations

from time import process_time

import pytest

from tonecheck.engine.library import Library
from tonecheck.model import Reply
from tonecheck.text.document import read

REPLY = (
    "Hi {name},\n\nযোগাযোগ করার জন্য ধন্যবাদ 😊। Your refund of {amount} left us this morning and reaches your card within five "
    "working days. Write to me here if it is not there by then.\n\nRegards,\nSam"
)


def twin(*texts: str, words: int = 10, alike: int = 60) -> str | None:
    library = Library()
    found = None
    for number, text in enumerate(texts):
        found = library.earlier(read(Reply(text, kind="canned", id=f"reply-{number}")), words, alike)
    return found.id if found else None


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((REPLY,), id="alone"),
        pytest.param(("ধন্যবাদ আপু 😊", "ধন্যবাদ আপু 😊"), id="too short"),
        pytest.param(
            (
                "Your parcel left us today and will be with you on Friday before noon, I have asked the driver to ring 😊.",
                "আপনার পার্সেল আজ পাঠানো হয়েছে, শুক্রবার দুপুরের আগে হাতে পাবেন, চালককে ফোন করতে বলেছি 😊।",
            ),
            id="a translation",
        ),
        pytest.param(
            (REPLY, REPLY.replace("Your refund of {amount} left us", "The courier collects the old lamp at your door")
             .replace("and reaches your card within five working days", "so please leave it packed beside the front gate")),
            id="the same greeting and offer",
        ),
    ],
)  # fmt: skip
def test_not_twins(texts: tuple[str, ...]) -> None:
    assert twin(*texts) is None


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(REPLY, id="the same"),
        pytest.param(REPLY.upper(), id="case"),
        pytest.param(
            REPLY.replace("{name}", "{{customer.first_name}}").replace("{amount}", "[AMOUNT]"), id="placeholders"
        ),
        pytest.param(REPLY.replace("Hi {name},", "Dear {name},").replace("Sam", "রহিম"), id="greeting and name"),
        pytest.param(REPLY.replace("this morning", "today"), id="one word"),
        pytest.param(REPLY.replace("\n\n", "\r\n\r\n").replace(" ", "  "), id="spaces"),
    ],
)
def test_twins(second: str) -> None:
    assert twin(REPLY, second) == "reply-0"


def test_the_first_of_many_is_named() -> None:
    assert twin(REPLY, REPLY, REPLY) == "reply-0"


def test_the_time_grows_with_the_library_and_not_with_its_square() -> None:
    def seconds(count: int) -> float:
        library = Library()
        documents = [
            read(Reply(f"Order {n} item{n % 97} left shelf{n % 89} on day{n % 83} in box{n % 79} for town{n % 73} 😊 আজ. "
                       f"The driver{n % 71} rings at {n % 24} and {REPLY[40:150]}", kind="canned"))
            for n in range(count)
        ]  # fmt: skip
        begin = process_time()
        for document in documents:
            library.earlier(document, 10, 60)
        return process_time() - begin

    assert seconds(800) < 10 * max(seconds(200), 0.02)


def test_of_a_very_large_library_the_first_replies_are_kept() -> None:
    library = Library(most=1)
    texts = (
        REPLY,
        REPLY.replace("refund", "ফেরত 😊").replace("card", "ঘর").replace("days", "দিন").replace("left us", "x y z"),
    )
    found = [library.earlier(read(Reply(text, kind="canned", id=text[:3])), 10, 90) for text in (*texts, *texts)]
    assert [twin is not None for twin in found] == [False, False, True, False]
