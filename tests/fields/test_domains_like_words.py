"""Words that begin like a term, or like the words that go on with what was told, and mean something else."""

import pytest

from extract.fields.domains import find_domains
from invented_letters import analysed


def domains_of(*told: str) -> list[str | None]:
    return [finding.value if finding else None for finding in find_domains(analysed(told))]


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Sociālais dienests piešķīra pabalstus.", "employment"),
        ("Tiek piešķirti pabalsti trūcīgām ģimenēm.", "employment"),
        ("Sanāksmē piedalījās mediatore.", "cooperation"),
        ("Tiešsaistē notika tikšanās ar novadu pārstāvjiem.", "cooperation"),
        ("Sieviešu klubā notika koncerts.", "culture"),
    ],
)
def test_these_go_on_with_nothing(text: str, domain: str) -> None:
    assert domains_of("Skolēni saņēma mācību līdzekļus un grāmatas.", text) == ["education", domain]


@pytest.mark.parametrize("opening", ["Tas", "Šis", "Šo", "Tajā"])
def test_these_go_on(opening: str) -> None:
    told = domains_of("Skolēni saņēma mācību līdzekļus un grāmatas.", f"{opening} palīdzēja arī pabalsts.")
    assert told == ["education", "education"]


def test_what_people_are_told_of_is_not_of_the_letter_as_a_whole() -> None:
    assert domains_of("Informēja ģimenes par ēdināšanu.") == ["education"]


@pytest.mark.parametrize(
    ("text", "word", "term"),
    [
        ("Divas ģimenes pārcēlās uz Īriju.", "Īriju", False),
        ("Ģimenei sagādāta īre.", "īre", True),
        ("Jaunieši sniedza krāšņu priekšnesumu.", "krāšņu", False),
        ("Ģimenei palīdzēja ar krāšņu remontu.", "krāšņu remontu", True),
        ("Kultūras nama zāles dekorēja jaunieši.", "zāles", False),
        ("Ģimenei apmaksātas zāles.", "zāles", True),
        ("Biļešu cena noteikta atkarībā no vecuma.", "atkarībā", False),
        ("Ģimenei palīdz tikt galā ar atkarību.", "atkarību", True),
        ("Novadā uzturas divas romu dzimtas.", "uzturas", False),
        ("Mediatore uztura kontaktus ar kopienu.", "uztura", False),
        ("Māmiņas iepazina zīdaiņa uztura ieteikumus.", "uztura", True),
        ("Darbiniecēm stāstīts par izdegšanas mazināšanu.", "izdegšanas", False),
        ("Ģimenes virtuve izdega.", "izdega", True),
        ("Ģimenes izrādīja interesi par pakalpojumu.", "izrādīja", False),
        ("Jaunieši noskatījās izrādi.", "izrādi", True),
        ("Dati parāda, ka ģimenes iesaistās.", "parāda", False),
        ("Ģimenei palīdzēja ar parāda atmaksu.", "parāda atmaksu", True),
        ("Izveidota darba grupa.", "darba", False),
        ("Apmeklēta seno arodu izstāde.", "seno", False),
        ("Kompetentajām iestādēm nosūtīta ziņa.", "Kompetentajām", False),
        ("Veikta iepirkuma procedūra.", "procedūra", False),
        ("Veikta situācijas analīze.", "analīze", False),
        ("Romiete nodeva analīzes.", "analīzes", True),
        ("Kolēģi novadīja sarunu.", "Kolēģi novadīja", False),
        ("Kolēģi no Bauskas novadīja sarunu.", "Kolēģi no", True),
        ("Tikām galā ar visu.", "Tikām", False),
        ("Tikāmies ar ģimenēm.", "Tikāmies", True),
    ],
)
def test_words_that_only_begin_like_a_term_speak_for_nothing(text: str, word: str, term: bool) -> None:
    (finding,) = find_domains(analysed([text]))
    assert (word in [evidence.quote for evidence in finding.evidence] if finding else False) == term
