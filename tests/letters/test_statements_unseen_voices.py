"""Whole short letters in several voices, and what of them is a statement; written before the cutter was run on them."""

from collections.abc import Callable

import pytest

from extract.model import Letter

HEAD = "CĒSU NOVADA PAŠVALDĪBA\nRaunas iela 4, Cēsis, LV-4101, tālr. 60000000\nCēsīs\n12.02.2023. Nr. 5/88\n"
TO = "Kultūras ministrijai\nPar informācijas sniegšanu\n"

LETTERS = {
    "social worker": (
        HEAD
        + TO
        + "Labdien!\nSociālais dienests raksta par to, kā dienestam 2022. gadā veicies darbā ar romu ģimenēm.\n"
        "Dienesta redzeslokā 2022. gadā bija deviņas romu ģimenes. Lielākās grūtības sagādā parādi par siltumu.\n"
        "Ceram uz izpratni un turpmāku sadarbību!\nAr cieņu\nSociālā darba speciāliste\nIlze Krūmiņa",
        ["Dienesta redzeslokā 2022. gadā bija deviņas romu ģimenes.", "Lielākās grūtības sagādā parādi par siltumu."],
    ),
    "school": (
        "PRIEKUĻU VIDUSSKOLA\n" + TO + "Skola pēc novada lūguma sniedz atskaiti par romu skolēniem 2022. gadā.\n"
        "Skolā mācās trīs romu bērni.\nIkdienā palīdz pedagoga palīgs:\n- palīdz mācību stundās;\n- sazinās ar "
        "vecākiem.\n"
        "Skolas direktores pienākumu izpildītāja\n60000001",
        [
            "Skolā mācās trīs romu bērni.",
            "Ikdienā palīdz pedagoga palīgs:",
            "palīdz mācību stundās;",
            "sazinās ar vecākiem.",
        ],
    ),
    "lawyer": (
        HEAD
        + TO
        + "Cēsu novada pašvaldībā 2023. gada 12. janvārī saņemta Kultūras ministrijas vēstule Nr. 4.1/17 ar lūgumu "
        "sniegt ziņas par 2021. un 2022. gadu. Izvērtējot pašvaldības rīcībā esošās ziņas, paskaidrojam turpmāk "
        "minēto.\n"
        "Personas tautību pašvaldība nereģistrē. Pabalstus piešķir neatkarīgi no tautības.\n"
        "Papildus lūdzam ņemt vērā, ka atbildi sagatavoja Juridiskā nodaļa.\n"
        "Pielikumā: statistikas tabula uz 1 lp.\nIzpilddirektora p. i.\nJ. Bērziņš",
        ["Personas tautību pašvaldība nereģistrē.", "Pabalstus piešķir neatkarīgi no tautības."],
    ),
    "orphans' court": (
        HEAD + TO + "Cēsu novada bāriņtiesa, atsaucoties uz Jūsu vēstuli, sniedz ziņas par 2022. gadu.\n"
        "2022. gadā lietvedībā bija četras lietas par romu bērniem. Aizgādības tiesības netika pārtrauktas.\n"
        "Priekšsēdētājas vietniece\nA. Liepa\n60000002, barintiesa@cesis.example",
        [
            "2022. gadā lietvedībā bija četras lietas par romu bērniem.",
            "Aizgādības tiesības netika pārtrauktas.",
        ],
    ),
    "library": (
        "Cēsu Centrālā bibliotēka\n"
        + TO
        + "Labdien! Dalāmies ar to, ko 2022. gadā bibliotēkā darījām kopā ar romu lasītājiem.\n"
        "Aprīlī bija skatāma grāmatu izstāde. To apmeklēja ap 300 cilvēku.\n"
        "Paldies par interesi!\nBibliotēkas metodiķe Anda\nDatne: atskaite_2022.docx",
        ["Aprīlī bija skatāma grāmatu izstāde.", "To apmeklēja ap 300 cilvēku."],
    ),
    "police": (
        "Pašvaldības policija\n" + TO + "Atbilde uz 2023. gada 12. janvāra pieprasījumu.\n"
        "1. Izsaukumi pie romu ģimenēm: 14.\n2. Profilaktiskas sarunas skolās - 3, piedalījās 40 skolēni.\n"
        "3. Sūdzību par policistu rīcību nav.\nVecākais inspektors\nK. Kalns",
        [
            "Izsaukumi pie romu ģimenēm: 14.",
            "Profilaktiskas sarunas skolās - 3, piedalījās 40 skolēni.",
            "Sūdzību par policistu rīcību nav.",
        ],
    ),
    "mediator": (
        HEAD + TO + "Esmu romu mediatore Cēsīs un vēlos pastāstīt par savu darbu 2022. gadā.\n"
        "Katru nedēļu apmeklēju trīs ģimenes. Palīdzu aizpildīt iesniegumus.\n"
        "Mediatores ziņojumam pievienoju sarakstu.\nApstiprinu\nNodaļas vadītāja",
        ["Katru nedēļu apmeklēju trīs ģimenes.", "Palīdzu aizpildīt iesniegumus."],
    ),
    "analyst": (
        HEAD + TO + "Tabulā apkopoti dati par romu iekļaušanu novadā 2022. gadā.\n"
        "Reģistrēti 9 bezdarbnieki. Viens sāka strādāt.\nDati: VIIS, NVA\nDatu pārvaldības analītiķe\n60000003",
        ["Reģistrēti 9 bezdarbnieki.", "Viens sāka strādāt."],
    ),
    "a telling opening": (
        HEAD + TO + "Novads informē, ka 2022. gadā rīkoja divas talkas. Tajās piedalījās 12 romi.\n"
        "Dienests sniedz konsultācijas par pabalstiem.\nAr cieņu\nA. Liepa",
        [
            "Novads informē, ka 2022. gadā rīkoja divas talkas.",
            "Tajās piedalījās 12 romi.",
            "Dienests sniedz konsultācijas par pabalstiem.",
        ],
    ),
    "first sentences that tell": (
        HEAD + TO + "Romu mediatore 2022. gadā stāstīja par romu kultūru trijās skolās.\n"
        "Par paveikto mediatore ziņoja domei.\nSkolā atskaites par kavējumiem sagatavo pedagoga palīgs.\nAr "
        "cieņu\nA. Liepa",
        [
            "Romu mediatore 2022. gadā stāstīja par romu kultūru trijās skolās.",
            "Par paveikto mediatore ziņoja domei.",
            "Skolā atskaites par kavējumiem sagatavo pedagoga palīgs.",
        ],
    ),
    "last lines that tell": (
        HEAD
        + TO
        + "2022. gadā rindā uz dzīvokli bija:\nPilsētā 4 romu ģimenes\nPagastos 2 romu ģimenes\nAr cieņu\nA. Liepa",
        ["2022. gadā rindā uz dzīvokli bija:", "Pilsētā 4 romu ģimenes", "Pagastos 2 romu ģimenes"],
    ),
}


@pytest.mark.parametrize("voice", LETTERS)
def test_statements_unseen_voices(make_letter: Callable[..., Letter], voice: str) -> None:
    text, expected = LETTERS[voice]
    assert [statement.text for statement in make_letter(text).statements] == expected
