"""Fuzz one target with Atheris, for some seconds or some runs: ``python -m tests.fuzz TARGET [--seconds N] [--runs N]``.

A crash is written to a file whose name is printed; ``python -m tests.fuzz TARGET FILE`` runs that file alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import mkdtemp

import atheris

with atheris.instrument_imports(include=["stigmalint"]):
    from tests.fuzz.targets import TARGETS, try_one


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("file", nargs="?", type=Path, help="run only this input")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1)
    wanted = parser.parse_args()
    if wanted.file:
        try_one(wanted.target, wanted.file.read_bytes())
        return
    corpus = Path(mkdtemp(prefix=f"fuzz-{wanted.target}-"))
    for number, seed in enumerate(TARGETS[wanted.target].seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
        with atheris.instrument_imports(include=["stigmalint"]):  # what a target needs is imported by its first run
            try_one(wanted.target, seed)
    limits = ["-max_len=6000", "-timeout=20", "-rss_limit_mb=2000", "-seed=1", f"-artifact_prefix={corpus}/crash-"]
    arguments = [sys.argv[0], str(corpus), f"-max_total_time={wanted.seconds}", f"-runs={wanted.runs}", *limits]
    atheris.Setup(arguments, lambda data: try_one(wanted.target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
