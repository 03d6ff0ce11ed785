"""Who funds a project, and one name for its spellings."""

import pytest

from extract.fields.project_register import canonical_names
from extract.fields.projects import find_projects
from project_sentences import annotated

FUNDED = [
    ("ESF projektā „Rīta ausma” piedalījās trīs romi.", "Eiropas Sociālais fonds"),
    ("Eiropas Sociālā fonda projekta „Rīta ausma” nodarbībās bija trīs romi.", "Eiropas Sociālais fonds"),
    ("Projektu „Rīta ausma” finansēja Kultūras ministrija.", "Kultūras ministrija"),
    ("Projekts „Rīta ausma” īstenots ar Sabiedrības integrācijas fonda atbalstu.", "Sabiedrības integrācijas fonds"),
    ("SIF finansētajā projektā „Rīta ausma” iesaistījās trīs romi.", "Sabiedrības integrācijas fonds"),
    ("Projekts „Rīta ausma” tika finansēts no valsts budžeta.", "valsts budžets"),
    ("Projektu „Rīta ausma” līdzfinansēja Norvēģijas finanšu instruments.", "Norvēģijas finanšu instruments"),
    ("Projektā „Rīta ausma” piedalījās trīs romi.", None),
    ("Projekta „Rīta ausma” mūzikas instrumentus aplūkoja arī Kultūras ministrija.", None),
    ("Projekta „Rīta ausma” dalībniekus, arī emigrantus, uzņēma Kultūras ministrija.", None),
    ("Projekta „Rīta ausma” datorprogrammu aplūkoja arī Kultūras ministrija.", None),
    ("Projekts „Rīta ausma” tiek īstenots Kultūras ministrijas programmā.", "Kultūras ministrija"),
    ("Projektā „Rīta ausma” viesojās Kultūras ministrijas pārstāve.", None),
    ("ESF maksāja par kursiem. Projektā „Rīta ausma” piedalījās trīs romi.", None),
]


@pytest.mark.parametrize(("text", "funder"), FUNDED)
def test_funder(text: str, funder: str | None) -> None:
    ((found,),) = find_projects(annotated([text]))
    assert (found.value.name, found.value.funder) == ("Rīta ausma", funder)


def test_spellings_of_one_project_share_the_most_frequent() -> None:
    names = ["Rīta ausma", "RĪTA AUSMA", "Rīta ausmas", "Rīta ausma", "Rīta ausma II", "Vakara blāzma"]

    assert canonical_names(names) == {
        "Rīta ausma": "Rīta ausma",
        "RĪTA AUSMA": "Rīta ausma",
        "Rīta ausmas": "Rīta ausma",
        "Rīta ausma II": "Rīta ausma II",
        "Vakara blāzma": "Vakara blāzma",
    }


def test_a_long_name_misspelt_is_led_to_the_right_one() -> None:
    right, wrong = "Atbalsts ģimenēm ar bērniem Vidzemē", "Atbalsts ģimenem ar bērniem Vidzmē"

    assert canonical_names([right, right, wrong])[wrong] == right
