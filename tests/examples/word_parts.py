"""Turn what python-docx has no words for into WordprocessingML: notes, tracked changes, a text box, a content control."""

from __future__ import annotations

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TRACKED = 'w:author="Director" w:date="2026-03-01T16:05:00Z"'

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {_W}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>
<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:rPr><w:sz w:val="18"/></w:rPr>
<w:t xml:space="preserve"> Seven days count from the first clean urine that the day team records.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""

FOOTNOTE_REFERENCE = f'<w:r {_W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'

PAGE_FIELD = f'<w:fldSimple {_W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

CHANGED_WORDS = (
    f'<w:del {_W} w:id="901" {_TRACKED}><w:r><w:delText>junkies</w:delText></w:r></w:del>',
    f'<w:ins {_W} w:id="902" {_TRACKED}><w:r><w:t>sub</w:t></w:r><w:r><w:t>stance abusers</w:t></w:r></w:ins>',
)

HYPERLINK = (
    f'<w:hyperlink {_W} {_R} r:id="{{target}}"><w:r><w:rPr><w:color w:val="1F5C66"/><w:u w:val="single"/></w:rPr>'
    "<w:t>list</w:t></w:r></w:hyperlink>"
)

CONTENT_CONTROL = (
    f'<w:sdt {_W}><w:sdtPr><w:alias w:val="Promise"/><w:id w:val="4711"/></w:sdtPr><w:sdtContent><w:p><w:r>'
    "<w:t>I promise to stay clean while I live at Lantern House, and I know that my bed depends on it.</w:t>"
    "</w:r></w:p></w:sdtContent></w:sdt>"
)

_BOXED = (
    '<w:txbxContent><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="1F5C66"/></w:rPr>'
    '<w:t>In one sentence</w:t></w:r></w:p><w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r>'
    "<w:t>Getting clean takes willpower, and nobody can bring it for you.</w:t></w:r></w:p></w:txbxContent>"
)

TEXT_BOX = f"""<w:r {_W} {_R}
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="5940000" cy="620000"/><wp:docPr id="41" name="Text box 1" descr="A box with the house rule in one sentence"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5940000" cy="620000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="E8F1F2"/></a:solidFill>
<a:ln w="9525"><a:solidFill><a:srgbClr val="1F5C66"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx>{_BOXED}</wps:txbx><wps:bodyPr lIns="144000" tIns="90000" rIns="144000" bIns="90000" anchor="ctr"/>
</wps:wsp></a:graphicData></a:graphic>
</wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="width:468pt;height:49pt" fillcolor="#E8F1F2">
<v:textbox>{_BOXED}</v:textbox></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
