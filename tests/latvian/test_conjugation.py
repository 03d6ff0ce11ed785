"""Verbs in the forms that letters deny, made from their principal parts."""

import pytest

from extract.latvian.conjugation import VerbForm, conjugate

FORMS = [
    ("rīkot rīko rīkoja", "rīkot rīkojam rīkojām rīkosim rīkoju rīko rīkoja rīkos"),
    ("rīkot rīko rīkoja", "rīkots rīkota rīkoti rīkotas rīkojis rīkojusi rīkojuši rīkojušas"),
    ("darīt dara darīja", "darīt darām darījām darīsim dara darīja darīs darīts darījuši"),
    ("organizēt organizē organizēja", "organizējam organizējām organizēts organizējis organizēs"),
    ("strādāt strādā strādāja", "strādājam strādājām strādājusi"),
    ("veikt veic veica", "veicam veicām veiksim veikts veikti veicis veikusi veikuši"),
    ("sniegt sniedz sniedza", "sniedzam sniedzām sniegts sniedzis sniegusi snieguši sniegs"),
    ("uzsākt uzsāk uzsāka", "uzsākam uzsākām uzsākts uzsācis uzsākusi uzsākuši"),
    ("ieviest ievieš ieviesa", "ieviešam ieviesām ieviests ieviesis ieviesuši ieviesīs ieviesīsim"),
    ("dot dod deva", "dodam devām dots devis devusi devuši dos"),
    ("norisināties norisinās norisinājās", "norisinās norisinājās norisināsies norisinājies norisinājušies"),
    ("nodarboties nodarbojas nodarbojās", "nodarbojamies nodarbojāmies nodarbojušies nodarbosimies"),
    ("pievērsties pievēršas pievērsās", "pievēršamies pievērsāmies pievērsies pievērsusies pievērsušās"),
]


@pytest.mark.parametrize(("parts", "expected"), FORMS)
def test_forms(parts: str, expected: str) -> None:
    infinitive, present, past = parts.split()
    assert set(expected.split()) <= {form.text for form in conjugate(infinitive, present, past)}


def test_participles_agree() -> None:
    forms = {form.text: form for form in conjugate("īstenot", "īsteno", "īstenoja")}
    assert (forms["īstenotas"].form, forms["īstenotas"].gender, forms["īstenotas"].plural) == (
        VerbForm.PASSIVE,
        "Fem",
        True,
    )
    assert (forms["īstenojis"].form, forms["īstenojis"].gender, forms["īstenojis"].plural) == (
        VerbForm.ACTIVE,
        "Masc",
        False,
    )


def test_reflexive_verbs_have_no_passive() -> None:
    assert all(f.form is not VerbForm.PASSIVE for f in conjugate("notikties", "notiekas", "notikās"))
