"""Turn a Word file that somebody has closed against changes into the reason why it is not marked up."""

from __future__ import annotations

from stigmalint.errors import Refused
from stigmalint.fixing.docx.parts import Parts
from stigmalint.readers.office.names import Element, attribute, child

_OFF = frozenset({"", "0", "false", "off"})


def refuse_closed(parts: Parts) -> None:
    """Raise ``Refused`` for a signed file, and for one that its author has protected against changes."""
    if parts.is_signed:
        raise Refused(
            "it is digitally signed, and marks would break the signature; remove the signature or review a copy without it"
        )
    for relation in parts.of_kind("settings"):
        if relation.part in parts and _is_protected(parts.look(relation.part)):
            raise Refused(
                "it is protected against changes; in Word, choose Review, Restrict Editing, Stop Protection, and save it"
            )


def _is_protected(settings: Element) -> bool:
    protection, writing = child(settings, "w:documentProtection"), child(settings, "w:writeProtection")
    enforced = protection is not None and attribute(protection, "w:enforcement").lower() not in _OFF
    return enforced or (writing is not None and any("hash" in str(name).lower() for name in writing.attrib))
