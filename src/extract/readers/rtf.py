"""Rich Text: read by its control words, as the libraries for it give text without list numbers, cells and notes."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from extract.errors import EmptyFileError
from extract.model import Document, Message
from extract.readers.archives import damaged_file, too_deep
from extract.readers.assembly import MAX_CHARACTERS, DocumentBuilder, too_long
from extract.readers.embedded_pictures import Flowing
from extract.readers.flowing import Flow, Place, add_stories
from extract.readers.hyphenation import Vocabulary
from extract.readers.list_numbers import visible_bullet
from extract.readers.rtf_destinations import BOXES, SEEN, STORIES, UNSEEN
from extract.readers.rtf_encodings import encoding_of_charset, encoding_of_code_page, encoding_of_kind, join_halves
from extract.readers.rtf_pictures import RtfPicture
from extract.readers.rtf_state import PROPERTIES, Font, FormField, State
from extract.readers.rtf_stories import Item, RtfParagraph, Story, flow_beside, flow_story, words_of
from extract.readers.rtf_styles import HeadingStyles
from extract.readers.rtf_tables import CellDefinition
from extract.readers.rtf_tokens import CHARACTERS, Kind, Token, read_tokens
from extract.readers.symbol_fonts import shown_sign

_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": " "}
_SYMBOL_CHARSET = 2
#: Groups nest a few deep; what nests deeper was made to fill the memory.
_MAX_DEPTH = 2000
#: Tables within tables beyond this depth are read as if they stood side by side.
_MAX_TABLES = 20
_LEVELS = 9
_UNBALANCED = Message("The brackets of {file} do not match: something may be missing. Compare it with the original.")


def read_rtf(data: bytes, name: str) -> Document:
    """The letter in an RTF file: headers, body, notes, footers and comments, in this order.

    Raises DamagedFileError where the file is cut off, EmptyFileError where the body has no text.
    """
    return open_rtf(data, name).text()


def open_rtf(data: bytes, name: str) -> Flowing:
    """The letter in an RTF file, with the pictures in it. Raises DamagedFileError where the file is cut off."""
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "rtf")
    reader = _RtfReader(name)
    # Some programs leave brackets open at the end; a file that was cut off hardly ever stops at one.
    written = data.rstrip(b"\0 \t\r\n")
    if not written.endswith(b"}"):
        raise damaged_file(name)
    for token in read_tokens(written):
        reader.take(token)
    body, *others = reader.end()
    if not reader.is_balanced:
        builder.notice(replace(_UNBALANCED, values={"file": name}))
    flow = Flow(Vocabulary(words_of([body, *others])))
    main = flow_story(flow, body, Place())
    headers, after = flow_beside(flow, others)
    pictures = [picture.read(number) for number, picture in enumerate(reader.pictures, 1) if picture.is_large]
    try:
        add_stories(builder, name, before=headers, body=main, after=after)
    except EmptyFileError as error:
        return Flowing(error, pictures)
    return Flowing(builder.build(), pictures)


class _RtfReader:
    """Takes token after token and sorts what they say into stories."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._state = State()
        self._stack: list[tuple[State, bool]] = []
        self._encoding = encoding_of_kind("ansi")
        self._fonts: dict[int | None, Font] = {}
        self._default_font: int | None = None
        self._headings = HeadingStyles()
        self._form = FormField()
        #: The paragraph style that is being declared; None while one of another kind is.
        self._style: int | None = 0
        self._pending = bytearray()
        self._written = 0
        self._skip = 0
        self._opens = False
        self._ignorable = False
        self._definitions: list[CellDefinition] = []
        self._definition = CellDefinition()
        self._body = Story(None)
        self._stories = [self._body]
        self._open = [self._body]
        self.pictures: list[RtfPicture] = []
        #: Whether all brackets are closed at the end, and none before what was written last.
        self.is_balanced = True

    def take(self, token: Token) -> None:
        """Sort in the next token."""
        if token.kind is Kind.TEXT:
            self._take_text(token.text)
            return
        if token.kind in (Kind.WORD, Kind.SYMBOL) and self._skip:
            self._skip -= 1
            if token.name != "u":
                return
        self._flush()
        match token.kind:
            case Kind.OPEN:
                if len(self._stack) >= _MAX_DEPTH:
                    raise too_deep(self._name)
                if self._state.destination == "stylesheet" != self._stack[-1][0].destination:
                    self._style = 0  # what a style without a number is
                self._stack.append((self._state, False))
                self._opens, self._skip = True, 0
                return
            case Kind.CLOSE:
                self._close()
            case Kind.SYMBOL:
                if token.name == "*":
                    self._ignorable = True
                    return
                if token.name in "\r\n":
                    self._end_paragraph()
                else:
                    self._write(_SYMBOLS.get(token.name, ""))
            case _:
                self._take_word(token.name, token.number)
        self._opens = self._ignorable = False

    def end(self) -> list[Story]:
        """The body and the other stories."""
        self._flush()
        self.is_balanced &= not self._stack
        for story in self._open[::-1] + self._stories:
            self._end_story(story)
        return self._stories

    @property
    def _story(self) -> Story:
        return self._open[-1]

    def _close(self) -> None:
        self._skip = 0
        if not self._stack:
            return  # a bracket too many, as some programs write at the end
        before, has_story = self._stack.pop()
        if has_story:
            self._end_story(ended := self._open.pop())
            if ended.name == "box":
                self._story.paragraph.boxes.extend(ended.items)
        if not self._stack and self._story.paragraph.text.strip():
            self._end_paragraph()  # the last one, while its properties hold
        style, level = self._style, self._state.heading
        if self._state.destination == before.destination == "stylesheet" and style is not None and level is not None:
            self._headings.declare_level(style, level)
        ended_form = self._state.destination == "formfield" != before.destination
        self._state = before
        if ended_form:
            self._write_form()

    def _end_story(self, story: Story) -> None:
        self._open.append(story)
        if story.paragraph.text.strip() or story.paragraph.boxes:
            self._end_paragraph()
        self._leave_tables(0)
        self._open.pop()

    def _take_text(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text:
            self._opens = self._ignorable = False
        if not self._state.ignored:
            self._pending += text
        elif self._state.destination == "pict":
            self.pictures[-1].written += text

    def _flush(self) -> None:
        """Decode the bytes gathered so far: a character of some encodings is several of them."""
        if not self._pending:
            return
        raw, self._pending = bytes(self._pending), bytearray()
        font = self._fonts.get(self._state.font if self._state.font is not None else self._default_font)
        if self._state.destination == "fonttbl":
            text = raw.decode(self._encoding, "replace")  # the fonts' names
        elif font is not None and font.is_symbol:
            text = "".join(shown_sign(font.name, 0xF000 + byte) if byte > 0x20 else " " for byte in raw)
        else:
            text = raw.decode((font and font.encoding) or self._encoding, "replace")
        self._write(text)

    def _write(self, text: str) -> None:
        state = self._state
        if not text or state.ignored:
            return
        if state.destination == "fonttbl":
            font = self._fonts.get(state.font)
            if font is not None:
                font.name += text.rstrip(";")
            return
        if state.destination == "stylesheet":
            if self._style is not None:
                self._headings.name_style(self._style, text)
            return
        self.is_balanced &= bool(self._stack) or text.isspace()
        self._written += len(text)
        if self._written > MAX_CHARACTERS:
            raise too_long(self._name)  # here already, as putting it together would take long
        if state.hidden or state.deleted:
            return
        paragraph = self._story.paragraph
        if state.destination == "listtext":
            paragraph.marker += text
            return
        paragraph.text += text
        visible = sum(not char.isspace() for char in text)
        paragraph.visible += visible
        if state.bold or state.underlined:
            paragraph.emphasised += visible

    def _take_word(self, word: str, number: int | None) -> None:
        if self._opens and self._begin_destination(word):
            return
        if self._state.ignored:
            if self._state.destination == "formfield":
                self._form.take(word, number or 0)
            elif self._state.destination == "pict":
                self.pictures[-1].take(word, number)
            return
        if word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word == "u":
            self._write(chr((number or 0) % 0x10000))
            self._skip = self._state.skips
        elif word == "par" or word == "sect":
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._end_cell(1 if word == "cell" else max(2, self._state.depth))
        elif word in ("row", "nestrow"):
            self._end_row(1 if word == "row" else max(2, self._state.depth))
        elif not self._take_table_word(word, number):
            self._take_property(word, number)

    def _begin_destination(self, word: str) -> bool:
        """Whether the word that opens a group makes it a destination; where its text goes is then set."""
        if self._state.ignored:
            # In full what stood before in fewer characters.
            if word == "ud" and self._state.destination == "upr":
                around = self._stack[-2][0] if len(self._stack) > 1 else State()
                self._state = replace(self._state, ignored=around.ignored, destination=around.destination)
            elif word == "formfield":
                self._form = FormField()
                self._state = replace(self._state, destination=word)
            elif self._state.destination == "pict":
                self._state = replace(self._state, destination=word)  # what is said of the picture
            return self._state.destination != "formfield"
        if word == "pict":
            self.pictures.append(RtfPicture(self._story.kind is None))
        if word in STORIES:
            story = Story(STORIES[word], word)
            self._stories.append(story)
            self._open.append(story)
            self._stack[-1] = (self._stack[-1][0], True)
            self._state = replace(self._state, destination=word, in_table=False, depth=1, hidden=False)
        elif word in ("listtext", "pntext"):
            self._state = replace(self._state, destination="listtext")
        elif word in ("fonttbl", "stylesheet"):
            self._state = replace(self._state, destination=word)
        elif word in UNSEEN or (self._ignorable and word not in SEEN and self._state.destination != "stylesheet"):
            self._state = replace(self._state, destination=word, ignored=True)
        elif word in BOXES:
            # A text box stands after the paragraph that it is anchored in, as a part of the same story.
            self._open.append(Story(self._story.kind, "box"))
            self._stack[-1] = (self._stack[-1][0], True)
            self._state = replace(self._state, in_table=False, depth=1)
        else:
            return word in SEEN
        return True

    def _take_table_word(self, word: str, number: int | None) -> bool:
        match word:
            case "trowd":
                self._definitions, self._definition = [], CellDefinition()
            case "clvmrg":
                self._definition.goes_on_above = True
            case "clmrg":
                self._definition.goes_on_before = True
            case "cellx":
                self._definition.edge = number or 0
                self._definitions.append(self._definition)
                self._definition = CellDefinition()
            case _:
                return False
        return True

    def _take_property(self, word: str, number: int | None) -> None:
        if word not in PROPERTIES and not word.startswith("ul"):
            return  # most words say how the letter looks
        state, on = self._state, number != 0
        match word:
            case "ansi" | "mac" | "pc" | "pca":
                self._encoding = encoding_of_kind(word)
            case "ansicpg":
                self._encoding = encoding_of_code_page(number)
            case "deff":
                self._default_font = number
            case "f":
                if state.destination == "fonttbl":
                    self._fonts[number] = Font()
                self._state = replace(state, font=number)
            case "fcharset" if state.destination == "fonttbl" and state.font in self._fonts:
                font = self._fonts[state.font]
                font.encoding, font.is_symbol = encoding_of_charset(number), number == _SYMBOL_CHARSET
            case "cpg" if state.destination == "fonttbl" and state.font in self._fonts:
                self._fonts[state.font].encoding = encoding_of_code_page(number)
            case "uc":
                self._state = replace(state, skips=max(0, min(number or 0, 16)))
            case "plain":
                self._state = replace(state, bold=False, underlined=False, hidden=False, deleted=False, font=None)
            case "b":
                self._state = replace(state, bold=on)
            case "ulnone":
                self._state = replace(state, underlined=False)
            case "v":
                self._state = replace(state, hidden=on)
            case "deleted" | "mvf":  # text that was moved is deleted where it stood
                self._state = replace(state, deleted=on)
            case "pard":
                self._state = replace(
                    state, in_table=False, depth=1, centred=False, heading=None, level=0, is_listed=False
                )
            case "qc" | "qr":
                self._state = replace(state, centred=True)
            case "ql" | "qj":
                self._state = replace(state, centred=False)
            case "s":
                if state.destination == "stylesheet":
                    self._style = number or 0
                self._state = replace(state, heading=self._headings.level(number or 0))
            case "cs" | "ds" | "ts" if state.destination == "stylesheet":
                self._style = None
            case "sbasedon" if state.destination == "stylesheet" and self._style is not None:
                self._headings.base_style(self._style, number)
            case "outlinelevel":
                self._state = replace(state, heading=number if number is not None and number < _LEVELS else None)
            case "ls":
                self._state = replace(state, is_listed=bool(number))
            case "ilvl":
                self._state = replace(state, level=max(0, min(number or 0, _LEVELS - 1)))
            case "intbl":
                self._state = replace(state, in_table=on)
            case "itap":
                self._state = replace(state, in_table=on, depth=max(1, min(number or 0, _MAX_TABLES)))
            case _ if word.startswith("ul") and word != "ulc":
                self._state = replace(state, underlined=on)

    def _write_form(self) -> None:
        """Write what a check box shows, where the field stands: its group and its instruction's are still open."""
        field = next((state for state, _ in self._stack[::-1] if not state.ignored), State())
        within, self._state = self._state, field
        self._write(self._form.shown())
        self._state = within

    def _take_paragraph(self) -> list[Item]:
        """The paragraph that ends here, with what the properties in force at its end say of it, and its text boxes."""
        story, state = self._story, self._state
        paragraph, story.paragraph = story.paragraph, RtfParagraph()
        paragraph.text = join_halves(paragraph.text)
        paragraph.centred, paragraph.heading = state.centred, state.heading
        paragraph.level, paragraph.is_listed = state.level, state.is_listed
        paragraph.marker = visible_bullet(" ".join(join_halves(paragraph.marker).split()))
        return [paragraph, *paragraph.boxes] if paragraph.text.strip() else paragraph.boxes

    def _end_paragraph(self) -> None:
        if self._state.deleted and self._story.paragraph.text:
            return  # the paragraph's end is deleted: what follows goes on with it
        depth = self._state.depth if self._state.in_table else 0
        ended = self._take_paragraph()
        self._leave_tables(depth)
        if ended:
            self._story.items_at(depth).extend(ended)

    def _end_cell(self, depth: int) -> None:
        ended = self._take_paragraph()
        self._leave_tables(depth)
        self._story.items_at(depth).extend(ended)
        self._story.tables[depth - 1].end_cell()

    def _end_row(self, depth: int) -> None:
        if self._story.paragraph.text.strip():
            self._end_cell(depth)
        self._leave_tables(depth)
        if len(self._story.tables) >= depth:
            self._story.tables[depth - 1].end_row(self._definitions)

    def _leave_tables(self, depth: int) -> None:
        while len(self._story.tables) > depth:
            self._story.tables.pop().end_row(self._definitions)
