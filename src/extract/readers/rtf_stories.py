"""The paragraphs and tables of Rich Text as they were met, and their way into blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias, Union

from extract.model import BlockKind
from extract.readers.flowing import Flow, FlowParagraph, Place, distinct_stories
from extract.readers.list_numbers import ListNumber
from extract.readers.rtf_tables import RtfTable


@dataclass(slots=True)
class RtfParagraph:
    """A paragraph as it was met: its text, with newlines for soft breaks, and what its properties say."""

    text: str = ""
    marker: str = ""
    level: int = 0
    is_listed: bool = False
    centred: bool = False
    heading: int | None = None
    visible: int = 0
    emphasised: int = 0
    #: What stands in the text boxes that are anchored in the paragraph.
    boxes: list[Item] = field(default_factory=list)


Item: TypeAlias = Union[RtfParagraph, "RtfTable[Item]"]


@dataclass(slots=True)
class Story:
    """The body or a story beside it, and what of it is being read."""

    kind: BlockKind | None
    name: str = ""
    items: list[Item] = field(default_factory=list)
    tables: list[RtfTable[Item]] = field(default_factory=list)
    paragraph: RtfParagraph = field(default_factory=RtfParagraph)

    def items_at(self, depth: int) -> list[Item]:
        """Where a paragraph at `depth` of tables goes; tables are begun as needed."""
        while len(self.tables) < depth:
            table: RtfTable[Item] = RtfTable()
            (self.tables[-1].cell if self.tables else self.items).append(table)
            self.tables.append(table)
        return self.tables[depth - 1].cell if depth else self.items


def flow_story(flow: Flow, story: Story, place: Place) -> list[FlowParagraph]:
    """The paragraphs of a story that stands at `place`."""
    _flow_items(flow, story.items, place)
    return flow.take_story()


def flow_beside(flow: Flow, stories: list[Story]) -> tuple[list[FlowParagraph], list[FlowParagraph]]:
    """The paragraphs of the stories beside the body: those that stand before it, and those after."""
    beside: dict[BlockKind, list[list[FlowParagraph]]] = {}
    # The header of the first page stands before those of the others.
    for story in sorted(stories, key=lambda story: not story.name.endswith("f")):
        if story.kind is not None:
            beside.setdefault(story.kind, []).append(flow_story(flow, story, Place(story.kind)))
    notes = [paragraph for story in beside.get(BlockKind.FOOTNOTE, []) for paragraph in story]
    comments = [paragraph for story in beside.get(BlockKind.COMMENT, []) for paragraph in story]
    footers = distinct_stories(beside.get(BlockKind.FOOTER, []))
    return distinct_stories(beside.get(BlockKind.HEADER, [])), [*notes, *footers, *comments]


def _flow_items(flow: Flow, items: list[Item], place: Place) -> None:
    for item in items:
        if isinstance(item, RtfTable):
            for inner, cell in flow.place_cells(item.place(), place):
                _flow_items(flow, cell, inner)
            continue
        # Text that a program put before the paragraph is its number; a listed one without goes on with the item above.
        number = ListNumber(item.marker, item.level) if item.marker or item.is_listed else None
        flow.add_paragraph(
            item.text.split("\n"),
            place,
            number=number,
            centred=item.centred,
            heading=item.heading,
            emphasised=0 < item.visible == item.emphasised,
        )


def words_of(stories: list[Story]) -> list[list[str]]:
    """The words of each line of all stories."""
    items: list[Item] = [item for story in stories for item in story.items]
    lines: list[list[str]] = []
    while items:
        item = items.pop()
        if isinstance(item, RtfTable):
            items.extend(inner for row in item.rows for cell in row.cells for inner in cell)
        else:
            lines.extend(words for line in item.text.split("\n") if (words := line.split()))
    return lines
