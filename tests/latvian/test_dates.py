"""Dates of Latvian text: `(text, [(words, kind, value, years)])`."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.latvian.date_patterns import months
from extract.latvian.dates import DateKind, find_dates

Expected = list[tuple[str, str, str | None, list[int]]]

DAYS: list[tuple[str, Expected]] = [
    ("Līgums beidzas 31.12.2021.", [("31.12.2021.", "day", "2021-12-31", [2021])]),
    ("Līgums beidzas 31.12.2021", [("31.12.2021", "day", "2021-12-31", [2021])]),
    ("Līgums beidzas 1.2.2021. dienā", [("1.2.2021.", "day", "2021-02-01", [2021])]),
    ("Līgums beidzas 31. 12. 2021. dienā", [("31. 12. 2021.", "day", "2021-12-31", [2021])]),
    ("Iesniegts 12/03/2023.", [("12/03/2023.", "day", "2023-03-12", [2023])]),
    ("Iesniegts 2023-03-12", [("2023-03-12", "day", "2023-03-12", [2023])]),
    ("Iesniegts 2023.03.12.", [("2023.03.12.", "day", "2023-03-12", [2023])]),
    ("Iesniegts 2023.gada 12.martā", [("2023.gada 12.martā", "day", "2023-03-12", [2023])]),
    ("Iesniegts 2023. gada 12. martā.", [("2023. gada 12. martā", "day", "2023-03-12", [2023])]),
    ("2023. GADA 12. MARTS", [("2023. GADA 12. MARTS", "day", "2023-03-12", [2023])]),
    ("2023. gadā, 12. martā", [("2023. gadā, 12. martā", "day", "2023-03-12", [2023])]),
    ("2023.g. 12.martā", [("2023.g. 12.martā", "day", "2023-03-12", [2023])]),
    ("2023. gada 5. febr. rīkojums", [("2023. gada 5. febr.", "day", "2023-02-05", [2023])]),
    ("2023. gada 5. dec. rīkojums", [("2023. gada 5. dec.", "day", "2023-12-05", [2023])]),
    ("12. martā 2023. gadā", [("12. martā 2023. gadā", "day", "2023-03-12", [2023])]),
    ("Balvos, 12. marts 2023", [("12. marts 2023", "day", "2023-03-12", [2023])]),
    ("12. martā 2023 cilvēki", [("12. martā", "day", None, [])]),
    ("Sāka 12. martā.", [("12. martā", "day", None, [])]),
    ("līdz 2021.gada 17. oktobrim", [("2021.gada 17. oktobrim", "day", "2021-10-17", [2021])]),
    ("2022. gada 29. februāris", [("2022. gada 29. februāris", "day", None, [2022])]),
    ("2020. gada 29. februāris", [("2020. gada 29. februāris", "day", "2020-02-29", [2020])]),
    ("31.04.2021. darbs", [("31.04.2021.", "day", None, [2021])]),
    ("darbos.31.12.2021. beigts", [("31.12.2021.", "day", "2021-12-31", [2021])]),
]

MONTHS: list[tuple[str, Expected]] = [
    ("2021. gada septembrī", [("2021. gada septembrī", "month", None, [2021])]),
    ("2021.gada septembra dati", [("2021.gada septembra", "month", None, [2021])]),
    ("2021. g. septembrī", [("2021. g. septembrī", "month", None, [2021])]),
    ("Kopš 2020.gada decembra", [("2020.gada decembra", "month", None, [2020])]),
    ("2021. gada maijā un jūnijā", [("2021. gada maijā un jūnijā", "period", None, [2021])]),
    ("2021. gada martā, maijā un jūlijā", [("2021. gada martā, maijā un jūlijā", "period", None, [2021])]),
    ("septembrī, 2021. gadā", [("septembrī, 2021. gadā", "month", None, [2021])]),
    ("99. martā", [("martā", "month", None, [])]),
    ("tikšanās notika maijā", [("maijā", "month", None, [])]),
    ("Marta un Maija strādā Augusta iecirknī.", []),
]

YEARS: list[tuple[str, Expected]] = [
    ("2021.gadā notika", [("2021.gadā", "year", None, [2021])]),
    ("2021. gadā notika", [("2021. gadā", "year", None, [2021])]),
    ("2021.  gadā notika", [("2021.  gadā", "year", None, [2021])]),
    ("2021 .gadā notika", [("2021 .gadā", "year", None, [2021])]),
    ("2021 gadā notika", [("2021 gadā", "year", None, [2021])]),
    ("2021.GADĀ", [("2021.GADĀ", "year", None, [2021])]),
    ("2021. gads", [("2021. gads", "year", None, [2021])]),
    ("2021. gadam", [("2021. gadam", "year", None, [2021])]),
    ("2021. gadu", [("2021. gadu", "year", None, [2021])]),
    ("2021. gada budžets", [("2021. gada", "year", None, [2021])]),
    ("2023.g. budžets", [("2023.g.", "year", None, [2023])]),
    ("2023. g. budžets", [("2023. g.", "year", None, [2023])]),
    ("darbos.2021.gadā", [("2021.gadā", "year", None, [2021])]),
    ("(2021.gadā)", [("2021.gadā", "year", None, [2021])]),
    ("2021.gada 2. pusgadā", [("2021.gada", "year", None, [2021])]),
    ("2021.gada 4 projekti", [("2021.gada", "year", None, [2021])]),
    ("kopš 2019. darbojas", [("2019.", "year", None, [2019])]),
    ("2021. un 2022.gadā", [("2021. un 2022.gadā", "years", None, [2021, 2022])]),
    ("2021.un 2022.gadā", [("2021.un 2022.gadā", "years", None, [2021, 2022])]),
    ("2021. vai 2022. gadā", [("2021. vai 2022. gadā", "years", None, [2021, 2022])]),
    ("2021. gadā un 2022. gadā", [("2021. gadā un 2022. gadā", "years", None, [2021, 2022])]),
    ("2021., 2022. un 2023. gadā", [("2021., 2022. un 2023. gadā", "years", None, [2021, 2022, 2023])]),
    ("2021.,2022.,2023.gadā", [("2021.,2022.,2023.gadā", "years", None, [2021, 2022, 2023])]),
    ("gan 2021., gan 2022. gadā", [("2021., gan 2022. gadā", "years", None, [2021, 2022])]),
    ("2021. gadā, kā arī 2022. gadā", [("2021. gadā, kā arī 2022. gadā", "years", None, [2021, 2022])]),
    ("2021. un 2022.", [("2021. un 2022.", "years", None, [2021, 2022])]),
    ("2021.-2022. gadam", [("2021.-2022. gadam", "years", None, [2021, 2022])]),
    ("2021.–2022.gadam", [("2021.–2022.gadam", "years", None, [2021, 2022])]),
    ("2021. – 2022. gads", [("2021. – 2022. gads", "years", None, [2021, 2022])]),
    ("2021.–2022.", [("2021.–2022.", "years", None, [2021, 2022])]),
    ("2021-2022", [("2021-2022", "years", None, [2021, 2022])]),
    ("2021–2022 gads", [("2021–2022 gads", "years", None, [2021, 2022])]),
    ("2021.-2024. gadā", [("2021.-2024. gadā", "years", None, [2021, 2022, 2023, 2024])]),
    ("no 2021. līdz 2023. gadam", [("2021. līdz 2023. gadam", "years", None, [2021, 2022, 2023])]),
    ("no 2021. gada līdz 2023. gadam", [("2021. gada līdz 2023. gadam", "years", None, [2021, 2022, 2023])]),
    ("1918.-2018. gads", [("1918.-2018. gads", "years", None, [1918, 2018])]),
    (
        "2020. gadā un 2021. gada 5. martā",
        [("2020. gadā", "year", None, [2020]), ("2021. gada 5. martā", "day", "2021-03-05", [2021])],
    ),
    (
        "2020. gadā sākts, 2022. gadā beigts",
        [("2020. gadā", "year", None, [2020]), ("2022. gadā", "year", None, [2022])],
    ),
]

STUDY_YEARS: list[tuple[str, Expected]] = [
    ("2021./2022.m.g.", [("2021./2022.m.g.", "study_year", None, [2021])]),
    ("2021./2022. m. g.", [("2021./2022. m. g.", "study_year", None, [2021])]),
    ("2022./2023. mācību gadā", [("2022./2023. mācību gadā", "study_year", None, [2022])]),
    ("2022./2023.mācību gada", [("2022./2023.mācību gada", "study_year", None, [2022])]),
    ("2022./2023. studiju gads", [("2022./2023. studiju gads", "study_year", None, [2022])]),
    ("2022./2023. gadā", [("2022./2023. gadā", "study_year", None, [2022])]),
    ("2022./2023.", [("2022./2023.", "study_year", None, [2022])]),
    ("2022./23. m.g.", [("2022./23. m.g.", "study_year", None, [2022])]),
    ("2021/2022", [("2021/2022", "study_year", None, [2021])]),
    ("2021./ 2022. m.g.", [("2021./ 2022. m.g.", "study_year", None, [2021])]),
    ("2021.-2022. mācību gadā", [("2021.-2022. mācību gadā", "study_year", None, [2021])]),
    ("2021. mācību gadā", [("2021. mācību gadā", "study_year", None, [2021])]),
    (
        "2021./2022. un 2022./2023. mācību gadā",
        [("2021./2022.", "study_year", None, [2021]), ("2022./2023. mācību gadā", "study_year", None, [2022])],
    ),
    ("dokuments 2021/2030", []),
]

PERIODS: list[tuple[str, Expected]] = [
    ("No 01.01.2021.-31.12.2021. notika", [("01.01.2021.-31.12.2021.", "period", "2021-01-01", [2021])]),
    ("no 01.01.2021. līdz 31.12.2022.", [("01.01.2021. līdz 31.12.2022.", "period", "2021-01-01", [2021, 2022])]),
    ("01.09.2021. – 31.05.2022.", [("01.09.2021. – 31.05.2022.", "period", "2021-09-01", [2021, 2022])]),
    ("01.09.-31.12.2021.", [("01.09.-31.12.2021.", "period", "2021-09-01", [2021])]),
    ("no 01.09. līdz 31.12.2021.", [("01.09. līdz 31.12.2021.", "period", "2021-09-01", [2021])]),
    (
        "no 2021.gada 4.maija līdz 30.novembrim",
        [("2021.gada 4.maija līdz 30.novembrim", "period", "2021-05-04", [2021])],
    ),
    (
        "no 2020. gada 1. jūnija līdz 2022. gada 3. martam",
        [("2020. gada 1. jūnija līdz 2022. gada 3. martam", "period", "2020-06-01", [2020, 2021, 2022])],
    ),
    (
        "no 2021. gada janvāra līdz 2022. gada martam",
        [("2021. gada janvāra līdz 2022. gada martam", "period", None, [2021, 2022])],
    ),
    ("(no 4.maija līdz 30.novembrim)", [("4.maija līdz 30.novembrim", "period", None, [])]),
    ("no septembra līdz decembrim", [("septembra līdz decembrim", "period", None, [])]),
    ("2023. gada 5.-7. jūlijā", [("2023. gada 5.-7. jūlijā", "period", "2023-07-05", [2023])]),
    ("2023. gada 5. un 7. jūlijā", [("2023. gada 5. un 7. jūlijā", "period", "2023-07-05", [2023])]),
    ("5., 6. un 7. jūlijā", [("5., 6. un 7. jūlijā", "period", None, [])]),
]

WORDS: list[tuple[str, Expected]] = [
    ("divtūkstoš divdesmit pirmajā gadā", [("divtūkstoš divdesmit pirmajā gadā", "year", None, [2021])]),
    ("Divtūkstoš divdesmit otrais gads", [("Divtūkstoš divdesmit otrais gads", "year", None, [2022])]),
    ("divi tūkstoši divdesmit trešā gada", [("divi tūkstoši divdesmit trešā gada", "year", None, [2023])]),
    ("divtūkstoš divdesmitajā gadā", [("divtūkstoš divdesmitajā gadā", "year", None, [2020])]),
    ("divtūkstoš piecpadsmitajam gadam", [("divtūkstoš piecpadsmitajam gadam", "year", None, [2015])]),
    ("divtūkstošajā gadā", [("divtūkstošajā gadā", "year", None, [2000])]),
    (
        "tūkstoš deviņi simti deviņdesmit pirmajā gadā",
        [("tūkstoš deviņi simti deviņdesmit pirmajā gadā", "year", None, [1991])],
    ),
    ("šogad", [("šogad", "relative", None, [])]),
    ("Pērn notika", [("Pērn", "relative", None, [])]),
    ("nākamgad plānots", [("nākamgad", "relative", None, [])]),
    ("pagājušajā gadā", [("pagājušajā gadā", "relative", None, [])]),
    ("Iepriekšējo gadu pārskats", [("Iepriekšējo gadu", "relative", None, [])]),
    ("šajā gadā", [("šajā gadā", "relative", None, [])]),
    ("nākamajos gados", [("nākamajos gados", "relative", None, [])]),
]

NONE: list[str] = [
    "",
    "Tika nodrošināta 2021 sveces.",
    "projekta Nr.9.2.4.2/16/I/077",
    "vēstule Nr.3-16/23/1180",
    "Nr.2021/2022",
    "reģistrācijas numurs 40202100001",
    "tālr. 20212022",
    "4.sākumskola un 12. klase",
    "45.13.2021.",
    "2021.5 punkti",
    "00.00.2022.",
    "9.2.4. punkts",
    "Kādā 2021.kabinetā",
    "1/2 slodzes",
    "12021. gadā",
    "3021. gadā",
    "šajā vietā",
    "katru gadu",
    "desmit gadus vecs",
    "Piedalījās 2022 bērni.",
]

CASES = [*DAYS, *MONTHS, *YEARS, *STUDY_YEARS, *PERIODS, *WORDS, *((text, []) for text in NONE)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_dates(text: str, expected: Expected) -> None:
    found = [
        (text[d.start : d.end], d.kind.value, d.value.isoformat() if d.value else None, list(d.years))
        for d in find_dates(text)
    ]
    assert found == expected


@pytest.mark.parametrize(("form", "number"), sorted(months().items()))
def test_each_form_of_each_month_makes_a_day(form: str, number: int) -> None:
    word = form if any(form.endswith(vowel) for vowel in "aāiīuūsm") and len(form) > 4 else f"{form}."
    found = find_dates(f"Tas notika 2022. gada 7. {word} un ir beidzies.")
    assert [d.value for d in found] == [date(2022, number, 7)]


@pytest.mark.parametrize("year", range(2001, 2100))
def test_years_in_words(year: int) -> None:
    ones = ["pirmajā", "otrajā", "trešajā", "ceturtajā", "piektajā", "sestajā", "septītajā", "astotajā", "devītajā"]
    teens = ["vien", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ"]
    tens = [f"{stem}desmit" for stem in ("div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")]
    rest = year - 2000
    if rest < 10:
        words = ones[rest - 1]
    elif rest == 10:
        words = "desmitajā"
    elif rest < 20:
        words = f"{teens[rest - 11]}padsmitajā"
    elif rest % 10:
        words = f"{tens[rest // 10 - 2]} {ones[rest % 10 - 1]}"
    else:
        words = f"{tens[rest // 10 - 2]}ajā"
    text = f"Tas bija divtūkstoš {words} gadā."
    assert [(d.kind, d.years) for d in find_dates(text)] == [(DateKind.YEAR, (year,))]


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.sampled_from(["{:%d.%m.%Y}.", "{:%d/%m/%Y}", "{:%Y-%m-%d}"]))
def test_every_day_is_read(day: date, spelling: str) -> None:
    text = f"Pieņemts {spelling.format(day)} sēdē"
    assert [(d.kind, d.value, d.years) for d in find_dates(text)] == [(DateKind.DAY, day, (day.year,))]


@given(
    st.lists(
        st.sampled_from(
            [
                "2021.",
                "2022",
                "gadā",
                "gada",
                "12.",
                "martā",
                "-",
                "–",
                "/",
                "un",
                "līdz",
                "no",
                ",",
                "01.01.2021.",
                " ",
            ]
        ),
        max_size=14,
    ).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))
    | st.text(max_size=60)
)
@settings(max_examples=500)
def test_slices_are_valid_and_apart(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert list(found.years) == sorted(set(found.years))
        assert all(1900 <= year < 2100 for year in found.years)
        assert found.value is None or found.value.year in found.years
        end = found.end
