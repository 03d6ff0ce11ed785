import pytest

from extract.latvian.inflection import case_forms

#: Nominative and all the forms that the school grammar gives.
NOUNS = [
    ("bērns", "bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos"),
    ("ceļš", "ceļš ceļa ceļam ceļu ceļā ceļi ceļiem ceļus ceļos"),
    ("brālis", "brālis brāļa brālim brāli brālī brāļi brāļu brāļiem brāļus brāļos"),
    ("audzēknis", "audzēknis audzēkņa audzēknim audzēkni audzēknī audzēkņi audzēkņu audzēkņiem audzēkņus audzēkņos"),
    ("tirgus", "tirgus tirgum tirgu tirgū tirgi tirgiem tirgos"),
    ("meita", "meita meitas meitai meitu meitā meitām meitās"),
    ("ģimene", "ģimene ģimenes ģimenei ģimeni ģimenē ģimeņu ģimenēm ģimenēs"),
    ("pils", "pils pilij pili pilī pilis piļu pilīm pilīs"),
]

NAMES = [
    ("Talsu novads", "Talsu novads|Talsu novada|Talsu novadam|Talsu novadu|Talsu novadā"),
    ("Cēsis", "Cēsis|Cēsu|Cēsīm|Cēsīs"),
    ("Talsi", "Talsi|Talsu|Talsiem|Talsus|Talsos"),
    (
        "Sociālais dienests",
        "Sociālais dienests|Sociālā dienesta|Sociālajam dienestam|Sociālo dienestu|Sociālajā dienestā",
    ),
]


@pytest.mark.parametrize(("nominative", "forms"), NOUNS)
def test_forms_of_a_noun(nominative: str, forms: str) -> None:
    assert case_forms(nominative) == set(forms.split())


@pytest.mark.parametrize(("nominative", "forms"), NAMES)
def test_forms_of_a_name(nominative: str, forms: str) -> None:
    assert case_forms(nominative) == set(forms.split("|"))
