"""What makes a finding the same finding when its file has changed around it."""

from __future__ import annotations

from tonecheck.excerpts import Excerpt


def fingerprint(rule: str, excerpt: Excerpt, occurrence: int) -> str:
    """Sixteen hexadecimal digits from the rule, the words found, their sentence and which of the equal findings of the
    reply it is (from 1). Neither the path nor the line is in it, nor can the text be read from it."""
    from hashlib import sha256  # only here: most runs show no fingerprint, and loading the hashes takes a while

    parts = (rule, excerpt.words.strip(), "".join(excerpt).strip(), str(occurrence))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
