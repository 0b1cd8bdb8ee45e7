"""What all office files have in common: members within limits, and one sentence for each thing that is not one."""

from __future__ import annotations

import pytest

from stigmalint.errors import Unreadable
from stigmalint.limits import DEFAULT_LIMITS
from stigmalint.readers.office.package import Archive, Package
from stigmalint.readers.office.refusal import EXCEL, OPENDOCUMENT, POWERPOINT, WORD, Kind
from tests.readers.docx_builder import relationship, relationships, zipped

KINDS = [WORD, POWERPOINT, EXCEL]


def starting(kind: Kind) -> bytes:
    return zipped({"_rels/.rels": relationships(relationship("rId1", "officeDocument", kind.main)), kind.main: "<x/>"})


@pytest.mark.parametrize("wanted", KINDS, ids=lambda kind: kind.program)
@pytest.mark.parametrize("found", KINDS, ids=lambda kind: kind.program)
def test_a_file_of_another_kind_is_called_by_its_name(wanted: Kind, found: Kind) -> None:
    package = Package(starting(found), wanted, DEFAULT_LIMITS)
    if wanted is found:
        assert package.main_part() == wanted.main
    else:
        with pytest.raises(Unreadable, match=f"not {wanted.what}: give it the ending {found.ending}"):
            package.main_part()


def test_a_zip_without_a_document_is_named() -> None:
    with pytest.raises(Unreadable, match="without a presentation in it"):
        Package(zipped({"photo.txt": "x"}), POWERPOINT, DEFAULT_LIMITS).main_part()


def test_what_to_do_names_the_program() -> None:
    archive = Archive(zipped({"content.xml": "<a>"}), OPENDOCUMENT, DEFAULT_LIMITS)
    with pytest.raises(Unreadable, match="open the file in LibreOffice"):
        archive.tree("content.xml")
