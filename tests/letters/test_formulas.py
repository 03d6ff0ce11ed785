"""Announcements and courtesies told from statements, by what they say."""

import pytest

from extract.letters.formulas import announcement_end, is_announcement, is_courtesy


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Atbildot uz Jūsu 2024. gada 17. februāra vēstuli Nr. 2-3/45, Saldus novada pašvaldība informē par 2023. "
            "gadā paveikto."
        ),
        "Saldus novada pašvaldība ir izskatījusi Jūsu vēstuli.",
        (
            "Saldus novada pašvaldība ir saņēmusi Kultūras ministrijas pieprasījumu sniegt informāciju par romu "
            "integrāciju."
        ),
        "Ministrija vēstulē lūdz sniegt informāciju par paveikto.",
        "Sniedzam informāciju par 2023. gadā īstenotajiem pasākumiem.",
        "Sniedzam šādu informāciju:",
        "Nosūtām apkopojumu par novadā veiktajiem pasākumiem.",
        "Pašvaldība iesniedz pārskatu par 2022. un 2023. gadu.",
        "Nodarbinātības valsts aģentūra (turpmāk – Aģentūra) nosūta pieprasīto informāciju.",
        (
            "Pašvaldība, izvērtējot savā rīcībā esošo informāciju, apkopojusi atbildi par laikposmu no 2022. līdz "
            "2023. gadam."
        ),
        "Uz Jūsu jautājumiem par 2023. gadu atbildam:",
        "Informējam, ka nosūtām pieprasīto informāciju par 2023. gadu.",
        "Pārskats par 2023. gadā īstenotajiem pasākumiem:",
        "Atbilstoši Jūsu lūgumam informējam par turpmāk minēto.",
        "Izskatot ministrijas vēstuli, dome sniedz informāciju par 2023. gadu.",
    ],
)
def test_announcements(sentence: str) -> None:
    assert is_announcement(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Informējam, ka 2023. gadā īpaši pasākumi romu kopienai netika organizēti.",
        "Atbildot uz Jūsu vēstuli, informējam, ka novadā dzīvo sešas romu ģimenes.",
        "Saldus novada pašvaldība informē, ka romu bērni mācās divās skolās.",
        "Atbildot uz vēstuli, 2023. gadā skolās tika rīkotas trīs nodarbības romu vecākiem.",
        "Saldus novada pašvaldība 2023. gadā pasākumus tikai romiem nerīkoja.",
        "Sociālais dienests sniedz informāciju romu ģimenēm viņu dzīvesvietā.",
        "2023. gadā Sociālais dienests sniedza konsultācijas septiņām ģimenēm.",
        "Novada skolās mācās 15 romu bērni.",
        "Pašvaldības rīcībā nav ziņu, ka novadā dzīvotu romi.",
        "Romu mediatore apkopoja ģimeņu vajadzības.",
        "Pašvaldība norāda, ka pakalpojums pieejams visiem iedzīvotājiem.",
    ],
)
def test_sentences_that_tell_something(sentence: str) -> None:
    assert not is_announcement(sentence)
    assert not is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Labdien!",
        "Godātā ministre!",
        "Ar cieņu",
        "Pielikumā nosūtām aizpildītu tabulu.",
        "Nosūtām Jums pielikumā pieprasīto veidlapu.",
        "Papildu informācijas nepieciešamības gadījumā lūdzam sazināties ar Sociālo dienestu.",
        "Neskaidrību gadījumā lūdzam vērsties pie nodaļas vadītājas.",
        "Jautājumu gadījumā labprāt atbildēsim.",
        "Sīkāku informāciju var saņemt, zvanot Sociālajam dienestam.",
        "Ja rodas jautājumi, zvaniet.",
        "Pateicamies par sadarbību!",
        "Paldies par interesi un atbalstu!",
        "Ceram uz veiksmīgu sadarbību arī turpmāk.",
        "Kontaktpersona: Ilze Kalniņa, tālr. 64712345.",
        "Jauku dienu!",
        "Dokuments parakstīts elektroniski.",
    ],
)
def test_courtesies(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pateicoties sadarbībai ar skolu, visi bērni apmeklē stundas.",
        "Ja ģimenei trūkst malkas, palīdz Sociālais dienests.",
        "Vairāk nekā desmit ģimenes saņēma pārtikas pakas.",
        "Informācija par pabalstiem ir pieejama romu valodā.",
        "Jautājumu loks, ko risina mediatore, ir plašs.",
        "Skolā papildu mācību materiālus saņēma pieci skolēni.",
    ],
)
def test_statements_with_the_words_of_courtesy(sentence: str) -> None:
    assert not is_courtesy(sentence)


def test_what_follows_an_announcements_colon_is_told() -> None:
    sentence = "Informējam par 2023. gadā paveikto: skolās tika rīkotas trīs nodarbības."
    end = announcement_end(sentence)
    assert end is not None
    assert sentence[end:] == "skolās tika rīkotas trīs nodarbības."


@pytest.mark.parametrize(
    "sentence",
    [
        "Sniedzam šādu informāciju:",
        "Skolās mācās: Ezerkrastu pamatskolā – divi bērni.",
        "Informējam par 2023. gadu: Nr. 1",
    ],
)
def test_other_colons_part_nothing(sentence: str) -> None:
    assert announcement_end(sentence) is None
