"""More sentences of officials: families, clubs, courses and queues; expectations came before the finder's rules."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

SOCIAL_WORKERS = [
    (
        "Vienā ģimenē ir seši bērni, otrā – četri, trešajā – tikai viens.",
        "families 1 ģimenes; 6 bērni; 4 bērni; 1 bērni",
    ),
    ("Pie manis nāk trīs māmiņas, divām palīdzēju sakārtot dokumentus.", "3 māmiņas; 2 māmiņas"),
    ("No septiņām ģimenēm četras tagad maksā īri paredzētajā termiņā.", "families 7 ģimenes; families 4 ģimenes"),
    ("Pieci no maniem klientiem strādā gaterī.", "5 klienti"),
    ("Ar ģimeni, kurā aug deviņi bērni, tiekos divreiz nedēļā.", "9 bērni"),
    ("Divi brāļi dzer, pārējie trīs strādā mežā.", "2 brāļi; 3 brāļi"),
    ("Ir 14 romu ģimenes, no kurām ar sešām strādāju ikdienā.", "families 14 ģimenes; families 6 ģimenes"),
    ("Mēs strādājam četratā: divas sociālās darbinieces, psiholoģe un asistents.", "provider 2 darbinieces"),
    ("Krīzes dzīvoklī divus mēnešus dzīvoja māte ar trim maziem bērniem.", "3 bērni"),
    ("Humāno palīdzību izdalījām 120 cilvēkiem, puse no tiem – bērni.", "120 cilvēki"),
    ("Humānā palīdzība: 120 cilvēki, t.sk. bērni – 48.", "120 cilvēki; 48 bērni"),
    ("Kopumā aprūpē mājās bija 9 seniori, pavasarī nomira divi.", "9 seniori; 2 seniori"),
]

SCHOOLS = [
    ("Latviešu valodu kā dzimto norādījuši 4, romu valodu – 11 skolēni.", "4 skolēni; 11 skolēni"),
    ("2. klasē mācās divi, 5. klasē – viens, 8. klasē – trīs romu bērni.", "2 bērni; 1 bērni; 3 bērni"),
    ("Brīvpusdienas ēd 17 romu bērni (1.–4. klase – 9, 5.–9. klase – 8).", "17 bērni; 9 bērni; 8 bērni"),
    ("Mācību gadu ar nepietiekamu vērtējumu noslēdza 3 skolēni, pēcpārbaudījumus nokārtoja visi trīs.", "3 skolēni"),
    ("Uz vecāku sapulci tika gaidīti 18, ieradās vien pieci vecāki.", "18 vecāki; 5 vecāki"),
    ("Nometnē 24 dalībnieki, romi – katrs trešais.", "24 dalībnieki"),
    ("Skolā ir 212 skolēni; romu tautības skolēnu īpatsvars – 6%, t.i., 13 skolēni.", "212 skolēni; 13 skolēni"),
    ("Sporta dienā startēja 60 bērni, medaļas ieguva 9 romu zēni un 2 meitenes.", "60 bērni; 9 zēni; 2 meitenes"),
    ("Logopēds strādāja ar 7 bērniem 2 reizes nedēļā pa 40 minūtēm.", "7 bērni"),
    ("Skolēniem palīdz 2 pedagogi un 1 palīgs.", "provider 2 pedagogi; provider 1 palīgi"),
    ("Individuālās nodarbības apmeklēja 5 bērni, 3 no viņiem regulāri.", "5 bērni; 3 bērni"),
    ("Pamatizglītību ieguva septiņi, no tiem vidusskolā turpina divi jaunieši.", "7 jaunieši; 2 jaunieši"),
]

STATE_INSTITUTIONS = [
    (
        "Pasākumā „Darbam nepieciešamo iemaņu attīstība” piedalījušies 46, apmācībās pie darba devēja – 19 romi.",
        "46 romi; 19 romi",
    ),
    ("Gada laikā darbā iekārtojušies 88 romu bezdarbnieki, kas ir par 12 vairāk nekā pērn.", "88 bezdarbnieki"),
    ("Kopējais dalībnieku skaits – 1 350, tajā skaitā romi – 74.", "1350 dalībnieki; 74 romi"),
    (
        "Konsultācijas sniegtas 312 klientiem (211 sievietēm un 101 vīrietim).",
        "312 klienti; 211 sievietes; 101 vīrieši",
    ),
    (
        "Reģionos: Kurzemē – 40, Latgalē – 85, Zemgalē – 33 bezdarbnieki.",
        "40 bezdarbnieki; 85 bezdarbnieki; 33 bezdarbnieki",
    ),
    (
        "Apmācīti 420 speciālisti, tai skaitā 96 sociālie darbinieki un 58 policisti.",
        "420 speciālisti; 96 darbinieki; 58 policisti",
    ),
    ("Lekcijas noklausījušies 2,1 tūkst. cilvēku, klātienē – 640.", "2100 cilvēki; 640 cilvēki"),
    ("Mediatori 2023. gadā snieguši atbalstu 715 personām, 2022. gadā – 602 personām.", "715 personas; 602 personas"),
    ("Atbalstīto personu skaits 2022. gadā bija 602, 2023. gadā – 715.", "602 personas; 715 personas"),
    ("Programmā iesaistīti 30 mentori, kuri palīdzēja 210 jauniešiem.", "provider 30 mentori; 210 jaunieši"),
]

CULTURE = [
    ("Koncertu apmeklēja pilna zāle, 340 skatītāju.", "340 skatītāji"),
    ("Uz skatuves 18 dziedātāju un 4 muzikanti, zālē – 200 klausītāju.", "18 dziedātāji; 4 muzikanti; 200 klausītāji"),
    (
        "Izstādi trīs nedēļās aplūkoja ap 900 apmeklētāju, no tiem romi – kādi 40.",
        "about 900 apmeklētāji; about 40 apmeklētāji",
    ),
    ("Deju kopā dejo 16 pāri, to vidū 5 romu jaunieši.", "5 jaunieši"),
    ("Radošajās darbnīcās darbojās bērni – 34, jaunieši – 12 un seniori – 8.", "34 bērni; 12 jaunieši; 8 seniori"),
    ("Diskusijā runāja 3 eksperti, klausītāju bija 45.", "provider 3 eksperti; 45 klausītāji"),
    ("Svētku gājienā soļoja 70 romu no piecām pilsētām.", "70 romi"),
    ("Gadatirgū tirgojās 11 romu amatnieki, pārējie 60 – no citiem novadiem.", "11 amatnieki; 60 amatnieki"),
    ("Ierakstu soctīklos redzējuši 12 000 lietotāju, komentējuši 85.", "12000 lietotāji; 85 lietotāji"),
    ("Meistarklasi vadīja divas romietes, piedalījās 14 dalībnieces.", "provider 2 romietes; 14 dalībnieces"),
]

HOUSING_AND_LAW = [
    (
        "Rindā gaida 23 romu ģimenes: 1. kārtā – 4, vispārējā kārtībā – 19.",
        "families 23 ģimenes; families 4 ģimenes; families 19 ģimenes",
    ),
    (
        "Uz 01.01.2024. dzīvokļu rindā 5 ģimenes (21 cilvēks), gada laikā dzīvokli saņēma 2 (9 cilvēki).",
        "families 5 ģimenes; 21 cilvēki; families 2 ģimenes; 9 cilvēki",
    ),
    (
        "Par parādiem brīdinātas 12 mājsaimniecības, līgums lauzts ar vienu.",
        "families 12 mājsaimniecības; families 1 mājsaimniecības",
    ),
    ("Īres strīdos pārstāvētas sešas personas, trijos gadījumos panākts izlīgums.", "6 personas"),
    (
        "Pabalsts dzīvokļa remontam piešķirts 4 ģimenēm, 3 ģimenēm – malkas iegādei.",
        "families 4 ģimenes; families 3 ģimenes",
    ),
    ("Bez deklarētas dzīvesvietas ir divas ģimenes ar kopā septiņiem bērniem.", "families 2 ģimenes; 7 bērni"),
    ("Komisija izskatīja 15 personu iesniegumus un 9 apmierināja.", ""),
]

ALL = [*SOCIAL_WORKERS, *SCHOOLS, *STATE_INSTITUTIONS, *CULTURE, *HOUSING_AND_LAW]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_counts_of_officials(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


FOLLOWED = [
    ("Pie mums reģistrēti 34 romu bezdarbnieki.", "Apmācībās nosūtīti – 9.", "9 bezdarbnieki"),
    ("Klientu skaits – 40.", "Darbu atraduši: 7.", "7 klienti"),
    ("Uz nodarbībām nāk 18 bērni.", "No skolas aizgājuši – divi.", "2 bērni"),
    (
        "Reģistrētie bezdarbnieki: 26.",
        "Darbā iekārtojās pieci; trīs – kokapstrādē, divi – veikalā.",
        "5 bezdarbnieki; 3 bezdarbnieki; 2 bezdarbnieki",
    ),
    ("Pakalpojumu lūdza 8 ģimenes.", "Piešķirts visām astoņām.", ""),
    ("Vasarā nometnē atpūtās 30 bērni.", "Romu bija deviņi.", "9 bērni"),
    ("Pulciņā dejo 14 meitenes.", "Piecas no viņām ir romietes.", "5 meitenes"),
    ("Dienas centrā ir 20 vietas.", "Aizņemtas 14.", ""),
]


@pytest.mark.parametrize(("first", "second", "expected"), FOLLOWED)
def test_counts_after_a_statement(first: str, second: str, expected: str) -> None:
    found = find_counts(analyse(first, second))[1]
    assert "; ".join(short(finding.value) for finding in found) == expected
