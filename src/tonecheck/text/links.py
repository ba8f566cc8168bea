"""Web addresses, mail addresses and @handles in a text."""

from __future__ import annotations

from tonecheck.text.bengali import is_bengali
from tonecheck.text.edits import places
from tonecheck.text.slots import ANONYMISED

_ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_HOST = _ASCII_LETTERS | frozenset("0123456789.-")
_LOCAL = _HOST | frozenset("_%+")
_NOT_IN_URL = frozenset('<>"{}|^`\\\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026\u0964\u0965\ufffc')
_NOT_AT_END = ".,;:!?'*_~-)]"
_SCHEMES = ("http", "https", "ftp")
_WWW = ("www.", "WWW.", "Www.")
_LONGEST = 2000


def find_urls(text: str) -> list[tuple[int, int]]:
    """The spans of ``https://…``, ``www.…`` and ``example.com/…``, without the punctuation after them."""
    if "/" not in text and not any(www in text for www in _WWW):
        return []
    starts = [_scheme_start(text, at) for at in places(text, "://")]
    starts += [at for www in _WWW for at in places(text, www) if _begins(text, at)]
    starts += [_bare_start(text, at) for at in places(text, "/")]
    spans: list[tuple[int, int]] = []
    for start in sorted({start for start in starts if start >= 0}):
        if spans and start < spans[-1][1]:
            continue
        end = _url_end(text, start)
        if end - start > len("www.x"):
            spans.append((start, end))
    return spans


def find_addresses(text: str) -> list[tuple[int, int]]:
    """The spans of mail addresses and @handles."""
    spans: list[tuple[int, int]] = []
    for at in places(text, "@"):
        done = spans[-1][1] if spans else 0
        start = _back(text, at, _LOCAL)
        end = at + 1
        while end < len(text) and text[end] in _HOST:
            end += 1
        end = at + 1 + len(text[at + 1 : end].rstrip(".-"))
        if done <= start < at and _is_host(text[at + 1 : end]):
            spans.append((start, end))
        elif start == at and _begins(text, at) and (text[at + 1 : at + 2].isalpha() or text[at + 1 : at + 2] == "_"):
            end = _handle_end(text, at + 1)
            if end - at > 2:
                spans.append((at, end))
    return spans


def _back(text: str, at: int, chars: frozenset[str]) -> int:
    while at and text[at - 1] in chars:
        at -= 1
    return at


def _begins(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "@._-/")


def _scheme_start(text: str, at: int) -> int:
    start = _back(text, at, _ASCII_LETTERS)
    return start if text[start:at].lower() in _SCHEMES else -1


def _bare_start(text: str, at: int) -> int:
    start = _back(text, at, _HOST)
    return start if start < at and _begins(text, start) and _is_host(text[start:at]) else -1


def _is_host(host: str) -> bool:
    *labels, top = host.split(".")
    return len(top) > 1 and _ASCII_LETTERS.issuperset(top) and bool(labels) and all(labels)


def _url_end(text: str, start: int) -> int:
    end = start
    last = min(len(text), start + _LONGEST)
    while end < last:
        char = text[end]
        if char == "{" and (text[end + 1 : end + 2].isalpha() or text[end + 1 : end + 2] == "_"):
            # A part of the path that is described, as in .../orders/{order_id}, not one that was left to fill in.
            closing = text.find("}", end, end + 40)
            if closing < 0:
                break
            end = closing + 1
        elif char == "<" and text.startswith(ANONYMISED, end):
            end = text.index(">", end) + 1
        elif char in _NOT_IN_URL or char.isspace() or is_bengali(char) or "\ue000" <= char <= "\uf8ff":
            break
        else:
            end += 1
    opened = text.count("(", start, end) - text.count(")", start, end)
    while end > start and text[end - 1] in _NOT_AT_END:
        if text[end - 1] == ")":
            if opened >= 0:
                break
            opened += 1
        end -= 1
    return end


def _handle_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "_." or is_bengali(text[end])):
        end += 1
        # A hyphen may be part of the name, but one before a Bengali ending is not.
        end += text.startswith("-", end) and text[end + 1 : end + 2] in _ASCII_LETTERS
    return start + len(text[start:end].rstrip("."))
