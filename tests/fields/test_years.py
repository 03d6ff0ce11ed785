"""Years: what counts as a reporting year, what belongs to something else, and what is inherited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.domains import find_domains
from extract.fields.years import find_years
from extract.model import Cell, Finding, Message
from invented_letters import Told, analysed

BOTH = (2021, 2022)


def years_of(*told: str | Told, asked: tuple[int, ...] | None = BOTH, written: int | None = 2023) -> list[object]:
    letter = analysed(told, asked, written)
    findings = find_years(letter, [None] * len(told))
    return [finding.value if finding else None for finding in findings]


EXPLICIT = [
    ("2021.gadā kursus apmeklēja četri romi.", (2021,)),
    ("2021. gadā kursus apmeklēja četri romi.", (2021,)),
    ("2022. g. nodarbības notika reizi nedēļā.", (2022,)),
    ("2022.g. nodarbības notika reizi nedēļā.", (2022,)),
    ("Kursi 2022. gadā notika bibliotēkā.", (2022,)),
    ("2021. un 2022. gadā bērni saņēma grāmatas.", BOTH),
    ("2021.un 2022.gadā bērni saņēma grāmatas.", BOTH),
    ("Gan 2021., gan 2022. gadā bērni saņēma grāmatas.", BOTH),
    ("2021.-2022. gadā darbojās konsultāciju punkts.", BOTH),
    ("2021.–2022. gadam piešķirtais atbalsts sasniedza visas ģimenes.", BOTH),
    ("2021. gadā – divas, 2022. gadā – piecas ģimenes.", BOTH),
    ("2022. gadā piedalījās pieci, bet 2021. gadā – trīs bērni.", BOTH),
    ("No 01.01.2021. līdz 31.12.2021. darbojās palīdzības tālrunis.", (2021,)),
    ("No 01.01.2021.-31.12.2021. darbojās palīdzības tālrunis.", (2021,)),
    ("2021. gada 8. aprīlī skolā viesojās mediatore.", (2021,)),
    ("08.04.2022. skolā viesojās mediatore.", (2022,)),
    ("12.05.2021. un 3.06.2022. notika tikšanās.", BOTH),
    ("2022. gada rudenī uzsākta latviešu valodas apguve.", (2022,)),
    ("2021. gada septembrī uzsākta latviešu valodas apguve.", (2021,)),
    ("2021. gada nogalē ģimenes saņēma malku.", (2021,)),
    ("No 2021. gada septembra līdz 2022. gada maijam skolā strādāja palīgs.", BOTH),
    ("Pulciņš darbojās no 2021. līdz 2022. gadam.", BOTH),
    ("2022./2023. mācību gadā skolā mācījās pieci romu bērni.", (2022,)),
    ("2021./2022. m.g. skolā mācījās pieci romu bērni.", (2021,)),
    ("2021./22. mācību gadā skolā mācījās pieci romu bērni.", (2021,)),
    ("2021.gadā (no marta līdz maijam) notika nodarbības.", (2021,)),
    ("2021. gadā palīgs strādāja skolā (līdz 2021.gada 10. decembrim).", (2021,)),
    ("Palīgs strādāja līdz 2021. gada 10. decembrim.", (2021,)),
    ("Divtūkstoš divdesmit pirmajā gadā notika trīs tikšanās.", (2021,)),
    ("2022: seši bērni apmeklēja pulciņu.", (2022,)),
    ("2021 – seši bērni apmeklēja pulciņu.", (2021,)),
    ("Vasaras skola (2022) pulcēja desmit bērnus.", (2022,)),
    ("2021. gada budžetā paredzēts finansējums tika izlietots.", (2021,)),
    ("2022. gadā īstenoti 2021. gadā plānotie pasākumi.", BOTH),
    ("2021. gadā pieņemti saistošie noteikumi par dzīvokļu piešķiršanu.", (2021,)),
    ("2022. gadā noslēgts līgums ar biedrību.", (2022,)),
    ("2022. gadā ģimenei piešķirts dzīvoklis.", (2022,)),
    ("Abos gados mediatore apmeklēja ģimenes.", BOTH),
    ("Pārskata periodā mediatore apmeklēja ģimenes.", BOTH),
    ("Minētajā periodā notika divas sanāksmes.", BOTH),
    ("Šajos gados notika divas sanāksmes.", BOTH),
    ("Pagājušajā gadā notika divas sanāksmes.", (2022,)),
    ("Pērn notika divas sanāksmes.", (2022,)),
    ("Kopš 2022. gada ģimenei palīdz asistente.", (2022,)),
    ("Jau kopš 2021. gada marta darbojas pulciņš.", (2021,)),
    ("Sākot ar 2022. gadu, pulciņš darbojas divās skolās.", (2022,)),
]

NOT_REPORTING = [
    "Atbalsts paredzēts rīcības plānā 2023.-2028. gadam.",
    "Tas iekļauts attīstības programmā 2022.–2027. gadam.",
    "Dienests rīkojas saskaņā ar 2006. gada 16. marta likumu.",
    "Pamats ir Ministru kabineta 2019. gada 5. februāra noteikumi Nr. 55.",
    "Pabalstu piešķir pēc 12.03.2020. saistošajiem noteikumiem.",
    "Kārtība noteikta ar domes 2021. gada 27. maija lēmumu.",
    "Pašvaldība noslēdza vienošanos (2020. gada 1. jūnijs, Nr. 14).",
    "Atbilde sniegta uz ministrijas 2023. gada 17. februāra vēstuli.",
    "Ģimene saņēma balvu „Stiprā ģimene 2021”.",
    "Zēns uzvarēja konkursā „Mana skola 2022. gadā”.",
    "Centru plānots atvērt 2024. gadā.",
    "Ēkas remontu pabeigs līdz 2025.gadam.",
    "2023. gadā tiks atvērta jauna rotaļu istaba.",
    "2023. gadā izrāde būs skatāma arī Liepājā.",
    "2023. gadā plānots turpināt nodarbības.",
    "2024. gadā pulciņš turpināsies.",
    "Biedrība dibināta 2004. gadā.",
    "Zēns, dzimis 2014. gadā, apmeklē skolu.",
    "Māja uzcelta 1978. gadā.",
    "Kopš 2018. gada novadā darbojas mediatore.",
    "Jau no 2019. gada novadā darbojas mediatore.",
    "Projekta īstenošanas laiks ir no 2019. līdz 2023. gadam.",
    "Līdz 2023. gada 31. decembrim darbojas konsultāciju punkts.",
    "Projekta īstenošanas periods: 2017.–2023. gads.",
    "Salīdzinot ar 2020. gadu, kavējumu ir mazāk.",
    "Biedrības reģistrācijas Nr. 2021/17.",
    "Programma 2014.–2020. gada plānošanas periodam ir noslēgusies.",
    "Ģimenes asistents darbojas pēc noteikumiem, kas ir spēkā no 2017. gada.",
    "Šogad nodarbības turpinās.",
    "Nākamgad nodarbības turpināsies.",
    "Bērni vecumā no 6 līdz 12 gadiem apmeklē pulciņu.",
    "Skolā strādā 21 pedagogs.",
]

OUTSIDE = [
    ("2020. gadā kursus apmeklēja divi romi.", (2020,)),
    ("2019. un 2020. gadā kursus apmeklēja divi romi.", (2019, 2020)),
    ("2020. un 2021. gadā kursus apmeklēja divi romi.", (2020, 2021)),
    ("2020./2021. mācību gadā skolu pabeidza divi romi.", (2020,)),
    ("2023. gadā tika atvērta rotaļu istaba.", (2023,)),
    ("2023. gada janvārī notika tikšanās ar vecākiem.", (2023,)),
    ("No 2020. līdz 2021. gadam darbojās palīdzības tālrunis.", (2021,)),
]

MIXED = [
    ("2021. gadā ģimene saņēma balvu „Stiprā ģimene 2020”.", (2021,)),
    ("2022. gadā saskaņā ar 2006. gada 16. marta likumu piešķirti pabalsti.", (2022,)),
    ("Saskaņā ar plānu 2022.-2023. gadam 2022. gadā notika divas sanāksmes.", (2022,)),
    ("Biedrība, kas dibināta 2004. gadā, 2021. gadā rīkoja svētkus.", (2021,)),
    ("2022. gadā, salīdzinot ar 2020. gadu, kavējumu bija mazāk.", (2022,)),
    ("2021. gadā bija pieci dalībnieki, bet 2023. gadā plānoti desmit.", (2021,)),
    ("Kopš 2018. gada strādājošā mediatore 2022. gadā apmeklēja 12 ģimenes.", (2022,)),
    ("2022. gadā parakstīts līgums par remontu līdz 2024. gadam.", (2022,)),
    ("2021. gadā turpinājās 2019. gadā sāktais projekts.", (2021,)),
    ("2022. gadā pieņemts plāns 2023.–2027. gadam.", (2022,)),
]


@pytest.mark.parametrize(("text", "expected"), EXPLICIT)
def test_explicit(text: str, expected: tuple[int, ...]) -> None:
    [finding] = find_years(analysed([text]), [None])
    assert finding is not None
    assert (finding.value, finding.method) == (expected, "explicit")


@pytest.mark.parametrize("text", NOT_REPORTING)
def test_years_of_something_else_leave_the_letters_years(text: str) -> None:
    [finding] = find_years(analysed([text]), [None])
    assert finding is not None
    assert (finding.value, finding.method) == (BOTH, "letter")


@pytest.mark.parametrize(("text", "expected"), OUTSIDE)
def test_years_that_nobody_asked_about_are_told_with_doubt(text: str, expected: tuple[int, ...]) -> None:
    [finding] = find_years(analysed([text]), [None])
    assert finding is not None
    assert finding.value == expected
    assert finding.confidence <= 0.6
    assert finding.alternatives == (BOTH,)


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_own_years_beside_others(text: str, expected: tuple[int, ...]) -> None:
    assert years_of(text) == [expected]


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ((2021,), "2022. gadā pulciņš turpināsies.", (2021,)),
        ((2021,), "2021. gadā pulciņš darbojās.", (2021,)),
        ((2022,), "Pulciņš darbojās visu gadu.", (2022,)),
        ((2023, 2024), "2024. gadā pulciņš darbojās.", (2024,)),
        ((2023, 2024), "Kopš 2021. gada darbojas pulciņš.", (2023, 2024)),
        ((2023, 2024), "2023./2024. mācību gadā skolā mācījās divi bērni.", (2023,)),
        ((2023, 2024), "Pasākumu plāns 2024.-2027. gadam ir saskaņots.", (2023, 2024)),
        ((2020, 2021, 2022), "2020.-2022. gadā darbojās pulciņš.", (2020, 2021, 2022)),
        ((2020, 2021, 2022), "2020. gadā darbojās pulciņš.", (2020,)),
    ],
)
def test_asked_years(asked: tuple[int, ...], text: str, expected: tuple[int, ...]) -> None:
    assert years_of(text, asked=asked, written=asked[-1] + 1) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021. gadā darbojās pulciņš.", (2021,)),
        ("2025. gadā tiks atvērts centrs.", None),
        ("Pulciņš darbojas.", None),
        ("Abos gados pulciņš darbojās.", None),
    ],
)
def test_letters_that_do_not_say_what_they_answer_for(text: str, expected: tuple[int, ...] | None) -> None:
    assert [years.value if years else None for years in find_years(analysed([text], None), [None])] == [expected]


def in_domain(code: str) -> Finding[str]:
    return Finding(code, (), "test", 0.9, Message("The test says so."))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2021. gadā notika kursi.", "a"), ("Tos vadīja skolotāja.", "a")], [(2021,), (2021,)]),
        ([("2021. gadā notika kursi.", "a"), ("Dienests izsniedza pārtiku.", "b")], [(2021,), BOTH]),
        (
            [("2021. gadā notika kursi.", "a"), ("2022. gadā arī.", "b"), ("Tos vadīja skolotāja.", "a")],
            [(2021,), (2022,), (2021,)],
        ),
        (
            [("2021. gadā notika kursi.", "a"), ("2022. gadā arī.", "a"), ("Tos vadīja skolotāja.", "a")],
            [(2021,), (2022,), (2022,)],
        ),
        ([("Kursus vadīja skolotāja.", "a"), ("2022. gadā arī.", "a")], [BOTH, (2022,)]),
        (
            [
                ("2021. gadā notika kursi.", "a"),
                ("2024. gadā tie būs arī Rīgā.", "a"),
                ("Tos vadīja māksliniece.", "a"),
            ],
            [(2021,), (2021,), (2021,)],
        ),
        ([("2022. gadā notika kursi.", "a"), ("Abos gados darbojās pulciņš.", "a")], [(2022,), BOTH]),
        ([("2021. gadā notika kursi.", None), ("Tos vadīja skolotāja.", None)], [(2021,), (2021,)]),
    ],
)
def test_inheritance(told: list[tuple[str, str | None]], expected: list[tuple[int, ...]]) -> None:
    letter = analysed([text for text, _ in told])
    domains = [in_domain(code) if code else None for _, code in told]
    assert [years.value if years else None for years in find_years(letter, domains)] == expected


def test_inherited_years_rest_on_the_words_they_come_from() -> None:
    letter = analysed(["2021. gadā notika kursi.", "Tos vadīja skolotāja."])
    first, second = find_years(letter, [in_domain("education")] * 2)
    assert first is not None and second is not None
    assert second.evidence == first.evidence
    assert second.evidence[0].quote == "2021. gadā"
    assert second.method == "inherited"
    assert second.confidence < first.confidence


@pytest.mark.parametrize(
    ("heading", "lead_in", "text", "expected"),
    [
        ("2021. gads", None, "Notika divas sanāksmes.", (2021,)),
        ("2021.gadā paveiktais", None, "Notika divas sanāksmes.", (2021,)),
        ("2022", None, "Notika divas sanāksmes.", (2022,)),
        (None, "2022. gadā romi piedalījās:", "valodas kursos – 4;", (2022,)),
        ("2021. gads", "2022. gadā romi piedalījās:", "valodas kursos – 4;", (2022,)),
        ("2021. gads", None, "2022. gadā notika divas sanāksmes.", (2022,)),
        ("Plāns 2023.-2027. gadam", None, "Notika divas sanāksmes.", BOTH),
        ("Izglītība", None, "Notika divas sanāksmes.", BOTH),
    ],
)
def test_years_above_a_statement(
    heading: str | None, lead_in: str | None, text: str, expected: tuple[int, ...]
) -> None:
    assert years_of(Told(text, heading, lead_in)) == [expected]


def test_years_of_a_tables_row_and_column() -> None:
    row = [
        Told("Gads", cell=Cell(0, 0, 0)),
        Told("2021. gads", cell=Cell(0, 1, 0)),
        Told("Darbojās pulciņš.", cell=Cell(0, 1, 1)),
        Told("2022. gads", cell=Cell(0, 2, 0)),
        Told("Pulciņu apmeklēja pieci bērni.", cell=Cell(0, 2, 1)),
    ]
    found = years_of(*row)
    assert (found[2], found[4]) == ((2021,), (2022,))
    column = [
        Told("2021. gadā", cell=Cell(0, 0, 1)),
        Told("2022. gadā", cell=Cell(0, 0, 2)),
        Told("Darbojās pulciņš.", cell=Cell(0, 1, 1)),
        Told("Pulciņu apmeklēja pieci bērni.", cell=Cell(0, 1, 2)),
    ]
    found = years_of(*column)
    assert (found[2], found[3]) == ((2021,), (2022,))


PIECES = st.lists(
    st.sampled_from([text for text, _ in [*EXPLICIT, *OUTSIDE, *MIXED]] + NOT_REPORTING), min_size=1, max_size=6
)


@given(PIECES)
def test_evidence_is_the_documents_words(texts: list[str]) -> None:
    letter = analysed(texts)
    for finding in find_years(letter, find_domains(letter)):
        assert finding is not None
        assert finding.value == tuple(sorted(set(finding.value)))
        assert 0 < finding.confidence <= 1
        assert str(finding.reason)
        for evidence in finding.evidence:
            assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote
