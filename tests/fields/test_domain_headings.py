"""Headings in an office's own words; the expectations were set before the codebook's headings were added to."""

import pytest

from extract.codebook import load_codebook
from extract.fields.domain_evidence import lexicon_of
from extract.fields.domains import find_domains
from invented_letters import Told, analysed

PLAIN = "Šo darbu veica pieredzējuši cilvēki."
OWN_WORDS = [
    ("Kā sadarbojamies ar citām iestādēm un romu kopienu", "cooperation"),
    ("Sadarbība ar kaimiņiem un romu kopienu", "cooperation"),
    ("Sadarbība ar citām pašvaldībām", "cooperation"),
    ("Skolas un bērnudārzi", "education"),
    ("Skolēnu atbalsts", "education"),
    ("Mācību process un atbalsta personāls", "education"),
    ("Priekšlaicīgas mācību pārtraukšanas mazināšana", "education"),
    ("Interešu un pieaugušo izglītība", "education"),
    ("Sociālais atbalsts", "employment"),
    ("Darba tirgus", "employment"),
    ("Bezdarbnieki un darba meklētāji", "employment"),
    ("Medicīniskā palīdzība", "health"),
    ("Ģimenes ārsti, potes, zobārsts", "health"),
    ("Veselības veicināšana un profilakse", "health"),
    ("Romu līdzdalība", "participation"),
    ("Līdzdalības veicināšana", "participation"),
    ("Romu kopienas iniciatīvas", "participation"),
    ("Diskriminācijas novēršana", "culture"),
    ("Aizspriedumu mazināšana", "culture"),
    ("Kultūra un sabiedriskā dzīve", "culture"),
    ("Asistenta pakalpojuma attīstība", "family_assistant"),
    ("Pašvaldības dzīvokļi", "housing"),
    ("Sociālais mājoklis", "housing"),
    ("Mājokļu jautājumi un dzīvokļu rinda", "housing"),
]
#: What leads the heading is not outvoted by whom it names.
LEADING = ["Sadarbība ar biedrībām", "Sadarbība ar nevalstiskajām organizācijām", "Sadarbība ar valsts iestādēm"]


@pytest.mark.parametrize(("heading", "expected"), OWN_WORDS)
def test_headings_in_own_words_decide(heading: str, expected: str) -> None:
    [finding] = find_domains(analysed([Told(PLAIN, heading)]))
    assert finding is not None
    assert (finding.value, finding.method) == (expected, "heading")


@pytest.mark.parametrize("heading", LEADING)
def test_the_first_word_weighs_most(heading: str) -> None:
    lexicon = lexicon_of(load_codebook())
    weights = dict(zip(lexicon.codes, lexicon.weigh_heading(heading), strict=True))
    assert max(weights, key=lambda code: weights[code]) == "cooperation"
