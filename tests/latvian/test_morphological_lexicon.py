"""The dictionary's rules, undone: on a dictionary of a few words, and on the one that is shipped."""

from pathlib import Path

import pytest

from extract.latvian.morphological_lexicon import Analysis, MorphologicalLexicon

ROOT = Path(__file__).resolve().parents[2]

AFFIXES = """SET UTF-8
PFX - Y 1
PFX -  0  ne .
SFX O Y 3
SFX O s a   [s]  is:vpg
SFX O s iem [s]  is:dpd
SFX O š a   [š]  is:vpg
SFX D Y 2
SFX D ēt ē     ēt is:3pres
SFX D ēt ējis/W ēt
SFX W Y 1
SFX W is ušiem is is:dpd
"""
DICTIONARY = """3
bērns/O po:noun1
spēlēt/D- po:verb
Rīga
"""


@pytest.fixture(scope="module")
def small() -> MorphologicalLexicon:
    return MorphologicalLexicon(DICTIONARY, AFFIXES)


@pytest.mark.parametrize(
    ("word", "analyses"),
    [
        ("bērns", [Analysis("bērns", "noun1", "")]),
        ("bērniem", [Analysis("bērns", "noun1", "dpd")]),
        ("Bērniem", [Analysis("bērns", "noun1", "dpd")]),
        ("BĒRNA", [Analysis("bērns", "noun1", "vpg")]),
        ("spēlē", [Analysis("spēlēt", "verb", "3pres")]),
        ("nespēlē", [Analysis("spēlēt", "verb", "ne+3pres")]),
        ("nebērns", []),
        ("spēlējis", [Analysis("spēlēt", "verb", "Dējis")]),
        ("spēlējušiem", [Analysis("spēlēt", "verb", "Dējis.dpd")]),
        ("RĪGA", [Analysis("Rīga", "", "")]),
        ("galds", []),
        ("", []),
    ],
)
def test_analyses(small: MorphologicalLexicon, word: str, analyses: list[Analysis]) -> None:
    assert small.analyse(word) == analyses


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("pašvaldībās", "pašvaldība"),
        ("skolēniem", "skolēns"),
        ("strādājošajiem", "strādāt"),
        ("nepiedalās", "piedalīt"),  # the dictionary lists reflexive verbs by their plain form
        ("jaunākajai", "jauns"),
        ("Daugavpilī", "Daugavpils"),
        ("ģimenēm", "ģimene"),
    ],
)
def test_the_shipped_dictionary(shipped: MorphologicalLexicon, word: str, lemma: str) -> None:
    assert lemma in {analysis.lemma for analysis in shipped.analyse(word)}


@pytest.fixture(scope="module")
def shipped() -> MorphologicalLexicon:
    folder = ROOT / "models" / "lexicon"
    return MorphologicalLexicon.from_files(folder / "lv_LV.dic", folder / "lv_LV.aff")
