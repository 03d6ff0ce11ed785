"""Numbers that stand alone in their clause, in digits as letters mostly write them, and what only looks like them."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

BEHIND_A_VERB = [
    ("Uzrunājām 30 sievietes, pārbaudīties piekrita 21, atbrauca 17.", "30 sievietes; 21 sievietes; 17 sievietes"),
    ("Darbam pieteicās 14 romi, līgumu noslēdza 6, līdz rudenim palika 4.", "14 romi; 6 romi; 4 romi"),
    ("Kursus sāka 12 bezdarbnieki, eksāmenu nokārtoja 9.", "12 bezdarbnieki; 9 bezdarbnieki"),
    ("Redzi pārbaudījām 16 skolēniem, brilles vajadzēja 5.", "16 skolēni; 5 skolēni"),
    ("Dzīvokļu rindā bija 11 romu ģimenes, līgumu gada laikā parakstīja 3.", "families 11 ģimenes; families 3 ģimenes"),
    ("Uz sarunu aicinājām 20 vecākus, ieradās 13, atbildi nesniedza 4.", "20 vecāki; 13 vecāki; 4 vecāki"),
    ("Programmu sāka 25 jaunieši, sertifikātu ieguva 18.", "25 jaunieši; 18 jaunieši"),
    ("Pagaidu darbos iesaistīti 15 bezdarbnieki, pastāvīgu darbu atrada 2.", "15 bezdarbnieki; 2 bezdarbnieki"),
    ("Vakcinācijai pieteikti 40 iedzīvotāji, otro poti saņēma 33.", "40 iedzīvotāji; 33 iedzīvotāji"),
    ("Nometnei pieteicās 28 bērni, beigās piedalījās 24.", "28 bērni; 24 bērni"),
    ("Vadības kursus sāka 9 sievietes, apliecību no otrās reizes dabūja 5.", "9 sievietes; 5 sievietes"),
    ("No 13 romu skolēniem klasi sekmīgi beidza 11.", "13 skolēni; 11 skolēni"),
]

BEHIND_A_PLACE_OR_A_THING = [
    (
        "No 40 romu bērniem pirmsskolā bija 9, pamatskolā 26 un vidusskolā 5.",
        "40 bērni; 9 bērni; 26 bērni; 5 bērni",
    ),
    ("Datorus iedevām 6 skolēniem, planšetes 3.", "6 skolēni; 3 skolēni"),
    ("Darbā iekārtojušies 19 cilvēki, subsidētās vietās 8, parastās – 11.", "19 cilvēki; 8 cilvēki; 11 cilvēki"),
    ("Mūzikas skolā mācās 4 romu bērni: vijoli spēlē 1, klavieres – 3.", "4 bērni; 1 bērni; 3 bērni"),
]

PARTS_AND_TOTALS = [
    ("Sanāksmes apmeklēja 64 dalībnieki, no romu kopienas – 7.", "64 dalībnieki; 7 dalībnieki"),
    ("Kursos mācījās 30 sievietes, no Talsu pilsētas – divpadsmit.", "30 sievietes; 12 sievietes"),
    ("Ārsti izmeklēja 48 pacientus, pirmajā reizē 28, otrajā – 20.", "48 pacienti; 28 pacienti; 20 pacienti"),
    (
        "Dienestā vērsās 60 romu tautības iedzīvotāji no 20 ģimenēm; pabalstu saņēma 31, to vidū 12 – pirmo reizi.",
        "60 iedzīvotāji; families 20 ģimenes; 31 iedzīvotāji; 12 iedzīvotāji",
    ),
    ("Lielākā daļa romu skolēnu, proti, 22, mācās pilsētā.", "22 skolēni"),
    (
        "Ja 2018. gadā sociālajā mājā mita 11 romu ģimenes, tad tagad to ir vairs tikai 4.",
        "families 11 ģimenes; families 4 ģimenes",
    ),
    ("Nodarbības sāka 8 bērni, pavasarī viņu bija pieci.", "8 bērni; 5 bērni"),
    (
        "Nometnē bija 36 bērni: 22 no maznodrošinātām ģimenēm, 14 – no romu ģimenēm.",
        "36 bērni; 22 bērni; 14 bērni",
    ),
    ("Plāns sastādīts 40 skolēniem, no tiem romiem attiecīgi 5 un 6.", "40 skolēni; 5 skolēni; 6 skolēni"),
    ("Palīdzēja 4 ar bērniem strādājoši pedagogi.", "provider 4 pedagogi"),
    ("Palīdzēts 7 no ieslodzījuma atbrīvotām personām.", "7 personas"),
    ("Atbalstam pieteicās 50 personas (17 ģimenes), to saņēma 38.", "50 personas; families 17 ģimenes; 38 personas"),
]

BEFORE_A_PLACE = [
    (
        "Apciemojām 54 romu ģimenes – 31 Talsos, 15 Sabilē un astoņas laukos.",
        "families 54 ģimenes; families 31 ģimenes; families 15 ģimenes; families 8 ģimenes",
    ),
    ("Skolā mācās 24 romu bērni, divi speciālajā programmā, seši mājās.", "24 bērni; 2 bērni; 6 bērni"),
    ("Novadā strādā 40 romi, lielākā daļa pilsētā, tikai astoņi pagastos.", "40 romi; 8 romi"),
    ("Pašvaldība remontēja dzīvokļus, divus pilsētā un astoņus laukos.", ""),
    ("Nodarbības vadītas 40 bērniem divās skolās un 3 bērnudārzos.", "40 bērni"),
]

BEFORE_A_VERB = [
    ("No 18 skolēniem četri atstāti uz otru gadu.", "18 skolēni; 4 skolēni"),
    ("Bāriņtiesa lēma par 8 bērniem, 6 atgriezti ģimenē, 2 ievietoti audžuģimenē.", "8 bērni; 6 bērni; 2 bērni"),
    ("Skolas beidza 9 jaunieši, tālāk mācās seši, strādā divi.", "9 jaunieši; 6 jaunieši; 2 jaunieši"),
    ("Uz nodarbībām nāca 14 bērni, regulāri tikai pieci.", "14 bērni; 5 bērni"),
    (
        "Atbalstu lūdza 12 romu ģimenes: 9 piešķirts, 3 atteikts.",
        "families 12 ģimenes; families 9 ģimenes; families 3 ģimenes",
    ),
    (
        "Dzīvokli piedāvājām 5 mājsaimniecībām: 4 tajā ievācās.",
        "families 5 mājsaimniecības; families 4 mājsaimniecības",
    ),
    ("Kursos mācījās 10 jaunieši, un 6 jau strādā.", "10 jaunieši; 6 jaunieši"),
]

OF_FAMILIES = [
    ("Asistenti palīdzēja 11 ģimenēm, tostarp 2 romu.", "families 11 ģimenes; families 2 ģimenes"),
    ("Malku saņēma 40 mājsaimniecības, no tām 9 romu.", "families 40 mājsaimniecības; families 9 mājsaimniecības"),
    ("Pabalstu saņēma 21 ģimene, tajā skaitā 9 romu.", "families 21 ģimenes; families 9 ģimenes"),
    ("Pabalstu saņēma 21 ģimene, tajā skaitā 60 romu.", "families 21 ģimenes; 60 romi"),
    ("Apmācīti 40 skolotāji un 12 ģimenes, tostarp 5 romi.", "40 skolotāji; families 12 ģimenes; 5 romi"),
    ("Nometnē bija 30 bērni, tostarp 8 romu.", "30 bērni; 8 romi"),
]

NOTHING_COUNTED = [
    ("Nodarbībās piedalījās 40 bērni, kopā notika 12.", "40 bērni"),
    ("Plānots uzrunāt 50 vecākus, sapulces notikušas 7.", "50 vecāki"),
    ("Ar 12 ģimenēm runāts par īri, sanāksmes sarīkotas 4.", "families 12 ģimenes"),
    ("Skolēnu ir 39, par 5 vairāk nekā pērn.", "39 skolēni"),
    ("Pabalstu saņēma 8 ģimenes, kas ir par 2 mazāk nekā pirms gada.", "families 8 ģimenes"),
    ("Iesniegumus rakstīja 14 ģimenes, apmierināti 9.", "families 14 ģimenes"),
    ("Lekcijas klausījās 30 sievietes, lielākoties pēc 40.", "30 sievietes"),
    ("Ģimeni ar 5 bērniem izmitinājām Liepu ielā 3.", "5 bērni"),
    ("Dzīvokļus Liepu ielā 14 un Ozolu ielā 3 saņēma piecas ģimenes.", "families 5 ģimenes"),
    ("Konkursā „Gada cilvēks 2023” sumināti 4 romi.", "4 romi"),
    ("Piedalījās 12 jaunieši (tālrunis uzziņām 60000001).", "12 jaunieši"),
    ("Trīs no reģioniem datus par 20 skolēniem nesniedza.", "20 skolēni"),
    ("Ar 15 klientiem pārrunāts, no 12 lēmumiem pārsūdzēts 1.", "15 klienti"),
    ("Apmācīti 20 policisti, nodarbības vadīja 2 lektori 6 stundas.", "20 policisti; provider 2 lektori"),
    ("Ekskursijā brauca 30 bērni, biļete maksāja 5.", "30 bērni"),
    ("Saņemti 19 iesniegumi, 8 no tiem parakstījuši romi.", ""),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *BEHIND_A_VERB,
        *BEHIND_A_PLACE_OR_A_THING,
        *PARTS_AND_TOTALS,
        *BEFORE_A_PLACE,
        *BEFORE_A_VERB,
        *OF_FAMILIES,
        *NOTHING_COUNTED,
    ],
)
def test_counts(text: str, expected: str) -> None:
    """Each count as role, unit, value and group where they are not the usual ones."""
    assert "; ".join(counts_of(text)) == expected


BEFORE = [
    ("Kursus pabeidza 14 romi.", "Pavasarī viņu vairs bija 9.", "9 romi"),
    ("Kursus pabeidza 14 romi.", "Pārējie seši turpina mācības.", "6 romi"),
    ("Kursus pabeidza 14 romi.", "Vēl divi gaida rindā.", "2 romi"),
    ("Kursus pabeidza 14 romi.", "Vēl 20 gaida rindā.", "20 romi"),
    ("Kursus pabeidza 14 romi.", "11 strādā.", "11 romi"),
    ("Konsultēti 40 klienti.", "7 nosūtīti uz ārstēšanu.", "7 klienti"),
    ("Kursus pabeidza 14 romi.", "Lielākā daļa, proti, 11, ieguva apliecību.", "11 romi"),
    ("Asistenta pakalpojumu saņem 9 ģimenes.", "Slēgtas trīs lietas, uzsāktas divas.", ""),
    ("Asistenta pakalpojumu saņem 9 ģimenes.", "Notika 6 nodarbības, iesaistītas 8.", "families 8 ģimenes"),
    (
        "Divas sestdienas ārsti izmeklēja 52 pacientus, pirmajā reizē 30, otrajā – 22.",
        "Divdesmit sešiem pēc izmeklējumiem ārstēšana nebija vajadzīga.",
        "26 pacienti",
    ),
    ("Rindā gaida 14 romu ģimenes, no tām 5 ar zīdaiņiem.", "Līgumu gada laikā noslēdza 6.", "families 6 ģimenes"),
    ("Kursiem pieteicās 18 jaunieši.", "Eksāmenu no otrās reizes nokārtoja 15.", "15 jaunieši"),
    ("Kursiem pieteicās 18 jaunieši.", "Nodarbības kopā notika 24.", ""),
    ("Talkā bija 18 jaunieši.", "Mēnesī rēķini sasniedza 240.", ""),
]


@pytest.mark.parametrize(("first", "second", "expected"), BEFORE)
def test_counts_of_the_statement_before(first: str, second: str, expected: str) -> None:
    found = find_counts(analyse(first, second))[1]
    assert "; ".join(short(finding.value) for finding in found) == expected


STRONG_VOICES = [
    (
        "GMI pabalsts 2025.gadā – 63 romu ģimenes (207 personas), dzīvokļa pabalsts – 88 (260 personas).",
        "families 63 ģimenes; 207 personas; families 88 ģimenes; 260 personas",
    ),
    (
        "Ģimenes asistentu 2025. gada sākumā bija 7, gada beigās palika 5.",
        "provider 7 asistenti; provider 5 asistenti",
    ),
    ("Bērnu romu ģimenēs kopā 38, no viņiem 3 atgriezušies mājās.", "38 bērni; 3 bērni"),
    ("Svētkos pie galda sēdēja gandrīz 200 vietējo.", "about 200 vietējie"),
    ("Uz skatuves kāpa 22 mākslinieki (13 no Valgas).", "22 mākslinieki; 13 mākslinieki"),
    ("Nodarbību šajās skolās kopā 38.", ""),
]


@pytest.mark.parametrize(("text", "expected"), STRONG_VOICES)
def test_counts_in_strong_voices(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


LISTS_OF_THINGS = [
    ("Skolēni saņēma 5, 7 un 9 eiro.", ""),
    ("Bērni nopelnīja 10, 12 vai 15 eiro dienā.", ""),
    ("Trīs skolēni ieguva 47, 55 un 62 punktus.", "3 skolēni"),
    ("Jaunieši apsvēra iespēju strādāt četras vai piecas dienas nedēļā.", ""),
    ("Pieteicās 12 bērni, piedalījās 10, un 3 darbi tika izstādīti.", "12 bērni; 10 bērni"),
    ("Uzstādīti 14 ūdensskaitītāji un trīs dzīvnieki nodoti patversmei.", ""),
]


@pytest.mark.parametrize(("text", "expected"), LISTS_OF_THINGS)
def test_numbers_listed_before_a_thing(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
