"""Slips of the pen in the words that count people are put right, and nothing else."""

import pytest

from count_sentences import MODEL
from extract.fields.spelling import put_right
from extract.latvian.language import load_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nometnē piedalījās devini skoleni.", "Nometnē piedalījās deviņi skolēni."),
        ("Palīdzību saņēma divpasmit ģimnes.", "Palīdzību saņēma divpadsmit ģimenes."),
        ("Zupu ēda trijsdesmit klausitāji.", "Zupu ēda trīsdesmit klausītāji."),
        ("Plāns sagatavots desmit izglītojamiem.", "Plāns sagatavots desmit izglītojamajiem."),
        # right as they stand: another word, a participle, an ordinal, a name
        ("Skanēja mūzika, un mūziku klausījās visi.", "Skanēja mūzika, un mūziku klausījās visi."),
        ("Telpā, kas reģistrēta zemesgrāmatā.", "Telpā, kas reģistrēta zemesgrāmatā."),
        ("Divdesmitā sēde, divdesmitais protokols.", "Divdesmitā sēde, divdesmitais protokols."),
        ("Skolotāja Skoleni un Berniņš.", "Skolotāja Skoleni un Berniņš."),
    ],
)
def test_slips_are_put_right(text: str, expected: str) -> None:
    assert put_right(load_language()(text)).text == expected


def test_annotation_and_offsets_stay() -> None:
    doc = load_language(MODEL)("Nometnē piedalījās deviņi berni, bet ne ģimnes.")
    corrected = put_right(doc)
    assert corrected.text == "Nometnē piedalījās deviņi bērni, bet ne ģimenes."
    assert [(t.pos_, t.dep_, t.head.i, str(t.morph)) for t in corrected] == [
        (t.pos_, t.dep_, t.head.i, str(t.morph)) for t in doc
    ]
