"""Messages that only cover a letter, told from messages that are one; what is new in a message."""

import pytest

from extract.letters.messages import find_new_text, is_covering, telling_sentences
from extract.model import Document
from extract.readers.plain import read_plain


def message(text: str) -> Document:
    return read_plain(text.encode(), "pasts.eml")


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "Labdien!\n\nPielikumā nosūtām novada atbildi.\n\nAr cieņu\nLietvede I.P.",
        "Sveiki!\n\nPievienoju vēstuli par 2023. gadu.\n\nJauku dienu!",
        "Labrīt!\n\nSūtam pieprasīto informāciju.",
        "Labdien! Sūtu solīto tabulu. Atvainojos par kavēšanos, kolēģe bija slimības lapā.",
        "Informācija pielikumā.",
        "Labdien!\n\nLūdzu skatīt pievienoto dokumentu, kas parakstīts ar drošu elektronisko parakstu.",
        "Labdien!\n\nLūdzam apstiprināt vēstules saņemšanu un pārsūtīt to atbildīgajam darbiniekam.",
        "Godātā kundze!\n\nAtbildot uz Jūsu 12.02.2024. vēstuli Nr. 3-1/77, iesniedzam pārskatu par 2023. gadu.",
        "Labdien!\n\nVēlreiz sūtu atbildi, jo iepriekšējā vēstulē nebija pielikuma. Paldies par atgādinājumu!",
        "Labdien!\n\nPielikumā atbilde. Ja rodas jautājumi, droši zvaniet vai rakstiet.\n\nAr cieņu",
        "Labdien!\n\nPielikumā atbilde.\n\nŠis e-pasts ir konfidenciāls un paredzēts tikai tā adresātam. "
        "Ja esat to saņēmis kļūdas dēļ, Jums tas nekavējoties jādzēš, un tā saturu nedrīkst izpaust nevienam citam.",
        "",
        "Labdien!\nPielikuma atbilde. Velreiz sutu, jo ieprieksejo reizi aizmirsu pielikumu.",
        "Dear colleagues,\n\nPlease find attached our answer.",
    ],
)
def test_messages_that_only_cover(text: str) -> None:
    document = message(text or ".")
    assert is_covering(document.blocks, texts(document), with_letter=True), telling_sentences(
        document.blocks, texts(document)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Labdien!\n\nNovadā 2023. gadā romu bērniem notika divas vasaras nometnes, tajās piedalījās 14 bērni.",
        "Labdien!\n\nInformējam, ka pagājušajā gadā pasākumi romu iedzīvotājiem novadā netika īstenoti.\n\nAr cieņu",
        "Labdien!\n\nPielikumā fotogrāfijas. 2022. gadā pašvaldība rīkoja trīs radošās darbnīcas, kurās darbojās 20 "
        "romu bērni no abām pilsētas skolām. Divas romu ģimenes saņēma ģimenes asistenta pakalpojumu. Trīs jaunieši "
        "iesaistījās nodarbinātības projektā un atrada darbu, bet viens turpina mācības.",
        "Labdien.\n\n1. Izglītības jomā tika nodrošināts skolotāja palīgs.\n2. Veselības jomā notika divas lekcijas.",
    ],
)
def test_messages_that_are_letters(text: str) -> None:
    document = message(text)
    assert not is_covering(document.blocks, texts(document), with_letter=True)


def test_a_short_message_is_the_letter_where_no_file_was_read() -> None:
    document = message("Labdien!\n\nPielikumā foto. Novadā 2023. gadā romu bērniem notika divas nometnes.")
    assert is_covering(document.blocks, texts(document), with_letter=True)
    assert not is_covering(document.blocks, texts(document), with_letter=False)


CONCERT = "Novadā notika koncerts."


@pytest.mark.parametrize(
    "text",
    [
        f"{CONCERT}\n\nAr cieņu\nI.P.",
        f"{CONCERT}\n\nNo: Ministrija <a@km.example>\nNosūtīts: 2023. gada 3. martā\nKam: Novads\nTemats: Lūgums\n\n"
        "Lūdzam sniegt ziņas, kādi pasākumi tika īstenoti.",
        f"{CONCERT}\n\n-----Original Message-----\n\nCits teksts tika rakstīts.",
        f"{CONCERT}\n\nIlze Paraudziņa rakstīja:\n\n> Vai tika rīkoti pasākumi?",
        f"Zināšanai.\n\n-------- Pārsūtītā ziņa --------\nNo: Novads <a@n.example>\nDatums: 3.3.2023\n\n{CONCERT}",
    ],
)
def test_what_is_new_in_a_message_or_passed_on(text: str) -> None:
    document = message(text)
    assert telling_sentences(document.blocks, texts(document)) == [CONCERT]


@pytest.mark.parametrize(
    "text",
    [
        "Labdien!\n\nPielikumā nosūtām atbildi.\n\nAr cieņu\nI.P.",
        "Nosūtām pieprasīto informāciju.",
        "Atbilde pielikumā.",
    ],
)
def test_the_request_below_an_answer_does_not_make_it_a_letter(text: str) -> None:
    request = (
        "No: Ministrija <a@km.example>\nNosūtīts: 2023. gada 3. martā\nKam: Novads\nTemats: Lūgums\n\nPērn novados "
        "tika īstenoti vairāki pasākumi romu kopienas atbalstam, un ministrija vēlas tos apkopot kopīgā pārskatā."
    )
    document = message(f"{text}\n\n{request}")
    assert is_covering(document.blocks, texts(document), with_letter=True)
    assert telling_sentences(document.blocks, texts(document)) == []


def test_a_line_that_begins_like_a_head_is_none_by_itself() -> None:
    document = message("No: rīta līdz vakaram notika darbnīcas.\n\nPēc tam notika koncerts.")
    assert find_new_text(document.blocks, texts(document)) == (0, len(document.blocks))
