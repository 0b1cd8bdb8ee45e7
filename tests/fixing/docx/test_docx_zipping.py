"""A zip with a few new parts is otherwise the same zip."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.errors import Refused
from stigmalint.fixing.docx.zipping import with_parts
from tests.fixing.docx.marked import members

NAMES = st.text(st.sampled_from("abé/ü_1"), min_size=1, max_size=8).filter(lambda name: not name.endswith("/"))
REMARKS = st.binary(max_size=9).filter(lambda remark: b"P" not in remark)
"""No remark that could be taken for the end of a zip: Python's own reader stumbles over that."""
METHODS = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])


class Piped(io.BytesIO):
    """A file that cannot be wound back, into which sizes are written behind each member."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation


def zipped(files: dict[str, tuple[bytes, int]], comment: bytes = b"", target: io.BytesIO | None = None) -> bytes:
    target = target or io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = comment
        for name, (content, method) in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1999, 12, 31, 23, 59, 58)), content, method)
    return target.getvalue()


@given(
    st.dictionaries(NAMES, st.tuples(st.binary(max_size=200), METHODS), max_size=6),
    REMARKS,
    st.booleans(),
    st.data(),
)
def test_what_is_not_replaced_stays_byte_for_byte_and_in_order(
    files: dict[str, tuple[bytes, int]], comment: bytes, piped: bool, data: st.DataObject
) -> None:
    made = zipped(files, comment, Piped() if piped else None)
    replaced = data.draw(st.dictionaries(st.sampled_from([*files, "new.xml"]), st.binary(max_size=200)))
    copy = with_parts(made, replaced)
    before, after = members(made), members(copy)
    assert list(after) == [*files, *(name for name in replaced if name not in files)]
    assert all(after[name] == before[name] for name in files if name not in replaced)
    with zipfile.ZipFile(io.BytesIO(copy)) as archive, zipfile.ZipFile(io.BytesIO(made)) as original:
        assert archive.testzip() is None
        assert archive.comment == comment
        for name, (content, method) in files.items():
            info, old = archive.getinfo(name), original.getinfo(name)
            assert archive.read(name) == replaced.get(name, content)
            assert (info.compress_type, info.date_time, info.external_attr) == (method, old.date_time, old.external_attr)


def test_nothing_replaced_is_the_same_file() -> None:
    made = zipped({"a": (b"one", zipfile.ZIP_STORED), "b/c": (b"two" * 99, zipfile.ZIP_DEFLATED)}, b"a remark")
    assert with_parts(made, {}) == made


def test_what_stands_before_the_zip_is_left_out() -> None:
    made = zipped({"a": (b"one", zipfile.ZIP_STORED)})
    assert with_parts(b"#!/bin/sh\n" + made, {}) == made


def test_an_offset_that_stands_elsewhere_is_refused() -> None:
    made = bytearray(zipped({"a": (b"one", zipfile.ZIP_STORED)}))
    line = made.index(b"PK\1\2")
    extra = struct.pack("<2HQ", 1, 8, 0)
    made[line + 30 : line + 32] = struct.pack("<H", len(extra))
    made[line + 42 : line + 46] = b"\xff" * 4
    made[line + 47 : line + 47] = extra
    end = made.index(b"PK\5\6")
    made[end + 12 : end + 16] = struct.pack("<L", end - line)
    with pytest.raises(Refused, match="packed in an unusual way"):
        with_parts(bytes(made), {})
