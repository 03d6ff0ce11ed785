"""Sentences in the voices of those who write letters; expectations were set by the codebook before the finder ran."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

SOCIAL_WORKER = [
    ("Lietas vestas par 19 ģimenēm, no tām romu – 4.", "families 19 ģimenes; families 4 ģimenes"),
    ("Malku saņēma 11 mājsaimniecības, pārtikas pakas – divreiz vairāk.", "families 11 mājsaimniecības"),
    (
        "Krīzes centrā ievietotas divas mātes ar pieciem bērniem, viena atgriezās pie vīra.",
        "2 mātes; 5 bērni; 1 mātes",
    ),
    ("Pēc pabalsta griezās 8 romi, atteikts vienam.", "8 romi; 1 romi"),
    (
        "Uz uzskaites gada sākumā bija 22 romu ģimenes, gada beigās – 19.",
        "families 22 ģimenes; families 19 ģimenes",
    ),
    ("Aprūpi mājās saņem 3 veci romi un 1 romiete ar kustību traucējumiem.", "3 romi; 1 romietes"),
    ("Brīvpusdienas: 1. klasē – 4, 2. klasē – 3, 5. klasē – 1 romu bērns.", "4 bērni; 3 bērni; 1 bērni"),
    ("Policisti aprunājās ar kādiem desmit pusaudžiem.", "about 10 pusaudži"),
    (
        "Kā jau rakstījām pērn, dienests pazīst 16 romu ģimenes, un ar katru otro no tām strādā regulāri.",
        "families 16 ģimenes",
    ),
    ("Diviem no trim brāļiem nokārtoja pases.", "2 brāļi; 3 brāļi"),
    (
        "Trijām no deviņām ģimenēm parāds norakstīts, ar pārējām sešām noslēgts grafiks.",
        "families 3 ģimenes; families 9 ģimenes; families 6 ģimenes",
    ),
    ("Vienā dzīvoklī mita 6 cilvēku ģimene, to pārcēla uz divistabu dzīvokli.", "6 cilvēki"),
    ("Piecu personu ģimenei piešķirts dzīvoklis.", "5 personas"),
    (
        "2024. gadā ar parādu piedziņu saskārās 14 romi, vienošanās noslēgta ar deviņiem.",
        "14 romi; 9 romi",
    ),
    ("Dzīvojamās telpas lūdza 7 ģimenes, piešķirtas trim.", "families 7 ģimenes; families 3 ģimenes"),
]

NOBODY = [
    ("Nevienai no šīm ģimenēm bērni nav šķirti no vecākiem.", "families 0 ģimenes"),
    ("Kursus apmeklēja 7 sievietes, romiešu to vidū nebija nevienas.", "7 sievietes; 0 romietes"),
    ("Pakalpojumu saņēma 15 klienti, no viņiem romu – neviens.", "15 klienti; 0 klienti"),
    ("Rindā uz dzīvokli stāv 5 ģimenes, romu ģimeņu starp tām nav nevienas.", "families 5 ģimenes; families 0 ģimenes"),
    ("Romu tautības bezdarbnieku uzskaitē nav neviena.", "0 bezdarbnieki"),
    ("Neviens nav bez pajumtes.", ""),
    ("Neviena vieta nav brīva.", ""),
    ("Nevienas sūdzības nav bijis.", ""),
    ("Saņemti 4 ieteikumi skolēniem, noraidīts neviens.", ""),
    ("Par to neviens pedagogiem nav stāstījis.", ""),
    ("Ne viena vien ģimene lūgusi atlikt parāda samaksu.", ""),
    ("Nevienam nav liegts nākt uz bibliotēku.", ""),
    ("Romu biedrību novadā nav nevienas.", ""),
]

ORPHANS_COURT_AND_POLICE = [
    (
        "Bāriņtiesa lēmumu par aizgādības tiesību pārtraukšanu pieņēma attiecībā uz divām personām, "
        "tiesības atjaunotas vienai.",
        "2 personas; 1 personas",
    ),
    (
        "Ārpusģimenes aprūpē atradās trīs romu bērni: viens pie aizbildņa, divi audžuģimenē.",
        "3 bērni; 1 bērni; 2 bērni",
    ),
    (
        "Policijas prevencijas nodarbībās klausījās 48 skolēni, tai skaitā romu tautības – septiņi.",
        "48 skolēni; 7 skolēni",
    ),
    ("Lietpratīgi padomi noderēja abiem vecākiem.", ""),
    ("Profilakses uzskaitē bija 6 nepilngadīgie, gada beigās noņemti četri.", "6 nepilngadīgie; 4 nepilngadīgie"),
    ("Aizbildnība nodibināta pār diviem bāreņiem.", "2 bāreņi"),
    ("Adoptēti 3 bērni, 2 no tiem – brālis un māsa.", "3 bērni; 2 bērni"),
    ("Pārkāpuma protokols sastādīts vienpadsmit vecākiem, brīdināti vēl astoņi.", "11 vecāki; 8 vecāki"),
]

SCHOOL_AND_LIBRARY = [
    (
        "Pieteicās 9 skolēni, konkursā uzvarēja trīs, atzinības saņēma divi.",
        "9 skolēni; 3 skolēni; 2 skolēni",
    ),
    ("Bērnudārzā, kuru apmeklē pieci mazie romi, strādā skolotāja palīgs.", "5 romi"),
    ("Izlaidumā kopā ar vecākiem bija kādi simts cilvēku.", "about 100 cilvēki"),
    (
        "Lasīšanas stundās pie mums nāk 13 romu bērni, deviņi no viņiem – katru nedēļu.",
        "13 bērni; 9 bērni",
    ),
    ("2023. gada septembrī pirmo klasi sāka 5, bet beidza 4 romu bērni.", "5 bērni; 4 bērni"),
    ("Eksāmenus kārtoja četri devītklasnieki, nokārtoja visi.", "4 devītklasnieki"),
    ("No 380 skolēniem romi ir septiņpadsmit.", "380 skolēni; 17 skolēni"),
    ("Klasē 24 skolēni, romi – 2.", "24 skolēni; 2 romi"),
    ("Sporta dienā skrēja 45, lēca 30 un peldēja 12 skolēni.", "45 skolēni; 30 skolēni; 12 skolēni"),
]

TABLES = [
    ("Dalībnieki: 16 (sievietes 9, vīrieši 7)", "16 dalībnieki; 9 sievietes; 7 vīrieši"),
    ("Pabalsta saņēmēji kopā: 38 (romi: 5)", "38 saņēmēji; 5 romi"),
    ("Ģimeņu skaits – 6, bērnu skaits tajās – 17.", "families 6 ģimenes; 17 bērni"),
    ("Klientu sk.: 27", "27 klienti"),
    ("Mērķgrupa (cilvēki) – 45", "45 cilvēki"),
    ("Iesaistīti: 8 pers.", "8 personas"),
    ("Apmeklējumi 140, apmeklētāji 61.", "61 apmeklētāji"),
    ("Bērni – 21; vecāki – 9; darbinieki – 3", "21 bērni; 9 vecāki; provider 3 darbinieki"),
]

TYPED_IN_HASTE = [
    ("Divpadsmit romu berni apmekle sakumskolu.", "12 bērni"),
    ("Atbalstu sanema piecas gimenes.", "families 5 ģimenes"),
    ("Pedējā gadā palīdzību saņema divpasmit romu gimenes.", "families 12 ģimenes"),
    ("Kursos mācijās astoņpadsmt jaunieši.", "18 jaunieši"),
    ("Nometnē piedalijās devini bērni.", "9 bērni"),
    ("Skolā ir 15 romu skoleni.", "15 skolēni"),
    ("Ar 7 ģimenem strādāja asistents.", "families 7 ģimenes"),
    ("Četrdesmitdivi iedzīvotāji apmeklēja koncertu.", "42 iedzīvotāji"),
    ("Trīsdesmitpieci skolēni un divdesmitviens vecāks devās uz muzeju.", "35 skolēni; 21 vecāki"),
    ("Koncertā bija 60 klausitāji un 12 dalibnieki.", "60 klausītāji; 12 dalībnieki"),
    ("Socialais dienests palidz devinam gimenem.", "families 9 ģimenes"),
    ("Trijsdesmit skolēnu saņēma zupu.", "30 skolēni"),
]

WHOLE_COUNTRY = [
    ("Latvijā pēc tautas skaitīšanas datiem dzīvo 4891 roms.", ""),
    ("Latvijā dzīvo ap 5000 romu, no kuriem lielākā daļa – pilsētās.", ""),
    ("Eiropā mīt aptuveni 10 miljoni romu.", ""),
    ("2011. gada tautas skaitīšanā sevi par romiem uzskatīja 6489 iedzīvotāji.", ""),
    ("Salīdzinājumam – Latvijas skolās strādā 28 000 pedagogu.", ""),
    ("Valstī reģistrēti 47 000 bezdarbnieku, mūsu novadā – 300, no tiem 12 romi.", "300 bezdarbnieki; 12 romi"),
    ("Latvijas čempionātā startēja divi mūsu sporta skolas romu zēni.", "2 zēni"),
]

ROLES = [
    ("Semināru apmeklēja 9 skolu direktori.", "9 direktori"),
    ("Tikšanās reizē piedalījās 6 pagastu pārvalžu vadītāji.", "6 vadītāji"),
    ("Apmācīti 17 bērnudārzu audzinātāju palīgi.", "17 palīgi"),
    ("Seminārā par iekļaušanu zināšanas papildināja 23 pedagogi.", "23 pedagogi"),
    ("Bērnus uz Rīgu pavadīja divas skolotājas.", "provider 2 skolotājas"),
    ("Pašvaldības algoti divi romu mediatori apciemo ģimenes.", "provider 2 mediatori"),
    ("Pieredzes braucienā devās trīs sociālie darbinieki.", "3 darbinieki"),
    ("Supervīzijas nodrošinātas 12 sociālā dienesta darbiniekiem.", "12 darbinieki"),
    ("Romu valodas pamatus apguva divas skolotājas.", "2 skolotājas"),
    ("Nometnē ar bērniem strādāja 3 audzinātāji un 2 brīvprātīgie.", "provider 3 audzinātāji; provider 2 brīvprātīgie"),
    ("Policijā par naida runu apmācīti 14 inspektori.", "14 inspektori"),
    ("Ar bērniem nodarbojas divi treneri.", "provider 2 treneri"),
    ("Pasākumā uzstājās 5 romu mūziķi.", "5 mūziķi"),
    ("Mācību vizītē Somijā bija divas pašvaldības speciālistes.", "2 speciālistes"),
    ("Pirmās palīdzības kursus izgāja 9 bērnudārza auklītes.", "9 auklītes"),
    ("Semināru vadīja divi lektori, to apmeklēja 31 skolotājs.", "provider 2 lektori; 31 skolotāji"),
    ("Atzinības rakstus saņēma 3 bibliotekāres.", "3 bibliotekāres"),
    ("Sociālo darbinieku skaits – 6.", "provider 6 darbinieki"),
    ("Tiešsaistes lekciju par romu vēsturi noskatījās 44 pedagogi.", "44 pedagogi"),
    ("Skolā ir pieejami divi logopēdi un trīs pedagoga palīgi.", "provider 2 logopēdi; provider 3 palīgi"),
    ("Darbnīcu vadīja četras vecmāmiņas.", "provider 4 vecmāmiņas"),
]

NO_PEOPLE = [
    "Sapulce notika 14. martā plkst. 17.30 Skolas ielā 12, 3. stāvā.",
    "Bērns vecumā no 7 gadiem var saņemt pabalstu 50 EUR mēnesī.",
    "Rēķins 1204 par 3 elektrības skaitītājiem nosūtīts īrniekam.",
    "Izsniegts 21 talons ēdināšanai.",
    "Telefons 64 622 238, dežūras numurs 112.",
    "Bibliotēkai iegādātas 15 grāmatas bērniem un 4 galda spēles jauniešiem.",
    "Dzīvoklis nodots ģimenei Miera ielā 8 – 14.",
    "MK noteikumu Nr. 555 12. punkts paredz, ka personai pienākas atlaide.",
    "Darba grupa sanāca 4 reizes.",
    "Katram otrajam bērnam vajadzīgas brilles.",
    "Asistentam ir 0,5 slodzes, tās izmaksas – 9 600 eiro gadā.",
    "Iekārtotas 2 istabas mātēm ar bērniem.",
    "Nodarbību ilgums – 90 minūtes, vecums – 8–12 gadi.",
    "Viens otru bērni sauc vārdā.",
    "Grupas divas: bērniem un pieaugušajiem.",
    "Pulciņš darbojas otrdienās no 15 līdz 17.",
    "Projekta tāme 4 500, pašvaldības daļa 15 procenti.",
    "Iesniegti divi romu jauniešu projekti, atbalstīts viens.",
    "Ieplānotas 20 tikšanās ar vecākiem, notikušas 17.",
    "Romu ģimenēm piešķirti 5 dzīvokļi, remontēti divi.",
    "Skolai piešķirtas divas vietas nometnē.",
    "Bērni apguva trīs dejas un iestudēja divas.",
    "Sadzīves priekšmeti (gulta – 4, galds – 2) nodoti ģimenēm.",
]

ALL = [
    *(SOCIAL_WORKER + NOBODY + ORPHANS_COURT_AND_POLICE + SCHOOL_AND_LIBRARY),
    *(TABLES + TYPED_IN_HASTE + WHOLE_COUNTRY + ROLES),
    *((text, "") for text in NO_PEOPLE),
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_counts_in_the_voices_of_letters(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (
            "Dienests uzrauga deviņus romu jauniešus.",
            "Plāns sastādīts sešiem, izpildīts diviem.",
            "6 jaunieši; 2 jaunieši",
        ),
        (
            "Uz kautuvi pieteicās 8 romu vīrieši.",
            "Darba līgumu noslēdza pieci, pārbaudes laiku izturēja trīs.",
            "5 vīrieši; 3 vīrieši",
        ),
        ("Tehnikumā iestājās 7 romu jaunieši.", "Mācības pametuši divi.", "2 jaunieši"),
        ("Skolā mācās četri romu bērni.", "Pirmajā klasē – trīs, otrajā – viens.", "3 bērni; 1 bērni"),
        ("Tautas deju kolektīvā dejo trīs romu meitenes.", "Mūzikas skolā – divas.", "2 meitenes"),
        ("Skolā mācās 23 romu bērni.", "Pirmsskolā – vienpadsmit.", "11 bērni"),
        ("GMI pabalstu saņēma 31 romu ģimene.", "Vienreizējs pabalsts piešķirts divpadsmit.", "families 12 ģimenes"),
        ("GMI pabalstu saņēma 31 romu ģimene.", "Mājokļa pabalsts – 18.", "families 18 ģimenes"),
        ("Pakalpojumu saņem sešas ģimenes.", "Divām tas beidzies.", "families 2 ģimenes"),
        ("Kursos mācījās desmit romu sievietes.", "Darbu atradušas četras.", "4 sievietes"),
        ("Uz tikšanos uzaicinājām 14 vecākus.", "Atnāca pieci.", "5 vecāki"),
        ("Saņemti 14 iesniegumi no romu ģimenēm.", "Apmierināti deviņi.", ""),
        ("Bibliotēkā notika 8 pasākumi bērniem.", "Pavasarī – trīs, rudenī – pieci.", ""),
        ("Novadā ir četri bērnudārzi, kurus apmeklē romu bērni.", "Divi atrodas pilsētā.", ""),
        ("Romu ģimenēm izīrēti 9 dzīvokļi.", "Remontēti divi.", ""),
        ("Sarunās piedalījās 12 vecāki.", "Kopā notika četras.", ""),
        ("Skolā mācās 23 romu bērni.", "Nodarbības notiek pulksten 14.", ""),
        ("Skolā mācās 23 romu bērni.", "Finansējums – 1200.", ""),
        ("Skolā mācās 23 romu bērni.", "Autobusa reisi – četri.", ""),
    ],
)
def test_counts_of_people_named_before(before: str, text: str, expected: str) -> None:
    findings = find_counts(analyse(before, text))[1]
    assert "; ".join(short(finding.value) for finding in findings) == expected


@pytest.mark.parametrize(
    ("lead_in", "text", "expected"),
    [
        ("Sociālo dzīvokli gada laikā saņēmušas romu ģimenes:", "Cēsīs – 2;", "families 2 ģimenes"),
        ("Nodarbinātības pasākumos iesaistītie romi:", "subsidētā darba vieta – 1;", "1 romi"),
        ("Izglītības iestādēs mācās romu bērni:", "Liepu pamatskolā – 7 (2 – speciālajā klasē);", "7 bērni; 2 bērni"),
        ("Bibliotēkas pasākumi bērniem:", "pasaku rīti – 12;", ""),
    ],
)
def test_counts_in_lists(lead_in: str, text: str, expected: str) -> None:
    assert "; ".join(counts_of(text, lead_in)) == expected
