"""Diacritics are put back into text that was typed without them, and no other text is touched."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.letter_features import plain_letters
from extract.latvian.restoration import restore_diacritics
from extract.readers import read_document

ROOT = Path(__file__).resolve().parents[2]


def strip(text: str) -> str:
    """The text as it is typed without diacritics."""
    return "".join(p.upper() if c.isupper() else p for c, p in zip(text, plain_letters(text), strict=True))


def accuracy(text: str, restored: str) -> float:
    """The share of words that are the same."""
    words = [word.span() for word in re.finditer(r"[^\W\d_]+", text)]
    return sum(text[start:end] == restored[start:end] for start, end in words) / len(words)


SENTENCES = [
    "Četri romu skolēni mācījās vakarskolā, un trīs no viņiem to pabeidza.",
    "Novadā dzīvo deviņas romu ģimenes, to vidū divdesmit četri bērni.",
    "Sociālais dienests sniedza pabalstu sešām ģimenēm un palīdzēja nokārtot dokumentus.",
    "Šķiet, ka vecāki labprāt nāk uz sapulcēm un jautā par ēdināšanu.",
    "Bibliotēkā notika tikšanās ar jauniešiem, tajā piedalījās astoņpadsmit cilvēki.",
    "Pasākumi romu iekļaušanai netika īstenoti, jo pieprasījuma nebija.",
    "Skolotāja palīgs strādāja ar pirmklasniekiem katru dienu.",
    "PAR ROMU IEKĻAUŠANAS PASĀKUMIEM UN MĀJOKĻU PIEEJAMĪBU RĒZEKNES NOVADĀ",
    "Ķekavas novada izglītības pārvalde piešķīra līdzekļus ēdināšanai.",
    "Ģimenes asistente apmeklēja ģimenes reizi nedēļā.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_text_of_one_sentence_gets_its_diacritics_back(text: str) -> None:
    assert restore_diacritics(strip(text)) == text


LEFT_ALONE = [
    # ordinary Latvian, also where a sentence has no diacritics by chance
    *SENTENCES,
    "Romi dejo. Darbs notika labi, visi bija apmierināti.",
    "Kopumā tika apmeklēti visi pagasti. Notika divas sarunas par darbu, un tajās aktivi bija visi, kas tika aicināti.",
    # one word, or a few, without diacritics in a text that has them
    "Nometnē piedalījās deviņi skoleni un divas skolotajas, kā arī vecāki.",
    "Palīdzību saņēma deviņpdsmit gimenes.",
    # too little to tell
    "",
    "\n\n",
    "Nav.",
    "Kopa 12 personas.",
    "Talsi, 2023",
    # other languages
    "The municipality of Talsi organised three events for Roma children and their parents in the local library.",
    "The mayor of Riga, the council of Kekava and the school in Jekabpils supported the project of Roma mediators.",
    "Die Gemeinde hat im Jahr 2021 drei Treffen mit Familien organisiert und den Kindern in der Schule geholfen.",
    "Муниципалитет провёл три мероприятия для детей и родителей.",
    # tables of numbers
    "2021 2022 2023\n12 14 9\n3 5 8\nTalsi 4 5 6\nSabile 1 2 3",
    "pasts@jekabpils.lv, www.rezekne.lv, reg. Nr. 90000012345, LV-4601",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert restore_diacritics(text) == text


#: Letters of the corpus that were typed without diacritics, in whole or in part.
TYPED_WITHOUT = {"jekabpils-nov.txt", "rezeknes-nov-2024.txt", "ventspils-nov.docx"}


def test_letters_with_ordinary_diacritics_are_left_as_they_are() -> None:
    texts = {file.name: read_document(file).text for file in sorted((ROOT / "corpus" / "files").iterdir())}
    assert {name for name, text in texts.items() if restore_diacritics(text) != text} == TYPED_WITHOUT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # a paragraph of a letter that has diacritics elsewhere
        (
            "Sākumskolā mācās seši romu bērni, visi apmeklē pulciņus.\n"
            "Skolas vadiba informe, ka skolenu vecaki labprat sadarbojas ar skolu un kavejumu ir maz.",
            "Sākumskolā mācās seši romu bērni, visi apmeklē pulciņus.\n"
            "Skolas vadība informē, ka skolēnu vecāki labprāt sadarbojas ar skolu un kavējumu ir maz.",
        ),
        # answers typed into a form that has diacritics
        (
            "Īstenotie pasākumi izglītības jomā\nSkolenu sapulces, macibu lidzekli.\n"
            "Īstenotie pasākumi veselības jomā\nArsta konsultacijas, berniem zobarsts.\n"
            "Mājokļu pieejamība\nDzivoklus pieskira divam gimenem.",
            "Īstenotie pasākumi izglītības jomā\nSkolēnu sapulces, mācību līdzekļi.\n"
            "Īstenotie pasākumi veselības jomā\nĀrsta konsultācijas, bērniem zobārsts.\n"
            "Mājokļu pieejamība\nDzīvokļus piešķīra divām ģimenēm.",
        ),
        # a keyboard that has š, ž and č, but no long vowels
        (
            "Šaja gada pašvaldiba nodrošinaja četriem bernu namiem edinašanu un macibu lidzeklus.",
            "Šajā gadā pašvaldība nodrošināja četriem bērnu namiem ēdināšanu un mācību līdzekļus.",
        ),
        # names of addresses, abbreviations and codes are spelt without
        (
            "Rakstiet uz pasts@rezekne.lv vai zvaniet, NVO un IZM vestules sanemam katru nedelu, Nr. 9.2.4.2/16/I/050.",
            "Rakstiet uz pasts@rezekne.lv vai zvaniet, NVO un IZM vēstules saņemam katru nedēļu, Nr. 9.2.4.2/16/I/050.",
        ),
    ],
)
def test_parts_of_a_text_get_them_back(typed: str, meant: str) -> None:
    assert restore_diacritics(typed) == meant


@given(st.text(alphabet="aāeēiīcčsšnņ gkl.,\n12İßŖō", max_size=200) | st.text(max_size=60))
def test_nothing_but_diacritics_changes(text: str) -> None:
    restored = restore_diacritics(text)
    assert len(restored) == len(text)
    assert plain_letters(restored) == plain_letters(text)


def test_letters_of_the_corpus_typed_without_diacritics_get_them_back() -> None:
    """Dev letters, which the network has not learnt from."""
    lines = (ROOT / "annotations" / "dev.jsonl").read_text("utf-8").splitlines()
    text = "\n".join(statement["text"] for line in lines for statement in json.loads(line)["statements"])
    assert accuracy(text, restore_diacritics(strip(text))) > LEAST_OF_LETTERS


@pytest.mark.shared
def test_the_treebank_typed_without_diacritics_gets_them_back(shared: Path) -> None:
    """News, fiction and speech, of which the network has learnt from the train part only."""
    lines = (shared / "corpora" / "lvtb" / "dev.conllu").read_text("utf-8").splitlines()
    text = "\n".join(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    assert accuracy(text, restore_diacritics(strip(text))) > LEAST_OF_TREEBANK
    assert restore_diacritics(text) == text


#: What the network in use reaches is a little more: models/README.md.
LEAST_OF_LETTERS, LEAST_OF_TREEBANK = 0.94, 0.92
