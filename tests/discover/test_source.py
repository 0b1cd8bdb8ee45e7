"""Reading a file, or saying plainly why not."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from stigmalint.discover import source as module
from stigmalint.discover.source import Source
from stigmalint.errors import Unreadable


def reason(file: Path, **how: bool) -> str:
    with pytest.raises(Unreadable) as refused:
        Source(file.name, file, **how).read()
    return str(refused.value)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbfa\r\nb\x00\x1a")
    assert Source("a.md", file).read() == b"\xef\xbb\xbfa\r\nb\x00\x1a"


def test_standard_input_is_already_there() -> None:
    assert Source("page.md", data=b"text").read() == b"text"


def test_what_is_missing_or_a_folder(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.md") == "there is no such file"
    assert reason(tmp_path) == "it is a folder, not a file"


def test_what_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x" * 10)
    assert len(Source("a.md", file).read(10)) == 10
    file.write_bytes(b"x" * 11)
    with pytest.raises(Unreadable, match="check it in parts"):
        Source("a.md", file).read(10)
    with pytest.raises(Unreadable, match="larger"):
        Source("page.md", data=b"x" * 11).read(10)


@pytest.mark.skipif(os.name == "nt", reason="such files exist on Unix only")
class TestSpecialFiles:
    """Nothing but a regular file is opened for reading, and nothing ever waits."""

    def test_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.md")
        assert "not a file" in reason(tmp_path / "pipe.md")

    def test_a_device(self) -> None:
        assert "not a file" in reason(Path("/dev/zero"))

    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the path of a socket must be short
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("s.md")
            assert "not a file" in reason(Path("s.md"))

    def test_a_link_is_followed_only_when_a_person_named_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_bytes(b"x")
        (tmp_path / "link.md").symlink_to("a.md")
        assert Source("link.md", tmp_path / "link.md").read() == b"x"
        assert "it is a link" in reason(tmp_path / "link.md", follow=False)

    def test_a_circle_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").symlink_to("a.md")
        assert "link" in reason(tmp_path / "a.md")

    def test_a_file_that_becomes_a_pipe_before_it_is_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "a.md"
        file.write_bytes(b"x")

        def swap(path: Path, flags: int) -> int:
            path.unlink()
            os.mkfifo(path)
            return real(path, flags)

        real = os.open
        monkeypatch.setattr(module.os, "open", swap)
        assert "not a file" in reason(file)

    def test_a_file_that_becomes_a_link_before_it_is_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "a.md"
        file.write_bytes(b"x")

        def swap(path: Path, flags: int) -> int:
            path.unlink()
            path.symlink_to("/etc/passwd")
            return real(path, flags)

        real = os.open
        monkeypatch.setattr(module.os, "open", swap)
        assert reason(file, follow=False) == "it is a link that leads to no file"


def test_a_file_that_changes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x")

    def read_slowly(handle: int, most: int) -> bytes:
        data = real(handle, most)
        file.write_bytes(b"xy")
        return data

    real = module._all_of
    monkeypatch.setattr(module, "_all_of", read_slowly)
    assert reason(file) == "it changed while it was read; check it again once it is saved"


def test_what_the_system_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, flags: int) -> int:
        raise errors.pop()

    file = tmp_path / "a.md"
    file.write_bytes(b"x")
    errors: list[OSError] = [OSError(5, "Input/output error"), PermissionError(13, "Permission denied"), OSError("odd")]
    monkeypatch.setattr(module.os, "open", refuse)
    assert reason(file) == "the system could not read it (oserror)"
    assert reason(file) == "there is no permission to read it"
    assert reason(file) == "the system could not read it (input/output error)"


def test_what_is_beside_a_file(tmp_path: Path) -> None:
    source = Source("a.pdf", tmp_path / "a.pdf")
    assert source.beside() is None
    beside = tmp_path / "a.pdf.stigmalint.toml"
    beside.write_bytes(b"[[ignore]]")
    assert source.beside() == b"[[ignore]]"
    beside.unlink()
    beside.mkdir()
    with pytest.raises(Unreadable, match=r"a\.pdf\.stigmalint\.toml beside it cannot be obeyed: it is a folder"):
        source.beside()
    assert Source("page.md", data=b"text").beside() is None
