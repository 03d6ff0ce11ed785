import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.language import load_language
from extract.latvian.numerals import Agreement, Numeral, NumeralForm, find_numerals

#: Number words in the forms that letters use, with their values.
CARDINALS = [
    ("viens", 1), ("viena", 1), ("vienam", 1), ("vienai", 1), ("vienu", 1), ("vienā", 1), ("vienas", 1),
    ("divi", 2), ("divas", 2), ("divu", 2), ("diviem", 2), ("divām", 2), ("divus", 2), ("divos", 2), ("divās", 2),
    ("abi", 2), ("abas", 2), ("abiem", 2), ("abām", 2),
    ("trīs", 3), ("triju", 3), ("trim", 3), ("trijiem", 3), ("trijām", 3), ("trijos", 3), ("trijās", 3),
    ("četri", 4), ("četras", 4), ("četriem", 4), ("četrām", 4), ("četru", 4), ("četrus", 4),
    ("pieci", 5), ("piecas", 5), ("pieciem", 5), ("piecām", 5), ("piecu", 5),
    ("seši", 6), ("sešas", 6), ("sešiem", 6), ("sešām", 6), ("sešu", 6),
    ("septiņi", 7), ("septiņas", 7), ("septiņiem", 7), ("septiņām", 7), ("septiņu", 7),
    ("astoņi", 8), ("astoņas", 8), ("astoņiem", 8), ("astoņām", 8), ("astoņu", 8),
    ("deviņi", 9), ("deviņas", 9), ("deviņiem", 9), ("deviņām", 9), ("deviņu", 9),
    ("desmit", 10), ("vienpadsmit", 11), ("divpadsmit", 12), ("trīspadsmit", 13), ("četrpadsmit", 14),
    ("piecpadsmit", 15), ("sešpadsmit", 16), ("septiņpadsmit", 17), ("astoņpadsmit", 18), ("deviņpadsmit", 19),
    ("divdesmit", 20), ("trīsdesmit", 30), ("četrdesmit", 40), ("piecdesmit", 50), ("sešdesmit", 60),
    ("septiņdesmit", 70), ("astoņdesmit", 80), ("deviņdesmit", 90),
    ("simt", 100), ("simts", 100), ("tūkstotis", 1000), ("tūkstoš", 1000), ("miljons", 1_000_000),
    ("neviens", 0), ("neviena", 0), ("nevienam", 0), ("nevienai", 0), ("nevienu", 0), ("nulle", 0),
    ("Divi", 2), ("PIECI", 5),
]  # fmt: skip

COMPOUNDS = [
    ("divdesmit viens", 21),
    ("divdesmit trīs", 23),
    ("trīsdesmit piecas", 35),
    ("četrdesmit septiņiem", 47),
    ("deviņdesmit deviņi", 99),
    ("simt desmit", 110),
    ("simts piecdesmit", 150),
    ("simt divdesmit četri", 124),
    ("divi simti", 200),
    ("diviem simtiem", 200),
    ("divsimt", 200),
    ("trīs simti četrdesmit", 340),
    ("piecsimt septiņpadsmit", 517),
    ("deviņi simti deviņdesmit deviņi", 999),
    ("tūkstoš divi simti", 1200),
    ("tūkstoš simt", 1100),
    ("tūkstotis simt divdesmit", 1120),
    ("divi tūkstoši simts", 2100),
    ("viens tūkstotis", 1000),
    ("divi tūkstoši", 2000),
    ("trīs tūkstoši pieci simti", 3500),
    ("divpadsmit tūkstoši", 12_000),
    ("piecsimt trīs tūkstoši", 503_000),
    ("divi miljoni", 2_000_000),
    ("viens miljons divi simti tūkstoši", 1_200_000),
    ("pusotra simta", 150),
    ("pusotra tūkstoša", 1500),
    ("pusotru miljonu", 1_500_000),
]

DIGITS = [
    ("28", 28), ("7", 7), ("1500", 1500), ("1 500", 1500), ("60 774", 60_774), ("1 234 567", 1_234_567),
    ("1.500", 1500), ("12.000", 12_000), ("3,6 tūkst.", 3600), ("2 tūkst.", 2000), ("2 tūkstoši", 2000),
    ("1,2 milj.", 1_200_000),
    ("1 204,5 tūkst.", 1_204_500), ("5 miljoni", 5_000_000), ("2,5 tūkstošiem", 2500), ("12 (divpadsmit)", 12),
    ("5(pieci)", 5), ("0", 0),
]  # fmt: skip

IN_TEXT = [
    ("Piedalījās 28 bērni un 5 pieaugušie.", [28, 5]),
    ("Indras pamatskolā – 1, Kalna vidusskolā – 40 skolēni", [1, 40]),
    ("Palīdzību saņēma 22 ģimenes.", [22]),
    ("Mācās divi zēni, trīs meitenes un viens pusaudzis.", [2, 3, 1]),
    ("Darbos iesaistīti 12.", [12]),
    ("Tādu bija maz (tikai 3).", [3]),
    ("No 5 uzrunātajiem atsaucās neviens.", [5, 0]),
    ("Budžets 1 200 eiro un 300 eiro", [1200, 300]),
    ("divi trīs", [2, 3]),
    ("piecdesmit sešdesmit", [50, 60]),
    ("divdesmit un trīs", [20, 3]),
    ("12 un 15 skolēni", [12, 15]),
    ("~20 personas", [20]),
    ("(60 774)", [60_774]),
    ("skolēni (18) un vecāki (7)", [18, 7]),
]

