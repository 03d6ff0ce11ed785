"""Text, blocks and words of a document agree, whatever a reader puts in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import BlockKind, Box, Document, Message
from extract.readers.assembly import DocumentBuilder, normalise


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Jūras   novads \t\n", "Jūras novads"),
        ("Ju\u0304ras", "Jūras"),
        ("k\u0327", "ķ"),
        ("oﬁciāls, eﬀekts, ﬂauta, eﬃ, eﬄ", "oficiāls, effekts, flauta, effi, effl"),
        ("pie\u00adredze", "pieredze"),
        ("a\u200bb\u200c\u200d\u2060\ufeffc", "abc"),
        ("\u202aabc\u202c \u2066def\u2069", "abc def"),
        ("20\u00a0000\u202feiro\u2009un\u3000vēl", "20 000 eiro un vēl"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg", "a b c d e f g"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("\u2126 \u212b", "Ω Å"),
        ("m² ½ № „x” – —", "m² ½ № „x” – —"),
        ("e\u2011pasts, e\u2010pasts", "e-pasts, e-pasts"),
        ("a\ud83db\ufe0f", "ab"),
        ("", ""),
        ("\u200b \u00ad", ""),
        ("e \u0301", "e \u0301"),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@given(st.text())
def test_normalised_text_is_nfc_with_single_spaces(raw: str) -> None:
    text = normalise(raw)
    assert text == unicodedata.normalize("NFC", text)
    assert text == " ".join(text.split())
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in text)
    assert normalise(text) == text


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["Jūras novads", "", " ", "\n", "divas\nrindas", "pie\u00ad", "\u0304", "ﬁ"]
)
BOXES = st.builds(Box, st.integers(1, 9), *[st.floats(0, 800)] * 4)
WORDS = st.lists(st.tuples(TEXTS, st.lists(BOXES, max_size=2)), max_size=8)
PARTS = st.lists(TEXTS | WORDS, max_size=8)


def build(parts: list[str | list[tuple[str, list[Box]]]]) -> Document:
    builder = DocumentBuilder("v.pdf", "0" * 64, "pdf")
    for i, part in enumerate(parts):
        if isinstance(part, str):
            builder.add_text(part, BlockKind.LIST_ITEM, paragraph=i, marker="-", level=1)
        else:
            builder.add_words(part)
    return builder.build()


@given(PARTS)
def test_blocks_and_words_slice_the_text(parts: list[str | list[tuple[str, list[Box]]]]) -> None:
    document = build(parts)
    text = document.text
    assert "\n".join(text[b.start : b.end] for b in document.blocks) == text
    assert all(b.start < b.end and "\n" not in text[b.start : b.end] for b in document.blocks)
    assert text == unicodedata.normalize("NFC", text)
    for word in document.words:
        block = document.block_at(word.start)
        assert block.start <= word.start < word.end <= block.end
        assert text[word.start : word.end] == normalise(text[word.start : word.end]) != ""
    assert [word.start for word in document.words] == sorted(word.start for word in document.words)
    kept = [(normalise(raw), tuple(boxes)) for part in parts if not isinstance(part, str) for raw, boxes in part]
    assert [(text[word.start : word.end], word.boxes) for word in document.words] == [kv for kv in kept if kv[0]]


@given(PARTS, st.data())
def test_evidence_quotes_the_text(parts: list[str | list[tuple[str, list[Box]]]], data: st.DataObject) -> None:
    document = build(parts)
    if not document.text:
        with pytest.raises(ValueError, match="empty or outside"):
            document.evidence(0, 0)
        return
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    evidence = document.evidence(start, end)
    assert document.text[evidence.start : evidence.end] == evidence.quote
    boxes = [box for word in document.words if word.start < end and word.end > start for box in word.boxes]
    assert list(evidence.boxes) == boxes
    assert evidence.page == (boxes[0].page if boxes else document.block_at(start).page)


def test_word_within_a_block_of_words_keeps_its_page() -> None:
    builder = DocumentBuilder("v.pdf", "0" * 64, "pdf")
    builder.notice(Message("x"))
    boxes = [Box(2, 0, 0, 5, 5), Box(3, 0, 0, 5, 5)]
    builder.add_words([("pār-", []), ("nests", boxes)], BlockKind.PARAGRAPH)
    document = builder.build()
    assert (document.text, document.blocks[0].page, document.notices) == ("pār- nests", 2, (Message("x"),))
    assert document.evidence(6, 9).boxes == tuple(boxes)


def test_blank_text_leaves_no_trace() -> None:
    document = build([" ", [("\u200b", [Box(1, 0, 0, 1, 1)])], "x"])
    assert (document.text, document.words, len(document.blocks)) == ("x", (), 1)
