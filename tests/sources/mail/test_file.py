from __future__ import annotations

import base64
import quopri
import time
from contextlib import suppress
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError
from tonecheck.sources.layers import outer_edit
from tonecheck.sources.mail.file import read
from tonecheck.sources.source import Context, Edit, Unwritable

BODY = "প্রিয় রিনা 😀,\r\n\r\nদুঃখিত, এটা সম্ভব না।\r\n"
HEADER = "From: a@example.org\r\nSubject: =?utf-8?B?4Kam4KeH4Kaw4Ka/?= 😀\r\n again\r\nContent-Type: text/plain; charset=utf-8\r\n"


def the_one(data: bytes, context: Context | None = None) -> Placed:
    (found,) = read_all(read, "না.eml", data, context)
    assert isinstance(found, Placed)
    return found


def mail(transfer: str, body: bytes) -> bytes:
    return f"{HEADER}Content-Transfer-Encoding: {transfer}\r\n\r\n".encode() + body


@pytest.mark.parametrize("data", [b"Content-Type: image/png\n\nx", b"Content-Disposition: attachment\n\nx"])
def test_a_mail_without_text_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="no text in this mail") as caught:
        the_one(data)
    assert caught.value.unknown


def test_what_is_binary_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        the_one(b"Subject: x\n\n\0\xff")


def test_nothing_is_written() -> None:
    found = the_one(mail("8bit", BODY.encode()))
    assert found.source.read_only == "a mail file is only read"
    with pytest.raises(Unwritable, match="only read"):
        outer_edit(found.source.layers, Edit(0, 1, "x"))


def test_the_text_is_a_draft_with_the_subject_as_its_title() -> None:
    found = the_one(b"\xef\xbb\xbf" + mail("8bit", BODY.encode()), Context(customer="কই?"))
    assert found.source.title == "দেরি 😀 again"
    reply = found.source.reply
    assert (reply.text, reply.kind, reply.channel, reply.customer) == (BODY, "draft", "email", "কই?")


@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable"])
def test_places_are_exact(transfer: str) -> None:
    body = BODY.encode() if transfer == "8bit" else quopri.encodestring(BODY.encode())
    data = mail(transfer, body)
    found = the_one(data)
    assert found.source.reply.text == BODY
    start = BODY.index("সম্ভব না")
    first, last = places(found, start, start + len("সম্ভব না"))
    written = data.decode()[first.offset : last.offset]
    assert written == "সম্ভব না" if transfer == "8bit" else quopri.decodestring(written).decode() == "সম্ভব না"
    assert first.line == (9 if transfer == "8bit" else data.decode()[: first.offset].count("\n") + 1)


@pytest.mark.parametrize("transfer", ["base64", "Base64 "])
def test_base64_stands_for_its_first_line(transfer: str) -> None:
    data = mail(transfer, base64.encodebytes(BODY.encode() * 3))
    found = the_one(data)
    assert found.source.reply.text == BODY * 3
    first, last = places(found, 40, 60)
    assert data.decode()[first.offset : last.offset] == base64.encodebytes(BODY.encode() * 3).decode().split("\n")[0]


def test_parts_in_other_encodings_keep_their_places() -> None:
    data = (
        mail("8bit", b"").replace(b"utf-8\r\n", b"windows-1252\r\n").replace("😀".encode(), b"") + b"Caf\xe9 \x93x\x94"
    )
    found = the_one(data)
    assert found.source.reply.text == "Café “x”"
    assert places(found, 5, 8)[0].column == 6


def test_the_plain_part_goes_before_html_and_attachments_are_left_out() -> None:
    message = EmailMessage()
    message["Subject"] = "না 😀"
    message.set_content("সাদা 😀\n")
    message.add_alternative("<p>এইচটিএমএল</p>", subtype="html")
    message.add_attachment("তালিকা", filename="a.txt")
    assert the_one(message.as_bytes()).source.reply.text == "সাদা 😀\n"
    plain = message.as_bytes().replace(b"text/plain", b"text/x-other", 1)
    assert the_one(plain).source.reply.text.strip() == "এইচটিএমএল"
    assert the_one(plain).source.layers[-1].text.strip() == "<p>এইচটিএমএল</p>"


def test_a_boundary_that_is_never_closed_ends_with_the_file() -> None:
    data = 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nনা 😀\n'.encode()
    assert the_one(data).source.reply.text == "না 😀\n"


def test_mails_in_mails_without_end_are_left_out() -> None:
    data = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5000))
    with pytest.raises(InputError, match="no text in this mail"):
        the_one(data)


@pytest.mark.parametrize(
    "head", ["Subject: ", "Content-Type: text/plain", "Content-Transfer-Encoding: quoted-printable\n\n", "\n"]
)
@pytest.mark.parametrize("mark", ["=?utf-8?q?a?= ", "; a=b", "= ", "=\n", "==", "=E0", "--b\n", "A: b\n", '\\"'])
def test_marks_without_end_take_no_time(head: str, mark: str) -> None:
    begin = time.perf_counter()
    with suppress(InputError):
        the_one((head + mark * (200_000 // len(mark))).encode())
    assert time.perf_counter() - begin < 2


WORDS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("না😀=\n .-")), max_size=60
)


@given(WORDS, WORDS, st.sampled_from(["8bit", "quoted-printable", "base64"]), st.booleans())
def test_reads_what_the_standard_reader_reads(words: str, html: str, transfer: str, related: bool) -> None:
    message = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    message["Subject"] = "না 😀"
    message.set_content(words, cte=transfer)
    message.add_alternative(html, subtype="html", cte=transfer)
    if related:
        message.make_mixed()
        message.add_attachment(b"x\0", maintype="image", subtype="png")
    data = message.as_bytes()
    standard = BytesParser(policy=default).parsebytes(data).get_body(("plain",))
    assert standard is not None
    found = the_one(data)
    assert found.source.reply.text == standard.get_content()
    where = found.source.layers[-1].where
    assert len(where.starts) == len(where.ends) == len(found.source.reply.text)
    if transfer == "8bit":
        written = "".join(found.stretch.text[start:end] for start, end in zip(where.starts, where.ends, strict=True))
        assert written == found.source.reply.text


@given(st.lists(st.sampled_from([
    b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Type: text/html; charset*=x''%ff\n", b"\n", b"--b\n", b"--b--\n", b"\xe0\xa6\xa8", b"=E0\n",
    b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: quoted-printable\n", b"Content-Disposition: ;;=\n", b"Subject: =?x?q?=ff?=\n", b":", b"QQ",
    b"Content-Type: text/plain; charset=utf-16\n", b"Content-Type: multipart/mixed; boundary*0*=u'';boundary*1=\xff\n", b"\r", b"\xf0\x9f\x98\x80",
]), max_size=12).map(b"".join))  # fmt: skip
def test_any_mail_is_read_or_refused(data: bytes) -> None:
    try:
        found = the_one(data)
    except InputError:
        return
    places(found, 0, len(found.source.reply.text))
