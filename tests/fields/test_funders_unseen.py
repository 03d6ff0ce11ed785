"""Funders in the sentences of clerks; expectations came before the finder was run."""

import pytest

from extract.fields.projects import find_projects
from project_sentences import annotated

FUNDED = [
    ("Projekts „Spēka avots” (finansētājs: VKKF) noslēdzās maijā.", "Valsts kultūrkapitāla fonds"),
    (
        "Projekts „Spēka avots”, finansētājs – Sabiedrības integrācijas fonds, 2 000 EUR.",
        "Sabiedrības integrācijas fonds",
    ),
    ("Ar VKKF atbalstu īstenots projekts „Spēka avots”.", "Valsts kultūrkapitāla fonds"),
    ("Valsts kultūrkapitāla fonds piešķīra 800 eiro projektam „Spēka avots”.", "Valsts kultūrkapitāla fonds"),
    ("ERAF līdzfinansētajā projektā „Spēka avots” uzbūvēta rampa.", "Eiropas Reģionālās attīstības fonds"),
    ("Eiropas Savienības fondu projekts „Spēka avots” turpinās.", "Eiropas Savienība"),
    ("Projekts „Spēka avots” tika apmaksāts no pašvaldības budžeta.", "pašvaldības budžets"),
    ("No pašvaldības budžeta līdzekļiem īstenots projekts „Spēka avots”.", "pašvaldības budžets"),
    ("Projektu „Spēka avots” par 900 eiro atbalstīja LR Kultūras ministrija.", "Kultūras ministrija"),
    ("EEZ grantu projektā „Spēka avots” darbojas romu jaunieši.", "Eiropas Ekonomikas zonas finanšu instruments"),
    ("ESF Plus projekta „Spēka avots” mentori apmeklēja ģimenes.", "Eiropas Sociālais fonds"),
    ("Projekts „Spēka avots” notiek ar Labklājības ministrijas finansējumu.", "Labklājības ministrija"),
    ("Pašvaldības finansētajā projektā „Spēka avots” darbojas romu jaunieši.", "pašvaldības budžets"),
    ("ERAF projektā Nr. 9.3.1.1/18/I/003 „Spēka avots” ierīkots centrs.", "Eiropas Reģionālās attīstības fonds"),
    ("ESF projekts beidzies. Projekts Nr. 9.3.1.1/18/I/003 „Spēka avots” sācies.", None),
    ("Par projektu „Spēka avots” stāstīja Labklājības ministrijas pārstāve.", None),
    ("Sadarbībā ar biedrību īstenots projekts „Spēka avots”.", None),
    ("Kultūras ministrijas rīkotajā seminārā stāstīja par projektu „Spēka avots”.", None),
]


@pytest.mark.parametrize(("text", "funder"), FUNDED)
def test_funder(text: str, funder: str | None) -> None:
    ((found,),) = find_projects(annotated([text]))
    assert (found.value.name, found.value.funder) == ("Spēka avots", funder)
