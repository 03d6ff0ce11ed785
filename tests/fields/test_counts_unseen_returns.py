"""Sentences of returns that were filled in by many hands; expectations were set before the finder ran."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

ALL = [
    ("Ēdināšana apmaksāta visiem desmit romu skolēniem.", "10 skolēni"),
    ("Ar bērniem četrotrdien nodarbojās mentore, ieradās no 3 līdz 7 bērniem.", "at_most 7 bērni"),
    ("Uz vecāku vakaru aicinājām visus, atnāca divpadsmit mammas un trīs tēti.", "12 mammas; 3 tēti"),
    ("Klases audzinātāja apciemoja piecus savus skolēnus viņu mājās.", "5 skolēni"),
    ("Peldētapmācību pabeidza 11 no 13 pieteiktajiem bērniem.", "11 bērni; 13 bērni"),
    ("Tā kā abi vecāki strādā, trīs māsas pēc stundām gaida bibliotēkā.", "3 māsas"),
    ("Bibliotēkas lietotāji ir 14 romi, galvenokārt skolas vecuma bērni.", "14 romi"),
    ("Vasaras lasīšanas programmā grāmatas lasīja septiņas romu meitenes un viens puika.", "7 meitenes; 1 puikas"),
    ("Zēnu futbola komandā spēlē 16 zēni, trīs no tiem ir romi.", "16 zēni; 3 zēni"),
    ("Tālākizglītībā nosūtītas 4 sociālās darbinieces.", "4 darbinieces"),
    ("Pašvaldībā ir viens sociālais darbinieks darbam ar ģimenēm un bērniem.", "provider 1 darbinieki"),
    (
        "Higiēnas preces izdalītas 26 mājsaimniecībām, kurās kopā dzīvo 103 cilvēki.",
        "families 26 mājsaimniecības; 103 cilvēki",
    ),
    ("Maznodrošinātas mājsaimniecības statuss piešķirts 17 ģimenēm (52 personām).", "families 17 ģimenes; 52 personas"),
    ("No 17 ģimenēm 9 ir ar bērniem.", "families 17 ģimenes; families 9 ģimenes"),
    ("Bezmaksas juridisko konsultāciju izmantoja seši novada romi.", "6 romi"),
    ("Juridisko palīdzību meklēja trīs cilvēki, visi – parādu dēļ.", "3 cilvēki"),
    ("Pieņemšanā pie priekšsēdētāja bija 2 romu pārstāvji.", "2 pārstāvji"),
    ("Pretendentu bija deviņi, darbu ieguva divi.", "9 pretendenti; 2 pretendenti"),
    ("Apmeklētāju – ap 90.", "about 90 apmeklētāji"),
    ("Piedalījās: 12 bērni, 8 vecāki, 2 skolotājas.", "12 bērni; 8 vecāki; 2 skolotājas"),
    ("Skolēnu kopskaits 318, t.sk. romi 11.", "318 skolēni; 11 romi"),
    ("Skolēnu kopskaits 318, no tiem 11 romi.", "318 skolēni; 11 romi"),
    ("Romu tautības audzēkņi – 5 (3 meitenes, 2 zēni).", "5 audzēkņi; 3 meitenes; 2 zēni"),
    ("Dalībnieku skaits: ~35.", "about 35 dalībnieki"),
    ("Dalībnieki – vairāk nekā 60.", "at_least 60 dalībnieki"),
    ("Nodarbības vada psiholoģe, grupā ir 8 vecāki.", "8 vecāki"),
    ("Darbam ar romu bērniem apmācīti 5 brīvprātīgie.", "5 brīvprātīgie"),
    ("Brīvprātīgo darbu veica četri jaunieši.", "4 jaunieši"),
    (
        "Sociālajā dienestā nodarbināti 7 sociālie darbinieki, no tiem 2 strādā ar ģimenēm.",
        "provider 7 darbinieki; provider 2 darbinieki",
    ),
    ("Mūsu skolā strādā viena romu tautības skolotāja palīdze.", "provider 1 palīdzes"),
    ("Uz semināru Rīgā brauca divas skolotājas un viens sociālais pedagogs.", "2 skolotājas; 1 pedagogi"),
    ("Kursus „Skolēnu mediācija” pabeidza trīs pedagogi.", "3 pedagogi"),
    ("Ģimenes ārstu konsultācijas – 40, vakcinēti 22 bērni.", "22 bērni"),
    ("Krūts vēža skrīningā pārbaudījās 5 romu sievietes no 9 aicinātajām.", "5 sievietes; 9 aicinātās"),
    ("Ne mazāk kā divdesmit ģimeņu bērni saņēma skolas somas.", "at_least 20 bērni"),
    ("Divas reizes nedēļā 15 pensionāri satiekas pie tējas.", "15 pensionāri"),
    ("Policijas inspektore tikās ar 2.–4. klašu skolēniem (57 bērni).", "57 bērni"),
    ("Autobusā vietu pietika visiem 48 braucējiem.", "48 braucēji"),
    ("Piecgadīgo un sešgadīgo apmācībā iesaistīti 3 romu bērni.", "3 bērni"),
    ("Tautas nama amatierteātrī spēlē pa vienam romu puisim katrā sastāvā.", ""),
    ("Reģistrēti 3 trokšņa gadījumi, sodīts viens iedzīvotājs.", "1 iedzīvotāji"),
    ("Projektā paredzēta viena vieta mentoram.", ""),
    ("Lēmums stājās spēkā 30 dienas pēc paziņošanas adresātam.", ""),
    ("Saskaņā ar likuma 3. panta otro daļu pabalstu piešķir, ja ienākumi uz vienu personu nepārsniedz 343 eiro.", ""),
    ("Grupā ir 24 vietas, rinda – 2 gadi.", ""),
    ("Līdzfinansējums 30 % apmērā, bet ne vairāk kā 500 eiro vienai ģimenei.", ""),
    ("Skaidrojam, ka 1. janvārī stājās spēkā jauni noteikumi par 2 veidu pabalstiem ģimenēm.", ""),
    ("Brīvdabas estrādē 3 stundu koncertā skanēja 25 dziesmas, klausījās pilns laukums.", ""),
    ("Ģimenei izsniegti trīs brīdinājumi, pēdējais – 2. maijā.", ""),
    ("Sacensībās izcīnīta 1 zelta un 3 bronzas medaļas.", ""),
    ("Laikrakstā (tirāža – 3 200) publicēti divi stāsti par romu ģimenēm.", ""),
    ("Video noskatīts 1 540 reizes.", ""),
    ("Facebook ierakstu redzēja 2,3 tūkst. cilvēku.", "2300 cilvēki"),
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_counts_of_returns(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Uz nometni pieteicās 9 romu bērni.", "Aizbrauca astoņi, jo viens saslima.", "8 bērni; 1 bērni"),
        ("Uz nometni pieteicās 9 romu bērni.", "Visi astoņi bija apmierināti.", ""),
        (
            "Sociālo mājokli lūdza 6 ģimenes.",
            "Trim tas piešķirts, pārējās trīs gaida rindā.",
            "families 3 ģimenes; families 3 ģimenes",
        ),
        ("Konsultācijas saņēma 40 klienti.", "No tiem romi – 7.", "7 romi"),
        ("Konsultācijas saņēma 40 klienti.", "Romu starp viņiem bija septiņi.", "7 klienti"),
        ("Konsultācijas saņēma 40 klienti.", "2022. gadā – 52.", "52 klienti"),
        ("Vakarskolā mācās pieci romi.", "Viens no viņiem šogad kārtos eksāmenus.", ""),
        ("Vakarskolā mācās pieci romi.", "Trīs gatavojas eksāmeniem.", "3 romi"),
        ("Vakarskolā mācās pieci romi.", "Eksāmeni ir četri.", ""),
        ("Iestādē strādā 12 darbinieki.", "Kabineti ir deviņi.", ""),
        ("Akcijā piedalījās 35 skolēni.", "Savākti 40 maisi.", ""),
        ("Akcijā piedalījās 35 skolēni.", "Maisu bija četrdesmit.", ""),
    ],
)
def test_counts_of_people_in_the_statement_before(before: str, text: str, expected: str) -> None:
    findings = find_counts(analyse(before, text))[1]
    assert "; ".join(short(finding.value) for finding in findings) == expected
