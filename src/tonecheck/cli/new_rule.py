"""``tonecheck rules new``: the beginnings of a rule file, which load and pass their own tests as they stand."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from tonecheck.cli.inputs import names
from tonecheck.cli.output import usage_error

PACK = "our-rules"


def new_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="The rule's name, such as 'no-jokes'.", show_default=False)],
    pack: Annotated[str, typer.Option(metavar="FOLDER", help="The rule pack that gets it; made if need be.")] = PACK,
    language: Annotated[
        list[str] | None,
        typer.Option(help="The languages that the rule speaks, of en, bn and bn-Latn.", show_default="en"),
    ] = None,
    category: Annotated[str, typer.Option(help="The category that the rule is listed in.")] = "team",
) -> None:
    """Begin a rule file that tells what its keys do, with tests that pass.

    Exit status: 0 written, 2 not.
    """
    from shlex import quote

    from tonecheck.errors import did_you_mean
    from tonecheck.model import LANGUAGES
    from tonecheck.rulebook.schema import CATEGORIES
    from tonecheck.rulebook.skeleton import skeleton

    if category not in CATEGORIES:
        usage_error(f"there is no category {category!r}: {did_you_mean(category, CATEGORIES)}")
    wanted = names(language) or ["en"]
    for name in wanted:
        if name not in LANGUAGES:
            usage_error(f"there is no language {name!r}: {did_you_mean(name, LANGUAGES)}")
    _refuse_name(id)
    path = os.path.join(pack, f"{id}.yml")
    _refuse_taken(id, pack, path)
    text = skeleton(id, category, tuple(known for known in LANGUAGES if known in wanted))
    _write(path, text)
    print(path)
    print(f"next: put your words into it, then run: tonecheck test {quote(path)}", file=sys.stderr)


def _refuse_name(id: str) -> None:
    import regex

    from tonecheck.rulebook.schema import SLUG

    # No $ here: it would let a line break through.
    if regex.fullmatch(SLUG, id) and not id.endswith("\n"):
        return
    near = regex.sub("[^a-z0-9]+", "-", id.lower()).strip("-").lstrip("0123456789-")
    hint = f"did you mean {near!r}?" if near else "use one such as 'no-jokes'"
    usage_error(f"{id!r} is no rule id: use small letters, digits and single hyphens; {hint}")


def _refuse_taken(id: str, pack: str, path: str) -> None:
    from tonecheck.errors import Problem, RuleError
    from tonecheck.rulebook.catalog import rulebook

    if os.path.lexists(pack) and not os.path.isdir(pack):
        raise RuleError(Problem(pack, 0, 0, "this is no folder", "name the folder of a rule pack"))
    if os.path.lexists(path):
        raise RuleError(Problem(path, 0, 0, "there is such a file already", "edit it, or choose another id"))
    book = rulebook()
    taken = dict.fromkeys(book.rules, "the built-in rules") | _ids(pack)
    if id in taken:
        hint = f"choose another id; to change that rule, write a file that begins with 'change: {id}'"
        raise RuleError(Problem(path, 0, 0, f"there is a rule {id!r} already, in {taken[id]}", hint))
    if id in book.signals:
        raise RuleError(Problem(path, 0, 0, f"{id!r} is the name of a signal", "choose another id"))


def _ids(pack: str) -> dict[str, str]:
    """The rules of a pack and their files, also of a pack that is not finished."""
    from tonecheck.errors import Problem, RuleError
    from tonecheck.rulebook.packfiles import of_kind, read_packs

    problems: list[Problem] = []
    try:
        files = read_packs([pack], problems) if os.path.isdir(pack) else []
    except RuleError:  # an empty folder
        files = []
    return {str(file.values.get("id")): file.path for file in of_kind(files, "find")}


def _write(path: str, text: str) -> None:
    from tonecheck.errors import Problem, RuleError

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        # x: what somebody else writes at this moment is not lost.
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise RuleError(Problem(path, 0, 0, f"cannot be written: {error.strerror}", "check the folder")) from None
