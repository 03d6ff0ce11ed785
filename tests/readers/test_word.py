"""The walk over a DOCX file: what of its XML is text, and where that text stands."""

import io
from collections.abc import Callable

import docx
import pytest

from extract.model import BlockKind
from extract.readers.word import read_word
from word_markup import line, par, run, shown

MakeWord = Callable[..., bytes]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>{}</w:instrText></w:r>"
BOX = (
    "<w:r><mc:AlternateContent>"
    "<mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
VML_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Divi ") + run("bērni", "<w:b/>") + run(" dzied"), "Divi bērni dzied"),
        (run("skol") + run("otājs", "<w:i/>"), "skolotājs"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>pasts</w:t></w:r>", "e-pasts"),
        ("<w:r><w:t>pie</w:t><w:softHyphen/><w:t>redze</w:t></w:r>", "pieredze"),
        (run("zīme\u00adklis\u200b, glezna"), "zīmeklis, glezna"),
        (run("20\u00a0bērni\u202fun\u2003skolotāji"), "20 bērni un skolotāji"),
        (run("Ra\u0304da"), "Rāda"),
        (run("ﬁnansējums"), "finansējums"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" ir"), "☒ ir"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(" nav"), "☐ nav"),
        (run("20 ") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "20 °"),
        (run("x") + '<w:r><w:sym w:font="Arial" w:char="nav skaitlis"/></w:r>', "x"),
        (run("Bija ") + f'<w:ins w:id="1">{run("trīs ")}</w:ins>' + run("koncerti"), "Bija trīs koncerti"),
        (run("Bija ") + "<w:del w:id='1'><w:r><w:delText>divi </w:delText></w:r></w:del>" + run("svēti"), "Bija svēti"),
        (f"<w:moveFrom w:id='1'>{run('vecā vieta ')}</w:moveFrom>" + run("teksts"), "teksts"),
        (run("teksts ") + f"<w:moveTo w:id='1'>{run('jaunā vieta')}</w:moveTo>", "teksts jaunā vieta"),
        (f"<w:ins w:id='1'><w:del w:id='2'>{run('nekas')}</w:del></w:ins>" + run("viss"), "viss"),
        (f'<w:smartTag w:element="place">{run("Rīga")}</w:smartTag>' + run(" skan"), "Rīga skan"),
        (f'<w:customXml w:element="x"><w:customXmlPr/>{run("Rīga")}</w:customXml>', "Rīga"),
        (f'<w:hyperlink r:id="rId99">{run("vietne")}</w:hyperlink>', "vietne"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('aizpildīts')}</w:sdtContent></w:sdt>", "aizpildīts"),
        (
            run("Atbilde: ")
            + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Ierakstiet')}</w:sdtContent></w:sdt>",
            "Atbilde:",
        ),
        (f'<w:fldSimple w:instr="DATE">{run("2022. gada 3. maijs")}</w:fldSimple>', "2022. gada 3. maijs"),
        (
            FIELD.format("begin") + INSTRUCTION.format("REF a") + FIELD.format("separate")
            + run("5. punkts") + FIELD.format("end") + run(" spēkā"),
            "5. punkts spēkā",
        ),
        (FIELD.format("begin") + INSTRUCTION.format("XE x") + FIELD.format("end") + run("Teksts"), "Teksts"),
        (
            FIELD.format("begin") + INSTRUCTION.format("IF ") + FIELD.format("begin") + INSTRUCTION.format("A")
            + FIELD.format("separate") + run("iekšējais") + FIELD.format("end") + FIELD.format("separate")
            + run("ārējais") + FIELD.format("end"),
            "ārējais",
        ),
        (FIELD.format("end") + FIELD.format("separate") + run("Teksts"), "Teksts"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r>" + FIELD.format("end") + run(" jā"),
            "☒ jā",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r>" + FIELD.format("end") + run(" nē"),
            "☐ nē",
        ),
        (run("redzams") + run(" paslēpts", "<w:vanish/>"), "redzams"),
        (run("redzams") + run(" arī", '<w:vanish w:val="0"/>'), "redzams arī"),
        (run("ģimenes") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" un bērni"), "ģimenes un bērni"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        ("<w:ruby><w:rubyPr/><w:rt><w:r><w:t>virs</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>zem</w:t></w:r></w:rubyBase>"
         "</w:ruby>", "zem"),
        ('<w:bookmarkStart w:id="0" w:name="x"/>' + run("Teksts") + '<w:bookmarkEnd w:id="0"/>', "Teksts"),
        ('<w:bdo w:val="ltr">' + run("Teksts") + "</w:bdo>", "Teksts"),
        ("<mc:AlternateContent><mc:Choice Requires='w14'><w:r><w:t>jaunais</w:t></w:r></mc:Choice><mc:Fallback>"
         "<w:r><w:t>vecais</w:t></w:r></mc:Fallback></mc:AlternateContent>", "jaunais"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(make_word: MakeWord, content: str, expected: str) -> None:
    assert read_word(make_word(par(content)), "v.docx").text == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Notika koncerts.", "Piedalījās bērni."], ["Notika koncerts.", "Piedalījās bērni."]),
        (["Notika koncerts un", "tika svinēti svētki."], ["Notika koncerts un tika svinēti svētki."]),
        (["Sadarbībā ar", "Rīgas skolām."], ["Sadarbībā ar Rīgas skolām."]),
        (["Pasākumi:", "2 koncerti"], ["Pasākumi:", "2 koncerti"]),
        (["Pasākumi:", "koncerti"], ["Pasākumi: koncerti"]),
        (["Pasākumi:", "- koncerti;", "- izstādes."], ["Pasākumi:", "koncerti;", "izstādes."]),
        (["Svētki.", "„Varavīksne” dziedāja."], ["Svētki.", "„Varavīksne” dziedāja."]),
        (["Vecāki un skolotāji to no-", "vērtēja."], ["Vecāki un skolotāji to novērtēja."]),
        (["Vecāki un skolotāji to no\u00ad", "vērtēja."], ["Vecāki un skolotāji to novērtēja."]),
        (["Rakstiet uz e-", "pastu."], ["Rakstiet uz e-pastu."]),
        (["Pirmais", "", "Otrais"], ["Pirmais", "Otrais"]),
        (["2021. gada", "3. maijā notika koncerts."], ["2021. gada 3. maijā notika koncerts."]),
        (["JŪRAS NOVADS", "SOCIĀLAIS DIENESTS"], ["JŪRAS NOVADS", "SOCIĀLAIS DIENESTS"]),
    ],
)
def test_line_break_ends_a_text_where_the_words_say_so(
    make_word: MakeWord, lines: list[str], expected: list[str]
) -> None:
    body = par("<w:r><w:br/></w:r>".join(run(text) for text in lines))
    assert shown(read_word(make_word(body), "v.docx")) == expected


def test_centred_lines_stay_apart(make_word: MakeWord) -> None:
    body = par(run("Jūras novads") + "<w:r><w:br/></w:r>" + run("Krasta iela 1"), '<w:jc w:val="center"/>')
    assert shown(read_word(make_word(body), "v.docx")) == ["Jūras novads", "Krasta iela 1"]


def test_paragraphs_are_numbered_and_blank_ones_are_not(make_word: MakeWord) -> None:
    document = read_word(make_word(line("Viens.") + par("") + line(" \u00a0 ") + line("Divi.")), "v.docx")
    assert [(b.paragraph, b.page) for b in document.blocks] == [(0, None), (1, None)]
    assert document.text == "Viens.\nDivi."


def test_deleted_paragraph_end_joins_with_the_next(make_word: MakeWord) -> None:
    body = par(run("Bērni "), "<w:rPr><w:del w:id='1'/></w:rPr>") + line("dzied.")
    assert read_word(make_word(body), "v.docx").text == "Bērni dzied."


def test_deleted_end_of_the_last_paragraph_loses_nothing(make_word: MakeWord) -> None:
    body = par(run("Bērni dzied."), "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert read_word(make_word(body), "v.docx").text == "Bērni dzied."


def test_unclosed_field_does_not_swallow_what_follows(make_word: MakeWord) -> None:
    body = par(run("Viens.") + FIELD.format("begin") + INSTRUCTION.format("REF")) + line("Divi.")
    assert shown(read_word(make_word(body), "v.docx")) == ["Viens.", "Divi."]


def test_field_over_several_paragraphs(make_word: MakeWord) -> None:
    body = par(FIELD.format("begin") + INSTRUCTION.format("TOC") + FIELD.format("separate") + run("Ievads 1"))
    body += line("Nobeigums 2") + par(FIELD.format("end")) + line("Teksts")
    assert shown(read_word(make_word(body), "v.docx")) == ["Ievads 1", "Nobeigums 2", "Teksts"]


@pytest.mark.parametrize("box", [BOX, VML_BOX], ids=["drawing", "vml"])
def test_text_box_is_read_once_after_its_anchor(make_word: MakeWord, box: str) -> None:
    body = par(run("Enkurs.") + box.format(line("Rāmī viens.") + line("Rāmī divi."))) + line("Tālāk.")
    assert shown(read_word(make_word(body), "v.docx")) == ["Enkurs.", "Rāmī viens.", "Rāmī divi.", "Tālāk."]


def test_block_level_controls_and_insertions(make_word: MakeWord) -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{line('Viens.')}<w:sdt><w:sdtContent>{line('Divi.')}</w:sdtContent></w:sdt>"
    body += f"</w:sdtContent></w:sdt><w:ins w:id='3'>{line('Trīs.')}</w:ins><w:customXml>{line('Četri.')}</w:customXml>"
    assert shown(read_word(make_word(body), "v.docx")) == ["Viens.", "Divi.", "Trīs.", "Četri."]


def test_hidden_by_style(make_word: MakeWord) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Slept"><w:name w:val="Slept"/><w:basedOn w:val="Base"/></w:style>'
    )
    body = par(run("Neredzams."), '<w:pStyle w:val="Slept"/>') + line("Redzams.")
    assert read_word(make_word(body, styles=styles), "v.docx").text == "Redzams."


