"""The destinations of Rich Text: groups whose text is not the letter's running text."""

from __future__ import annotations

from extract.model import BlockKind

#: Groups with text of the letter that stands beside its body, by how it is called here.
STORIES = {
    "header": BlockKind.HEADER,
    "headerl": BlockKind.HEADER,
    "headerr": BlockKind.HEADER,
    "headerf": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
    "footerl": BlockKind.FOOTER,
    "footerr": BlockKind.FOOTER,
    "footerf": BlockKind.FOOTER,
    "footnote": BlockKind.FOOTNOTE,
    "annotation": BlockKind.COMMENT,
}
#: Text boxes, of today and of Word 95.
BOXES = frozenset({"shptxt", "txbxtxt", "dptxbxtext"})
#: Groups that are marked as ignorable (`\*`), but hold text that is seen.
SEEN = frozenset({"annotation", "do", "shpinst", "shptxt", "shppict", "nesttableprops", "ud", "txbxtxt"})
#: Groups without text of the letter. `upr` opens with the same text in fewer characters; `ud` in it has it in full.
# fmt: off
UNSEEN = frozenset({
    "fldinst", "pict", "objdata", "objclass", "objname", "nonshppict", "shprslt", "info", "colortbl", "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "filetbl", "xe", "tc", "tcl", "rxe", "txe", "nonesttables",
    "bkmkstart", "bkmkend", "datafield", "formfield", "sp", "sn", "sv", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "template", "generator", "userprops", "xmlnstbl", "themedata", "colorschememapping",
    "latentstyles", "datastore", "pgdsctbl", "pntxta", "pntxtb", "pn", "atnid", "atnauthor", "atndate", "upr",
})
# fmt: on
