"""Sentence ends of Latvian official text: each case lists the sentences, which are joined by a space."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.latvian.language import load_language
from extract.latvian.sentences import openers

PLAIN = [
    ["Skola rīkoja svētkus.", "Piedalījās visi skolēni."],
    ["Skola rīkoja svētkus.", "22 bērni dziedāja korī.", "Vecāki palīdzēja."],
    ["Skola rīkoja svētkus!", "Vai piedalījās visi?", "Jā."],
    ["Pulciņš darbojās visu gadu…", "Rudenī tas tika slēgts."],
    ["Pulciņš darbojās... vismaz līdz maijam."],
    ["Kopējais mērķis: Sekmēt iesaisti sabiedrībā."],
    ["Mērķis ir šāds: Veicināt lasītprasmi; Mazināt kavējumus; Atbalstīt vecākus."],
    ["Bibliotēka piedāvā šādas iespējas: 1) lasītava; 2) datori; 3) konsultācijas.", "Iespējas izmanto daudzi."],
    ["Tika īstenoti 3 pasākumi.", "2022.gadā tika īstenoti vēl 4 pasākumi."],
    ["Sociālais dienests sniedza atbalstu.", "„Saulespuķe” nodrošināja telpas."],
    ["Sociālais dienests sniedza atbalstu.", "(Skat. pielikumu.)"],
    ["Rudenī sākās kursi.", "E-apmācība notika katru nedēļu."],
    ["Rudenī sākās kursi.", "XX gadsimta vēsturi apguva 5 jaunieši."],
    ["Konsultācijas ir bez maksas.", "– Tās sniedz psihologs."],
    ["Viss kārtībā!..", "Turpinām darbu."],
    ["Kāpēc tā?!", "Atbilde ir vienkārša."],
]

YEARS_AND_DATES = [
    ["2021.gadā darbojās trīs klubi.", "2022.gadā to bija četri."],
    ["2021. un 2022.gadā darbojās trīs klubi."],
    ["2021. gadā Rēzeknē darbojās klubs."],
    ["2021.-2022. gadam izstrādāts plāns."],
    ["2021.–2022. Alūksnes novadā tas nav nodalīts."],
    ["No 01.01.2021.-31.12.2021. trim ģimenēm palīdzēja asistents."],
    ["No 01.01.2021. līdz 31.12.2021. Preiļos darbojās klubs."],
    ["Līgums ar biedrību bija spēkā līdz 31.12.2021.", "Pakalpojumu saņēma divas ģimenes."],
    ["Līgums noslēgts 03.02.2022.", "Tas nav pagarināts."],
    ["Saskaņā ar 12.05.2022. Valmieras novada domes lēmumu piešķirts atbalsts."],
    ["Asistents strādāja līdz 2021.gada 17. oktobrim."],
    ["Asistents strādāja (no 3.maija līdz 21.jūnijam) divās skolās."],
    ["Ģimene uzņemta 2020.g. septembrī."],
    ["Ģimene uzņemta 2020.g.", "Tai sniegts atbalsts."],
    ["Dienests reģistrēts š.g. 5. martā."],
    ["Tas notika 2021./2022.m.g. Pumpuru vidusskolā."],
    ["Tas notika 2021./2022.m.g.", "Savukārt vasarā darbojās nometne."],
    ["Pilskalns celts 11. gs.", "Tas ir valsts aizsardzībā."],
    ["Pilskalns celts 11. gs. Latgalē."],
    ["Pulciņš darbojas kopš 2019.", "Tajā ir 10 bērni."],
    ["Nodarbība sākas plkst. 16.00.", "Tā ilgst stundu."],
    ["Nodarbība sākas plkst.16.00 Cēsīs."],
    ["Lēmums pieņemts 2021.gada 12. martā.", "22 ģimenes to atbalstīja."],
]

COUNTS_AT_THE_END = [
    ["Kursos piedalījās 17 no 24.", "Vecāki par to priecājās."],
    ["Rindas garums saruka no 14 uz 9.", "Darbinieki strādāja arī sestdienās."],
    ["Motivēti 18 romi, nodarbināti 5.", "Asistents palīdz ģimenei."],
    ["Ogres skolā mācās 10 romu bērni, pirmsskolā 2.", "Autobuss kursē katru dienu."],
    ["Apmeklējumu bija 240.", "Pieredzi pārrunāja kolēģi."],
    ["Skolā bija rotaļas, dziesmas u. c.", "Tur valdīja kārtība."],
    ["Pierakstīti visi bērni, pavisam 38.", "Vasarā notika nometne."],
]
ORDINALS = [
    ["Turnīrs notika Rīgas 5. Vidusskolas zālē."],
    ["Ar vēstuli nāca 2. Saeimas deputāts."],
    ["Bērni redzēja 12. Baltijas izstādi."],
    ["Bērni mācās 4. Jūrmalas pamatskolā."],
    ["Bērni mācās 4.sākumskolā un 2. vidusskolā."],
    ["Konkursā iegūta 1. vieta.", "Balvu pasniedza domē."],
    ["Tas paredzēts 9. 10. un 11. klasei."],
    ["Tas paredzēts 9., 10. un 11. klasei."],
    ["Piedalījās klases no 1. līdz 4. Vecāki palīdzēja."],
    ["Piedalījušos skaits ir 45.", "Tas ir vairāk nekā iepriekš."],
    ["Jaunieši – 12.", "Pieaugušie – 30."],
    ["Jaunieši: 12.", "Pieaugušie: 30."],
    ["Tas paredzēts klasēm 9.–12. Alūksnes novadā."],
    ["Iesniegti pieteikumi Nr. 5. un Nr. 6."],
    ["XX. gadsimtā tur bija skola."],
    ["Projekta II. posms vēl turpinās."],
    ["Elizabete II. Anglijā nav viesojusies pie mums."],
    ["1. Sadarbība ar pašvaldībām."],
    ["2.1. Izglītības joma."],
    ["I. Sadarbība ar biedrībām."],
    ["a. Sadarbība ar biedrībām."],
    ["Saskaņā ar noteikumu 9.2.4. Apakšpunktu atbalsts pienākas."],
    ["Klubs atrodas Dārza ielā 7.", "Nodarbības notiek otrdienās."],
    ["Klubs atrodas Dārza ielā 7. un Pļavu ielā 9."],
    ["Mācības sāka gandrīz 30.", "Nodarbības notiek otrdienās."],
    ["Mācības sāka vairāk kā 30.", "Nodarbības notiek otrdienās."],
    ["Mācības notika tāpat kā 30. Daugavpils skolā."],
    ["Programmas kods ir 21011111.", "Nodarbības notiek otrdienās."],
    ["Klubs strādā plkst. 9.00–17.30.", "Nodarbības notiek otrdienās."],
    ["Vidējā atzīme ir 7,5.", "Nodarbības notiek otrdienās."],
    ["Skolēni – 28.", "2023. gadā to bija mazāk."],
    ["Mācības sāka 31 skolēns, pabeidza 28.", "2023.gadā to bija mazāk."],
    ["Tas notika 2021. 2022. un 2023. gadā."],
    ["Nodarbības vada grupa A.", "Tās notiek otrdienās."],
]

ABBREVIATIONS = [
    ["Pasākumos piedalījās iedzīvotāji, t.sk. Romu biedrība."],
    ["Pasākumos piedalījās iedzīvotāji, t. sk. Romu biedrība."],
    ["Sniegts atbalsts HIV u.c. STS profilaksei."],
    ["Sniegts atbalsts HIV u. c. STS profilaksei."],
    ["Notika lekcijas, semināri u.c. pasākumi."],
    ["Notika lekcijas, semināri u.c."],
    ["Notika lekcijas, semināri u.c.", "Tika izdalīti bukleti."],
    ["Notika lekcijas, semināri u. c.", "Tika izdalīti bukleti."],
    ["Notika lekcijas, semināri u.c.", "2022.gadā to bija vairāk."],
    ["Notika lekcijas, semināri utt.", "2022.gadā to bija vairāk."],
    ["Notika lekcijas, semināri u.c. 12 pasākumi."],
    ["Notika lekcijas, semināri u.c. Kuldīgas iestādēs."],
    ["Notika lekcijas, semināri u.tml.", "Bukletus izdalīja skolās."],
    ["Notika lekcijas, semināri utt.", "Bukletus izdalīja skolās."],
    ["Notika lekcijas, semināri utt. un arī kursi."],
    ["Notika lekcijas (dienas centrā, skolās u.c.).", "Bukletus izdalīja skolās."],
    ["Notika lekcijas (dienas centrā, skolās u.c.), semināri un kursi."],
    ["Tas noteikts līguma Nr. 5 pielikumā."],
    ["Tas noteikts līguma Nr.5 pielikumā."],
    ["Projekts (Nr.9.2.4.2/16/I/077) turpinās.", "Tajā ir 40 dalībnieku."],
    ["Projekta numurs ir 9.2.4.2/16/I/077.", "Tajā ir 40 dalībnieku."],
    ["Palīdz speciālisti, piem., psihologs.", "Konsultācijas ir bez maksas."],
    ["Palīdz speciālisti, piem. Sociālā dienesta psihologs."],
    ["Atbalstu saņēma visi, t.i., Gulbenē un Balvos."],
    ["Lekciju lasīja prof. Liepa."],
    ["Lekciju lasīja Dr. Liepa un Sv. Annas draudzes pārstāvis."],
    ["Pasākums notika Kr. Barona ielā."],
    ["Iedalīti 2 milj. Eiropas Savienības finansējuma."],
    ["Piedalījās ap 3 tūkst. Latgales iedzīvotāju."],
    ["Nodarbība ilgst 45 min.", "Grupā ir seši bērni."],
    ["Tas aprakstīts pārskata 12. lpp.", "Dati ir apkopoti."],
    ["Tālr. 60000001 atbild speciālists."],
    ["Reģ. Nr. 40000000001 ir biedrībai."],
    ["Skat. 2. pielik. Dienesta pārskatā."],
    ["Ēka atrodas Rīgas iel. Cēsīs."],
    ["Pabalsts ir 30 eiro p.k. Nauda nepietika."],
    ["Vietne ir Vienkopus.lv.", "Tajā ir ziņas."],
    ["Vietnē Vienkopus.lv ir ziņas."],
    ["Rakstiet uz pasts@novads.lv.", "Atbildēsim nedēļas laikā."],
    ["Stādi sk. Latvijas dārzos."],
]

NAMES = [
    ["Mediatore R.Kalniņa vadīja nodarbības."],
    ["Mediatore R. Kalniņa vadīja nodarbības."],
    ["Nodarbības vadīja R.Kalniņa.", "Tās notika klubā."],
    ["Muzejs atrodas J. Raiņa ielā.", "Ieeja ir brīva."],
    ["Runāja A. J. Kalniņa un Dz. Ozola."],
    ["Izstādi atklāja Ģ. Ozols.", "Mūzikas skola sniedza koncertu."],
]

QUOTES_AND_BRACKETS = [
    ["Kampaņa „Esi vesels! Dzīvo ilgi!” notika trīs pilsētās."],
    ["Kampaņa „Esi vesels! - Dzīvo ilgi” notika trīs pilsētās.", "Tajā piedalījās skolas."],
    ["Kampaņa „Esi vesels! - dzīvo ilgi” notika trīs pilsētās."],
    ["Projekts „Solis. Otrs solis. Trešais solis” ir noslēdzies."],
    ["Projekts “Solis. Otrs solis” ir noslēdzies."],
    ['Projekts "Solis. Otrs solis" ir noslēdzies.'],
    ["Projekts «Solis. Otrs solis» ir noslēdzies."],
    ["Projekts ,,Solis. Otrs solis” ir noslēdzies."],
    ["Projekts „Klubs „Solis. Otrs”. Jaunieši” ir noslēdzies."],
    ["Notika akcija „Nāc līdzi!”.", "Atsaucība bija liela."],
    ["Notika akcija „Nāc līdzi!” Liepājas skolās."],
    ["Notika akcija „Vai zini?” un viktorīna."],
    ["Notika izstāde „Krāsas”.", "To apmeklēja skolēni."],
    ["Notika izstāde „Krāsas.”", "To apmeklēja skolēni."],
    ["Vadītāja saka: „Mums veicās.", "Bērni ir priecīgi.”"],
    ["„Mums veicās.", "Bērni ir priecīgi,” saka vadītāja."],
    ["Kursi (Sākums bija maijā. Beigas – jūlijā.) notika klubā."],
    ["Kursi notika klubā (sākums – maijā; beigas – jūlijā).", "Tos vadīja pedagogs."],
    ["Kursi notika klubā (tos vadīja pedagogs.)", "Klubs ir atvērts."],
    ["Kursi notika klubā [2].", "Tos vadīja pedagogs."],
    ["Notika kursi (60 stundas!) Talsos."],
    ["Notika kursi :) un ekskursija.", "Piedalījās visi."],
    ['Zīme " stāv viena.', "Tā netraucē."],
    ["Iekava ( stāv viena.", "Tā netraucē."],
]

LOWER_CASE = [
    ["Darbs. turpinās katru dienu."],
    ["Vai tiešām? jā, bez šaubām."],
    ["Notika kursi u.c. apmācība."],
    ["Tas ir svarīgi! - saka vadītāja."],
    ["Tas ir svarīgi., un tas ir labi."],
]

CASES = [
    ["Pirmajā dienā ieradās 61.", "Līdzdalības jomā darbs turpinās."],
    ["Nometnei pieteicās 45.", "Sociālais dienests izvēlējās tos, kam vajag vairāk."],
    ["Rudenī notika 12. Romu kultūras diena.", "Nodarbības apmeklēja 33. Vidusskolas audzēkņi."],
    *PLAIN,
    *YEARS_AND_DATES,
    *COUNTS_AT_THE_END,
    *ORDINALS,
    *ABBREVIATIONS,
    *NAMES,
    *QUOTES_AND_BRACKETS,
    *LOWER_CASE,
]

ALONE = [case for case in CASES if len(case) == 1 and not case[0][0].islower()]
NEIGHBOURS = [case for case in PLAIN + QUOTES_AND_BRACKETS[:8] if case[0][0].isupper()]

#: Whole texts whose sentences are not joined by a space.
GLUED = [
    ("Jaunieši strādāja parkos.31 ģimene palīdzēja.", ["Jaunieši strādāja parkos.", "31 ģimene palīdzēja."]),
    ("Kurss beidzies.Tika sākts cits.", ["Kurss beidzies.", "Tika sākts cits."]),
    ("Sadarbība ar NVA.Tika sākts kurss.", ["Sadarbība ar NVA.", "Tika sākts kurss."]),
    ("Bērni mācās projektā PUMPURS.2021.gadā to bija 5.", ["Bērni mācās projektā PUMPURS.", "2021.gadā to bija 5."]),
    ("Notika kursi (trīs).Tos vadīja pedagogs.", ["Notika kursi (trīs).", "Tos vadīja pedagogs."]),
    ("Notika izstāde „Krāsas”.To apmeklēja 8.", ["Notika izstāde „Krāsas”.", "To apmeklēja 8."]),
    ("Cik labi!Nāciet vēl.", ["Cik labi!", "Nāciet vēl."]),
    ("Romi apguva prasmes: • kursi – 7 • nometne – 4", ["Romi apguva prasmes:", "• kursi – 7", "• nometne – 4"]),
    ("Virsraksts\nPirmā rindkopa. Otrs teikums.", ["Virsraksts", "Pirmā rindkopa.", "Otrs teikums."]),
    ("Virsraksts\nbez lielā burta", ["Virsraksts", "bez lielā burta"]),
    ("„Atvērtas pēdiņas\nNav aizvērtas. Teikums.", ["„Atvērtas pēdiņas", "Nav aizvērtas.", "Teikums."]),
    ("  Teikums.  Otrs.  ", ["Teikums.", "Otrs."]),
    ("Viens vārds", ["Viens vārds"]),
    ("", []),
]


def _sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in load_language()(text).sents]


@pytest.mark.parametrize("sentences", CASES, ids=[" | ".join(case) for case in CASES])
def test_sentences(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentences", ALONE, ids=lambda case: str(case[0]))
def test_one_sentence_between_others(sentences: list[str]) -> None:
    text = f"Notika pasākums. {sentences[0]}"
    assert _sentences(text)[0] == "Notika pasākums."
    assert " ".join(_sentences(text)[1:]) == sentences[0]


@pytest.mark.parametrize(("text", "expected"), GLUED, ids=[text for text, _ in GLUED])
def test_glued_sentences_and_blocks(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@pytest.mark.parametrize("word", sorted(openers()))
def test_each_opener_begins_a_sentence_after_an_abbreviation(word: str) -> None:
    second = f"{word.capitalize()} viss izdevās."
    assert _sentences(f"Notika lekcijas u.c. {second}") == ["Notika lekcijas u.c.", second]


@given(st.text(alphabet='abA ĀZ.,!?()-–„”"0123456789\n•:;', max_size=150) | st.text(max_size=80))
@settings(max_examples=500)
def test_sentences_cover_the_text(text: str) -> None:
    doc = load_language()(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text == doc.text
    for sentence in list(doc.sents)[1:]:
        first = next((token for token in sentence if not token.is_space), None)
        assert first is None or "\n" in doc[first.i - 1].text or not first.text[0].islower()


@given(st.lists(st.sampled_from(NEIGHBOURS), min_size=1))
@settings(max_examples=60)
def test_neighbours_do_not_change_a_sentence(cases: list[list[str]]) -> None:
    sentences = [sentence for case in cases for sentence in case]
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.shared
@pytest.mark.parametrize("separator", [" ", ""], ids=["spaced", "glued"])
def test_statements_of_the_gold_letters_split_where_they_do(shared: Path, separator: str) -> None:
    for line in (shared / "gold" / "letters.jsonl").read_text(encoding="utf-8").splitlines():
        statements = [statement["text"] for statement in json.loads(line)["statements"]]
        assert _sentences(separator.join(statements)) == statements


@pytest.mark.shared
def test_sentences_of_the_treebank(shared: Path) -> None:
    """F1 of whole sentences in the running text of each document of the treebank's dev part is at least 0.98."""
    raw = (shared / "corpora" / "lvtb" / "dev.conllu").read_text(encoding="utf-8")
    right = told = found = 0
    for part in re.split(r"^# newpar.*$", raw, flags=re.MULTILINE):
        gold = re.findall(r"^# text = (.*)$", part, flags=re.MULTILINE)
        sentences = _sentences(" ".join(gold))
        right += len(set(gold) & set(sentences))
        told += len(set(gold))
        found += len(set(sentences))
    assert 2 * right / (told + found) >= 0.98