def test_order_of_stories(make_word: MakeWord) -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>svītra</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="4">{line("Otrā.")}</w:footnote><w:footnote w:id="5">{line("Pirmā.")}</w:footnote>'
        f'<w:footnote w:id="6">{line("Bez atsauces.")}</w:footnote>'
    )
    body = (
        par(run("Teksts") + '<w:r><w:footnoteReference w:id="5"/></w:r>' + run(" un")
            + '<w:r><w:footnoteReference w:id="4"/></w:r>' + run(" beigas.")
            + '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>')
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
        "<w:titlePg/></w:sectPr>"
    )  # fmt: skip
    document = read_word(
        make_word(
            body, footnotes=notes, endnotes=f'<w:endnote w:id="2">{line("Beigu.")}</w:endnote>',
            comments=f'<w:comment w:id="0">{line("Pārbaudīt!")}</w:comment>',
            header1=line("Kājene virs."), header2=line("JŪRAS NOVADS"), header3=line("Kājene virs."),
            footer1=line("2. lpp."),
        ),
        "v.docx",
    )  # fmt: skip
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        (BlockKind.HEADER, "JŪRAS NOVADS"),
        (BlockKind.HEADER, "Kājene virs."),
        (BlockKind.PARAGRAPH, "Teksts un beigas."),
        (BlockKind.FOOTNOTE, "Pirmā."),
        (BlockKind.FOOTNOTE, "Otrā."),
        (BlockKind.FOOTNOTE, "Beigu."),
        (BlockKind.FOOTER, "2. lpp."),
        (BlockKind.COMMENT, "Pārbaudīt!"),
    ]
    assert [b.paragraph for b in document.blocks if b.kind is not BlockKind.PARAGRAPH] == [None] * 7


def test_header_of_two_sections_is_read_once(make_word: MakeWord) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = par(run("Viens."), section) + line("Divi.") + section
    assert shown(read_word(make_word(body, header1=line("Galva")), "v.docx")) == ["Galva", "Viens.", "Divi."]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("chunk1__html", "<html><head><title>x</title></head><body><p>Pirmā <b>rinda</b></p><ul><li>otrā</li></ul>"),
        ("chunk1__htm", "<p>Pirmā\n rinda<br>otrā</p><script>x</script>"),
        ("chunk1__txt", "Pirmā rinda\r\notrā"),
        ("chunk1__mht", "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                        "<p>Pirmā rinda</p><p>otrā</p>"),
    ],
)  # fmt: skip
def test_part_put_in_from_another_file(make_word: MakeWord, part: str, content: str) -> None:
    body = line("Sākums.") + '<w:altChunk r:id="chunk1"/>'
    document = read_word(make_word(body, **{part: content.encode()}), "v.docx")
    assert shown(document) == ["Sākums.", "Pirmā rinda", "otrā"]
    assert not document.notices


