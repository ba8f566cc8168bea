from __future__ import annotations

import pytest

from tonecheck.model import Document, Reply
from tonecheck.text.document import read
from tonecheck.text.zones import in_zone


def zones(text: str) -> list[tuple[str, str]]:
    return [(sentence.zone, text[sentence.start : sentence.end]) for sentence in read(Reply(text)).sentences]


def signature(text: str) -> list[str]:
    return [text[mask.start : mask.end] for mask in read(Reply(text)).masks if mask.kind == "signature"]


@pytest.mark.parametrize(
    "first",
    [
        "Hi we can't do that.",
        "Dear me, that should not have happened to you.",
        "Sorry,",
        "Unfortunately,",
        "দুঃখিত,",
        "Thanks for your patience.",
        "Thank you for writing, but we cannot help you there.",
        "Apnar order ta, bhai, kal jabe.",
        "ভাই আপনার টাকা কাল পাবেন।",
        "Three plans:",
        "Good news!",
        "শুভ সংবাদ আছে।",
        "Morning deliveries are full.",
    ],
)
def test_prose_is_not_taken_for_a_greeting(first: str) -> None:
    text = f"{first}\n\nWe looked into your order. আপনার টাকা কাল যাবে 🙂"
    assert zones(text)[0][0] != "greeting"


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Rina,",
        "hi",
        "Hello there!",
        "Hello Pascale (order 44-1902),",
        "👋 Hey Sam!",
        "Dear {{customer.name}},",
        "Dear Sir or Madam,",
        "Dear members of the Chess Club,",
        "To whom it may concern,",
        "Good morning",
        "Good afternoon Mr. Hale,",
        "Morning Dave,",
        "Mr Hale,",
        "Mr. Shafiq,",
        "Rina,",
        "Bonjour Monsieur Lefèvre,",
        "Customer ID 55120,",
        "Ticket 40017:",
        "Thanks for writing to us.",
        "Thank you for contacting Acme.",
        "Thanks for writing, Rina.",
        "যোগাযোগ করার জন্য ধন্যবাদ।",
        "Message dewar jonno dhonnobad.",
        "আসসালামু আলাইকুম",
        "আসসালামু আলাইকুম রহিম ভাই,",
        "নমস্কার।",
        "আদাব,",
        "প্রিয় সৌরভ ও ঋতিকা,",
        "প্রিয় গ্রাহক নং ৫৫৯৩,",
        "জনাব রফিকুল ইসলাম,",
        "রহিম ভাই,",
        "আরিফা আপা, আসসালামু আলাইকুম।",
        "শুভ সকাল জেরিন আপা,",
        "মহোদয়/মহোদয়া,",
        "শুভেচ্ছা নেবেন,",
        "Assalamu alaikum Shakil bhai,",
        "Jarin apu, salam niben.",
        "Nomoskar Anindita di,",
        "Adab,",
        "Priyo Lamia,",
        "Ji vai",
    ],
)
def test_greetings(greeting: str) -> None:
    text = f"{greeting}\n\nআপনার টাকা কাল যাবে 🙂 It is on its way."
    assert zones(text)[:2] == [("greeting", greeting), ("opening", "আপনার টাকা কাল যাবে 🙂")]


def test_a_greeting_on_the_line_of_the_prose_is_cut_off() -> None:
    assert zones("Hi রিনা 🙂, আপনার টাকা কাল যাবে।") == [
        ("greeting", "Hi রিনা 🙂,"),
        ("opening", "আপনার টাকা কাল যাবে।"),
    ]


def test_several_greetings_follow_each_other() -> None:
    text = "Hello,\n\nThanks for your mail. আপনার টাকা কাল যাবে।"
    assert [zone for zone, _ in zones(text)] == ["greeting", "greeting", "opening"]


@pytest.mark.parametrize(
    "last",
    [
        "সম্ভব না",
        "hobe na",
        "Hobe na",
        "কাল পাবেন",
        "হবে না",
        "Not possible",
        "Case closed",
        "No refunds",
        "ঠিক আছে",
        "শুভ যাত্রা!",
        "Rina will ring you.",
        "আমরা আপনার পাশে আছি।",
    ],
)
def test_a_last_paragraph_that_says_something_is_prose(last: str) -> None:
    text = f"Hi,\n\nআপনার টাকা কাল যাবে 🙂\n\n{last}"
    assert zones(text)[-1] == ("opening", last)
    assert signature(text) == []


