"""Longer sentences as letters have them, with several numbers, lists and asides; written before the finder was run."""

import pytest

from count_sentences import counts_of

ALL = [
    (
        "2021. gadā sociālais dienests sniedza atbalstu 23 romu ģimenēm, kurās aug 61 "
        "bērns, tai skaitā 4 bērni ar invaliditāti.",
        "families 23 ģimenes; 61 bērni; 4 bērni",
    ),
    (
        "Vispārējās izglītības iestādēs mācās 34 romu tautības izglītojamie (18 zēni un 16 meitenes), pirmsskolā – 9.",
        "34 izglītojamie; 18 zēni; 16 meitenes; 9 izglītojamie",
    ),
    (
        "Kopumā gada laikā konsultēti 48 klienti, no kuriem 31 ir sieviete, 12 – vīrieši un 5 – nepilngadīgie.",
        "48 klienti; 31 klienti; 12 vīrieši; 5 nepilngadīgie",
    ),
    (
        "NVA filiālē 2022. gada 31. decembrī bija reģistrēti 11 bezdarbnieki, kuri "
        "norādījuši romu tautību: 7 sievietes, 4 vīrieši.",
        "11 bezdarbnieki; 7 sievietes; 4 vīrieši",
    ),
    (
        "Pagaidu sabiedriskajos darbos iesaistīti 6, apmācībās – 3, subsidētajās "
        "darbavietās – 1 romu tautības bezdarbnieks.",
        "6 bezdarbnieki; 3 bezdarbnieki; 1 bezdarbnieki",
    ),
    (
        "Veselības veicināšanas pasākumos (4 nodarbības, 2 lekcijas) piedalījās kopā 57 "
        "dalībnieki, tostarp ap 20 romu.",
        "57 dalībnieki; about 20 romi",
    ),
    ("Pašvaldības finansētajās 3 vasaras nometnēs 10 dienas atpūtās 42 bērni vecumā no 7 līdz 14 gadiem.", "42 bērni"),
    ("Mediatores vadītajās 16 nodarbībās regulāri piedalījās 8 māmiņas ar 14 bērniem.", "8 māmiņas; 14 bērni"),
    ("Brīvpusdienas saņem visi 1.–4. klašu skolēni, no 5. klases – 12 trūcīgo ģimeņu bērni.", "12 bērni"),
    (
        "Sociālās rehabilitācijas pakalpojumu saņēma 2 bērni (40 konsultācijas) un viena "
        "pilngadīga persona (10 konsultācijas).",
        "2 bērni; 1 personas",
    ),
    (
        "Izglītības iestādēs strādā 5 skolotāju palīgi, 2 logopēdi un 1 sociālais pedagogs.",
        "provider 5 palīgi; provider 2 logopēdi; provider 1 pedagogi",
    ),
    ("Pedagogu profesionālās pilnveides kursus „Iekļaujošā izglītība” (24 stundas) apguva 18 pedagogi.", "18 pedagogi"),
    (
        "Dzīvokļa pabalstu 2022. gadā saņēma 14 romu tautības mājsaimniecības par kopējo summu 5 230 euro.",
        "families 14 mājsaimniecības",
    ),
    ("Krīzes situācijā nonākušai ģimenei ar 5 bērniem piešķirta pagaidu dzīvesvieta.", "5 bērni"),
    (
        "Rindā uz pašvaldības dzīvokli stāv 9 romu ģimenes, divām no tām dzīvoklis piešķirts.",
        "families 9 ģimenes; families 2 ģimenes",
    ),
    (
        "Ģimenes asistenta pakalpojumu 2021. gadā izmantoja 3, bet 2022. gadā jau 5 ģimenes.",
        "families 3 ģimenes; families 5 ģimenes",
    ),
    ("Latviešu valodas kursos 1. līmenī mācījās 8, bet 2. līmenī – 6 cilvēki.", "8 cilvēki; 6 cilvēki"),
    ("Starptautiskās romu dienas koncertu 8. aprīlī plkst. 18.00 apmeklēja ap 250 skatītāju.", "about 250 skatītāji"),
    ("Atbilstoši 2021. gada datiem novadā deklarēti 132 romu tautības iedzīvotāji.", ""),
    ("Bāriņtiesas uzraudzībā ir 4 aizbildnībā esoši romu bērni un 1 audžuģimenē ievietots bērns.", "4 bērni; 1 bērni"),
    ("Semināru „Romu kultūra” apmeklēja 22 dalībnieki no 6 pašvaldībām.", "22 dalībnieki"),
    ("Tika organizētas 3 ekskursijas, kurās piedalījās attiecīgi 14, 17 un 20 bērni.", "14 bērni; 17 bērni; 20 bērni"),
    ("Nodarbībās piedalījās divas grupas pa 10 dalībniekiem katrā.", "10 dalībnieki"),
    ("Katrā grupā mācījās 12 izglītojamie.", "12 izglītojamie"),
    ("Skolā no 214 izglītojamajiem 7 ir romu tautības.", "214 izglītojamie; 7 izglītojamie"),
    ("Sākumskolā mācās 5 romu bērni, pamatskolā 9, vidusskolā neviens.", "5 bērni; 9 bērni; 0 bērni"),
    ("Pašvaldībā strādā viens romu tautības darbinieks – kapsētas pārzinis.", "provider 1 darbinieki"),
    (
        "Pateicoties NVA, darbu atrada trīs romu tautības cilvēki: divas sievietes un viens vīrietis.",
        "3 cilvēki; 2 sievietes; 1 vīrieši",
    ),
    ("Pulciņu apmeklē arī seši romu tautības bērni, kas ir par diviem vairāk nekā pērn.", "6 bērni"),
    ("Konsultāciju skaits – 64, klientu skaits – 21.", "21 klienti"),
    (
        "Sociālajam dienestam zināmas 17 romu ģimenes; ar 6 ģimenēm strādā ģimenes asistents.",
        "families 17 ģimenes; families 6 ģimenes",
    ),
    ("Ikgadējā akcijā „Labo darbu nedēļa” 40 skolēni un 6 skolotāji sakopa parku.", "40 skolēni; provider 6 skolotāji"),
    ("Lekcijas par kontracepciju (2 reizes) noklausījās 11 romu meitenes vecumā virs 14 gadiem.", "11 meitenes"),
    ("Psihologa konsultācijas saņēma 5 romu bērni – 32 stundas, logopēda – 8 bērni.", "5 bērni; 8 bērni"),
    ("Bērnudārzā „Pasaciņa” mācās 2 romu bērni, bērnudārzā „Zvaniņš” – 1.", "2 bērni; 1 bērni"),
    ("Talsos – 12 bērni, Dundagā – 4, Rojā nav neviena.", "12 bērni; 4 bērni; 0 bērni"),
    ("Projekta mērķa grupa bija 30 jaunieši, no tiem projektu noslēdza 26.", "30 jaunieši; 26 jaunieši"),
    ("Sarunās piedalījās romu kopienas pārstāvji (3) un pašvaldības speciālisti (2).", "3 pārstāvji; 2 speciālisti"),
    ("Iesniegumus par palīdzību iesniedza 19 ģimenes, apmierināti 17 iesniegumi.", "families 19 ģimenes"),
    ("12.05.2022. tikšanās ar 9 vecākiem notika skolas 214. kabinetā.", "9 vecāki"),
    ("Izsniegtas 2 000 pārtikas pakas 450 trūcīgām personām un 130 ģimenēm.", "450 personas; families 130 ģimenes"),
    ("Novada domē ievēlēti 15 deputāti, no kuriem neviens nav roms.", "15 deputāti; 0 deputāti"),
    ("Karantīnas laikā 8 skolēniem aizdoti datori, 3 – viedtālruņi.", "8 skolēni; 3 skolēni"),
    ("Apmeklētāju skaits trijos pasākumos sasniedza gandrīz 600.", "about 600 apmeklētāji"),
    (
        "Programmas dalībnieku vidū bija deviņi romi, no viņiem pieci – jaunieši līdz 25 gadu vecumam.",
        "9 romi; 5 jaunieši",
    ),
    ("Ģimenēs ar trim un vairāk bērniem nodokļa atlaide ir 50 %.", ""),
    (
        "Tika apmeklētas 12 mājsaimniecības, pārrunās iesaistot 12 mātes un 5 tēvus.",
        "families 12 mājsaimniecības; 12 mātes; 5 tēvi",
    ),
    (
        "Individuālās sarunas notika ar 4 izglītojamajiem un 4 viņu likumiskajiem pārstāvjiem.",
        "4 izglītojamie; 4 pārstāvji",
    ),
    ("Transporta pakalpojumu bērniem no 5 romu ģimenēm nodrošina skolas autobuss.", "families 5 ģimenes"),
    ("Apmācību grupā bija 10 cilvēki – 8 sievietes un 2 vīrieši.", "10 cilvēki; 8 sievietes; 2 vīrieši"),
    ("Uz nometni pieteicās 34 bērni, uzņemti 25.", "34 bērni; 25 bērni"),
    ("Vidēji nodarbību apmeklēja 7–8 dalībnieki.", "at_most 8 dalībnieki"),
    ("Atbalsta personas pakalpojums nodrošināts 1 personai ar garīga rakstura traucējumiem.", "1 personas"),
    ("Pirmo reizi skolas gaitas uzsāka 6 sešgadīgi romu bērni.", "6 bērni"),
    ("Vēl 3 ģimenes pārcēlās uz dzīvi ārzemēs.", "families 3 ģimenes"),
    ("Vasarā pašvaldība nodarbināja 25 skolēnus, starp kuriem bija arī 2 romi.", "25 skolēni; 2 romi"),
    ("Ar mediatora starpniecību 11 vecāki iesaistījušies skolas dzīvē.", "11 vecāki"),
    ("Romu tautības skolēnu skaits: 2021./2022. m.g. – 14; 2022./2023. m.g. – 12.", "14 skolēni; 12 skolēni"),
    ("Pašvaldības policija 5 reizes apsekoja divu romu ģimeņu dzīvesvietas.", "families 2 ģimenes"),
    (
        "Dienas centra nodarbības 3 reizes nedēļā apmeklē vidēji 15 bērni, no tiem 4–5 romu tautības.",
        "15 bērni; at_most 5 bērni",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_counts_unseen_letters(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