def test_part_of_an_unknown_format_is_told_of(make_word: MakeWord) -> None:
    body = line("Sākums.") + '<w:altChunk r:id="chunk1"/><w:altChunk r:id="missing"/>'
    document = read_word(make_word(body, chunk1__rtf=rb"{\rtf1 x}"), "v.docx")
    assert [str(notice) for notice in document.notices] == [
        "A part that was put into the letter from another file could not be read; look at it there."
    ] * 2


def test_headings_of_python_docx() -> None:
    stream = io.BytesIO()
    made = docx.Document()
    made.add_heading("Pārskats", 0)
    made.add_heading("Izglītība", 1)
    made.add_paragraph("Notika nodarbības.")
    made.add_heading("Skolas", 2)
    made.add_paragraph("Jauni pulciņi", style="List Bullet")
    made.add_paragraph("Pirmais", style="List Number")
    made.save(stream)
    document = read_word(stream.getvalue(), "v.docx")
    assert [(b.kind, b.marker, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, None, 0),
        (BlockKind.HEADING, None, 0),
        (BlockKind.PARAGRAPH, None, 0),
        (BlockKind.HEADING, None, 1),
        (BlockKind.LIST_ITEM, "•", 0),
        (BlockKind.LIST_ITEM, "1.", 0),
    ]


LONG = "Pašvaldībā aizvadītajā gadā notika daudz dažādu pasākumu, par kuriem stāstīts zemāk. " * 3
BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("paragraph", "kind", "marker", "text"),
    [
        (par(run("Izglītība", BOLD)), BlockKind.HEADING, None, "Izglītība"),
        (par(run("Kā veicās?", BOLD)), BlockKind.HEADING, None, "Kā veicās?"),
        (par(run("1. Izglītība", BOLD)), BlockKind.HEADING, "1.", "Izglītība"),
        (par(run("Izglītība", "<w:u w:val='single'/>")), BlockKind.HEADING, None, "Izglītība"),
        (par(run("Izglītība ", BOLD) + run("un kultūra", BOLD)), BlockKind.HEADING, None, "Izglītība un kultūra"),
        (par(run("Izglītība", BOLD) + run(" kultūra")), BlockKind.PARAGRAPH, None, "Izglītība kultūra"),
        (par(run("Notika trīs koncerti.", BOLD)), BlockKind.PARAGRAPH, None, "Notika trīs koncerti."),
        (par(run("Izglītība", "<w:b w:val='0'/>")), BlockKind.PARAGRAPH, None, "Izglītība"),
        (par(run("Izglītība", "<w:u w:val='none'/>")), BlockKind.PARAGRAPH, None, "Izglītība"),
        (par(run("Veselības jomā:")), BlockKind.HEADING, None, "Veselības jomā:"),
        (par(run("2021. gadā:")), BlockKind.PARAGRAPH, None, "2021. gadā:"),
        (par(run("Virsraksts"), '<w:outlineLvl w:val="2"/>'), BlockKind.HEADING, None, "Virsraksts"),
        (par(run("Teksts"), '<w:outlineLvl w:val="9"/>'), BlockKind.PARAGRAPH, None, "Teksts"),
        (par(run("• Viens")), BlockKind.LIST_ITEM, "•", "Viens"),
        (par(run("2.1. viens")), BlockKind.LIST_ITEM, "2.1.", "viens"),
        (par(run("3. maijā notika balle.")), BlockKind.PARAGRAPH, None, "3. maijā notika balle."),
    ],
)
def test_kind_of_a_paragraph(
    make_word: MakeWord, paragraph: str, kind: BlockKind, marker: str | None, text: str
) -> None:
    document = read_word(make_word(line(LONG) + paragraph + line(LONG)), "v.docx")
    block = document.blocks[1]
    assert (block.kind, block.marker, document.text[block.start : block.end]) == (kind, marker, text)


def test_colon_that_leads_a_list_is_no_heading(make_word: MakeWord) -> None:
    document = read_word(make_word(line("Notika šādi pasākumi:") + line("- koncerts")), "v.docx")
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]


def test_letter_in_bold_throughout_has_no_headings(make_word: MakeWord) -> None:
    document = read_word(make_word(par(run("Svētki", BOLD)) + par(run(LONG, BOLD))), "v.docx")
    assert {b.kind for b in document.blocks} == {BlockKind.PARAGRAPH}


def test_heading_style_on_a_whole_paragraph_is_no_heading(make_word: MakeWord) -> None:
    document = read_word(make_word(par(run(LONG), '<w:outlineLvl w:val="0"/>') + line("Beigas.")), "v.docx")
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
