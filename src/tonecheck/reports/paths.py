"""Paths as the programs that read reports want them: from the project's folder on, and as URIs."""

from __future__ import annotations

import os


def project_path(path: str) -> str:
    """``path`` with ``/`` between its parts, and without the current folder, which in CI is that of the project."""
    here = os.path.join(os.getcwd(), "")
    path = path.removeprefix(here) if os.path.isabs(path) else path
    path = path.replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path


def uri(path: str) -> str:
    """``project_path`` as a percent-encoded URI, of the ``file`` scheme when it lies elsewhere."""
    from urllib.parse import quote

    name = project_path(path)
    try:
        # The bytes of a file name that is no UTF-8.
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "surrogatepass")
    if os.path.isabs(name):
        return f"file://{'' if name.startswith('/') else '/'}{quote(raw, safe='/:')}"
    return quote(raw, safe="/")
