"""What action.yml runs: ``tonecheck check`` with the inputs of the action, which come in by the environment.

PATHS and ARGS are taken apart as a shell does it, and no shell ever sees them. With SARIF_FILE the findings are written
there first, whatever the check will say.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

# -P: a regex.py among the files to be checked is not imported.
TONECHECK = (sys.executable, "-P", "-m", "tonecheck", "check")
BAD_USAGE = 2


def main() -> int:
    args, paths = _words("ARGS"), _words("PATHS") or ["."]
    if sarif := os.environ.get("SARIF_FILE"):
        with open(sarif, "wb") as stream:
            _check([*args, "--fail-on", "never", "--output-format", "sarif"], paths, stream.fileno())
    return _check([*args, "--output-format", "github"], paths)


def _words(name: str) -> list[str]:
    try:
        return shlex.split(os.environ.get(name, ""))
    except ValueError as error:
        sys.stderr.write(f"tonecheck: input {name.lower()}: {error}\n")
        raise SystemExit(BAD_USAGE) from None


def _check(options: list[str], paths: list[str], stdout: int | None = None) -> int:
    # After -- a path that begins with a hyphen is a path.
    return subprocess.run([*TONECHECK, *options, "--", *paths], stdout=stdout, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
