"""Turn a zip and a few new parts into the same zip in which nothing else has changed.

The surprise: members that stay are copied as they are packed, headers and all, in the order in which they stand. Nothing
is unpacked to be packed again.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from stigmalint.errors import Refused

_LINE = 46
"""Bytes of a line in the table of contents before the three texts of which bytes 28 to 33 give the lengths."""
_OFFSET = 42
"""Where in a line the offset of the member stands."""
_ELSEWHERE = 0xFFFFFFFF
_END = struct.Struct("<4s4H2LH")


class _Member(NamedTuple):
    """A member: its header and content, and its line in the table of contents."""

    packed: bytes
    line: bytes


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip with these members replaced, or added behind the others where there are none of that name.

    Raises ``Refused`` for a zip that is laid out as no Word file is.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = _members(data, archive)
        of_name = {info.filename: at for at, info in enumerate(archive.infolist())}
        for name, content in parts.items():
            if name in of_name:
                members[of_name[name]] = _packed(archive.infolist()[of_name[name]], content)
            else:
                members.append(_packed(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED))
        return _joined(members, archive.comment)


def _members(data: bytes, archive: zipfile.ZipFile) -> list[_Member]:
    """All members in the order of the table of contents."""
    starts = sorted([*(info.header_offset for info in archive.infolist()), archive.start_dir])
    ends = dict(pairwise(starts))
    members, at = [], archive.start_dir
    for info in archive.infolist():
        end = at + _LINE + sum(struct.unpack_from("<3H", data, at + 28))
        members.append(_Member(data[info.header_offset : ends[info.header_offset]], data[at:end]))
        at = end
    return members


def _packed(old: zipfile.ZipInfo, content: bytes, method: int | None = None) -> _Member:
    """A member packed as ``old`` was."""
    info = zipfile.ZipInfo(old.filename, old.date_time)
    info.compress_type = old.compress_type if method is None else method
    info.create_system, info.external_attr, info.comment = old.create_system, old.external_attr, old.comment
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, content)
        end = archive.fp.tell() if archive.fp else 0
    made = target.getvalue()
    return _Member(made[:end], made[end : -_END.size])


def _joined(members: list[_Member], comment: bytes) -> bytes:
    out, lines = io.BytesIO(), []
    for member in members:
        if struct.unpack_from("<L", member.line, _OFFSET)[0] == _ELSEWHERE:
            raise Refused("the file is packed in an unusual way; open it in Word, save it again and have that reviewed")
        lines.append(member.line[:_OFFSET] + struct.pack("<L", out.tell()) + member.line[_OFFSET + 4 :])
        out.write(member.packed)
    start, table = out.tell(), b"".join(lines)
    end = _END.pack(b"PK\5\6", 0, 0, len(lines), len(lines), len(table), start, len(comment))
    return b"".join((out.getvalue(), table, end, comment))
