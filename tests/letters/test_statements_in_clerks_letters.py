"""Where sentences end in the hands of clerks; expectations came before the cutter was run."""

from collections.abc import Callable

import pytest

from extract.model import Letter

FORM = "Kultūras ministrijai\nPar informācijas sniegšanu\n{text}\nAr cieņu\npriekšsēdētājs"
PARAGRAPHS = [
    ("2022.g. skolā mācījās 14 romu bērni. 2021.g. – 12.", ["2022.g. skolā mācījās 14 romu bērni.", "2021.g. – 12."]),
    (
        "Skolā strādā pedagoga palīgs u.c. Viņš palīdz lasīt.",
        ["Skolā strādā pedagoga palīgs u.c.", "Viņš palīdz lasīt."],
    ),
    ("Pabalsts ir 109,00 EUR. To saņēma 4 ģimenes.", ["Pabalsts ir 109,00 EUR.", "To saņēma 4 ģimenes."]),
    (
        "Skolu (t.sk. Saldus 2.vsk.) apmeklē 5 bērni. Visi mācās labi.",
        ["Skolu (t.sk. Saldus 2.vsk.) apmeklē 5 bērni.", "Visi mācās labi."],
    ),
    (
        "Palīdzību sniedza biedrība „Mēs. Kopā.” un draudze. Pakas saņēma 9 ģimenes.",
        ["Palīdzību sniedza biedrība „Mēs. Kopā.” un draudze.", "Pakas saņēma 9 ģimenes."],
    ),
    ("Kursus beidza 3 romi.Divi no viņiem strādā.", ["Kursus beidza 3 romi.", "Divi no viņiem strādā."]),
    (
        "Mediatore strādā otrd. un ceturtd. no plkst. 9.00 līdz 12.00. Darbs notiek bibliotēkā.",
        ["Mediatore strādā otrd. un ceturtd. no plkst. 9.00 līdz 12.00.", "Darbs notiek bibliotēkā."],
    ),
    ("Ģimene dzīvo Rīgas ielā 5. Māja ir veca.", ["Ģimene dzīvo Rīgas ielā 5.", "Māja ir veca."]),
    (
        "Pēc vakcinācijas (2. pote) jutās labi visi. Ārste bija apmierināta.",
        ["Pēc vakcinācijas (2. pote) jutās labi visi.", "Ārste bija apmierināta."],
    ),
    (
        "Likuma 14. panta 2. daļas 3. punkts to paredz. Lēmumu pieņem dome.",
        ["Likuma 14. panta 2. daļas 3. punkts to paredz.", "Lēmumu pieņem dome."],
    ),
    ("Klientu skaits – 14. No tiem 5 ir romi.", ["Klientu skaits – 14.", "No tiem 5 ir romi."]),
    ("Sapulce notika 12.05. Ieradās 14 vecāki.", ["Sapulce notika 12.05.", "Ieradās 14 vecāki."]),
    (
        "Mācījās 5.–9. kl. skolēni. Palīdzēja soc. ped. un psihologs.",
        ["Mācījās 5.–9. kl. skolēni.", "Palīdzēja soc. ped. un psihologs."],
    ),
    ("Darbs turpinās... Rezultāti būs rudenī.", ["Darbs turpinās...", "Rezultāti būs rudenī."]),
    (
        "Projekts (Nr. 9.2.4.2./16/I/077) beidzās. Nodarbības notiek par novada naudu.",
        ["Projekts (Nr. 9.2.4.2./16/I/077) beidzās.", "Nodarbības notiek par novada naudu."],
    ),
    (
        "Atbalstu (apģērbu, apavus utt.) saņēma 7 ģimenes. Palīdzēja Latvijas Sarkanais Krusts.",
        ["Atbalstu (apģērbu, apavus utt.) saņēma 7 ģimenes.", "Palīdzēja Latvijas Sarkanais Krusts."],
    ),
    ("Grupu vada A. Ozola. Nodarbības ir bez maksas.", ["Grupu vada A. Ozola.", "Nodarbības ir bez maksas."]),
    ("Uzskaitē ir apm. 20 romu, t.i. 6 ģimenes. Citu nav.", ["Uzskaitē ir apm. 20 romu, t.i. 6 ģimenes.", "Citu nav."]),
    (
        "Skolā 1.septembrī ieradās 9 bērni; 2 vēl ārzemēs. Tos gaidām.",
        ["Skolā 1.septembrī ieradās 9 bērni; 2 vēl ārzemēs.", "Tos gaidām."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_sentences(make_letter: Callable[..., Letter], text: str, expected: list[str]) -> None:
    letter = make_letter(FORM.format(text=text))
    assert [statement.text for statement in letter.statements] == expected
