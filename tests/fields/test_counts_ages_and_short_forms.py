"""Children of an age, years before numbers, sums behind places, and words cut short, as letters write them."""

import pytest

from count_sentences import counts_of

OF_AN_AGE = [
    ("Pirmsskolas vecuma romu bērnu ir 17, no tiem bērnudārzu apmeklē 9.", "17 bērni; 9 bērni"),
    ("Obligātās izglītības vecuma bērnu skaits ir 31.", "31 bērni"),
    ("Skolas vecuma bērni – 24, pirmsskolas vecuma – 11.", "24 bērni; 11 bērni"),
    ("Darbspējīgā vecuma iedzīvotāji: 140, pensijas vecuma – 38.", "140 iedzīvotāji; 38 iedzīvotāji"),
    ("Pensijas vecuma klientu skaits: 15.", "15 klienti"),
    ("Darbspējas vecuma romu reģistrēti 14, strādā 6.", "14 romi; 6 romi"),
    ("Ilgstošo bezdarbnieku reģistrēti 14.", "14 bezdarbnieki"),
    ("Piedalījās jaunieši vecumā no 13 līdz 25.", ""),
    ("Bērni vecumā 7, 9 un 12 gadi.", ""),
    ("Nodarbības paredzētas bērniem līdz 6 gadu vecumam.", ""),
    ("Vidējais dalībnieku vecums – 34.", ""),
]

BEHIND_YEARS = [
    ("Romi: 14 (2022), 17 (2023).", "14 romi; 17 romi"),
    ("Klienti: 2022.g. 14, 2023.g. 17.", "14 klienti; 17 klienti"),
    ("Romu skolēnu skaits 2021./2022. m.g. 14, 2022./2023. m.g. 16.", "14 skolēni; 16 skolēni"),
    ("Bērni bērnudārzā: 4 (Talsi), 3 (Roja) un 1 (Dundaga).", "4 bērni; 3 bērni; 1 bērni"),
    ("Ģimenes ar asistentu: 2023. gadā 5, 2024. gadā 8.", "families 5 ģimenes; families 8 ģimenes"),
    ("Sanāksmes: 4 (2022), 5 (2023).", ""),
    ("Konsultācijas: 2022.g. 14, 2023.g. 17.", ""),
]

SUMS = [
    ("Romu bērni mācās 6 skolās, kopā 43.", "43 bērni"),
    ("Mūsu klienti dzīvo 3 pagastos, pavisam 120.", "120 klienti"),
    ("Nodarbības notika 3 skolās, kopā 43.", ""),
    ("Izglītojamie mācās 5 skolās, kopā ir 18 klases.", ""),
]

CUT_SHORT = [
    ("Pabalstu saņēma 25 pers. un 3 ģim.", "25 personas; families 3 ģimenes"),
    ("Atbalstītas 14 ģim., no tām 5 romu ģim.", "families 14 ģimenes; families 5 ģimenes"),
    ("Nodarbībās piedalījās 12 cilv., no tiem 4 romi.", "12 cilvēki; 4 romi"),
    ("Kursus pabeidza 12 cilv. (8 siev., 4 vīr.).", "12 cilvēki; 8 sievietes; 4 vīrieši"),
]

LISTS = [
    (
        "Palīdzība: pabalsts ēdināšanai – 14 personas, pabalsts veselības aprūpei – 3, apģērbs – 9.",
        "14 personas; 3 personas; 9 personas",
    ),
    (
        "Izglītība: pirmsskolā 5, pamatskolā 21, profesionālajā izglītībā 3 izglītojamie.",
        "5 izglītojamie; 21 izglītojamie; 3 izglītojamie",
    ),
    ("Pasākumos iesaistījās: kursos – 5, subsidētajā darbā – 1.", "5 -; 1 -"),
    ("Pasākumi notika: pilsētā – 5, pagastos – 3.", ""),
    (
        "Uzskaitē ir 112 romi; no tiem darbspējas vecuma 60, bērni 40, pensionāri 12.",
        "112 romi; 60 romi; 40 bērni; 12 pensionāri",
    ),
    ("Piedalījās 14 bērni vecumā no 7, 9 un 12 gadiem, vecāki 6.", "14 bērni; 6 vecāki"),
]

LARGE = [
    ("Svētkos bija 1.5 tūkst. apmeklētāju.", "1500 apmeklētāji"),
    ("Svētkos bija 1.500 apmeklētāju.", "1500 apmeklētāji"),
    ("Koncertu klausījās pussimts skatītāju.", "50 skatītāji"),
    ("Koncertu apmeklēja ap pussimtu cilvēku.", "about 50 cilvēki"),
    ("Nodarbībās piedalījās 100+ bērnu.", "at_least 100 bērni"),
    ("Pabalsts ir 1.5 reizes lielāks, to saņem 30 personas.", "30 personas"),
]


@pytest.mark.parametrize(("text", "expected"), [*OF_AN_AGE, *BEHIND_YEARS, *SUMS, *CUT_SHORT, *LISTS, *LARGE])
def test_counts(text: str, expected: str) -> None:
    """What is usual (exact, persons, participants) is left out."""
    assert "; ".join(counts_of(text)) == expected
