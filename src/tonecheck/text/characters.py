"""Which characters mean the same to a reader: the tables behind the matching form."""

from __future__ import annotations

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb\u02bc\u02bd\u02c8\u00b4\uff07`"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_ASCII_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f"
_WIDE_SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

DASHES = frozenset(_DASHES)

# One for one, so that a replacement never moves an offset.
SAME_AS: dict[str, str] = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_WIDE_SPACES, " "),
    "\u09f7": "\u0964",  # currency numerator typed as a danda
    "\u09f0": "\u09b0",  # Assamese ra
}
SPACES: dict[str, str] = dict.fromkeys(_ASCII_SPACES, " ")
ASCII_SAME_AS: dict[int, str] = str.maketrans({"`": "'", **SPACES})

JOINERS = frozenset("\u200c\u200d" + "".join(map(chr, range(0xFE00, 0xFE10))))
"""Zero-width non-joiner, joiner and variation selectors: they belong to the letter or emoji before them."""

INVISIBLE = JOINERS | frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\ufeff"
    + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070)]))
)
"""Characters that no reader sees: joiners, soft hyphen, zero-width space, marks of direction, byte order mark."""
