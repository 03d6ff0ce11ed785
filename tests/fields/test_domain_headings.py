"""Headings in an office's own words; the expectations were set before the codebook's headings were added to."""

import tomllib

import pytest
from linear_training import ROOT

from extract.codebook import load_codebook
from extract.fields.domain_evidence import lexicon_of
from extract.fields.domains import find_domains, named_by, weigh_heading
from extract.fields.heading_classifier import heading_classifier_of
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
#: Told by what was learnt: the codebook's words leave these open or name another domain.
LEARNT = [
    ("Ar ko kopā strādājam novadā?", "cooperation"),
    ("Kas darīts, lai mazinātu bezdarbu?", "employment"),
    ("Vakcinācija un profilaktiskās apskates", "health"),
    ("Romu dalība padomēs un balsošanā", "participation"),
    ("Kā sabiedrība iepazīst romu vēsturi un tradīcijas", "culture"),
    ("Patversme un pagaidu mitekļi", "housing"),
]
NO_FIELDS = [
    "Cita informācija",
    "Ciema iedzīvotāji",
    "Vispārīga informācija",
    "Secinājumi",
    "Pielikums",
]
#: What leads the heading is not outvoted by whom it names.
LEADING = ["Sadarbība ar biedrībām", "Sadarbība ar nevalstiskajām organizācijām", "Sadarbība ar valsts iestādēm"]


@pytest.mark.parametrize(("heading", "expected"), OWN_WORDS + LEARNT)
def test_headings_in_own_words_decide(heading: str, expected: str) -> None:
    [finding] = find_domains(analysed([Told(PLAIN, heading)]))
    assert finding is not None
    assert (finding.value, finding.method) == (expected, "heading")


@pytest.mark.parametrize("heading", LEADING)
def test_the_first_word_weighs_most(heading: str) -> None:
    lexicon = lexicon_of(load_codebook())
    weights = dict(zip(lexicon.codes, lexicon.weigh_heading(heading), strict=True))
    assert max(weights, key=lambda code: weights[code]) == "cooperation"


@pytest.mark.parametrize("heading", NO_FIELDS)
def test_headings_without_a_field_decide_nothing(heading: str) -> None:
    [finding] = find_domains(analysed([Told(PLAIN, heading)]))
    assert finding is None or finding.method != "heading"


def test_a_codebook_of_other_domains_has_no_classifier_of_headings() -> None:
    codes = load_codebook().domain_codes
    assert heading_classifier_of(codes) is not None
    assert heading_classifier_of((*codes, "sport")) is None


def test_headings_say_how_likely_they_are_of_each_class() -> None:
    classifier = heading_classifier_of(load_codebook().domain_codes)
    assert classifier is not None
    chances = classifier.probabilities("Zobārsts un potes")
    assert sum(chances) == pytest.approx(1)
    assert classifier.classes[chances.index(max(chances))] == "health"
    assert classifier.probabilities("3.2.") == classifier.probabilities("")


def test_headings_that_were_not_learnt_from() -> None:
    """Of 85 headings the codebook's words alone leave 30 open."""
    lexicon, codes = lexicon_of(load_codebook()), load_codebook().domain_codes
    classifier = heading_classifier_of(codes)
    data = tomllib.loads((ROOT / "annotations/domains/test.toml").read_text("utf-8"))
    expected = [*data["headings"], *((heading, None) for heading in data["not_fields"])]
    named = [named_by(weigh_heading(lexicon, classifier, heading)) for heading, _ in expected]
    told = [None if each is None else codes[each] for each in named]
    right = [domain for domain, (_, of) in zip(told, expected, strict=True) if domain == of]
    wrong = [heading for domain, (heading, of) in zip(told, expected, strict=True) if domain not in (of, None)]
    assert len(expected) == 99
    assert len(right) >= 90
    assert wrong == []


def test_what_the_codebook_lists_as_a_heading_is_not_doubted() -> None:
    """However unlikely it is by what was learnt: another ministry may ask under other headings."""
    codebook = load_codebook()
    culture = next(each for each in codebook.domains if each.code == "culture")
    changed = culture.model_copy(update={"headings": (*culture.headings, "Cita informācija")})
    domains = tuple(changed if each is culture else each for each in codebook.domains)
    own = codebook.model_copy(update={"domains": domains})
    [finding] = find_domains(analysed([Told(PLAIN, "Cita informācija")], codebook=own))
    assert finding is not None
    assert (finding.value, finding.method) == ("culture", "heading")
