"""tonecheck: where the tone of a reply will lose the customer, why, and what to write instead.

>>> from tonecheck import Linter, Reply
>>> [finding.rule for finding in Linter().check(Reply("Calm down.", channel="chat"))]
['calm-down']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonecheck.errors import ConfigError, InputError, RuleError, TonecheckError
from tonecheck.model import Finding, Reply, Suggestion

if TYPE_CHECKING:
    from tonecheck.fixes import apply
    from tonecheck.linter import Linter, RuleTimeoutWarning

__version__ = "0.1.0"
__all__ = [
    "ConfigError",
    "Finding",
    "InputError",
    "Linter",
    "Reply",
    "RuleError",
    "RuleTimeoutWarning",
    "Suggestion",
    "TonecheckError",
    "apply",
]


def __getattr__(name: str) -> object:
    # The command line imports the package for its version; it must not pay for the engine before it knows its verb.
    if name in ("Linter", "RuleTimeoutWarning"):
        from tonecheck import linter

        return getattr(linter, name)
    if name == "apply":
        from tonecheck.fixes import apply

        return apply
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
