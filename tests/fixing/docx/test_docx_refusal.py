"""What its author has closed is not marked up, and said so with the remedy."""

from __future__ import annotations

import pytest

from stigmalint.errors import Refused
from stigmalint.fixing.docx.zipping import with_parts
from tests.fixing.docx.marked import reviewed
from tests.readers import docx_builder as made

TEXT = made.paragraph(made.run("The drug addicts left."))
WISH = {"drug addicts": "people who use drugs"}


def draft(settings: str, *, strict: bool = False) -> bytes:
    return made.docx(TEXT, parts={"settings.xml": ("settings", made.part("w:settings", settings))}, strict=strict)


CLOSED = (
    '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
    '<w:documentProtection w:edit="forms" w:enforcement="true"/>',
    '<w:documentProtection w:edit="comments" w:enforcement="on"/>',
    '<w:writeProtection w:hash="abc" w:salt="def"/>',
    '<w:writeProtection w:hashValue="abc"/>',
)
OPEN = (
    "",
    '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>',
    '<w:documentProtection w:edit="readOnly"/>',
    '<w:writeProtection w:recommended="1"/>',
    "<w:trackRevisions/>",
)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("settings", CLOSED)
def test_a_protected_document_is_refused(settings: str, strict: bool) -> None:
    with pytest.raises(Refused, match="protected against changes; in Word, choose Review, Restrict Editing"):
        reviewed(draft(settings, strict=strict), WISH)


@pytest.mark.parametrize("settings", OPEN)
def test_other_settings_close_nothing(settings: str) -> None:
    assert reviewed(draft(settings), WISH).changed == 1


def test_a_signed_document_is_refused() -> None:
    signed = with_parts(made.docx(TEXT), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    with pytest.raises(Refused, match="digitally signed"):
        reviewed(signed, WISH)


def test_a_document_that_points_to_signatures_is_refused() -> None:
    origin = made.relationship("rId9", "digital-signature/origin", "sigs/origin.sigs")
    root = made.relationships(made.relationship("rId1", "officeDocument", "word/document.xml"), origin)
    with pytest.raises(Refused, match="digitally signed"):
        reviewed(with_parts(made.docx(TEXT), {"_rels/.rels": root.encode()}), WISH)
