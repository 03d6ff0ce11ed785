"""Numbers whose noun is left out or shared, lists, and parts of a total."""

import pytest

from count_sentences import analyse, counts_of, findings_of, short
from extract.fields.counts import find_counts

LEFT_OUT = [
    # places with a number each
    (
        "Romu tautības skolēni mācās: Kalna pamatskolā – 3, Upes vidusskolā – 12, Jūras sākumskolā – 1.",
        "3 skolēni; 12 skolēni; 1 skolēni",
    ),
    ("Bērni apmeklē pirmsskolu: Talsos – 5, Dundagā – 2.", "5 bērni; 2 bērni"),
    ("Kursos mācījās jaunieši – Tukumā 4, Kandavā 3.", "4 jaunieši; 3 jaunieši"),
    ("Pabalstu saņēma romu ģimenes: 2021.gadā – 14; 2022.gadā – 11.", "families 14 ģimenes; families 11 ģimenes"),
    ("Novadā strādā romu mediatori: pilsētā – 2, pagastos – 1.", "provider 2 mediatori; provider 1 mediatori"),
    # a verb right behind the number
    (
        "Vidusskolā mācās 18 skolēni, 11 apgūst vispārējo programmu, 7 apgūst speciālo programmu.",
        "18 skolēni; 11 skolēni; 7 skolēni",
    ),
    ("Programmu uzsāka 20 jaunieši, 15 to pabeidza.", "20 jaunieši; 15 jaunieši"),
    ("Kursos iesaistījās 9 romietes, bet 4 pārtrauca mācības.", "9 romietes; 4 romietes"),
    ("Uzrunāti 30 bezdarbnieki, savukārt 12 iesaistījās darbos.", "30 bezdarbnieki; 12 bezdarbnieki"),
    ("Darbam pieteicās 8 vīrieši, 5 ieguva pastāvīgu darbu, 3 turpina meklējumus.", "8 vīrieši; 5 vīrieši; 3 vīrieši"),
    # the same left out behind a dash
    (
        "Skolā mācās 25 izglītojamie, 15 apgūst pamatprogrammu, 10 – speciālo programmu.",
        "25 izglītojamie; 15 izglītojamie; 10 izglītojamie",
    ),
    # parts of a total
    ("Nometnē atpūtās 20 bērni, no tiem 6 romu tautības.", "20 bērni; 6 bērni"),
    ("Palīdzību saņēma 40 personas, no tām 13 ar invaliditāti.", "40 personas; 13 personas"),
    ("Apmācīti 12 jaunieši, tai skaitā 5 meitenes.", "12 jaunieši; 5 meitenes"),
    ("Konsultēti 16 klienti, t.sk. 3 romi.", "16 klienti; 3 romi"),
    ("Darbos iesaistīti 9 bezdarbnieki, no kuriem 4 ir romi.", "9 bezdarbnieki; 4 bezdarbnieki"),
    (
        "Redzeslokā ir 32 personas: 3 personas ar invaliditāti; 29 personas darba vecumā (no tām 13 personas strādā).",
        "32 personas; 3 personas; 29 personas; 13 personas",
    ),
    ("Kursus uzsāka 10 sievietes, 7 no viņām saņēma apliecības.", "10 sievietes; 7 sievietes"),
    ("Skolu beidza 6 jaunieši, no viņiem 2 turpina mācības tehnikumā.", "6 jaunieši; 2 jaunieši"),
    ("Palīdzību saņēma 15 ģimenes, tostarp 4 daudzbērnu.", "families 15 ģimenes; families 4 ģimenes"),
    (
        "Pamatskolā mācās 14 romu tautības skolēni, no viņiem 6 speciālās izglītības programmās.",
        "14 skolēni; 6 skolēni",
    ),
    (
        "Pilsētā mācās 13 izglītojamie – 9 vispārējās izglītības iestādēs un 4 pirmsskolas izglītības iestādēs.",
        "13 izglītojamie; 9 izglītojamie; 4 izglītojamie",
    ),
    ("No 22 reģistrētajiem romu tautības bezdarbniekiem 8 bija jaunieši.", "22 bezdarbnieki; 8 bezdarbnieki"),
    ("Apmācībās iesaistījās 7 no 19 reģistrētajiem romu bezdarbniekiem.", "7 bezdarbnieki; 19 bezdarbnieki"),
    (
        "Darbā iekārtoti 11 romi (pagaidu darbi – 7, subsidētās darba vietas – 4).",
        "11 romi; 7 romi; 4 romi",
    ),
    ("Pagaidu darbos strādāja 6, kursos mācījās 3 bezdarbnieki.", "6 bezdarbnieki; 3 bezdarbnieki"),
    ("No 14 bezdarbniekiem darbu izdevies atrast trim.", "14 bezdarbnieki; 3 bezdarbnieki"),
    ("Dzīvokļus īrē 20 romu ģimenes, un rindā gaida vēl 9.", "families 20 ģimenes; families 9 ģimenes"),
    ("Darbu zaudēja 2 romi, darba attiecībās stājās 5.", "2 romi; 5 romi"),
    (
        "Mācības uzsāka 30 romu izglītojamie: 21 sākumskolā, 9 vispārējā vidusskolā.",
        "30 izglītojamie; 21 izglītojamie; 9 izglītojamie",
    ),
    # parts of a total by kind of institution
    ("Pērn mācījās 17 romu bērni, no tiem 4 speciālajās klasēs.", "17 bērni; 4 bērni"),
    ("Notika 8 lekcijas, no tām 3 speciālajās skolās.", ""),
    ("Lekcijas noklausījās 40 skolēni: nodarbības notika 3 vispārējās skolās.", "40 skolēni"),
    (
        "Skolas gaitas sāka 64 romu skolēni: vispārējās skolās 51, profesionālajās 13.",
        "64 skolēni; 51 skolēni; 13 skolēni",
    ),
    (
        "Mācījās 40 izglītojamie: vispārējās izglītības iestādēs 33, speciālajās 7.",
        "40 izglītojamie; 33 izglītojamie; 7 izglītojamie",
    ),
    # the total, and not the parts in its brackets
    (
        "Uzskaitē bija 27 bezdarbnieki (19 sievietes un 8 vīrieši), no tiem kursus pabeidza 6.",
        "27 bezdarbnieki; 19 sievietes; 8 vīrieši; 6 bezdarbnieki",
    ),
    (
        "Atbalstu saņēma 33 romi (21 sieviete un 12 vīrieši); no viņiem valodu apguva viens.",
        "33 romi; 21 sievietes; 12 vīrieši; 1 romi",
    ),
    (
        "Piedalījās 30 dalībnieki (12 sievietes un 18 vīrieši), no viņām 5 ieguva darbu.",
        "30 dalībnieki; 12 sievietes; 18 vīrieši; 5 sievietes",
    ),
    # one of those counted before
    ("Kursus pabeidza 8 jaunieši, viens pārtrauca mācības.", "8 jaunieši; 1 jaunieši"),
    ("Uzskaitē ir 6 bezdarbnieki; darbos iesaistīts viens.", "6 bezdarbnieki; 1 bezdarbnieki"),
    ("Notika sapulce, viens pārtrauca runāt.", ""),
    # brackets behind places
    (
        "Romu tautības bērni mācās Kalna pamatskolā (12), Upes vidusskolā (4) un Jūras ģimnāzijā (2).",
        "12 bērni; 4 bērni; 2 bērni",
    ),
    ("Visvairāk romu skolēnu ir Kalna pamatskolā (30) un Upes vidusskolā (17).", "30 skolēni; 17 skolēni"),
    ("Romu bērnu skaits sarūk – skolā mācās 21.", "21 bērni"),
    # people named by a label
    ("Dalībnieku sastāvs: sievietes – 14, vīrieši – 9.", "14 sievietes; 9 vīrieši"),
    ("Dalībnieki: 26.", "26 dalībnieki"),
    ("Dalībnieku skaits – 45.", "45 dalībnieki"),
    ("Apmeklētāju skaits bija 230.", "230 apmeklētāji"),
    ("Romu tautības skolēnu skaits 2021./2022. mācību gadā: 17.", "17 skolēni"),
    ("Kopējais klientu skaits sasniedza 64.", "64 klienti"),
    ("Apmācīto skolu darbinieku skaits bija 22.", "22 darbinieki"),
    ("Projektā iesaistīto skolu kopējais skaits tuvojas 200.", ""),
    ("Sadarbībā iesaistīto biedrību skaits – 5.", ""),
    ("Ģimeņu skaits, kas saņēma pakalpojumu: 8.", "families 8 ģimenes"),
    ("No tiem 5 – zēni, 4 – meitenes.", "5 zēni; 4 meitenes"),
    ("Kopā 12 dalībnieki: 8 – romi, 4 – latvieši.", "12 dalībnieki; 8 romi; 4 latvieši"),
    # numbers in brackets behind the people
    ("Nodarbībās piedalījās skolēni (18) un vecāki (7).", "18 skolēni; 7 vecāki"),
    ("Apmācībās piedalījās romu sievietes (6).", "6 sievietes"),
    # shared nouns
    ("Grupās mācās 12 un 15 skolēni.", "12 skolēni; 15 skolēni"),
    ("2021.gadā piedalījās 5, bet 2022.gadā – 8 romu jaunieši.", "5 jaunieši; 8 jaunieši"),
    ("Pakalpojumu saņēma attiecīgi 3 un 4 ģimenes.", "families 3 ģimenes; families 4 ģimenes"),
    # the noun behind coordinated peoples
    ("Konkursā piedalījās 6 romu un 9 poļu jaunieši.", "6 jaunieši; 9 jaunieši"),
    (
        "Palīdzību saņēma 7 romu, 3 ukraiņu un 12 krievu ģimenes.",
        "families 7 ģimenes; families 3 ģimenes; families 12 ģimenes",
    ),
    ("Mācījās 12 romu un 8 latviešu bērni, no tiem 9 speciālajās klasēs.", "12 bērni; 8 bērni; 9 bērni"),
    ("Sarunās iesaistījās 14 romu un 9 skolotāji.", "14 romi; 9 skolotāji"),
    ("Ieradās 12 romu un 8 ukraiņu.", "12 romi; 8 ukraiņi"),
    # a verb before the number
    ("Romu jaunieši tika uzrunāti, un kursos iesaistīti 3.", "3 jaunieši"),
    ("Algotajos pagaidu darbos iesaistīti 12.", "12 -"),
]

