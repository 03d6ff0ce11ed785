"""Items of lists and datives, as reports have them; expectations were set by the codebook before the finder ran."""

import pytest

from count_sentences import counts_of

ITEMS = [
    (
        "2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:",
        "algotie pagaidu sabiedriskie darbi – 41;",
        "41 bezdarbnieki",
    ),
    ("2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:", "apmācība pie darba devēja: 3;", "3 bezdarbnieki"),
    (
        "2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:",
        "konkurētspējas paaugstināšanas pasākumos – 57, t.sk. 30 sievietes;",
        "57 bezdarbnieki; 30 sievietes",
    ),
    ("2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:", "subsidētā nodarbinātība (5).", "5 bezdarbnieki"),
    ("2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:", "12 apguva datorprasmes;", "12 bezdarbnieki"),
    (
        "2023. gadā romu bezdarbnieki piedalījušies šādos pasākumos:",
        "darba izmēģināšanā 4 (divas nedēļas);",
        "4 bezdarbnieki",
    ),
    ("Dienas centru apmeklē:", "9 pirmsskolas vecuma bērni;", "9 bērni"),
    ("Dienas centru apmeklē:", "skolēni – 14;", "14 skolēni"),
    ("Dienas centru apmeklē:", "viņu vecāki – 6.", "6 vecāki"),
    ("Ģimenēm sniegts šāds atbalsts:", "pārtikas pakas – 22 ģimenēm;", "families 22 ģimenes"),
    ("Ģimenēm sniegts šāds atbalsts:", "malka – 8;", "families 8 ģimenes"),
    ("Ģimenēm sniegts šāds atbalsts:", "psihologa konsultācijas 3 ģimenēm (7 stundas);", "families 3 ģimenes"),
    (
        "Ģimenēm sniegts šāds atbalsts:",
        "dzīvokļa pabalsts: 2022. gadā – 11, 2023. gadā – 14.",
        "families 11 ģimenes; families 14 ģimenes",
    ),
    ("Romu skolēni pa skolām:", "Kalna vidusskola – 8 (3 meitenes);", "8 skolēni; 3 meitenes"),
    ("Romu skolēni pa skolām:", "1. pamatskola – 5, 2. pamatskola – 7;", "5 skolēni; 7 skolēni"),
    ("Romu skolēni pa skolām:", "tehnikums – neviens.", "0 skolēni"),
    ("Pasākumi notika šādi:", "februārī – 2, martā – 3;", ""),
    ("Iegādāts:", "klades – 40, somas – 12.", ""),
]

DATIVES = [
    ("Mācību grāmatas nopirktas četrpadsmit bērniem, sporta apavi – pieciem.", "14 bērni; 5 bērni"),
    ("Palīdzējām sešām vientuļām mātēm, divām no viņām – atrast dzīvokli.", "6 mātes; 2 mātes"),
    ("Deviņos gadījumos palīdzība sniegta ģimenēm ar bērniem.", ""),
    ("Divās ģimenēs strādā asistents, vēl trīs gaida rindā.", "families 2 ģimenes; families 3 ģimenes"),
    ("Pie zobārsta aizvesti septiņi bērni, pie acu ārsta – trīs.", "7 bērni; 3 bērni"),
    ("Bērnudārzā vietu piešķīra pieciem, rindā palika vēl divi romu bērni.", "5 bērni; 2 bērni"),
    ("Ziemassvētku paciņas saņēma 38 bērni un 12 seniori, katrs pa vienai.", "38 bērni; 12 seniori"),
    ("Trijos pagastos dzīvo romi, visvairāk Rojas pagastā.", ""),
    ("Ar vienpadsmit pusaudžu vecākiem runāja policists.", "11 vecāki"),
    ("Vienam no pusaudžiem piemērots audzinošs līdzeklis, diviem izteikts brīdinājums.", "2 pusaudži"),
    ("Aptaujājot 45 iedzīvotājus, 32 atbildēja, ka romus pazīst personīgi.", "45 iedzīvotāji; 32 iedzīvotāji"),
    ("Konsultāciju par pabalstiem lūguši 9, par parādiem – 5, par darbu – 12 romi.", "9 romi; 5 romi; 12 romi"),
    ("Braucienā uz Rīgu devās 30 bērni 3 skolotāju pavadībā.", "30 bērni; provider 3 skolotāji"),
    ("Kursu noslēgumā apliecības pasniegtas 11 no 14 dalībniekiem.", "11 dalībnieki; 14 dalībnieki"),
    ("Pērn dejotāju bija 8, šogad – 13.", "8 dejotāji; 13 dejotāji"),
    ("Kopš septembra skolā mācās par diviem romu bērniem vairāk.", ""),
    ("Saņemtas 4 sūdzības no 6 iedzīvotājiem.", "6 iedzīvotāji"),
    ("Pieteikumus iesnieguši 17 romi, apstiprināti 12 no tiem.", "17 romi; 12 romi"),
    ("Atelpas brīdi izmantoja 6 māmiņas, kurām kopā 19 bērnu.", "6 māmiņas; 19 bērni"),
    ("Līgumu ar skolu parakstīja 12 vecāki, t.i., gandrīz visi.", "12 vecāki"),
    ("Talkā strādāja 25 iedzīvotāji (arī 9 romi), savākti 40 maisi.", "25 iedzīvotāji; 9 romi"),
    (
        "Semināru vadīja 2 lektores no Rīgas, piedalījās bibliotekāri – 14, skolotāji – 20.",
        "provider 2 lektores; 14 bibliotekāri; 20 skolotāji",
    ),
    ("Vakcinējušies 63 romi jeb 41% no 154 pieaugušajiem.", "63 romi"),
    ("Rentgenu veica 3 dienās 48 cilvēkiem.", "48 cilvēki"),
    ("Pašvaldība atbalsta 2 romu bērnu, kuri mācās Rīgā, ceļa izdevumus.", "2 bērni"),
    ("Uz nometni bija 15 vietu, pieteicās 22 bērni.", "22 bērni"),
]


@pytest.mark.parametrize(("lead_in", "item", "expected"), ITEMS)
def test_counts_of_items(lead_in: str, item: str, expected: str) -> None:
    assert "; ".join(counts_of(item, lead_in)) == expected


@pytest.mark.parametrize(("text", "expected"), DATIVES)
def test_counts_of_datives(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
