"""Signs that something of a sentence was overlooked."""

import pytest

from extract.fields.oversights import SignKind, completeness, find_signs

NUMBER, DENIAL, NAME = SignKind.NUMBER, SignKind.DENIAL, SignKind.NAME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Darbā iekārtojās četri, pārējie turpina mācības.", [(NUMBER, "četri")]),
        ("Nometne ilga, un tajā bija 38.", [(NUMBER, "38")]),
        ("No ģimenēm pabalstu nesaņēma neviena.", [(NUMBER, "neviena"), (DENIAL, "nesaņēma"), (DENIAL, "neviena")]),
        ("Macijas divdesmit tris.", [(NUMBER, "divdesmit"), (NUMBER, "tris")]),
        # What numbers there are that count nobody.
        ("Kursi ilga 36 stundas un maksāja 1200 eiro.", []),
        ("Notika divas radošās darbnīcas.", []),
        ("2022. gada 3. maijā plkst. 10.00 sākās svētki.", []),
        ("Reģistrācijas numurs 40003123456, īpatsvars 0,3 %, 85% no visiem.", []),
        ("Mācās 4. klasē.", []),
        ("Projekta numurs ir 9.2.4.2/16/I/050.", []),
        # Denials.
        ("Tādu nebija.", [(DENIAL, "nebija")]),
        ("Atsevišķas programmas romiem dienests nepiedāvā.", [(DENIAL, "nepiedāvā")]),
        ("Nē.", [(DENIAL, "Nē")]),
        ("Nedēļas nogalē notika nepilna laika nodarbības neformālā gaisotnē.", []),
        ("Skolā runāja par nevienlīdzību.", []),
        # Names.
        ("Konkursā finansējumu guva ideja „Pagalma kino”.", [(NAME, "„Pagalma kino”")]),
        ("Izrādi „Nav vietas trim” noskatījās visi.", [(NAME, "„Nav vietas trim”")]),
    ],
)
def test_signs(text: str, expected: list[tuple[SignKind, str]]) -> None:
    found = [(sign.kind, text[sign.start : sign.end]) for sign in find_signs(text, [], [], denies=False)]
    assert found == expected


def test_what_values_were_made_of_is_no_sign() -> None:
    text = "Projektā „Tilts” piedalījās trīs bērni, vecāku nebija neviena."
    place = {word: (text.index(word), text.index(word) + len(word)) for word in ("„Tilts”", "trīs bērni", "neviena")}
    counted = [place["trīs bērni"], place["neviena"]]
    assert find_signs(text, counted, [place["„Tilts”"]], denies=True) == ()
    assert {sign.kind for sign in find_signs(text, [], [], denies=False)} == {NUMBER, DENIAL, NAME}


def test_each_sign_makes_a_complete_statement_less_likely() -> None:
    assert completeness([NUMBER, DENIAL]) < completeness([NUMBER]) < completeness([]) < 1
    assert completeness([DENIAL]) < completeness([])
    assert completeness([NAME, NAME]) == completeness([NAME])
