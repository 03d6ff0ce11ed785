"""The text of a DOCX paragraph as its reader sees it: fields by what they show, insertions kept, deletions gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extract.readers.symbol_fonts import shown_sign
from extract.readers.word_styles import Styles
from extract.readers.xml_parts import attribute, child, is_on, local_name

#: Elements whose content nobody sees, or that hold properties.
# fmt: off
_UNSEEN = frozenset({
    "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "del", "moveFrom", "delText", "instrText",
    "delInstrText", "rt", "fldData",
})
# fmt: on
_SHAPES = frozenset({"drawing", "pict", "object"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph: its lines, the text boxes anchored in it, and the notes it refers to."""

    lines: list[str] = field(default_factory=lambda: [""])
    text_boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    characters: int = 0
    emphasised: int = 0

    def add(self, text: str, emphasised: bool = False) -> None:
        """Add text to the last line."""
        self.lines[-1] += text
        visible = len(text) - text.count(" ")
        self.characters += visible
        self.emphasised += visible if emphasised else 0

    @property
    def is_emphasised(self) -> bool:
        """Whether all of the text is bold or underlined."""
        return 0 < self.characters == self.emphasised


@dataclass(frozen=True, slots=True)
class _Look:
    emphasised: bool
    hidden: bool


class InlineReader:
    """Reads the paragraphs of one story (body, header, note), whose fields may run from one into the next."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        #: For each open field, whether its result has begun; before that its instruction stands.
        self._fields: list[bool] = []

    def read(self, paragraph: etree._Element, inline: Inline) -> None:
        """Add what stands in the paragraph to `inline`."""
        self._walk(paragraph, inline, self._look(None, self._styles.of(paragraph), _Look(False, False)))
        # An instruction ends with its paragraph: one that is never closed must not swallow the rest of the letter.
        self._fields = [shown for shown in self._fields if shown]

    def _walk(self, parent: etree._Element, inline: Inline, look: _Look) -> None:
        for element in parent:
            name = local_name(element)
            if name in _UNSEEN:
                continue
            if name == "r":
                style = attribute(child(element, "rPr", "rStyle"), "val")
                self._walk(element, inline, self._look(child(element, "rPr"), style, look))
            elif name == "AlternateContent":
                self._walk(preferred(element), inline, look)
            elif name == "sdt":
                if not is_prompt(element):
                    self._walk(element, inline, look)
            elif name == "fldChar":
                self._turn_field(element, inline, look)
            elif look.hidden or not all(self._fields):
                continue
            elif name in _SHAPES:
                inline.text_boxes.extend(_find_text_boxes(element))
            elif name in _NOTES:
                inline.notes.append((_NOTES[name], attribute(element, "id") or ""))
            elif name in ("br", "cr"):
                inline.lines.append("")
            elif text := _read_character(element, name):
                inline.add(text, look.emphasised)
            elif len(element):
                self._walk(element, inline, look)

    def _look(self, properties: etree._Element | None, style: str | None, around: _Look) -> _Look:
        def switch(name: str, inherited: bool) -> bool:
            element = child(properties, name)
            if element is not None:
                return is_on(element)
            by_style = self._styles.switch(style, name)
            return inherited if by_style is None else by_style

        emphasised = switch("b", around.emphasised) or is_on(child(properties, "u"))
        return _Look(emphasised, switch("vanish", around.hidden))

    def _turn_field(self, element: etree._Element, inline: Inline, look: _Look) -> None:
        match attribute(element, "fldCharType"):
            case "begin":
                box = child(element, "ffData", "checkBox")
                if box is not None and all(self._fields) and not look.hidden:
                    state = child(box, "checked")
                    inline.add("☒" if is_on(child(box, "default") if state is None else state) else "☐")
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()


def _read_character(element: etree._Element, name: str) -> str:
    match name:
        case "t":
            return element.text or ""
        case "tab" | "ptab":
            return " "
        case "noBreakHyphen":
            return "-"
        case "sym":
            return _read_symbol(element)
        case _:
            return ""


def _read_symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return shown_sign(attribute(element, "font") or "", code)


def preferred(alternatives: etree._Element) -> etree._Element:
    """Of the two forms of one content the newer where it has text, else the older."""
    choices = [element for element in alternatives if local_name(element) in ("Choice", "Fallback")]
    with_text = (e for e in choices if any(local_name(sub) in ("t", "txbxContent") for sub in e.iter()))
    return next(with_text, choices[0] if choices else alternatives)


def is_prompt(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt ("Click here to enter text"), which is no text of the letter."""
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def _find_text_boxes(shape: etree._Element) -> Iterator[etree._Element]:
    for element in shape:
        name = local_name(element)
        if name == "txbxContent":
            yield element
        elif name == "AlternateContent":
            yield from _find_text_boxes(preferred(element))
        else:
            yield from _find_text_boxes(element)
