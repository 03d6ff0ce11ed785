"""Names without marks, beside other words, inflected or called by an alias, written before the finder was run."""

import pytest

from extract.fields.projects import find_projects
from project_sentences import annotated

NAMED = [
    ("Programma Darbs un mācības notika arī vasarā.", "Darbs un mācības (project)"),
    ("Trīs romu jaunieši pieteicās projektam Atver durvis!.", "Atver durvis! (project)"),
    ("Projekts Soli pa solim palīdzēja piecām ģimenēm.", "Soli pa solim (project)"),
    ("ESF projekts SAKNES novadā turpinājās arī 2022. gadā.", "SAKNES (project)"),
    ("Bibliotēkas rīkotajā akcijā Lasi kopā piedalījās bērni.", "Lasi kopā (campaign)"),
    ("Bērni ar panākumiem startēja konkursā Zelta lakstīgala.", "Zelta lakstīgala (competition)"),
    ("„Mazie soļi” projektā darbojas logopēde.", "Mazie soļi (project)"),
    ("Ar „Mazo soļu” programmas atbalstu iegādātas grāmatas.", "Mazo soļu (project)"),
    (
        "Ideju konkursā „Mēs – Cēsīm” atbalstu guva iecere „Pagalma stāsti”.",
        "Mēs – Cēsīm (competition); Pagalma stāsti (project)",
    ),
    ("Finansējumu saņēma romu jauniešu ideja „Ritms vieno”.", "Ritms vieno (project)"),
    ("Novadā īstenoja divus projektus: „Ceļš mājup” un „Tava balss”.", "Ceļš mājup (project); Tava balss (project)"),
    (
        "Skolas projektus „Ceļš mājup”, „Tava balss” un „Otra iespēja” finansēja dome.",
        "Ceļš mājup (project); Tava balss (project); Otra iespēja (project)",
    ),
    (
        "Pirmais projekts „Ceļš mājup” noslēdzās, otrais – „Tava balss” – turpinās.",
        "Ceļš mājup (project); Tava balss (project)",
    ),
    ("Atbalsta programmas jauniešiem ar nosaukumu „Otra iespēja” klienti strādā.", "Otra iespēja (project)"),
    ("Erasmus+ projekta „Bridges” partneri viesojās Talsos.", "Erasmus+ (project); Bridges (project)"),
    (
        "Sadarbībā ar SIF īstenots projekts “Ģimene – mans spēks” (Nr. 2021.LV/RP/07).",
        "Ģimene – mans spēks (project 2021.LV/RP/07)",
    ),
    ('Labdarības akcijas "Piepildi somu" laikā skolas somas saņēma 14 bērni.', "Piepildi somu (campaign)"),
    ("Eseju konkursa „Mana dzimtene” laureāte ir romu skolniece.", "Mana dzimtene (competition)"),
    ("Policija vadīja profilakses programmu „Runči un draugi”.", "Runči un draugi (project)"),
    ("Prevencijas kampaņa «Neklusē!» skolās notika oktobrī.", "Neklusē! (campaign)"),
    ("Ieslodzītajiem piedāvāja sociālās uzvedības korekcijas programmu „Jaunais ceļš”.", "Jaunais ceļš (project)"),
    ("Projekta „Kopā stiprāki” ietvaros notika nometne „Saulstari”.", "Kopā stiprāki (project)"),
    ("Nometni „Saulstari” rīkoja projektā „Kopā stiprāki”.", "Kopā stiprāki (project)"),
    ("Dienas centra „Varavīksne” īstenotais projekts „Kopā stiprāki” beidzās.", "Kopā stiprāki (project)"),
    ("Projekts „Kopā stiprāki” norisinājās biedrības „Varavīksne” telpās.", "Kopā stiprāki (project)"),
    (
        "ERAF projekts Nr. 9.3.1.1/18/I/022 “Pakalpojumu infrastruktūra novadā” pabeigts.",
        "Pakalpojumu infrastruktūra novadā (project 9.3.1.1/18/I/022)",
    ),
    (
        "Projekta „Vieta visiem” (projekta Nr. 4.3.5.1/1/24/A/015) speciālisti apmeklēja mājas.",
        "Vieta visiem (project 4.3.5.1/1/24/A/015)",
    ),
    ("Dalība programmā Skolas soma ļāva noskatīties divas izrādes.", "Skolas soma (project)"),
    ("Lasīšanas maratona „Grāmata draugam” akcijā iesaistījās romu bērni.", "Grāmata draugam (campaign)"),
]
UNNAMED = [
    "Akcijā Ziemassvētku vecītis ieradās pie bērniem.",
    "Skola projektā Rīgā un Liepājā satika citus.",
    "Projektā Māra no Preiļiem mācīja dziedāt.",
    "Dienesta ideja „Rīta stunda” nav īstenota.",
    "Konkursā Talsu vidusskolas komanda ieguva balvu.",
    "Kokles ansamblis „Strops” sniedza koncertu romu pensionāriem.",
    "Pasākumu „Tautu pagalms” apmeklēja 60 cilvēki.",
    "Starptautiskās romu dienas svinības „Opre Roma” notika parkā.",
    "Jauniešu telpa „Bāze” ir atvērta visiem.",
    "Saistošie noteikumi „Par sociālajiem pabalstiem” attiecas arī uz romiem.",
    "Bezdarbniekus nodarbina SIA „Zaļais dārzs” un IK „Rasa”.",
    "Novada Attīstības programma 2022.–2028. gadam romus nemin.",
    "Nodibinājums „Cits ceļš” apmāca brīvprātīgos.",
    "Projektu vadītāja Inese Ozola apmeklēja piecas ģimenes.",
    "Projekta koordinatore Latvijas Sarkanā Krusta nodaļā ir zvanījusi ģimenēm.",
    "Konkurss uz mediatora vietu netika izsludināts.",
    "Kursu „Latviešu valoda ikdienā” beidza viena sieviete.",
    "Rīkojums „Par darba grupas izveidi” parakstīts janvārī.",
    "Programma paredz 40 stundas, un Valmieras tehnikums to apmaksā.",
    "Projektā iesaistījās Jelgavas un Dobeles novadi.",
    "Sociālās aprūpes māja „Pīlādži” uzņēma vienu romu kundzi.",
]
MIXED = [
    (
        [
            "Novads īsteno projektu „Droša bērnība visiem” (turpmāk tekstā – Droša bērnība).",
            "Drošas bērnības nodarbībās bija 9 bērni.",
        ],
        ["Droša bērnība visiem (project)", "Droša bērnība visiem (project)"],
    ),
    (
        ["Projekts „Ilgtermiņa atbalsts ģimenēm” (IAĢ) sākās martā.", "IAĢ dalībnieki tikās reizi nedēļā."],
        ["Ilgtermiņa atbalsts ģimenēm (project)", "Ilgtermiņa atbalsts ģimenēm (project)"],
    ),
    (
        ["Projekts „Zaļais tilts” (turpmāk – Projekts) sākās martā.", "Projektā iesaistīti deviņi romi."],
        ["Zaļais tilts (project)", ""],
    ),
    (
        ["Piedalījāmies projektā „Zaļais tilts”.", "„Zaļajā tiltā” strādāja divi mentori."],
        ["Zaļais tilts (project)", "Zaļais tilts (project)"],
    ),
    (
        ["Piedalījāmies projektā „Zaļais tilts”.", "Bez „Zaļā tilta” šīs nodarbības nebūtu."],
        ["Zaļais tilts (project)", "Zaļais tilts (project)"],
    ),
    (["Biedrība „Zaļais tilts” rīkoja talku.", "„Zaļā tilta” biedri atveda malku."], ["", ""]),
]

CASES = [([text], [expected]) for text, expected in NAMED] + [([text], [""]) for text in UNNAMED] + MIXED


def told(texts: list[str]) -> list[str]:
    return [
        "; ".join(
            f"{f.value.name} ({f.value.kind.value}{' ' + f.value.number if f.value.number else ''})" for f in found
        )
        for found in find_projects(annotated(texts))
    ]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_projects_unseen_names(texts: list[str], expected: list[str]) -> None:
    assert told(texts) == expected
