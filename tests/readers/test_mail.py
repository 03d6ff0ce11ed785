"""Messages: their text, their attachments, and messages inside of them, made with the standard library."""

import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from arrival_files import make_letter, make_mail, make_zip
from extract.errors import DamagedFileError, EmptyFileError, ReadError
from extract.model import BlockKind, Document, PartRole
from extract.readers import read_document
from extract.readers.dispatch import read_bytes
from extract.readers.members import LARGEST_LOGO

LETTER = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.")


def read(message: EmailMessage, name: str = "pasts.eml") -> Document:
    return read_bytes(message.as_bytes(), name)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def test_a_message_with_a_letter() -> None:
    document = read(make_mail("Labdien!\n\nPielikumā vēstule.\n", {"vēstule.docx": LETTER}))
    assert (document.name, document.format) == ("pasts.eml", "eml")
    assert shown(document) == [
        ("header", "Lietvedība <pasts@paraugi.example>"),
        ("header", "14.03.2023. 09:30"),
        ("subject", "Par atbildi"),
        ("paragraph", "Labdien!"),
        ("paragraph", "Pielikumā vēstule."),
        ("paragraph", "Talsu novada pašvaldība"),
        ("paragraph", "2022. gadā notika trīs nodarbības."),
    ]
    own, letter = document.parts
    assert (own.name, own.format, own.is_message, own.path) == ("pasts.eml", "eml", True, ())
    assert (letter.name, letter.format, letter.is_message, letter.path) == (
        "vēstule.docx",
        "docx",
        False,
        ("vēstule.docx",),
    )
    assert document.text[letter.start : letter.end] == "Talsu novada pašvaldība\n2022. gadā notika trīs nodarbības."
    assert [document.text[b.start : b.end] for b in document.blocks_of(letter)] == [
        text for _, text in shown(document)[5:]
    ]
    assert [block.paragraph for block in document.blocks] == [None, None, None, 0, 1, 2, 3]
    assert document.notices == ()


def test_to_whom_a_message_went_is_not_told() -> None:
    assert "ministrija" not in read(make_mail("Labdien!")).text


def test_the_page_of_a_message_is_read_and_its_plain_double_is_not() -> None:
    html = (
        "<p>Labdien!</p><table><tr><td>Joma</td><td>Darbs</td></tr><tr><td>Veselība</td><td>Lekcija</td></tr></table>"
    )
    document = read(make_mail("Labdien!\nJoma Darbs\nVeselība Lekcija\n", html=html))
    assert [kind for kind, _ in shown(document)[3:]] == ["paragraph", "cell", "cell", "cell", "cell"]


def test_the_plain_text_is_read_where_the_page_is_a_stub() -> None:
    document = read(make_mail("2022. gadā novadā notika trīs nodarbības romu bērniem.", html="<p>Skatīt pārlūkā</p>"))
    assert shown(document)[3:] == [("paragraph", "2022. gadā novadā notika trīs nodarbības romu bērniem.")]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"text/plain; charset=windows-1257", "Ziņa par bērniem.".encode("cp1257")),
        (b"text/plain; charset=iso-8859-13", "Ziņa par bērniem.".encode("iso8859-13")),
        (b"text/plain; charset=x-nav-tada", "Ziņa par bērniem.".encode()),
        (b"text/plain; charset=x-nav-tada", "Ziņa par bērniem.".encode("cp1257")),
        (b"text/plain; charset=w\0i", "Ziņa par bērniem.".encode()),
        (b"text/plain; charset=us-ascii", "Ziņa par bērniem.".encode()),
        (b"text/plain", "Ziņa par bērniem.".encode("cp1257")),
        (b"text/html; charset=windows-1257", "<p>Ziņa par bērniem.".encode("cp1257")),
    ],
)
def test_character_sets_wrong_and_unknown_ones_too(header: bytes, body: bytes) -> None:
    data = (
        b"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: "
        + header
        + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + body
    )
    assert shown(read_bytes(data, "a.eml"))[-1] == ("paragraph", "Ziņa par bērniem.")


def test_a_message_in_a_message() -> None:
    outer = make_mail("Pārsūtu.", subject="FW: Par atbildi")
    outer.add_attachment(make_mail("Sūtām.", {"v.docx": LETTER}, subject="Talsu atbilde"))
    document = read(outer)
    assert [(part.path, part.is_message, part.format) for part in document.parts] == [
        ((), True, "eml"),
        (("Talsu atbilde.eml",), True, "eml"),
        (("Talsu atbilde.eml", "v.docx"), False, "docx"),
    ]


def test_alternatives_with_an_attachment_between_them() -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.make_alternative()
    plain, mixed = EmailMessage(), EmailMessage()
    plain.set_content("Labdien no teksta!")
    mixed.make_mixed()
    for html in ("<p>Labdien no lapas!</p>", "<p>Otrā daļa.</p>"):
        piece = EmailMessage()
        piece.set_content(html, subtype="html")
        mixed.attach(piece)
    mixed.add_attachment(LETTER, maintype="application", subtype="octet-stream", filename="v.docx")
    message.attach(plain)
    message.attach(mixed)
    document = read(message)
    assert [part.name for part in document.parts] == ["pasts.eml", "v.docx"]
    assert [text for _, text in shown(document)[1:3]] == ["Labdien no lapas!", "Otrā daļa."]


