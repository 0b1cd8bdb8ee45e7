"""Turn what a repository has into proposals: the files it lacks to have its documents checked.

The surprise: a file that somebody wrote is never rewritten. What cannot be added at its end is told as a note instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from stigmalint.readers import suffixes
from stigmalint.settings import FILE, find


class Kind(StrEnum):
    """What a repository can be given besides settings."""

    PRE_COMMIT = "pre-commit"
    GITHUB = "github"
    GITLAB = "gitlab"
    DOCKER = "docker"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file to write; ``before`` is what it holds now, ``None`` when it is new."""

    file: Path
    before: bytes | None
    after: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person has to know or do."""

    text: str


_HOOKS = ".pre-commit-config.yaml"
_GITLAB = ".gitlab-ci.yml"
_WORKFLOW = ".github/workflows/stigmalint.yml"
_JOB = ".gitlab/stigmalint.yml"
_CONTAINER = "stigmalint.Dockerfile"


def detected(root: Path) -> list[Kind]:
    """The kinds that a repository uses already."""
    signs = {Kind.PRE_COMMIT: _HOOKS, Kind.GITHUB: ".github", Kind.GITLAB: _GITLAB}
    return [kind for kind, sign in signs.items() if (root / sign).exists()]


def proposals(root: Path, kinds: Iterable[Kind], package: str, *, renew: bool) -> Iterator[Proposal | Note]:
    """What the repository at ``root`` lacks. ``package`` is what pip installs; ``renew`` replaces files of ours that differ."""
    makers = {
        Kind.PRE_COMMIT: lambda: _pre_commit(root / _HOOKS, package),
        Kind.GITHUB: lambda: _whole(root / _WORKFLOW, _template("github/workflow.yml", package), renew=renew),
        Kind.GITLAB: lambda: _gitlab(root, package, renew=renew),
        Kind.DOCKER: lambda: _whole(root / _CONTAINER, _template("docker/stigmalint.Dockerfile", package), renew=renew),
    }
    if find(root) is None:
        yield Proposal(root / FILE, None, _template(FILE, package))
    for kind in dict.fromkeys(kinds):
        yield from makers[kind]()


def _template(name: str, package: str) -> str:
    text = (files("stigmalint") / "integrations" / name).read_text("utf-8")
    return text.replace("{source}", f'"{package}"').replace("{files}", document_pattern())


def document_pattern() -> str:
    """What the path of a document fits, as pre-commit understands it."""
    return rf"(?i)\.({'|'.join(sorted(suffix[1:] for suffix in suffixes()))})$"


def _whole(file: Path, after: str, *, renew: bool) -> Iterator[Proposal | Note]:
    """A file that is ours alone."""
    if not file.exists():
        yield Proposal(file, None, after)
        return
    before = file.read_bytes()
    if before.replace(b"\r\n", b"\n") == after.encode():
        return
    if renew:
        yield Proposal(file, before, after)
    else:
        yield Note(f"{file.name} is there already, with other content; it stays as it is. --renew replaces it.")


def _gitlab(root: Path, package: str, *, renew: bool) -> Iterator[Proposal | Note]:
    yield from _whole(root / _JOB, _template("gitlab/stigmalint.yml", package), renew=renew)
    file, include = root / _GITLAB, _template("gitlab/include.yml", package)
    if not file.exists():
        yield Proposal(file, None, include)
    elif _JOB.encode() not in file.read_bytes():
        yield Note(f"{_GITLAB} is yours; to have the job run, add to its list under “include:” this line:   - local: {_JOB}")


def _pre_commit(file: Path, package: str) -> Iterator[Proposal | Note]:
    """The hook at the end of the list of hooks, if that is where the file ends."""
    hooks = _template("pre-commit/hooks.yaml", package)
    if not file.exists():
        yield Proposal(file, None, f"repos:\n{hooks}")
        return
    before = file.read_bytes()
    if re.search(rb"\bid: *stigmalint\b", before):
        return
    after = _appended(before, hooks)
    if after is None:
        yield Note(f"{_HOOKS} is yours; to have the hook run, add to its list under “repos:” what is in docs/ci.md.")
    else:
        yield Proposal(file, before, after)


def _appended(before: bytes, hooks: str) -> str | None:
    """The text with the hooks at the end of its list, or ``None`` when its shape is not so plain that this must be right."""
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError:
        return None
    keys = re.findall(r"^([^\s#-][^:\n]*):", text, re.MULTILINE)
    items = re.search(r"^repos:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- repo:", text, re.MULTILINE)
    if items is None or keys[-1] != "repos" or re.search(r"^\.\.\.", text, re.MULTILINE) or text.count("\n---") > 0:
        return None
    indented = re.sub(r"^  ", items[1], hooks, flags=re.MULTILINE)
    ending = "\r\n" if "\r\n" in text else "\n"
    joint = "" if text.endswith("\n") else ending
    return text + joint + indented.replace("\n", ending)
