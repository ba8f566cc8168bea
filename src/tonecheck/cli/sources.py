"""``tonecheck sources``: the kinds of files that are read, and the shapes that replies are found by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated, Literal

import typer

from tonecheck.cli.output import write


def sources(
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How they are written.")] = "text",
    config: Annotated[str | None, typer.Option(metavar="FILE", help="A configuration file, for its profiles.")] = None,
) -> None:
    """List the kinds of files that are read, and the products whose files are known by their shape."""
    from tonecheck.config import Options, lookup
    from tonecheck.sources import SUFFIXES
    from tonecheck.sources.profiles import builtin_profiles

    own = lookup(Options((config,) if config else (), environ=os.environ)).of_folder(".").profiles
    profiles = (*own, *builtin_profiles())
    if output_format == "json":
        from tonecheck.reports.json_objects import encode

        listed = [
            {"name": profile.name, "product": profile.product, "formats": list(profile.formats)} for profile in profiles
        ]
        write([encode({"version": 1, "suffixes": list(SUFFIXES), "profiles": listed}) + "\n"])
        return

    def lines() -> Iterator[str]:
        yield f"Files: {' '.join(SUFFIXES)}\n"
        yield "Any other file that is named is read as plain text.\n\nProfiles, recognised by the shape of the file:\n"
        width = max(len(profile.name) for profile in profiles)
        for profile in profiles:
            told = "" if profile.shape else f" (only with --profile {profile.name})"
            yield f"  {profile.name:{width}}  {', '.join(profile.formats):12}  {profile.product}{told}\n"

    write(lines())
