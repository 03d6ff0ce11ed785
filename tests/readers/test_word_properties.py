"""Whatever elements a DOCX file is made of, it gives a document whose parts agree, or the error for having no text."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import EmptyFileError
from extract.readers.word import read_word

MakeWord = Callable[..., bytes]

WORDS = (
    "p r t tbl tr tc sdt sdtPr sdtContent showingPlcHdr ins del moveTo pPr rPr tcPr trPr numPr numId ilvl pStyle b "
    "vanish fldChar instrText fldSimple drawing pict txbxContent hyperlink br tab sym noBreakHyphen footnoteReference "
    "altChunk gridSpan vMerge gridBefore sectPr headerReference outlineLvl jc smartTag"
)
NAMES = st.sampled_from(WORDS.split())
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["w:val", "w:id", "w:type", "w:fldCharType", "w:char", "r:id"]),
    st.sampled_from(
        ["", "0", "1", "-1", "999999999999", "x", "begin", "separate", "end", "continue", "header1", "Heading1"]
    ),
    max_size=2,
)
LEAVES = st.sampled_from(["Ziemā bija svētki.", "1. Viens", "- divi", " ", "Jomā:", "&#xAD;", "ve-", "\n"]).map(
    lambda text: f"<w:r><w:t>{text}</w:t></w:r>"
)


def element(name: str, attributes: dict[str, str], children: list[str]) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{written}>{''.join(children)}</w:{name}>"


BODIES = st.lists(
    st.recursive(
        LEAVES, lambda inner: st.builds(element, NAMES, ATTRIBUTES, st.lists(inner, max_size=4)), max_leaves=25
    ),
    max_size=6,
)


@given(BODIES)
@settings(max_examples=60)
def test_any_body(make_word: MakeWord, parts: list[str]) -> None:
    body = "".join(f"<w:p>{part}</w:p>" if part.startswith("<w:r>") else part for part in parts)
    try:
        document = read_word(make_word(body, header1="<w:p><w:r><w:t>Galva</w:t></w:r></w:p>"), "v.docx")
    except EmptyFileError:
        return
    text = document.text
    assert "\n".join(text[block.start : block.end] for block in document.blocks) == text
    assert all(block.level >= 0 for block in document.blocks)
    assert all((block.paragraph is None) == (block.kind in ("header", "footer")) for block in document.blocks)
    for block in document.blocks:
        assert document.evidence(block.start, block.end).quote == text[block.start : block.end]


@given(
    st.lists(
        st.sampled_from(["Viens.", "divi", "Trīs", "- četri;", "PIECI", "2021. gadā:", ""]), min_size=1, max_size=6
    )
)
@settings(max_examples=60)
def test_no_word_is_lost_at_line_breaks(make_word: MakeWord, lines: list[str]) -> None:
    runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines)
    try:
        document = read_word(make_word(f"<w:p>{runs}</w:p>"), "v.docx")
    except EmptyFileError:
        assert not any(lines)
        return
    read = [f"{block.marker or ''} {document.text[block.start : block.end]}".split() for block in document.blocks]
    assert [word for words in read for word in words] == " ".join(lines).split()
