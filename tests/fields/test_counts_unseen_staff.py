"""Sentences as municipal staff write them; expectations were set by the codebook before the finder's rules were."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

THINGS_IN_BRACKETS = [
    ("Ar Talsu speciālistiem pārrunāti 14 gadījumi (pavasarī – 6, rudenī – 8).", ""),
    ("Skolēniem izsniegti 30 datori: Talsos – 12, Rojā – 18.", ""),
    ("Ar bāriņtiesas kolēģiem notikušas 9 sēdes (2022. gadā – 4, 2023. gadā – 5).", ""),
    ("Ar kolēģiem no Talsiem apmeklēti 12 bērni (2022. gadā – 5, 2023. gadā – 7).", "12 bērni; 5 bērni; 7 bērni"),
    ("Dienests izskatīja 20 iesniegumus; sešos no tiem pabalsts atteikts.", ""),
    ("Komisijā strādā četri locekļi, tā pieņēma 30 lēmumus, no tiem 12 par romu bērniem.", "4 locekļi"),
    ("Uz 3 nodarbībām atnāca 20 bērni, no tiem 8 romi.", "20 bērni; 8 romi"),
    ("Zobus laboja 6 pirmklasniekiem (7, 7, 8, 8, 8 un 9 gadi).", "6 pirmklasnieki"),
    ("Ekskursijā devās pieci pusaudži (13, 14 un 16 gadi).", "5 pusaudži"),
]

NEXT_NUMBER = [
    ("2022. gadā brīvpusdienas piešķīrām 9, bet 2023. gadā vairs tikai 7 romu skolēniem.", "9 skolēni; 7 skolēni"),
    ("Sarunās janvārī, aprīlī un jūlijā bija attiecīgi 6, 11 un 8 vecāki.", "6 vecāki; 11 vecāki; 8 vecāki"),
    (
        "Trīs gados kursus beiguši 5, 12, 9 un 4 bezdarbnieki.",
        "5 bezdarbnieki; 12 bezdarbnieki; 9 bezdarbnieki; 4 bezdarbnieki",
    ),
    ("2022. gadā atbalstīti četri, 2023. gadā – seši biedrību projekti, tajos darbojās 60 jaunieši.", "60 jaunieši"),
    ("Uz kursiem atbrauca 9, mājās aizbrauca ar apliecību 7 sievietes.", "9 sievietes; 7 sievietes"),
    ("Pie karjeras konsultantes pieteikušies bija 12, bet aizgāja deviņi skolēni.", "12 skolēni; 9 skolēni"),
    (
        "Palīdzību prasīja astoņas, bet dabūja sešas mājsaimniecības.",
        "families 8 mājsaimniecības; families 6 mājsaimniecības",
    ),
]

TOTALS_THAT_GO_ON = [
    ("Klientu skaits gada sākumā bija 40, gada beigās tas bija 52.", "40 klienti; 52 klienti"),
    ("Romu skolēnu skaits pieaudzis no 18 uz 25.", "18 skolēni; 25 skolēni"),
    ("Mediatoru skaits gada laikā samazinājās no 5 uz 3.", "provider 5 mediatori; provider 3 mediatori"),
    ("Apmeklētāju skaits maijā sasniedza 60, kaut arī janvārī tas bija tikai 22.", "60 apmeklētāji; 22 apmeklētāji"),
    ("Apmeklējumu skaits maijā sasniedza 60, janvārī tas bija 22.", ""),
    ("Apbalvoti romu mazpulcēni, kopskaitā 14.", "14 mazpulcēni"),
    ("Maltītes nodrošinājām vientuļiem pensionāriem, kopskaitā 31.", "31 pensionāri"),
    ("Ēdinām daudzbērnu ģimenes, skaitā 12.", "families 12 ģimenes"),
    ("Lemts par romu bērniem, kopskaitā par 7.", "7 bērni"),
]

PARTS = [
    ("Uzaicināti 25 vecāki, ieradušies 14.", "25 vecāki; 14 vecāki"),
    (
        "Uzaicinātas 9 ģimenes, ieradušās 6, ar trijām runāts mājās.",
        "families 9 ģimenes; families 6 ģimenes; families 3 ģimenes",
    ),
    ("No 30 uzaicinātajiem senioriem atnāca 22: 15 kundzes un 7 kungi.", "30 seniori; 22 seniori; 15 kundzes; 7 kungi"),
    ("Kursus sāka 16 jaunieši, līdz beigām palika 9 jeb 56%.", "16 jaunieši; 9 jaunieši"),
    ("Skolā runājām ar pieciem puišiem, mācības pierunājām turpināt trīs.", "5 puiši; 3 puiši"),
    ("Dienests uzrunāja deviņus jauniešus, izdevās nodarbināt sešus.", "9 jaunieši; 6 jaunieši"),
    (
        "Protokolu sastādīja 8 vecākiem: trim izteikts brīdinājums, pret pieciem process izbeigts.",
        "8 vecāki; 3 vecāki; 5 vecāki",
    ),
    (
        "Uzraudzībā bija 6 romi, no tiem 4 darbu pabeidza, bet diviem termiņš vēl nav beidzies.",
        "6 romi; 4 romi; 2 romi",
    ),
    ("Vienošanos parakstīja septiņas ģimenes, pilda to četras.", "families 7 ģimenes; families 4 ģimenes"),
    ("Rindā stāvēja 14 romu ģimenes, mājā Skolas ielā 8 ievācās trīs.", "families 14 ģimenes; families 3 ģimenes"),
    ("Zālē klausījās 40 skolotāji, attālināti pievienojās vēl 65.", "40 skolotāji; 65 skolotāji"),
    ("Līgumi noslēgti ar 12 romu ģimenēm, gadu vēlāk – ar 9.", "families 12 ģimenes; families 9 ģimenes"),
    ("Vestas pārrunas ar 20 pusaudžiem, pavasarī – ar 8.", "20 pusaudži; 8 pusaudži"),
    ("Somas iedevām četriem pirmklasniekiem, apavus diviem.", "4 pirmklasnieki; 2 pirmklasnieki"),
    ("Nodarbībās piedalījās 40 bērni, kopā notika 12.", "40 bērni"),
    ("Par maksājumu dalījumu vienojās 11 ģimenes, parāds samazinājās par trim.", "families 11 ģimenes"),
]

WHAT_WAS_GIVEN = [
    ("Pārtikas komplekti izsniegti 80 personām, malka – 22.", "80 personas; 22 personas"),
    (
        "Siltas zupas porcijas izdalītas 45 cilvēkiem, apģērbs – 30, gultas veļa – 12.",
        "45 cilvēki; 30 cilvēki; 12 cilvēki",
    ),
    ("Pārtikas komplekti izsniegti 80 personām, buklets – 200 eksemplāros.", "80 personas"),
    ("Pabalstu lūdza 30 mājsaimniecības, piešķirts 24.", "families 30 mājsaimniecības; families 24 mājsaimniecības"),
    ("Konsultācijas lūdza 18 klienti, atbalsts sniegts 15, atteikts 3.", "18 klienti; 15 klienti; 3 klienti"),
]

LISTS = [
    ("Romu bērni pulciņos: rudenī 9, pavasarī 14.", "9 bērni; 14 bērni"),
    ("Mentori: štatā 3, uz līguma pamata 2.", "provider 3 mentori; provider 2 mentori"),
    ("Klienti: dienas centrā 24, pie psihologa 6.", "24 klienti; 6 klienti"),
    ("Skolēni saņēma: klades 40, zīmuļi 80.", ""),
    (
        "Ģimeņu skaits – 5, pieaugušie šajās ģimenēs – 9; bērni tajās – 14.",
        "families 5 ģimenes; 9 pieaugušie; 14 bērni",
    ),
    ("Aprūpē 12 seniori; sievietes ar invaliditāti – 4.", "12 seniori; 4 sievietes"),
    ("Pulciņā 12 bērni, no tiem zēni – 5.", "12 bērni; 5 zēni"),
    ("Uz pirmsskolu brauc 4, uz skolu 9, visi romu bērni.", "4 bērni; 9 bērni"),
    ("Deju pulciņu apmeklē 7, kori 3 – visas romu meitenes.", "7 meitenes; 3 meitenes"),
    ("Mājā īrē trīs istabas: vienā dzīvo divi cilvēki, otrā trīs.", "2 cilvēki; 3 cilvēki"),
]

ROLES = [
    ("Sanāksmē piedalījās 14 cilvēki, viņu vidū 2 mediatori.", "14 cilvēki; 2 mediatori"),
    ("Pie apaļā galda sēdās 9 pārstāvji, to vidū trīs sociālie darbinieki.", "9 pārstāvji; 3 darbinieki"),
    ("Nometnē strādāja seši brīvprātīgie studenti.", "provider 6 studenti"),
    ("Nodarbības vadīja divas brīvprātīgās vidusskolnieces.", "provider 2 vidusskolnieces"),
    ("Lekciju lasīja divi pasniedzēji, to klausījās 34 skolotāji.", "provider 2 pasniedzēji; 34 skolotāji"),
]

NOUNS = [
    ("Koncertā muzicēja 18 orķestranti.", "18 orķestranti"),
    ("Ziedus nolika 6 upuru pēcteči.", "6 pēcteči"),
    ("Svētkos 300 apmeklētāju, romu bija 40.", "300 apmeklētāji; 40 apmeklētāji"),
]

ALL = [*THINGS_IN_BRACKETS, *NEXT_NUMBER, *TOTALS_THAT_GO_ON, *PARTS, *WHAT_WAS_GIVEN, *LISTS, *ROLES, *NOUNS]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_counts(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


BEFORE = [
    # the number leads back to the statement before
    (
        "Grupā 8 dalībnieces (romietes – 6).",
        "Kursu beigušas 7, mašīnu saņēmušas 4, darbu atradusi 1.",
        "7 dalībnieces; 4 dalībnieces; 1 dalībnieces",
    ),
    ("Rindā gaida 40 ģimenes (kopā 150 personas).", "Pabalsts piešķirts 22.", "families 22 ģimenes"),
    (
        "Apģērbu saņēma desmit ģimenes.",
        "Malku pa pieciem steriem aizvedām sešām, divas no tām ir romu ģimenes.",
        "families 6 ģimenes; families 2 ģimenes",
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), BEFORE)
def test_counts_of_the_statement_before(first: str, second: str, expected: str) -> None:
    found = find_counts(analyse(first, second))[1]
    assert "; ".join(short(finding.value) for finding in found) == expected


OPENED = [
    (
        "Izglītojamo skaits pa skolām:",
        "Kalna pamatskola: 1.–4. klase – 9, 5.–9. klase – 11;",
        "9 izglītojamie; 11 izglītojamie",
    ),
    ("Bērnu skaits grupās:", "jaunākā grupa – 8, vecākā grupa – 10.", "8 bērni; 10 bērni"),
    ("Telpu skaits mājās:", "pirmais stāvs – 8, otrais stāvs – 10.", ""),
]


@pytest.mark.parametrize(("lead_in", "item", "expected"), OPENED)
def test_counts_of_an_item(lead_in: str, item: str, expected: str) -> None:
    assert "; ".join(counts_of(item, lead_in)) == expected
