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
