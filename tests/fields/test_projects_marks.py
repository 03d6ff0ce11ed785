"""Names in marks of every style and with slips, in many cases and beside many nouns; expectations came first."""

import re

import pytest

from project_sentences import projects_of

NAMES = ["Gaišais ceļš", "Rokas strādā", "Dod roku!", "Saulespuķe", "Mēs – novads", "Roma Power", "Kas? Kur? Kad?"]
MARKS = [
    "„{}”", "„{}“", "“{}”", '"{}"', "«{}»", ",,{}”", ",,{}''", "''{}''", '„{}"', "”{}”", "‘{}’", ",,{},,", "“{}“",
    "„ {} ”", "‚{}‘", "``{}''", "<<{}>>", "'{}'", ',,{}"', "“{}\"", "«{}”", "„{}»", "»{}«",
]  # fmt: skip
FRAMES = [
    ("Projektā {} piedalījās deviņi romi.", "project"),
    ("Akcijai {} ziedoja 14 ģimenes.", "campaign"),
    ("Konkursu {} rīkoja bibliotēka.", "competition"),
    ("Trīs romi mācās ({} projekts).", "project"),
    ("Kampaņas {}, ko sāka policija, klipus skatījās skolēni.", "campaign"),
    ("{} ir projekts jauniešiem.", "project"),
]
SLIPS = [
    "Projektā „Gaišais ceļš piedalījās deviņi romi.",
    "Projektā Gaišais ceļš” piedalījās deviņi romi.",
    "Projektā„Gaišais ceļš” piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš”piedalījās deviņi romi.",
    "Projektā „Gaišais  ceļš” piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš ”, ko vada mediatore, bija deviņi romi.",
    "Projektā „ Gaišais ceļš” piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš”” piedalījās deviņi romi.",
    "Projektā „„Gaišais ceļš” piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš.” piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš,” ko vada mediatore, bija deviņi romi.",
    "Projektā – „Gaišais ceļš” – bija deviņi romi.",
    "Deviņi romi ir projektā: „Gaišais ceļš”.",
    "Projektā “Gaišais ceļš„ piedalījās deviņi romi.",
    "Projektā «„Gaišais ceļš”» piedalījās deviņi romi.",
    'Projektā ""Gaišais ceļš"" piedalījās deviņi romi.',
    "Projektā `Gaišais ceļš` piedalījās deviņi romi.",
    "Projekta\xa0„Gaišais\xa0ceļš” dalībnieki ir deviņi romi.",
    "projektā „Gaišais ceļš” piedalījās deviņi romi;",
    "Projektā „Gaišais ceļš”: deviņi romi.",
    "Projekts: „Gaišais ceļš”",
    "Projekts „Gaišais ceļš",
]
NUMBERED = [
    "Projektā „Gaišais ceļš” (Nr. 9.2.4.2/16/I/050) piedalījās deviņi romi.",
    "Projektā „Gaišais ceļš”(Nr.9.2.4.2/16/I/050) piedalījās deviņi romi.",
    "Projektā Nr. 9.2.4.2/16/I/050 „Gaišais ceļš” piedalījās deviņi romi.",
    "Projektā Nr.9.2.4.2./16/I/050 „Gaišais ceļš” piedalījās deviņi romi.",
    "Projekta „Gaišais ceļš” Nr.9.2.4.2/16/I/050 laikā konsultēti deviņi romi.",
    "Projekta Gaišais ceļš Nr.9.2.4.2/16/I/050 laikā konsultēti deviņi romi.",
    "Projekta Gaišais ceļš (Nr. 9.2.4.2/16/I/050) laikā konsultēti deviņi romi.",
    "Projekta Nr.9.2.4.2/16/I/050 Gaišais ceļš laikā konsultēti deviņi romi.",
    "Projekts Gaišais ceļš, Nr.9.2.4.2/16/I/050, ilga gadu.",
    "Projekts Gaišais ceļš, identifikācijas Nr.9.2.4.2/16/I/050, ilga gadu.",
    "Projekts (Nr.9.2.4.2/16/I/050) „Gaišais ceļš” ilga gadu.",
]


def plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("marks", MARKS)
def test_every_style_of_marks(name: str, marks: str) -> None:
    for frame, kind in FRAMES:
        assert plain(projects_of(frame.format(marks.format(name)))[0]) == plain(f"{name} ({kind})")


@pytest.mark.parametrize("text", SLIPS)
def test_marks_with_slips(text: str) -> None:
    assert projects_of(text) == ["Gaišais ceļš (project)"]


@pytest.mark.parametrize("text", NUMBERED)
def test_a_number_beside_the_name(text: str) -> None:
    assert projects_of(text) == ["Gaišais ceļš (project 9.2.4.2/16/I/050)"]
