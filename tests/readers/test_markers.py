import pytest

from extract.readers.markers import split_marker

ITEMS = [
    ("• Romu bērni apmeklē bērnudārzu", "•", "Romu bērni apmeklē bērnudārzu"),
    ("•Romu bērni", "•", "Romu bērni"),
    ("- nodrošināts transports", "-", "nodrošināts transports"),
    ("-nodrošināts transports", "-", "nodrošināts transports"),
    ("– sniegtas konsultācijas;", "–", "sniegtas konsultācijas;"),
    ("— sniegtas konsultācijas;", "—", "sniegtas konsultācijas;"),
    ("-„Ziemas pasaka” bērniem", "-", "„Ziemas pasaka” bērniem"),
    ("- 3 personas", "-", "3 personas"),
    ("* viena ģimene", "*", "viena ģimene"),
    ("o Mūzikas nodarbības", "o", "Mūzikas nodarbības"),
    ("· Deju kopa", "·", "Deju kopa"),
    ("▪ Deju kopa", "▪", "Deju kopa"),
    ("➢ Deju kopa", "➢", "Deju kopa"),
    ("\uf0b7 Deju kopa", "\uf0b7", "Deju kopa"),
    ("\uf0a7Deju kopa", "\uf0a7", "Deju kopa"),
    ("✓ Deju kopa", "✓", "Deju kopa"),
    ("» Deju kopa", "»", "Deju kopa"),
    ("1. Sadarbība ar skolām", "1.", "Sadarbība ar skolām"),
    ("1.Sadarbība ar skolām", "1.", "Sadarbība ar skolām"),
    ("12. Veselība", "12.", "Veselība"),
    ("1. nodrošināts transports;", "1.", "nodrošināts transports;"),
    ("2. 2021. gadā notika koncerts", "2.", "2021. gadā notika koncerts"),
    ("2. 2021.gadā notika koncerts", "2.", "2021.gadā notika koncerts"),
    ("3. 15 bērni apmeklēja nometni", "3.", "15 bērni apmeklēja nometni"),
    ("4. „Saules zaķi” uzstājās", "4.", "„Saules zaķi” uzstājās"),
    ("4.„Saules zaķi” uzstājās", "4.", "„Saules zaķi” uzstājās"),
    ("5. Tikšanās notika martā", "5.", "Tikšanās notika martā"),
    ("1) transports", "1)", "transports"),
    ("1)transports", "1)", "transports"),
    ("10) Ēdināšana", "10)", "Ēdināšana"),
    ("(1) transports", "(1)", "transports"),
    ("(a) transports", "(a)", "transports"),
    ("a) transports", "a)", "transports"),
    ("ā) transports", "ā)", "transports"),
    ("B) Transports", "B)", "Transports"),
    ("iv) transports", "iv)", "transports"),
    ("II) Transports", "II)", "Transports"),
    ("a. transports", "a.", "transports"),
    ("1.1. Sadarbība", "1.1.", "Sadarbība"),
    ("1.1.Sadarbība", "1.1.", "Sadarbība"),
    ("1.1 Sadarbība", "1.1", "Sadarbība"),
    ("2.3.1. nodrošināta ēdināšana", "2.3.1.", "nodrošināta ēdināšana"),
    ("2.3.1 Ēdināšana", "2.3.1", "Ēdināšana"),
    ("2.1) ēdināšana", "2.1)", "ēdināšana"),
    ("I. SADARBĪBA", "I.", "SADARBĪBA"),
    ("I. Sadarbība ar skolām", "I.", "Sadarbība ar skolām"),
    ("V. Atbalsts romu kopienai", "V.", "Atbalsts romu kopienai"),
    ("II. Izglītība", "II.", "Izglītība"),
    ("IV. Mājokļi", "IV.", "Mājokļi"),
    ("III.Veselība", "III.", "Veselība"),
    ("  1.  Sadarbība  ", "1.", "Sadarbība"),
    ("1.\u00a0Sadarbība", "1.", "Sadarbība"),
]

MONTHS = (
    "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī "
    "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra"
).split()
FOLLOWERS = (
    "klase klasē klases pielikums pielikumā kārta kārtā posms ceturksnī pusgadā pamatskola sākumskolā vidusskolas "
    "skolas skolēni punkts panta tabulā vietu grupas kursa semestrī gada gadā līmeņa pakāpes reizi ģimnāzija nodaļa"
).split()

TEXTS = [
    *(f"{day}. {month} notika koncerts." for day, month in zip(range(1, 25), MONTHS, strict=True)),
    *(f"2. {word} bijusi atbalstīta." for word in FOLLOWERS),
    *(f"{year}.gadā notika nometne." for year in range(2019, 2024)),
    *(f"{year}. gadā notika nometne." for year in range(2019, 2024)),
    "2021. un 2022.gadā notika nometnes.",
    "2021.-2022. gadā notika nometnes.",
    "2021.–2023.gadam",
    "22 ģimenēm izdalīti apģērbi.",
    "4.sākumskola", "4.sākumskolā mācās romu bērni.", "1.pielikums", "9.klases skolēni",
    "1. un 2. klasē mācās 3 bērni.",
    "1. – 4. klasē mācās 3 bērni.", "1.-4.klasē mācās 3 bērni.", "1. - 4. klases",
    "24.02.2023. Nr. 2.1-6/298",
    "24.02.2023.", "24. 02. 2023.", "12.03.2023 Nr. 4", "05.11. notika tikšanās",
    "8. martā", "01.01.2021.-31.12.2021.",
    "I. Kalniņa", "V. Ozols, 67000000", "I. Ozola vadībā notika nodarbības.", "A. Bērziņš", "Dž. Kļaviņa",
    "3,5 tūkst. eiro", "3.5 miljoni eiro", "100 bērni", "1,2 un 3",
    "-5 grādi", "–", "-", "1.", "•", "2)", "*ŠO RINDU rakstīja mašīna", "-", "",
    "II. pasaules karš", "XX. gadsimtā", "XX gadsimtā",
    "Nr. 5-17/23", "t. sk. 5 bērni", "t.i. viena ģimene", "plkst. 15.00", "g. Rīga",
    "15.00 koncerts", "15.30 Koncerts parkā", "o", "oma un opis", "a", "Uz 24.02.2023.",
    "1. 02. 2022. notika sanāksme", "2. 3. klase",
]  # fmt: skip


@pytest.mark.parametrize(("text", "marker", "rest"), ITEMS)
def test_marker_is_split_off(text: str, marker: str, rest: str) -> None:
    assert split_marker(text) == (marker, rest)


@pytest.mark.parametrize("text", TEXTS)
def test_text_without_marker_is_left_whole(text: str) -> None:
    assert split_marker(text) == (None, text)
