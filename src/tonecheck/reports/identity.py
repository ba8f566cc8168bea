"""Fingerprints for programs that take two findings with the same one for one finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tonecheck.fingerprints import fingerprint
from tonecheck.reports.paths import project_path
from tonecheck.reports.report import Located

Identify = Callable[[Located], str]


def unique_fingerprints() -> Identify:
    """A function for one report: thirty-two hexadecimal digits for each finding, from its fingerprint, its path, its
    reply and how many such findings there were before."""
    from hashlib import sha256

    seen: Counter[str] = Counter()

    def identify(located: Located) -> str:
        own = fingerprint(located.finding.rule, located.excerpt, located.occurrence)
        key = "\0".join((project_path(located.path), located.reply or "", own))
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}\0{seen[key]}"
        return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    return identify
