"""The Python door: a linter made once, replies checked with it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tonecheck.engine.allowed import allowed_terms
from tonecheck.engine.check import Examined, examine
from tonecheck.engine.library import Library
from tonecheck.engine.patterns import Patterns
from tonecheck.model import CHANNELS, KINDS, Channel, Finding, Kind, Language, Reply, Severity
from tonecheck.rulebook.catalog import rulebook as load_rulebook
from tonecheck.rulebook.limits import with_limits
from tonecheck.rulebook.rule import Rulebook
from tonecheck.rulebook.selection import selection, severities
from tonecheck.text.document import read
from tonecheck.text.mask import PLACEHOLDER
from tonecheck.text.placeholders import may_fall_back

if TYPE_CHECKING:
    from tonecheck.config import Layer, RuleSettings


class RuleTimeoutWarning(UserWarning):
    """A rule of a pack was left out for one reply because its pattern took too long."""


class Linter:
    """A rulebook and a choice of its rules. Making one reads the rules; checking does no I/O.

    ``packs`` are paths of rule packs on top of the built-in rules, ``preset`` the preset to use in place of that of
    each reply's channel, ``select``, ``extend_select`` (on besides) and ``ignore`` rule ids or categories,
    ``severities`` severities by rule id, ``limits`` numbers by measure or rule id (see ``rulebook.limits``),
    ``allowed`` words that are right here. ``channel``, ``kind`` and ``language`` are those of a text that is checked
    alone. Raises ``RuleError`` for a pack with errors and ``ConfigError`` for a name that does not exist.
    """

    def __init__(
        self,
        *,
        packs: Iterable[str] = (),
        preset: str | None = None,
        select: Iterable[str] | None = None,
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severities: Mapping[str, str] | None = None,
        limits: Mapping[str, int] | None = None,
        allowed: Iterable[str] = (),
        rulebook: Rulebook | None = None,
        channel: Channel = "email",
        kind: Kind = "draft",
        language: Language | None = None,
    ) -> None:
        self.rulebook = with_limits(load_rulebook(tuple(packs)) if rulebook is None else rulebook, limits or {})
        self._patterns = Patterns(self.rulebook)
        self._selection = selection(
            self.rulebook,
            preset=preset,
            select=select,
            extend_select=extend_select,
            ignore=ignore,
            severities=severities,
        )
        self._allowed = allowed_terms(allowed)
        self._alone = Reply("", channel=channel, kind=kind, language=language)

    @classmethod
    def from_config(cls, path: str) -> Linter:
        """The linter of a project: ``path`` is its configuration file (``tonecheck.toml`` or ``pyproject.toml``) or a
        folder with one. Raises ``ConfigError`` when it cannot be used."""
        from tonecheck.config import merge, read_layers, settings_of

        layers = read_layers(path)
        settings = settings_of(merge(layers))
        return linter_of(
            settings.rules,
            layers,
            channel=settings.channel or "email",
            kind=settings.kind or "draft",
            language=settings.language,
        )

    def check(self, reply: Reply | str) -> list[Finding]:
        """The findings of one reply (a text alone is an e-mail draft unless the linter says otherwise), sorted by
        position; the same reply gives the same list. A rule that was stopped for taking too long is warned of with
        ``RuleTimeoutWarning``."""
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

    def active(self, reply: Reply) -> Mapping[str, Severity]:
        """The rules that run on a reply, by id, and how severe each is."""
        return severities(self.rulebook, self._selection, reply)

    def left_out(self) -> frozenset[str]:
        """The rules that run on no reply, of whatever channel and kind."""
        replies = (Reply("", channel=channel, kind=kind) for channel in CHANNELS for kind in KINDS)
        return frozenset(self.rulebook.rules).difference(*(self.active(reply) for reply in replies))

    def examine(self, reply: Reply | str, library: Library | None = None) -> Examined:
        """As ``check``, with the rules that were stopped beside the findings. A canned reply is compared with the
        ``library`` of those before it, where one is given."""
        reply = replace(self._alone, text=reply) if isinstance(reply, str) else reply
        active = self.active(reply)
        document = read(reply)
        examined = examine(document, self._patterns, active, library, self._allowed)
        if not (any(mask.kind == PLACEHOLDER for mask in document.masks) and may_fall_back(reply.text)):
            return examined
        from tonecheck.engine.rereading import with_fallbacks

        def again(other: Reply) -> Examined:
            return examine(read(other), self._patterns, active, allowed=self._allowed)

        return with_fallbacks(document, examined, again)


def linter_of(
    rules: RuleSettings,
    layers: Iterable[Layer] = (),
    *,
    like: Linter | None = None,
    channel: Channel = "email",
    kind: Kind = "draft",
    language: Language | None = None,
) -> Linter:
    """The linter of settings. ``layers`` are where they come from: a name in them that does not exist is a
    ``ConfigError`` with its place. ``like`` is one with the same packs and limits, to share its patterns."""
    book = load_rulebook(rules.packs)
    layers = tuple(layers)
    if layers:
        from tonecheck.config.names import check_names

        check_names(layers, book)
    linter = Linter(
        rulebook=like.rulebook if like else book,
        preset=rules.preset,
        select=rules.select,
        extend_select=rules.extend_select,
        ignore=rules.ignore,
        severities=dict(rules.severities),
        limits={} if like else dict(rules.limits),
        allowed=rules.allowed,
        channel=channel,
        kind=kind,
        language=language,
    )
    if like:
        linter._patterns = like._patterns
    return linter