@pytest.mark.parametrize(
    ("end", "sign_off", "signed"),
    [
        ("Kind regards,\nOmar", ["Kind regards,"], ["Omar"]),
        (
            "Thanks,\nomar haddad\nClaims Team\n+880 1711 000777",
            ["Thanks,"],
            ["omar haddad", "Claims Team\n+880 1711 000777"],
        ),
        ("Best", ["Best"], []),
        ("Cheers, Dom", ["Cheers, Dom"], []),
        ("Regards,\n[Agent]", ["Regards,"], []),
        ("Thank you.\n\nWarm regards,\nS. Pillai", ["Thank you.", "Warm regards,"], ["S. Pillai"]),
        ("See you soon,\nSam", ["See you soon,"], ["Sam"]),
        ("Always at your service,\nThe Ultra Team", ["Always at your service,"], ["The Ultra Team"]),
        ("আমরা আপনার পাশে আছি\nরিনা", ["আমরা আপনার পাশে আছি"], ["রিনা"]),
        ("শুভেচ্ছান্তে,\nরাশেদ\nগ্রাহক সেবা", ["শুভেচ্ছান্তে,"], ["রাশেদ", "গ্রাহক সেবা"]),
        ("ইতি\nসমীরণ, বাঁধাই বিভাগ", ["ইতি"], ["সমীরণ, বাঁধাই বিভাগ"]),
        ("ধন্যবাদান্তে", ["ধন্যবাদান্তে"], []),
        ("Dhonnobad,\nIndrajit", ["Dhonnobad,"], ["Indrajit"]),
        ("Bhalo thakben,\nKoel", ["Bhalo thakben,"], ["Koel"]),
        ("Arjun", [], ["Arjun"]),
        ("Dev Support", [], ["Dev Support"]),
        ("Claims Team", [], ["Claims Team"]),
        ("Pool team", [], ["Pool team"]),
        ("জোন-৪", [], ["জোন-৪"]),
        ("GM Tuhin", [], ["GM Tuhin"]),
        ("Dr. S. Mukherjee", [], ["Dr. S. Mukherjee"]),
        ("— মিতু", [], ["মিতু"]),
        ("রোকসানা | শখের শাড়ি", [], ["রোকসানা |", "শখের শাড়ি"]),
        ("মোঃ জাহিদুল করিম\nসহকারী রেজিস্ট্রার", [], ["মোঃ জাহিদুল করিম", "সহকারী রেজিস্ট্রার"]),
    ],
)
def test_sign_off_and_signature(end: str, sign_off: list[str], signed: list[str]) -> None:
    text = f"প্রিয় রিনা,\n\nআপনার টাকা কাল যাবে 🙂 It is on its way.\n\n{end}"
    assert zones(text)[1:] == [
        ("opening", "আপনার টাকা কাল যাবে 🙂"),
        ("opening", "It is on its way."),
        *(("sign-off", line) for line in sign_off),
    ]
    assert signature(text) == signed


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your patience,\n{{name}}\n\nআপনার টাকা কাল যাবে 🙂",
        "Hi Rina,\n\nPlease take your card 🙂 to,\n{{branch.name}}",
        "Hi Rina,\n\nThanks for your patience,\nit is on its way 🙂",
        "Hi Rina,\n\nঅনেক ধন্যবাদ, {{name}}\nআপনার টাকা কাল যাবে 🙂",
        "Hi Rina,\n\nআপনার টাকা কাল যাবে 🙂\n\nThanks to your note we found it,\n{{x}} was the cause.",
        "Hi Rina,\n\nআপনার ধৈর্যের জন্য ধন্যবাদ,\n{{name}}\n\nটাকা কাল যাবে 🙂",
    ],
)
def test_thanks_amid_a_reply_do_not_take_leave(text: str) -> None:
    assert "sign-off" not in dict(zones(text))


@pytest.mark.parametrize(
    "name", ["{{agent.first_name}}", "{{a.first}} {{a.last}}", "{{agent}}\nClaims Team", "\n{{agent}}", "Omar"]
)
@pytest.mark.parametrize(
    "thanks",
    [
        "Thanks for your patience,",
        "Thank you for your understanding 🙏,",
        "Wishing you a good week,",
        "Have a lovely day,",
        "Kind regards,",
        "ধন্যবাদান্তে,",
        "শুভকামনায়,",
        "আপনার ধৈর্যের জন্য ধন্যবাদ,",
        "অনেক অনেক শুভকামনা রইল,",
        "Dhonnobadante,",
        "Apnar dhoirjer jonno dhonnobad,",
    ],
)
def test_thanks_above_a_name_at_the_end_take_leave(thanks: str, name: str) -> None:
    body = "প্রিয় রিনা,\n\nআপনার টাকা কাল যাবে 🙂"
    for end in (f"\n\n{thanks}\n{name}", f" এখনই।\n{thanks}\n{name}\n"):
        text = body + end
        assert zones(text)[-1] == ("sign-off", thanks)
        assert text[read(Reply(text)).closing_at :].lstrip().startswith(thanks)


