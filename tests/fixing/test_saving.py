"""A file is replaced whole or not at all, keeps what it had besides its text, and is left alone when in doubt."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from stigmalint.errors import Unsaved
from stigmalint.fixing.saving import save
from tests.tools import ROOT

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such thing")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file alone in its folder."""
    made = tmp_path / "a.md"
    made.write_bytes(b"old")
    return made


def refusal(file: Path, **wishes: bytes) -> str:
    """Why a file is not replaced; it is as it was, and nothing is left behind."""
    before = file.lstat(), sorted(file.parent.iterdir())
    with pytest.raises(Unsaved) as caught:
        save(file, b"new", **wishes)
    after = file.lstat()
    assert (after.st_ino, after.st_size, after.st_mode) == (before[0].st_ino, before[0].st_size, before[0].st_mode)
    assert sorted(file.parent.iterdir()) == before[1]
    return str(caught.value)


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    save(tmp_path / "new.md", b"\xff\r\n")
    (tmp_path / "other.md").touch()
    assert (tmp_path / "new.md").read_bytes() == b"\xff\r\n"
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "other.md").stat().st_mode


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o775])
def test_a_replaced_file_keeps_mode_owner_and_group(file: Path, mode: int) -> None:
    file.chmod(mode)
    if os.geteuid() == 0:
        os.chown(file, 1234, 4321)
    before = file.stat()
    save(file, b"new", instead_of=b"old")
    after = file.stat()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(after.st_mode) == mode
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has these")
def test_a_replaced_file_keeps_its_attributes(file: Path) -> None:
    try:
        os.setxattr(file, "user.origin", b"a guide")
    except OSError:
        pytest.skip("this file system keeps no attributes")
    save(file, b"new")
    assert os.getxattr(file, "user.origin") == b"a guide"


def test_a_file_that_changed_since_it_was_read(file: Path) -> None:
    assert refusal(file, instead_of=b"older") == "it changed after it was read; run the command again"


def test_a_file_that_changes_while_the_new_one_is_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def type_on(handle: int) -> None:
        file.write_bytes(b"typed meanwhile")

    monkeypatch.setattr(os, "fsync", type_on)
    with pytest.raises(Unsaved, match="it changed after it was read"):
        save(file, b"new", instead_of=b"old")
    assert file.read_bytes() == b"typed meanwhile"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(Unsaved, match="no such file"):
        save(tmp_path / "a.md", b"new", instead_of=b"old")


def test_a_link(file: Path) -> None:
    link = file.with_name("link.md")
    link.symlink_to("a.md")
    assert refusal(link) == "it is a link; name the file that it leads to"


def test_a_second_name(file: Path) -> None:
    file.with_name("b.md").hardlink_to(file)
    assert "second name" in refusal(file)


def test_a_read_only_file_and_a_folder(file: Path, tmp_path: Path) -> None:
    file.chmod(0o444)
    assert refusal(file) == "it is read-only"
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / "folder") == "it is not a file"


@posix
def test_a_folder_in_which_nothing_may_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(file) == "permission denied"


@pytest.mark.parametrize("step", ["fsync", "replace", "utime"])
def test_a_full_disk_at_any_step(file: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    assert refusal(file, instead_of=b"old") == "no space left on device"


def test_an_owner_that_cannot_be_kept_does_not_stand_in_the_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse, raising=False)
    save(file, b"new")
    assert file.read_bytes() == b"new"


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from stigmalint.fixing import saving

    left = int(sys.argv[2])

    def deadly(name):
        real = getattr(os, name)
        def step(*given, **named):
            global left
            left -= 1
            if left == 0:  # half of what was to be written gets to the disk
                if name == "write":
                    real(given[0], bytes(given[1])[: len(given[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        return step

    for name in "open write fsync replace unlink chmod chown utime lstat stat close fdopen listxattr".split():
        setattr(os, name, deadly(name))

    class Unbuffered:
        def __init__(self, handle): self.handle = handle
        def __enter__(self): return self
        def __exit__(self, *_): os.close(self.handle)
        def write(self, data):
            while data:
                data = data[os.write(self.handle, data[:4096]) :]
        def flush(self): pass
        def fileno(self): return self.handle

    os.fdopen = lambda handle, *_, **__: Unbuffered(handle)
    saving.save(Path(sys.argv[1]), b"new" * 5000, instead_of=b"old" * 5000)
    sys.exit(7)
"""


@posix
def test_killed_at_any_step_it_leaves_the_old_file_or_the_new_one(file: Path) -> None:
    old, new = b"old" * 5000, b"new" * 5000
    seen = []
    for step in range(1, 60):
        file.write_bytes(old)
        command = [sys.executable, "-S", "-c", textwrap.dedent(KILLED), str(file), str(step)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
        assert file.read_bytes() in (old, new), f"a half-written file after step {step}"
        seen.append(file.read_bytes())
        if ended.returncode == 7:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    else:
        pytest.fail("it never came to its end")
    assert seen[0] == old
    assert seen[-1] == new
    assert len(seen) > 12


def test_the_disk_is_asked_to_remember_the_text_before_the_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, real=real, name=name: (steps.append(name), real(*given))[1])
    save(file, b"new")
    assert steps == (["fsync", "replace", "fsync"] if os.name != "nt" else ["fsync", "replace"])