LISTS = [
    ("Romi iesaistījās šādos pasākumos:", "atbalsts ilgstošajiem bezdarbniekiem – 6;", "6 romi"),
    ("Romi uzsāka mācības šādās programmās:", "pavāra palīgs – 4;", "4 romi"),
    ("Romi uzsāka mācības šādās programmās:", "attālinātas nodarbības – 7", "7 romi"),
    ("Pasākumos iesaistījās jaunieši:", "karjeras konsultācijas – 9;", "9 jaunieši"),
    ("Atbalstu saņēma romu ģimenes:", "Dobelē – 6", "families 6 ģimenes"),
    ("Sniegts atbalsts romu bērniem:", "Auces vidusskolā – 2,", "2 bērni"),
    ("Iesaistītās personas:", "5 ieguva darbu;", "5 personas"),
    ("Romu tautības bezdarbnieki iesaistīti:", "valsts valodas kursos – 3", "3 bezdarbnieki"),
    ("2022.gadā paveikts:", "noorganizēta nometne 15 bērniem;", "15 bērni"),
    ("Noorganizēti šādi pasākumi:", "radošās darbnīcas – 4;", ""),
    ("Piešķirtie līdzekļi:", "mācību grāmatām – 350;", ""),
    ("Romi piedalījās pasākumos:", "koncerta ilgums – 2 stundas;", ""),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_counts_without_a_noun_of_their_own(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(("lead_in", "text", "expected"), LISTS)
def test_counts_in_lists(lead_in: str, text: str, expected: str) -> None:
    assert "; ".join(counts_of(text, lead_in)) == expected


def test_evidence_of_a_left_out_noun_names_the_noun() -> None:
    _, second = findings_of("Programmu uzsāka 20 jaunieši, 15 to pabeidza.")
    assert [evidence.quote for evidence in second.evidence] == ["15", "jaunieši"]


def test_evidence_of_a_list_names_the_sentence_that_opens_it() -> None:
    (finding,) = findings_of("pavāra palīgs – 4", "Romi uzsāka mācības šādās programmās:")
    assert [evidence.quote for evidence in finding.evidence] == ["4", "Romi uzsāka mācības šādās programmās:"]


def test_left_out_nouns_are_less_sure_than_named_ones() -> None:
    first, second = findings_of("Programmu uzsāka 20 jaunieši, 15 to pabeidza.")
    assert second.confidence < 0.8 < 0.95 < first.confidence


ACROSS = [
    (
        ("Malku lūdza deviņas romu ģimenes.", "Sešām piešķirts, trim atteikts."),
        "families 6 ģimenes; families 3 ģimenes",
    ),
    (("Pabalstam pieteicās 11 romu ģimenes.", "Astoņām izmaksāts."), "families 8 ģimenes"),
    # of another gender, more than were counted, or a noun that follows
    (("Malku lūdza deviņas romu ģimenes.", "Sešiem piešķirts."), ""),
    (("Malku lūdza trīs romu ģimenes.", "Sešām piešķirts."), ""),
    (("Malku lūdza deviņas romu ģimenes.", "Sešām remontētām krāsnīm bija plaisas."), ""),
    (("Stipendiju lūdza deviņi jaunieši.", "Sešiem piešķirts, jo sekmes labas."), "6 jaunieši"),
]


@pytest.mark.parametrize(("texts", "expected"), ACROSS)
def test_numbers_of_those_the_statement_before_counts(texts: tuple[str, str], expected: str) -> None:
    _, found = find_counts(analyse(*texts))
    assert "; ".join(short(finding.value) for finding in found) == expected


IN_BRACKETS = [
    ("Pakalpojumu saņēma 30 ģimenes, skolēnu skaits nemainījās (divi).", "families 30 ģimenes; 2 skolēni"),
    ("Talkā piedalījās 30 ģimenes, talku skaits nemainījās (divas).", "families 30 ģimenes"),
    ("Reģistrēto bezdarbnieku skaits (52 300) saruka.", ""),
]


@pytest.mark.parametrize(("text", "expected"), IN_BRACKETS)
def test_numbers_in_brackets_behind_what_they_number(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
