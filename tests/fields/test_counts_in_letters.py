"""Sentences as social workers, schools, culture officers and lawyers write them, with all that stands in them."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

SOCIAL_SERVICE = [
    (
        "Sociālo darbu novadā veic 4 sociālie darbinieki un 1 aprūpētāja.",
        "provider 4 darbinieki; provider 1 aprūpētājas",
    ),
    ("Audžuģimenēs dzīvoja 17 novada bērnu.", "17 bērni"),
    ("Pavisam tādi ir 10 bērni.", "10 bērni"),
    (
        "GMI pabalstu saņēma 23 mājsaimniecības (41 persona), dzīvokļa pabalstu – 30 mājsaimniecības (52 personas).",
        "families 23 mājsaimniecības; 41 personas; families 30 mājsaimniecības; 52 personas",
    ),
    ("Pakalpojumu izmantoja 12 pilngadīgas personas, tajā skaitā 8 sievietes.", "12 personas; 8 sievietes"),
    ("Aprūpe mājās nodrošināta 25 klientiem (no tiem 7 klientiem – visu gadu).", "25 klienti; 7 klienti"),
    ("Kopā sniegtas 340 konsultācijas 96 klientiem.", "96 klienti"),
    ("Asistenta pakalpojumu saņem 14 personas ar I un II grupas invaliditāti.", "14 personas"),
    ("Palīdzība sniegta 1 (vienai) ģimenei.", "families 1 ģimenes"),
    ("Palīdzība sniegta vienai (1) ģimenei.", "families 1 ģimenes"),
    (
        "Pabalsts piešķirts 11 romu tautības ģimenēm (38 personas, t.sk. 21 bērns).",
        "families 11 ģimenes; 38 personas; 21 bērni",
    ),
    ("Diviem jauniešiem nokārtotas garantijas, vienam – piešķirts dzīvoklis.", "2 jaunieši; 1 jaunieši"),
    ("Ģimenes asistenti (2) sniedza atbalstu 6 ģimenēm.", "provider 2 asistenti; families 6 ģimenes"),
    ("Sešās romu ģimenēs aug 17 bērni.", "families 6 ģimenes; 17 bērni"),
    ("Ar ģimeni strādā 3 speciālistu komanda.", "provider 3 speciālisti"),
    ("Dzīvokļu rindā reģistrētas 3 romu ģimenes.", "families 3 ģimenes"),
    ("Zupas virtuvi katru dienu apmeklē vidēji 35 cilvēki.", "35 cilvēki"),
    ("Atbalstīta viena jauna romu māmiņa.", "1 māmiņas"),
    ("Saņemti 14 iesniegumi, malka piešķirta 9 romu ģimenēm.", "families 9 ģimenes"),
    ("Septiņu romu ģimeņu iesniegumus komisija izskatīja pavasarī.", "families 7 ģimenes"),
    ("Piešķirts pabalsts 21 romu ģimenei 1 050 eiro apmērā.", "families 21 ģimenes"),
    ("Redzeslokā bija 31 romu ģimene.", "families 31 ģimenes"),
]

EMPLOYMENT = [
    ("Pēc aģentūras datiem 31. decembrī reģistrēti 8 romu tautības bezdarbnieki.", "8 bezdarbnieki"),
    ("Darbos iesaistīti 14 romu bezdarbnieki, t. sk. 5 sievietes.", "14 bezdarbnieki; 5 sievietes"),
    ("Vasarā strādāja 15 skolēni vecumā no 15 līdz 20 gadiem.", "15 skolēni"),
    ("Uzņēmumā darbu atrada 2 romi.", "2 romi"),
    ("Par romu mediatoru strādāja 1 persona.", "1 personas"),
    ("Darbam pieteicās 5 romi, bet pieņemts netika neviens.", "5 romi; 0 romi"),
    ("No reģistrētajiem romiem 27 bija sievietes, bet 18 – vīrieši.", "27 romi; 18 vīrieši"),
    ("Novada domei 2022. gadā bija 120 darbinieki.", "provider 120 darbinieki"),
]

SCHOOL = [
    ("Skolā ir 245 skolēni, no kuriem 12 (5%) ir romi.", "245 skolēni; 12 skolēni"),
    ("Atbalsta komandā ir 1 psihologs, 2 logopēdi un sociālais pedagogs.", "provider 1 psihologi; provider 2 logopēdi"),
    ("Pasākumā „Es gribu zināt!” piedalījās 3 klases, kopā 65 skolēni.", "65 skolēni"),
    (
        "Trīs romu tautības audzēkņi apgūst profesiju: divi – pavāra, viens – šuvēja specialitāti.",
        "3 audzēkņi; 2 audzēkņi; 1 audzēkņi",
    ),
    ("Risks konstatēts 4 skolēniem (2 – 7. klasē, 2 – 8. klasē).", "4 skolēni; 2 skolēni; 2 skolēni"),
    (
        "Atbalstu saņēma 2021./2022.m.g. – 7, 2022./2023.m.g. – 9 romu izglītojamie.",
        "7 izglītojamie; 9 izglītojamie",
    ),
    ("1.klasē mācības uzsāka 3, 2.klasē – 2 un 3.klasē – 4 romu bērni.", "3 bērni; 2 bērni; 4 bērni"),
    (
        "Mācības uzsāka 96 izglītojamie: 71 pamatskolā, 18 vidusskolā un 7 tehnikumā.",
        "96 izglītojamie; 71 izglītojamie; 18 izglītojamie; 7 izglītojamie",
    ),
    ("Divpadsmit no divdesmit pieciem bērniem saņēma sporta apģērbu.", "12 bērni; 25 bērni"),
    ("Kalna skolā mācījās 11, Upes skolā – 4, Meža skolā – viens romu skolēns.", "11 skolēni; 4 skolēni; 1 skolēni"),
    ("Pilsētas pamatskolā romu bērnu nebija, lauku skolā – divi.", "2 bērni"),
    ("Bibliotēkas stundā klausījās 16 vidusskolēni.", "16 vidusskolēni"),
    ("2022. gadā skolā mācījās 31 romu tautības skolēns, 2023. gadā – 28.", "31 skolēni; 28 skolēni"),
]

CULTURE = [
    ("Bibliotēkā notika 8 pēcpusdienas bērniem, kurās piedalījās 96 bērni.", "96 bērni"),
    ("Apmeklētāju skaits pasākumā – ap 200.", "about 200 apmeklētāji"),
    ("Sporta spēlēs piedalījās 6 komandas ar 48 dalībniekiem.", "48 dalībnieki"),
    ("Konkursam pieteicās 15 komandas no 12 skolām.", ""),
    ("Vizītē piedalījās speciālisti no 12 pilsētu pašvaldībām.", ""),
    ("Ir nodibināta 5 cilvēku iniciatīvas grupa.", "5 cilvēki"),
    ("Pasākumā klausītāju bija vairāk par simtu.", "at_least 100 klausītāji"),
    ("Izstādi apmeklēja 3,2 tūkst. cilvēku, tajā bija 40 fotogrāfijas.", "3200 cilvēki"),
    ("Atbalstīts viens romu biedrības projekts.", ""),
    ("Iesniegts vienu romu biedrību pārstāvošs priekšlikums.", ""),
    ("Ciemos bija seši Kuldīgas kultūras darbinieki, kas viesojās divas dienas.", "6 darbinieki"),
]

WITHOUT_DIACRITICS = [
    ("Diviem skoleniem nodrosinatas konsultacijas matematika.", "2 skolēni"),
    ("Socialo palidzibu sanema 6 romu gimenes ar berniem.", "families 6 ģimenes"),
    ("Cetras sievietes apmekleja suvejas kursus un pabeidza tos.", "4 sievietes"),
]


@pytest.mark.parametrize(("text", "expected"), SOCIAL_SERVICE + EMPLOYMENT + SCHOOL + CULTURE + WITHOUT_DIACRITICS)
def test_counts_in_letters(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Skolu apmeklē 20 romu bērni.", "No tiem 6 apmeklē pirmsskolu.", "6 bērni"),
        ("Skolu apmeklē romu jaunieši.", "Divi no viņiem atsākuši mācības vakarskolā.", "2 jaunieši"),
        ("Kursos mācās 8 sievietes.", "Trīs no viņām jau strādā.", "3 sievietes"),
        ("Skolu apmeklē 4 romu bērni.", "No tiem 125 bija jauni.", ""),
        ("Pasākumi notika pilsētā.", "No tiem 12 rīkoja biedrība.", ""),
    ],
)
def test_counts_of_people_named_in_the_statement_before(before: str, text: str, expected: str) -> None:
    findings = find_counts(analyse(before, text))[1]
    assert "; ".join(short(finding.value) for finding in findings) == expected
