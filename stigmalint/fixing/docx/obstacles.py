"""Turn the atoms behind a wording into the reason why no change can be tracked there, or into none.

The surprise: bookmarks, remarks, spelling marks and others' changes are no obstacles. A change goes round them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stigmalint.fixing.docx.atoms import Atom
from stigmalint.fixing.docx.elements import around
from stigmalint.readers.office.names import Element, attribute, child, short, tags, value

PICTURE = "the words are the alternative text of a picture or a table, in which changes cannot be tracked"
DRAWN = "the words stand in a chart, a diagram or drawn lettering, in which changes cannot be tracked"
FORMULA = "the words stand in a formula, in which changes cannot be tracked"
COMMENT = "the words stand in a comment, in which changes cannot be tracked"
RUBY = "the words have a reading guide above them, from which a change would part them"
PARAGRAPHS = "the words run on from one paragraph into the next"
BORDER = "the words run across the border of a link, a field or a content control"
CONTROL = "the words stand in a content control that is locked, or filled in by a choice or a document property"

_SEEN_THROUGH = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml"})
"""What may begin or end in the middle of a wording that is changed."""
_IN_RUNS = frozenset({"text", "sign"})
_FILLED_IN = frozenset({"dataBinding", "dropDownList", "comboBox", "date", "checkbox", "picture", "showingPlcHdr"})
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})
_FIELD_SIGN = tags(("w:fldChar",))

Fields = Mapping[Element, tuple[Element, ...]]
"""For elements that hold text, the beginnings of the fields they stand in, outermost first."""


def fields_around(root: Element, wanted: Iterable[Element]) -> Fields:
    """In which fields each of the wanted elements stands."""
    left = set(wanted)
    found: dict[Element, tuple[Element, ...]] = {}
    opened: list[Element] = []
    for element in root.iter(*_FIELD_SIGN, *{str(element.tag) for element in left}):
        if element in left:
            found[element] = tuple(opened)
        elif (kind := attribute(element, "w:fldCharType")) == "begin":
            opened.append(element)
        elif kind == "end" and opened:
            opened.pop()
    return found


def obstacle(atoms: Sequence[Atom], fields: Fields) -> str:
    """Why the words of these atoms cannot be changed, or an empty text."""
    for atom in atoms:
        if reason := _of_its_own(atom):
            return reason
    if len({around(atom.element, "w:p") for atom in atoms}) > 1:
        return PARAGRAPHS
    if len({(_borders(atom.element), fields[atom.element]) for atom in atoms}) > 1:
        return BORDER
    return ""


def is_filled_in(control: Element) -> bool:
    """Whether what stands in a content control is not for the author to write: locked, chosen from a list, a property."""
    properties = child(control, "w:sdtPr")
    kinds = {str(said.tag).rpartition("}")[2] for said in properties} if properties is not None else set()
    return bool(kinds & _FILLED_IN) or value(child(properties, "w:lock")) in _LOCKED


def _of_its_own(atom: Atom) -> str:
    """What is in the way at a single atom."""
    names = [short(ancestor.tag) for ancestor in atom.element.iterancestors()]
    if atom.holds not in _IN_RUNS:
        return DRAWN if atom.holds == "string" else PICTURE
    if names[0] != "w:r":
        return FORMULA if short(atom.element.tag) == "m:t" else DRAWN
    if "w:comment" in names:
        return COMMENT
    if "w:ruby" in names:
        return RUBY
    controls = (ancestor for ancestor in atom.element.iterancestors() if short(ancestor.tag) == "w:sdt")
    return CONTROL if any(map(is_filled_in, controls)) else ""


def _borders(element: Element) -> tuple[Element, ...]:
    """What a run stands in within its paragraph, of that which a change must not cross."""
    found = []
    for ancestor in element.iterancestors():
        name = short(ancestor.tag)
        if name == "w:p":
            break
        if name != "w:r" and name not in _SEEN_THROUGH:
            found.append(ancestor)
    return tuple(found)
