"""How a count is meant, whether the people took part or provided, and how sure the finding is."""

import pytest

from count_sentences import counts_of, findings_of, short

BOUNDS = [
    ("Piedalījās aptuveni 40 skatītāji.", "about 40 skatītāji"),
    ("Nodarbības apmeklēja ap 15 bērniem.", "about 15 bērni"),
    ("Pulcējās apmēram 200 cilvēku.", "about 200 cilvēki"),
    ("Koncertā bija gandrīz 300 apmeklētāju.", "about 300 apmeklētāji"),
    ("Piedalījās ~50 iedzīvotāju.", "about 50 iedzīvotāji"),
    ("Ieradās kādi 20 seniori.", "about 20 seniori"),
    ("Palīdzību saņēma aptuveni trīsdesmit ģimenes.", "about families 30 ģimenes"),
    ("Piedalījās vairāk nekā 60 jauniešu.", "at_least 60 jaunieši"),
    ("Iesaistījās vairāk kā 20 skolēni.", "at_least 20 skolēni"),
    ("Uzrunāti vairāk par 100 iedzīvotājiem.", "at_least 100 iedzīvotāji"),
    ("Apmācīti vismaz 10 bezdarbnieki.", "at_least 10 bezdarbnieki"),
    ("Sanāca virs 150 skatītāju.", "at_least 150 skatītāji"),
    ("Piedalījās pāri par 70 bērniem.", "at_least 70 bērni"),
    ("Konsultētas ne mazāk kā 12 personas.", "at_least 12 personas"),
    ("Koncertu apmeklēja 100 un vairāk skatītāju.", "at_least 100 skatītāji"),
    ("Mācībās bija līdz 15 dalībniekiem.", "at_most 15 dalībnieki"),
    ("Grupā mācījās ne vairāk kā 8 skolēni.", "at_most 8 skolēni"),
    ("Ieradās mazāk nekā 10 vecāku.", "at_most 10 vecāki"),
    ("Nodarbību apmeklēja maksimāli 6 bērni.", "at_most 6 bērni"),
    ("Piedalījās nepilni 30 jaunieši.", "about 30 jaunieši"),
    ("Dalībnieku skaits pieauga līdz 25.", "25 dalībnieki"),
    ("Nodarbības apmeklēja tikai 3 bērni.", "3 bērni"),
    ("Piedalījās 10–15 bērni.", "at_most 15 bērni"),
    ("Nodarbības apmeklēja no 10 līdz 15 bērniem.", "at_most 15 bērni"),
    ("Ieradās 5 līdz 6 ģimenes.", "at_most families 6 ģimenes"),
]

ROLES = [
    ("Pakalpojumu nodrošina viena romu tautības ģimenes asistente.", "provider 1 asistentes"),
    ("Pašvaldībā darbojas 2 romu mediatori.", "provider 2 mediatori"),
    ("Atbalstu sniedza 14 pakalpojumu sniedzēji.", "provider 14 sniedzēji"),
    ("Skolā strādā 3 skolotāju palīgi.", "provider 3 palīgi"),
    ("Ar ģimenēm strādāja divi sociālie darbinieki.", "provider 2 darbinieki"),
    ("Nodarbības vadīja 4 speciālisti.", "provider 4 speciālisti"),
    ("Pakalpojumu nodrošina 5 aprūpētājas.", "provider 5 aprūpētājas"),
    ("Konsultācijas sniedza viens jurists un divi psihologi.", "provider 1 juristi; provider 2 psihologi"),
    ("Darbam ar bērniem piesaistīti 6 brīvprātīgie.", "provider 6 brīvprātīgie"),
    ("Skolēnus atbalsta 2 pedagoga palīgi.", "provider 2 palīgi"),
    ("Apmācīti 12 pedagogi.", "12 pedagogi"),
    ("Mediatoru apmācībās piedalījās 5 mediatori.", "5 mediatori"),
    ("Semināru apmeklēja 20 sociālie darbinieki.", "20 darbinieki"),
    ("Kvalifikāciju paaugstināja un kursus apguva 8 skolotāji.", "8 skolotāji"),
    ("Noorganizētas supervīzijas 9 darbiniekiem.", "9 darbinieki"),
    ("Pakalpojumu saņēma 7 klienti.", "7 klienti"),
    ("Nodarbībās piedalījās 20 bērni un 3 pedagogi.", "20 bērni; 3 pedagogi"),
    ("5 jaunieši vadīja radošās darbnīcas bērniem.", "provider 5 jaunieši"),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS + ROLES)
def test_bound_and_role(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected


def test_a_range_offers_its_lower_end() -> None:
    (finding,) = findings_of("Piedalījās 10–15 bērni.")
    assert [short(count) for count in finding.alternatives] == ["at_least 10 bērni"]
    assert finding.confidence < 0.7


def test_another_noun_that_may_be_meant_is_offered() -> None:
    (finding,) = findings_of("Pārrunas notika ar 8 bērnu vecākiem.")
    assert [short(count) for count in finding.alternatives] == ["8 bērni"]


@pytest.mark.parametrize(
    "text",
    [
        "Nometnē plānots uzņemt 20 bērnus.",
        "Nākamajā gadā tiks apmācīti 15 jaunieši.",
        "Projekts paredz atbalstu 30 ģimenēm.",
        "Nākotnē nodarbības apmeklēs 12 bērni.",
        "Skolai vajadzīgi 12 mentori.",
        "Nepieciešams iesaistīt 12 bērnus.",
    ],
)
def test_what_is_planned_is_less_sure(text: str) -> None:
    (finding,) = findings_of(text)
    assert finding.confidence < 0.7


@pytest.mark.parametrize(
    "text", ["Piecās tikšanās reizēs piedalījās 12 vecāki.", "Nepieciešamās grāmatas saņēma 14 bērni."]
)
def test_what_only_sounds_like_a_plan_is_as_sure_as_any(text: str) -> None:
    (finding,) = findings_of(text)
    assert finding.confidence > 0.9


def test_evidence_reaches_from_the_number_to_the_head_without_bounds() -> None:
    (finding,) = findings_of("Palīdzību saņēma vairāk nekā 20 romu tautības ģimenes ar bērniem.")
    assert [evidence.quote for evidence in finding.evidence] == ["20 romu tautības ģimenes"]


def test_digits_and_noun_side_by_side_are_nearly_sure() -> None:
    (finding,) = findings_of("Nometnē piedalījās 14 bērni.")
    assert finding.confidence >= 0.95
    assert finding.method == "digits"
    assert str(finding.reason) == "“14” counts “bērni”, which names people or families."
