"""Numbers told beside those counted before: relative clauses, shares, lists, contrasts; expectations were set first."""

import pytest

from count_sentences import counts_of

PAIRS = [
    ("Zobus pārbaudīja 26 bērniem; pieci, kuriem bija bojājumi, saņēma bezmaksas plombas.", "26 bērni; 5 bērni"),
    ("Kursu sāka 18 romu sievietes, un septiņas, kuras to pabeidza, atrada darbu.", "18 sievietes; 7 sievietes"),
    ("Vidusskolēnu vidū romu bija pieci.", "5 vidusskolēni"),
    ("Pensionāru vidū romu ir 12, un astoņiem no viņiem piešķirts pabalsts.", "12 pensionāri; 8 pensionāri"),
    ("Pakalpojumu saņēma 40 ģimenes; romu ģimeņu to vidū bija astoņas.", "families 40 ģimenes; families 8 ģimenes"),
    ("Pieteicās 40 jaunieši, romu jauniešu viņu vidū bija seši.", "40 jaunieši; 6 jaunieši"),
    ("Kursā mācījās 30 cilvēki, romu starp tiem bija četri.", "30 cilvēki; 4 cilvēki"),
    (
        "Uzskaitē bija 16 romu ģimenes jeb 8 % no visām, un trīs no tām saņēma dzīvokli.",
        "families 16 ģimenes; families 3 ģimenes",
    ),
    ("Skolās mācījās 52 romu bērni (2,1 % no visiem), un 44 no viņiem apguva pamatizglītību.", "52 bērni; 44 bērni"),
    ("Reģistrēti 64 romi jeb 3 procenti bezdarbnieku, 20 no viņiem beidza kursus.", "64 romi; 20 romi"),
    ("Kursu beidza 14 sievietes, un pie trim uzņēmējiem jau strādā deviņas.", "14 sievietes; 9 sievietes"),
    ("Asistente 2023. gadā devās uz piecām ģimenēm.", "families 5 ģimenes"),
    ("Mediators brauca uz 12 ģimenēm laukos.", "families 12 ģimenes"),
    ("Pabalsts aprēķināts uz 12 iedzīvotājiem.", ""),
    ("Viena asistente uz desmit ģimenēm ir par maz.", "provider 1 asistentes"),
    ("Vecāku vakari notika trīs reizes (klāt: 14, 11, 17 vecāki).", "14 vecāki; 11 vecāki; 17 vecāki"),
    ("Grupu apmeklē 9 bērni, turklāt 3 ar īpašām vajadzībām.", "9 bērni; 3 bērni"),
    (
        "Darbojās 36 dalībnieki, divpadsmit bija seniori, bet romu bija tikai trīs.",
        "36 dalībnieki; 12 dalībnieki; 3 dalībnieki",
    ),
    ("Pieteicās 22 pretendenti, taču romu tautību nenorādīja neviens.", "22 pretendenti; 0 pretendenti"),
    ("Dienas centrā ir 15 bērni, bet romu valodā nerunā neviens.", "15 bērni; 0 bērni"),
    ("Romu biedrības nav dibinātas, naudu nav prasījis neviens.", ""),
    (
        "Padomē darbojas 9 locekļi – četri ierēdņi, trīs romu vēstneši un divi skolotāji.",
        "9 locekļi; 4 ierēdņi; 3 vēstneši; 2 skolotāji",
    ),
    ("Lekcijas, kas norisinājās oktobrī, vadīja trīs ārstes.", "provider 3 ārstes"),
    ("Nodarbības, kuras notika skolā, vadīja divas studentes.", "provider 2 studentes"),
    ("Atnāca 85.", "85 -"),
    ("Skatītāju bija krietni vairāk nekā gaidīts – 120, krēslus salikām tikai 80.", "120 skatītāji"),
    ("Klausījās 60 cilvēki, bet bukletus izdalījām 40.", "60 cilvēki"),
    ("Izglītojamo bija par četriem mazāk, t.i., 54.", "54 izglītojamie"),
    ("Uz sanāksmi pašvaldība deleģēja 4 darbiniekus.", "4 darbinieki"),
    ("Brigādē strādāja divas māsas.", "provider 2 māsas"),
    ("Koncertā bija divas māsas.", "2 māsas"),
    ("Dzīvokli var lūgt ģimenes, kurās aug vismaz trīs bērni.", ""),
    ("Kursos piedalījās vismaz 3 bērni.", "at_least 3 bērni"),
    ("Projektā bija deviņi uz 1000 iedzīvotājiem.", ""),
    ("Rīkoti gājieni uz 20 ģimenēm.", ""),
    ("Lieta ierosināta pēc trīs sieviešu sūdzības.", "3 sievietes"),
    ("Birojs saņēma 3 romu sieviešu sūdzības.", ""),
    ("Notika trīs tikšanās topošajām māmiņām.", ""),
    ("Projektā „Stipri un droši” notika trīs tikšanās topošajām māmiņām.", ""),
    ("Kavētu stundu pusgadā sakrājies 312.", ""),
    ("Ekskursijā bija 12 bērni un trīs vecvecmāmiņas.", "12 bērni; 3 vecvecmāmiņas"),
    ("Kursu sāka trīs jaunieši; jaunākajam no viņiem ir 16, vecākajam – 22 gadi.", "3 jaunieši"),
    ("Dziedātāju bija 11, jaunākajai seši gadi, vecākajai – septiņdesmit astoņi.", "11 dziedātāji"),
    ("Pulciņu skolā ir divpadsmit, tos apmeklē 40 bērni.", "40 bērni"),
    ("Priekšlikumu saņemts 27, bet sanāksmē bija 9 cilvēki.", "9 cilvēki"),
    ("Pabalsts piešķirts 17 ģimenēm; kopā izmaksāti 31 204,18 eiro.", "families 17 ģimenes"),
    ("Rokdarbus rādīja deviņas sievietes, pārējās piecas ceļā uz tirgu.", "9 sievietes; 5 sievietes"),
    ("Skolotājus meklējām 6, 8, vai 10 stundām nedēļā.", ""),
    ("Romu bērnus medmāsa pieņēma pulksten 9, 11, un 13.", ""),
    ("Vecākus gaidījām plkst. 10 un 16, atnāca 9 mātes.", "9 mātes"),
    ("Nodarbības sākās plkst. 10, un 12 no bērniem piedalījās.", "12 bērni"),
    ("Bērnu skaits grupās: A 12, B 9.", "12 bērni; 9 bērni"),
    ("Grupai pieaugot līdz 20 bērniem, meklējām telpas.", "20 bērni"),
    ("Klasēs mācās 9, 11 un 13 bērni.", "9 bērni; 11 bērni; 13 bērni"),
    ("Sanāksmes ar romu vecākiem – 4 (klāt: 14, 11, 8, 17).", "14 vecāki; 11 vecāki; 8 vecāki; 17 vecāki"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_counts_told_beside_others(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[58] Sanāksmē par bērniem sprieda arī iepriekš.",
        "(5) Lai nodrošinātu bērniem aizsardzību, likumu papildina.",
        "Par bērniem rakstīts iepriekš [8, 103].",
        "Vecāki par to stāsta sarunās (Krūmiņa 2006, 465).",
        "Bērnu tiesības regulē OV L 283, 28.10.1980.",
        "Skolotājas saka: „Bērni mācās labi”,8 turpina pētnieki.",
        "Jaunieši viens otram palīdzēja.",
        "Bērni nāk, bet viena neiešu.",
        "Mātes sēdēja viena pie otras.",
    ],
)
def test_numbers_of_the_text_itself_count_nobody(text: str) -> None:
    assert counts_of(text) == []
