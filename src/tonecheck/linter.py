"""The Python door: a linter made once, replies checked with it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping

from tonecheck.engine.check import Examined, examine
from tonecheck.engine.library import Library
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Finding, Reply
from tonecheck.rulebook.catalog import rulebook as load_rulebook
from tonecheck.rulebook.rule import Rulebook
from tonecheck.rulebook.selection import selection, severities
from tonecheck.text.document import read


class RuleTimeoutWarning(UserWarning):
    """A rule of a pack was left out for one reply because its pattern took too long."""


class Linter:
    """A rulebook and a choice of its rules. Making one reads the rules; checking does no I/O.

    ``packs`` are paths of rule packs on top of the built-in rules, ``preset`` the preset to use in place of that of
    each reply's channel, ``select`` and ``ignore`` rule ids or categories, ``severities`` severities by rule id. Raises
    ``RuleError`` for a pack with errors and ``ConfigError`` for a name that does not exist.
    """

    def __init__(
        self,
        *,
        packs: Iterable[str] = (),
        preset: str | None = None,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        severities: Mapping[str, str] | None = None,
        rulebook: Rulebook | None = None,
    ) -> None:
        self.rulebook = load_rulebook(tuple(packs)) if rulebook is None else rulebook
        self._patterns = Patterns(self.rulebook)
        self._selection = selection(self.rulebook, preset=preset, select=select, ignore=ignore, severities=severities)

    @classmethod
    def from_config(cls, path: str) -> Linter:
        """The linter of a project: ``path`` is its configuration file (``tonecheck.toml`` or ``pyproject.toml``) or a
        folder with one. Raises ``ConfigError`` when it cannot be used."""
        from tonecheck.config import read_config

        config = read_config(path)
        return cls(
            packs=config.packs,
            preset=config.preset,
            select=config.select,
            ignore=config.ignore,
            severities=config.severities,
        )

    def check(self, reply: Reply | str) -> list[Finding]:
        """The findings of one reply (a text alone is an e-mail draft), sorted by position; the same reply gives the
        same list. A rule that was stopped for taking too long is warned of with ``RuleTimeoutWarning``."""
        examined = self.examine(reply)
        for error in examined.errors:
            warnings.warn(str(error), RuleTimeoutWarning, stacklevel=2)
        return list(examined.findings)

    def check_library(self, replies: Iterable[Reply]) -> Iterator[list[Finding]]:
        """The findings of each reply of a library in turn; canned replies that say the same as an earlier one are found
        too. The texts of the canned replies are kept while it runs, the replies are not."""
        library = Library()
        for reply in replies:
            yield list(self.examine(reply, library).findings)

    def examine(self, reply: Reply | str, library: Library | None = None) -> Examined:
        """As ``check``, with the rules that were stopped beside the findings. A canned reply is compared with the
        ``library`` of those before it, where one is given."""
        reply = Reply(reply) if isinstance(reply, str) else reply
        active = severities(self.rulebook, self._selection, reply)
        return examine(read(reply), self._patterns, active, library)