NOTHING = [
    "Pāris jauniešu",
    "daži bērni",
    "desmitiem cilvēku",
    "simtiem skatītāju",
    "tūkstošiem apmeklētāju",
    "vairāku simtu cilvēku",
    "pārdesmit dalībnieku",
    "vienlaikus un vienādi",
    "vienīgais atbalsts",
    "divreiz",
    "trijatā",
    "3,5 likmes",
    "31 204,18 eiro",
    "1 031 204,5 eiro",
    "plkst. 16:30",
    "1/2 slodzes",
    "9.2.4.2/16/I/050",
    "31.12.2021.",
    "18-gadīgs",
    "LV-4101",
    "puse klases",
    "Covid-19",
]

ORDINALS = [
    ("2021. gadā", 2021),
    ("2021.gadā", 2021),
    ("4. klase", 4),
    ("4.sākumskola", 4),
    ("5. maijā bija svētki", 5),
    ("pirmais", 1),
    ("pirmajā", 1),
    ("otrās", 2),
    ("trešo", 3),
    ("piektajiem", 5),
    ("divpadsmitā", 12),
    ("divdesmit pirmais", 21),
    ("simtais", 100),
]

RANGES = [
    ("10–15", (10, 15)),
    ("10-15", (10, 15)),
    ("10 – 15", (10, 15)),
    ("10 līdz 15", (10, 15)),
    ("no 10 līdz 15", (10, 15)),
    ("pieci līdz septiņi", (5, 7)),
    ("150 000–200 000", (150_000, 200_000)),
]


def find(text: str) -> list[Numeral]:
    return find_numerals(load_language()(text))


@pytest.mark.parametrize(("text", "value"), CARDINALS + COMPOUNDS + DIGITS)
def test_cardinals(text: str, value: int) -> None:
    (numeral,) = find(f"Ieradās {text} cilvēki")
    assert (numeral.value, numeral.is_ordinal, numeral.upper) == (value, False, None)
    assert f"Ieradās {text} cilvēki"[numeral.start_char : numeral.end_char] == text


@pytest.mark.parametrize(("text", "value"), DIGITS)
def test_digits_in_the_plain_tokenization(text: str, value: int) -> None:
    (numeral,) = find_numerals(spacy.blank("lv")(f"Ieradās {text} cilvēki"))
    assert numeral.value == value


@pytest.mark.parametrize(("text", "values"), IN_TEXT)
def test_numerals_in_text(text: str, values: list[int]) -> None:
    assert [n.value for n in find(text) if not n.is_ordinal] == values


@pytest.mark.parametrize("text", NOTHING)
def test_no_cardinals(text: str) -> None:
    assert [n for n in find(text) if not n.is_ordinal] == []


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals(text: str, value: int) -> None:
    assert [(n.value, n.is_ordinal) for n in find(f"Tas ir {text} tur")] == [(value, True)]


@pytest.mark.parametrize(("text", "ends"), RANGES)
def test_ranges(text: str, ends: tuple[int, int]) -> None:
    (numeral,) = find(f"Ieradās {text} cilvēki")
    assert (numeral.value, numeral.upper) == ends


@pytest.mark.parametrize("text", ["15-10", "2. – 4. klase", "5, 7", "1.–4. klases"])
def test_no_ranges(text: str) -> None:
    assert all(n.upper is None for n in find(f"Tur {text} tur"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("28", NumeralForm.DIGITS),
        ("1 500", NumeralForm.DIGITS),
        ("divi simti", NumeralForm.WORDS),
        ("3,6 tūkst.", NumeralForm.MIXED),
        ("12 (divpadsmit)", NumeralForm.MIXED),
    ],
)
def test_forms(text: str, form: NumeralForm) -> None:
    assert [n.form for n in find(f"Ieradās {text} cilvēki")] == [form]


@pytest.mark.parametrize(
    ("text", "case", "number", "gender"),
    [
        ("vienai", Case.DATIVE, GrammaticalNumber.SINGULAR, "Fem"),
        ("divus", Case.ACCUSATIVE, GrammaticalNumber.PLURAL, "Masc"),
        ("divdesmit vienā", Case.LOCATIVE, GrammaticalNumber.SINGULAR, "Fem"),
        ("četrām", Case.DATIVE, GrammaticalNumber.PLURAL, "Fem"),
        ("triju", Case.GENITIVE, GrammaticalNumber.PLURAL, "Masc"),
        ("12 (divpadsmit)", None, None, None),
        ("desmit", None, None, None),
        ("28", None, None, None),
    ],
)
def test_agreement(text: str, case: Case | None, number: GrammaticalNumber | None, gender: str | None) -> None:
    (numeral,) = find(f"Tur {text} tur")
    if case is None or number is None or gender is None:
        assert numeral.agreement == frozenset()
    else:
        assert Agreement(case, number, gender) in numeral.agreement


def test_a_final_full_stop_is_no_part_of_the_number() -> None:
    (numeral,) = find("Darbos iesaistīti 12.")
    assert (numeral.start_char, numeral.end_char, numeral.is_ordinal) == (18, 20, False)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_in_groups_are_read_back(value: int) -> None:
    for text in (str(value), f"{value:,}".replace(",", " "), f"{value:,}".replace(",", ".")):
        assert [n.value for n in find(f"Ieradās {text} cilvēki")] == [value]


@given(st.text(max_size=60))
def test_numerals_stand_in_any_text_in_order(text: str) -> None:
    doc = load_language()(text)
    end = 0
    for numeral in find_numerals(doc):
        assert end <= numeral.start < numeral.end <= len(doc)
        assert 0 <= numeral.start_char < numeral.end_char <= len(text)
        end = numeral.end