def test_pictures_of_the_layout_cards_and_signatures_are_set_aside() -> None:
    message = make_mail("Labdien!", {"v.docx": LETTER}, html='<p>Labdien!</p><img src="cid:logo">')
    message.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="a.vcf")
    page = message.get_body(("html",))
    assert page is not None
    page.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<logo>")
    document = read(message)
    assert {part.name: part.role for part in document.parts if part.role is PartRole.ASIDE}.keys() == {
        "attachment.png",
        "a.vcf",
    }
    assert document.notices == ()


def test_a_large_picture_in_the_page_may_be_the_letter() -> None:
    message = make_mail("Labdien!", html='<p>Labdien!</p><img src="cid:lapa">')
    page = message.get_body(("html",))
    assert page is not None
    page.add_related(b"GIF89a" + bytes(LARGEST_LOGO), "image", "gif", cid="<lapa>")
    assert [part.role for part in read(message).parts] == [PartRole.LETTER, PartRole.UNREADABLE]


def test_an_attachment_that_is_not_read_is_told_of_and_kept_as_a_part() -> None:
    document = read(make_mail("Labdien!", {"v.docx": LETTER, "tabula.xls.docx": LETTER[:200], "tukšs.pdf": b""}))
    unread = [part for part in document.parts if part.role is PartRole.UNREADABLE]
    assert [(part.name, str(part.reason)) for part in unread] == [
        ("tabula.xls.docx", "pasts.eml › tabula.xls.docx is damaged: it is cut off or was changed on its way."),
        ("tukšs.pdf", "pasts.eml › tukšs.pdf is empty."),
    ]
    assert all(part.reason in document.notices for part in unread)


def test_names_with_odd_characters_and_paths() -> None:
    message = make_mail("Labdien!", {"..\\..\\C\u202e:\\v\x07ēstule\n.docx": LETTER, "/etc/passwd": b"teksts"})
    assert [part.name for part in read(message).parts][1:] == ["vēstule .docx", "passwd"]


def test_an_attachment_without_a_name() -> None:
    message = make_mail("Labdien!")
    message.add_attachment(LETTER, maintype="application", subtype="octet-stream")
    assert [part.name for part in read(message).parts][1:] == ["attachment.octet-stream"]


@pytest.mark.parametrize(
    "head",
    [
        b"From: =?utf-8?B?////?= <a@b.example>\nSubject: =?x-nav?Q?=FF?=\nDate: vakar\nMIME-Version: 1.0",
        b"From: <<<>>>,;\nSubject: \nDate: Mon, 99 Foo 99999 99:99:99 +9999\nMIME-Version: 1.0",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed",
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset*0*=; name*=utf-8''%FF%FE",
        b"MIME-Version: 1.0\nContent-Disposition: ;;;=\nContent-Type: ;/;",
        b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64",
    ],
)
def test_heads_that_break_the_rules(head: bytes) -> None:
    try:
        document = read_bytes(head + b"\n\nLabdien visiem lasitajiem!\n", "a.eml")
    except ReadError as error:
        assert "a.eml" in str(error)
    else:
        assert document.format == "eml"


def test_an_empty_message_with_an_unreadable_attachment_tells_why() -> None:
    message = EmailMessage(policy=email.policy.default)
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="a.zip")
    with pytest.raises(DamagedFileError, match=r"pasts\.eml › a\.zip is damaged"):
        read(message)


def test_an_empty_message() -> None:
    with pytest.raises(EmptyFileError, match=r"a\.eml"):
        read_bytes(b"MIME-Version: 1.0\n\n\n", "a.eml")


def test_messages_packed_deeper_than_any() -> None:
    data = make_zip({"v.txt": b"teksts"})
    for depth in range(6):
        data = make_zip({f"{depth}.zip": data})
    message = make_mail("Labdien!", {"a.zip": data})
    document = read(message)
    assert [part.role for part in document.parts] == [PartRole.LETTER, PartRole.UNREADABLE]
    assert "packed more than 4 times" in str(document.parts[1].reason)


def test_a_thousand_messages_in_each_other_end_in_bounded_time() -> None:
    data = b"Labdien!"
    for _ in range(1000):
        data = b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + data
    with pytest.raises(ReadError, match=r"a\.eml"):
        read_bytes(data, "a.eml")


@pytest.mark.shared
def test_the_messages_of_others(shared: Path) -> None:
    names = {}
    for path in sorted((shared / "hard").glob("*.eml")):
        document = read_document(path)
        names[path.name.partition("__")[2]] = [part.path for part in document.parts]
    assert names == {
        "testGroupWiseEml.eml": [(), ("test.eml",), ("Neues Textdokument.txt",)],
        "testRFC822_multipart_attachments.eml": [(), ("Test TxtA.txt",), ("Test TxtB.txt",)],
    }


@pytest.mark.shared
@pytest.mark.parametrize("name", ["kraslavas-nov.edoc", "madonas-nov.eml", "olaines-nov.eml"])
def test_gold_letters_in_mails_and_containers(shared: Path, name: str) -> None:
    document = read_document(shared / "gold" / "letters" / name)
    letter = document.parts[-1]
    assert letter.name == Path(name).with_suffix(".docx").name
    assert len(document.text[letter.start : letter.end]) > 500
    assert BlockKind.PARAGRAPH in {block.kind for block in document.blocks_of(letter)}


def test_what_only_outlook_packs_is_told_as_such() -> None:
    document = read(make_mail("2022. gadā piedalījās 12 bērni.", {"winmail.dat": b"\x78\x9f\x3e\x22" + bytes(200)}))
    assert "winmail.dat holds what Outlook packs as no other program does" in str(document.notices[0])
