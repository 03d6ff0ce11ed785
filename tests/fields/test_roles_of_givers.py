"""Who gives and who receives, told by everyday verbs; expectations were set before the verbs were listed."""

import pytest

from count_sentences import counts_of

PAIRS = [
    ("Šalles visiem bērniem uzdāvināja 12 pensionāres.", "provider 12 pensionāres"),
    ("Skolas somas saziedoja 20 iedzīvotāji.", "provider 20 iedzīvotāji"),
    ("Gadatirgu organizēja trīs pārstāves.", "provider 3 pārstāves"),
    ("Pārgājienu sarīkoja četri jaunieši, to izgāja 30 skolēni.", "provider 4 jaunieši; 30 skolēni"),
    ("Divas kaimiņienes ik dienu apkopj vientuļus pensionārus.", "provider 2 kaimiņienes"),
    ("12 bērni uzdāvināja skolotājai ziedus.", "12 bērni"),
    ("Astoņi jaunieši apkopa kapsētu.", "8 jaunieši"),
    ("Svētkos godināja trīs audžuģimenes.", "families 3 audžuģimenes"),
    ("Uz sanāksmi uzaicināja trīs audžuģimenes.", "families 3 audžuģimenes"),
    ("Pie trim bērniem mācījās mājās.", "3 bērni"),
    ("Divriteņus mazajiem bērniem salaboja pieci vīri.", "provider 5 vīri"),
    ("Divriteņus salaboja pieci vīri.", "5 vīri"),
    ("Malku pensionāriem atveda seši kaimiņi.", "provider 6 kaimiņi"),
    ("Bērnus uz skolu atveda 14 vecāki.", "14 vecāki"),
    ("Bērnu redzi pārbaudīja divas optometristes.", "provider 2 optometristes"),
    ("Piecus bērnus uzņēma divas audžuģimenes.", "5 bērni; provider families 2 audžuģimenes"),
    ("Pabalstu saņēma divas audžuģimenes.", "families 2 audžuģimenes"),
    ("Nometnē bija divas viesģimenes.", "families 2 viesģimenes"),
    ("Februārī slimoja deviņi bērni un divas audzinātājas.", "9 bērni; 2 audzinātājas"),
    ("Pret gripu potēti 32 darbinieki.", "32 darbinieki"),
    ("Pret gripu bērnus potēja divas medmāsas.", "provider 2 medmāsas"),
    ("Kursā pie diviem meistariem mācījās astoņi vīrieši.", "provider 2 meistari; 8 vīrieši"),
    ("Ar gripu pārslimoja seši darbinieki.", "6 darbinieki"),
    ("Mediatoru mūsu pilsētā ir divi.", "provider 2 mediatori"),
    ("Romu skolēnu novada skolās bija 12.", "12 skolēni"),
    ("Kaimiņu bērnudārzus aplūkoja astoņas skolotājas.", "8 skolotājas"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_roles_of_givers(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Semināru pabeidza pieci skolu pedagogi.", "5 pedagogi"),
        ("Semināru pabeidza piecu skolu pedagogi.", ""),
        ("Kursu izgāja deviņi topošie mentori un četri topošie tēti.", "9 mentori; 4 tēti"),
        ("Ciemojāmies pie 21 pensionāra.", "21 pensionāri"),
    ],
)
def test_whom_the_words_between_describe(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
