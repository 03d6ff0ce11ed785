"""Tokens of Latvian official text: `(text, tokens)`, the tokens joined by spaces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.latvian.abbreviations import abbreviations, spellings
from extract.latvian.language import load_language
from extract.latvian.lex_attrs import like_num

LATVIAN = st.text(alphabet="abcāčēgģīķļņšūžA BĀŠ.,!?()[]-–/„”\"«»'’0123456789IVX%@:;\n\t•", max_size=120)

NUMBERS = [
    ("2021.gadā", "2021. gadā"),
    ("2021. gadā", "2021. gadā"),
    ("2021.-2022. gadam", "2021. - 2022. gadam"),
    ("2021.-2022.gadam", "2021. - 2022. gadam"),
    ("2022.–2023.gadam", "2022. – 2023. gadam"),
    ("2022. – 2023. gadam", "2022. – 2023. gadam"),
    ("2021.,2022.gadā", "2021. , 2022. gadā"),
    ("2021., 2022. un 2023.gadā", "2021. , 2022. un 2023. gadā"),
    ("2021./2022.m.g.", "2021. / 2022. m.g."),
    ("2021./2022. m. g.", "2021. / 2022. m. g."),
    ("2022./2023. mācību gads", "2022. / 2023. mācību gads"),
    ("2022./2023.mācību gads", "2022. / 2023. mācību gads"),
    ("2021/2022", "2021 / 2022"),
    ("2021-2022", "2021 - 2022"),
    ("01.01.2021.-31.12.2021. notika", "01.01.2021. - 31.12.2021. notika"),
    ("01.01.2021.–31.12.2021. notika", "01.01.2021. – 31.12.2021. notika"),
    ("31.12.2021.noslēgts līgums", "31.12.2021. noslēgts līgums"),
    ("2023-03-12 saņemts", "2023-03-12 saņemts"),
    ("12/03/2023 saņemts", "12/03/2023 saņemts"),
    ("2023.gada 12.martā", "2023. gada 12. martā"),
    ("4.sākumskola", "4. sākumskola"),
    ("640.gadadienu svin", "640. gadadienu svin"),
    ("9.b klasē", "9. b klasē"),
    ("1.-4.klase", "1. - 4. klase"),
    ("5.–9. klasē", "5. – 9. klasē"),
    ("60-tajos gados", "60-tajos gados"),
    ("3,6 tūkst. skatītāju", "3,6 tūkst. skatītāju"),
    ("1 500 iedzīvotāju", "1 500 iedzīvotāju"),
    ("1.500 iedzīvotāju", "1.500 iedzīvotāju"),
    ("10–15 bērni", "10 – 15 bērni"),
    ("10-15 bērni", "10 - 15 bērni"),
    ("10 – 15 bērni", "10 – 15 bērni"),
    ("9.2.4.punkts", "9.2.4. punkts"),
    ("9.2.4. punkts", "9.2.4. punkts"),
    ("1% iedzīvotāju", "1 % iedzīvotāju"),
    ("12,5% bērnu", "12,5 % bērnu"),
    ("(60%) bērnu", "( 60 % ) bērnu"),
    ("50%.", "50 % ."),
    ("plkst.16:00 sākās", "plkst. 16:00 sākās"),
    ("plkst. 16.30 sākās", "plkst. 16.30 sākās"),
    ("150€ pabalsts", "150 € pabalsts"),
    ("€150 pabalsts", "€ 150 pabalsts"),
    ("10km attālumā", "10 km attālumā"),
    ("tālr.+371 20000001", "tālr. +371 20000001"),
    ("+371 20000001", "+371 20000001"),
    ("Covid-19 laikā", "Covid-19 laikā"),
    ("vakcīna pret Covid-19.", "vakcīna pret Covid-19 ."),
    ("raidījums TV3.", "raidījums TV3 ."),
    ("XX. gadsimtā", "XX. gadsimtā"),
    ("II posms", "II posms"),
    ("II. posms", "II. posms"),
    ("I-II ceturksnī", "I - II ceturksnī"),
    ("11.-12.gs. pilskalns", "11. - 12. gs. pilskalns"),
    ("24.- 27.jūnijā", "24. - 27. jūnijā"),
    ("1/2 slodzes", "1 / 2 slodzes"),
    ("a)pirmais; b)otrais", "a ) pirmais ; b ) otrais"),
    ("1) pirmais; 2) otrais", "1 ) pirmais ; 2 ) otrais"),
    ("8) dalība", "8 ) dalība"),
    ("Kopā piedalījās 12.", "Kopā piedalījās 12 ."),
    ("Skolās mācās 45. Bērnu dārzos – 7.", "Skolās mācās 45. Bērnu dārzos – 7 ."),
    ("Skolēnu ir 45. Kopā ar vecākiem nāca 90.", "Skolēnu ir 45 . Kopā ar vecākiem nāca 90 ."),
    ("Līgums ir spēkā līdz 31.12.2021.", "Līgums ir spēkā līdz 31.12.2021."),
    ("Darbojas kopš 2019.", "Darbojas kopš 2019."),
]

CODES = [
    ("Nr.9.2.4.2/16/I/099", "Nr. 9.2.4.2/16/I/099"),
    ("Nr. 9.2.4.2/16/I/099", "Nr. 9.2.4.2/16/I/099"),
    ("Nr.9.2.4.2./16/I/098", "Nr. 9.2.4.2./16/I/098"),
    ("(projekta Nr.9.2.4.2/16/I/077).", "( projekta Nr. 9.2.4.2/16/I/077 ) ."),
    ("projekts Nr.9.2.4.2/16/I/077.", "projekts Nr. 9.2.4.2/16/I/077 ."),
    ("projekts Nr.8.3.2.2/16/I/001, kas", "projekts Nr. 8.3.2.2/16/I/001 , kas"),
    ("vēstule Nr.3-16/23/1180", "vēstule Nr. 3-16/23/1180"),
    ("NR.5", "NR. 5"),
    ("nr.5", "nr. 5"),
    ("Reģ.Nr.40000000001", "Reģ.Nr. 40000000001"),
    ("Reģ. Nr. 40000000001", "Reģ. Nr. 40000000001"),
    ("reģ.nr.40000000001", "reģ.nr. 40000000001"),
    ("2010-56-03", "2010-56-03"),
]

ABBREVIATIONS = [
    *((form, form) for form in ("t.sk.", "u.c.", "utt.", "u.tml.", "tml.", "Nr.", "plkst.", "piem.", "t.i.", "p.k.")),
    *((form, form) for form in ("t.p.", "u.tt.", "tūkst.", "milj.", "Reģ.", "tālr.", "st.", "min.", "gs.", "g.")),
    *((form, form) for form in ("dz.", "prof.", "Dr.", "Kr.", "Sv.", "nod.", "lpp.", "sk.", "skat.", "A/S", "a/s")),
    ("t.sk. bērni", "t.sk. bērni"),
    ("T.sk. bērni", "T.sk. bērni"),
    ("T.SK. BĒRNI", "T.SK. BĒRNI"),
    ("(t.sk. bērni)", "( t.sk. bērni )"),
    ("(t.sk.bērni)", "( t.sk. bērni )"),
    ("(t. sk. bērni)", "( t. sk. bērni )"),
    ("vecāki,t.sk.bērni", "vecāki , t.sk. bērni"),
    ("vecāki u. c. dalībnieki", "vecāki u. c. dalībnieki"),
    ("lekcijas, semināri u.c.", "lekcijas , semināri u.c."),
    ("(lekcijas u.c.).", "( lekcijas u.c. ) ."),
    ("lekcijas,u.c. pasākumi", "lekcijas , u.c. pasākumi"),
    ("hepatīts u.c.VHI slimības", "hepatīts u.c. VHI slimības"),
    ("zīmuļi, burtnīcas utt.;", "zīmuļi , burtnīcas utt. ;"),
    ("„spēles u.tml.”", "„ spēles u.tml. ”"),
    ("piem.,kursi", "piem. , kursi"),
    ("piem.kursi", "piem. kursi"),
    ("t.i., kursi", "t.i. , kursi"),
    ("A/S „Līdums”", "A/S „ Līdums ”"),
    ("12.lpp.", "12. lpp."),
    ("2022.g. pavasarī", "2022. g. pavasarī"),
    ("2022.g.pavasarī", "2022. g. pavasarī"),
    ("š.g. 5.maijā", "š.g. 5. maijā"),
    ("2,5 milj. eiro", "2,5 milj. eiro"),
    ("prof.J.Liepa", "prof. J. Liepa"),
    ("Dr.med. Liepa", "Dr. med. Liepa"),
    ("Sv.Annas baznīca", "Sv. Annas baznīca"),
    ("Kr.Valdemāra iela", "Kr. Valdemāra iela"),
]

NAMES = [
    ("J.Raiņa iela", "J. Raiņa iela"),
    ("J. Raiņa iela", "J. Raiņa iela"),
    ("A.J.Kalniņa", "A. J. Kalniņa"),
    ("Dz.Ozola", "Dz. Ozola"),
    ("Dž.Ozola", "Dž. Ozola"),
    ("Ģ.Ozola", "Ģ. Ozola"),
    ("mediators(R.Kļava)", "mediators ( R. Kļava )"),
    ("Ozola-Kļava", "Ozola-Kļava"),
    ("Rietumu-Austrumu maršruts", "Rietumu-Austrumu maršruts"),
    ("VL-TB", "VL-TB"),
    ("„Ozols&Kļava”", "„ Ozols & Kļava ”"),
]

MARKS = [
    ("„ārējās „iekšējās” pēdiņas”", "„ ārējās „ iekšējās ” pēdiņas ”"),
    ("„ārējās „iekšējās””", "„ ārējās „ iekšējās ” ”"),
    (",,komatu pēdiņas”", ",, komatu pēdiņas ”"),
    (",,komatu pēdiņas''", ",, komatu pēdiņas ''"),
    ("«Saulespuķe»", "« Saulespuķe »"),
    ('"Saulespuķe"', '" Saulespuķe "'),
    ("“Saulespuķe”", "“ Saulespuķe ”"),
    ("„Saulespuķe“", "„ Saulespuķe “"),
    ("biedrība „Saulespuķe”,", "biedrība „ Saulespuķe ” ,"),
    ("biedrība„Saulespuķe”", "biedrība „ Saulespuķe ”"),
    ("centra „Ratiņš”darbība", "centra „ Ratiņš ” darbība"),
    ("un/vai", "un / vai"),
    ("euro/dienā", "euro / dienā"),
    ("(1 euro(bez nodokļa))", "( 1 euro ( bez nodokļa ) )"),
    ("[..]", "[ .. ]"),
    ("gaidīja…", "gaidīja …"),
    ("Gaidīsim :)", "Gaidīsim :)"),
    ("gaidīja...", "gaidīja ..."),
    ("Vai tiešām?!", "Vai tiešām ?!"),
    ("Urā!!!", "Urā !!!"),
    ("Ogri! - kopā", "Ogri ! - kopā"),
    ("• e-apmācība – 7", "• e-apmācība – 7"),
    ("•e-apmācība", "• e-apmācība"),
    ("- kursi;", "- kursi ;"),
    ("-kursi;", "- kursi ;"),
    ("–kursi;", "– kursi ;"),
    ("bērni—pieaugušie", "bērni — pieaugušie"),
    ("____________", "____________"),
    ("*** Piezīme", "*** Piezīme"),
    ("teksts.[1]", "teksts . [ 1 ]"),
    ("mērķis:veicināt", "mērķis : veicināt"),
    ("bērni,jaunieši;vecāki", "bērni , jaunieši ; vecāki"),
    ("vecāki,45 bērni", "vecāki , 45 bērni"),
    ("ģimenes (45 bērni),", "ģimenes ( 45 bērni ) ,"),
    ("§ 5", "§ 5"),
]

COMPOUNDS = [
    ("kluba-lasītavas", "kluba - lasītavas"),
    ("kluba - lasītavas", "kluba - lasītavas"),
    ("pavāru-konditoru", "pavāru - konditoru"),
    ("e-pastā", "e-pastā"),
    ("e-apmācība", "e-apmācība"),
    ("t-krekls", "t-krekls"),
    ("10-gadīgs", "10-gadīgs"),
    ("z/s „Liepkalni”", "z/s „ Liepkalni ”"),
    ("(Z/S „Liepkalni”)", "( Z/S „ Liepkalni ” )"),
    ("p/a „Zemgales darbs”", "p/a „ Zemgales darbs ”"),
    ("P/I „Jaunatnes centrs”,", "P/I „ Jaunatnes centrs ” ,"),
    ("un/vai a/s filiālē", "un / vai a/s filiālē"),
]

ADDRESSES = [
    ("Vienkopus.lv", "Vienkopus.lv"),
    ("(Vienkopus.lv)", "( Vienkopus.lv )"),
    ("vietnē Vienkopus.lv.", "vietnē Vienkopus.lv ."),
    ("vietnē www.vienkopus.lv/jaunumi.", "vietnē www.vienkopus.lv/jaunumi ."),
    ("https://vienkopus.lv/a?b=1,", "https://vienkopus.lv/a?b=1 ,"),
    ("vietnē https://vienkopus.lv/.", "vietnē https://vienkopus.lv/ ."),
    ("pasts@novads.lv;", "pasts@novads.lv ;"),
    ("e-pasts: J.Kalns@novads.lv.", "e-pasts : J.Kalns@novads.lv ."),
    ("sk.nodala@novads.lv", "sk.nodala@novads.lv"),
    ("pielikums.docx", "pielikums.docx"),
]

GLUED = [
    ("kursos.31 ģimenei", "kursos . 31 ģimenei"),
    ("beidzies.Tika sākts", "beidzies . Tika sākts"),
    ("beidzies.tika sākts", "beidzies . tika sākts"),
    ("sadarbība ar NVA.Tika sākts", "sadarbība ar NVA . Tika sākts"),
    ("projekts PUMPURS.2021.gadā", "projekts PUMPURS . 2021. gadā"),
    ("notika.2021.gadā", "notika . 2021. gadā"),
    ("(trīs).Tika sākts", "( trīs ) . Tika sākts"),
    ("„Ratiņš”.Tika sākts", "„ Ratiņš ” . Tika sākts"),
    ("beidzies!Tika sākts", "beidzies ! Tika sākts"),
    ("beidzies.„Ratiņš” sākts", "beidzies . „ Ratiņš ” sākts"),
]

CASES = [*NUMBERS, *CODES, *ABBREVIATIONS, *NAMES, *MARKS, *COMPOUNDS, *ADDRESSES, *GLUED]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(token.text for token in load_language()(text)) == expected


@pytest.mark.parametrize("form", sorted(abbreviations()))
def test_each_abbreviation_is_one_token_in_a_sentence(form: str) -> None:
    doc = load_language()(f"Minēti {form} vārdi.")
    assert [token.text for token in doc] == ["Minēti", form, "vārdi", "."]


def test_spellings_hold_capitals_and_the_longest_first() -> None:
    assert {"t.sk.", "T.sk.", "T.SK."} <= set(spellings())
    lengths = [len(form) for form in spellings()]
    assert lengths == sorted(lengths, reverse=True)


@given(st.one_of(LATVIAN, st.text(max_size=80)))
@settings(max_examples=400)
def test_tokens_reproduce_the_text(text: str) -> None:
    doc = load_language()(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize("text", ["5", "3,6", "1.500", "2021.", "+5", "1/2", "XX", "XX.", "iv".upper(), "12."])
def test_like_num(text: str) -> None:
    assert like_num(text)


@pytest.mark.parametrize("text", ["", "bērni", "Covid-19", "IIII", "A4", ".", "-", "1a", "VID"])
def test_not_like_num(text: str) -> None:
    assert not like_num(text)


def test_like_num_is_a_token_attribute() -> None:
    doc = load_language()("Piedalījās 45 bērni.")
    assert [token.like_num for token in doc] == [False, True, False, False]