def test_a_branch_has_its_own_sign_off() -> None:
    text = "আপনার টাকা কাল যাবে 🙂\n\n{% if a %}Kind regards,{% else %}শুভেচ্ছান্তে,{% endif %}\n{{agent}}"
    assert zones(text)[1:] == [("sign-off", "Kind regards,"), ("sign-off", "শুভেচ্ছান্তে,")]


def test_a_name_right_under_a_number_is_a_signature() -> None:
    text = "Hi,\n\nআপনার টাকা কাল যাবে 🙂\n\nযেকোনো সময় আমাকে পাবেন এই নম্বরে ফোন করে: ০১৭০০-০০০১১১\nসাদিয়া"
    assert signature(text) == ["সাদিয়া"]


def test_initials_at_the_end_of_a_public_post_are_a_signature() -> None:
    assert signature("আপনার টাকা কাল যাবে 🙂 We hope this helps! ^Kristy") == ["^Kristy"]


def test_a_list_at_the_end_is_no_signature() -> None:
    assert signature("We have two models 🙂 দুটি:\n\n- Nova One\n- Nova Pro") == []


def test_a_whole_reply_is_neither_sign_off_nor_signature() -> None:
    assert zones("Thanks!") == [("opening", "Thanks!")]
    assert zones("Claims Team") == [("opening", "Claims Team")]


def test_a_postscript_is_read() -> None:
    text = "আপনার টাকা কাল যাবে 🙂\n\nThanks,\nOmar\n\nP.S. We never make mistakes."
    assert zones(text)[-1] == ("body", "P.S. We never make mistakes.")
    assert signature(text) == ["Omar"]


def test_the_subject_is_a_zone_of_its_own() -> None:
    text = "Subject: Re: কেটলি 🙂\n\nHi Ruth,\n\nIt leaves today."
    assert zones(text) == [("subject", "কেটলি 🙂"), ("greeting", "Hi Ruth,"), ("opening", "It leaves today.")]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["opening"]),
        (2, ["opening", "opening"]),
        (3, ["opening", "closing", "closing"]),
        (5, ["opening", "opening", "body", "closing", "closing"]),
    ],
)
def test_opening_and_closing(count: int, expected: list[str]) -> None:
    text = "Hi,\n\n" + "কাল যাবে 🙂 " * count + "\n\nThanks,\nOmar"
    assert [zone for zone, _ in zones(text)] == ["greeting", *expected, "sign-off"]


def indexes(document: Document, zone: str) -> list[int]:
    return [index for index in range(len(document.sentences)) if in_zone(document, index, zone)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "opening", "closing", "body"),
    [(1, [1], [1], []), (2, [1, 2], [1, 2], []), (3, [1, 2], [2, 3], []), (5, [1, 2], [4, 5], [3])],
)
def test_in_zone_knows_both_ends_of_a_short_reply(
    count: int, opening: list[int], closing: list[int], body: list[int]
) -> None:
    document = read(Reply("Hi,\n\n" + "কাল যাবে 🙂 " * count + "\n\nThanks,\nOmar"))
    assert indexes(document, "opening") == opening
    assert indexes(document, "closing") == closing
    assert indexes(document, "body") == body
    assert indexes(document, "greeting") == [0]
    assert indexes(document, "sign-off") == [count + 1]


def test_a_postscript_is_not_in_the_closing() -> None:
    document = read(Reply("কাল যাবে 🙂\n\nThanks,\nOmar\n\nP.S. We never make mistakes."))
    assert indexes(document, "closing") == [0]
    assert indexes(document, "opening") == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Na vai.",
        "na vai",
        "Parbona apu",
        "HOBE NA VAI",
        "Eta parbona vai.",
        "Ami ekjon trainee sir.",
        "সম্ভব না ভাই",
        "হবে না আপু।",
    ],
)
def test_an_answer_that_ends_on_a_vocative_is_no_greeting(text: str) -> None:
    document = read(Reply(text + " 😊", channel="chat"))
    assert [sentence.zone for sentence in document.sentences] == ["opening"]
