"""Names without quotation marks: where they end, and what is none; expectations came before the rules."""

import pytest

from extract.fields.projects import find_projects
from project_sentences import annotated

NAMED = [
    ("Akcijas Silts cimds laikā ziedoja arī romu ģimenes.", "Silts cimds (campaign)"),
    ("Kampaņas Droši uz ceļa laikā bērniem dalīja atstarotājus.", "Droši uz ceļa (campaign)"),
    ("Programmas Pirmais darbs aktivitātēs piedalījās trīs jaunieši.", "Pirmais darbs (project)"),
    ("Projekta Pagalma stunda nodarbībās bija seši bērni.", "Pagalma stunda (project)"),
    ("Projektā Augšā celies 2022. gadā strādāja divi mentori.", "Augšā celies (project)"),
    ("NVA programmā Prasme un darbs 2021. gadā mācījās četri romi.", "Prasme un darbs (project)"),
    ("Akcijā Pilns groziņš 14 ģimenes saņēma pārtiku.", "Pilns groziņš (campaign)"),
    ("Akcijas Gaisma bibliotēkai laikā lasītāji dāvināja bērnu grāmatas.", "Gaisma bibliotēkai (campaign)"),
    ("Programmas Drošs ceļš skolām aktivitātēs bija policists.", "Drošs ceļš skolām (project)"),
    ("Projektā Jaunā iespēja 2022. gadā strādāja divi romi.", "Jaunā iespēja (project)"),
    ("Projektā Mana iespēja strādāja divi romi.", "Mana iespēja (project)"),
    ("Grantu programmā Kaimiņu spēks (turpmāk – Programma) iesaistījās biedrība.", "Kaimiņu spēks (project)"),
    ("Konkursā Zelta rakstāmspalva (vecuma grupa 10–12) startēja romu meitene.", "Zelta rakstāmspalva (competition)"),
    ("Konkursā Radi Tukumam! biedrība ieguva 400 eiro.", "Radi Tukumam! (competition)"),
    ("Ideju konkursā Jauniešu Balss! uzvarēja romu puiši.", "Jauniešu Balss! (competition)"),
    ("Projekta nosaukums: Raibais pagalms.", "Raibais pagalms (project)"),
    ("Projekta nosaukums – Raibais pagalms, finansētājs – VKKF.", "Raibais pagalms (project)"),
    ("Konkursa nosaukums – Gada Ģimene; piedalījās trīs ģimenes.", "Gada Ģimene (competition)"),
    ("Skolotāji apmeklēja Skola2030 mācības.", "Skola2030 (project)"),
    ("Iniciatīvas Skola2030 ekspertes vadīja semināru.", "Skola2030 (project)"),
    ("Uz Spāniju ar Erasmus+ devās divi romu jaunieši.", "Erasmus+ (project)"),
    ("Erasmus+ braucienā piedalījās divi romu jaunieši.", "Erasmus+ (project)"),
    ("Ģimenēm piedāvāta STOP 4-7 grupa.", "STOP 4-7 (project)"),
    (
        "Projektā „Visi vienā laivā” (Nr. 2021/CERV/045) mācījās policisti.",
        "Visi vienā laivā (project 2021/CERV/045)",
    ),
    (
        "Programmas CERV projektā „Visi vienā laivā” mācījās policisti.",
        "Pilsoņi, vienlīdzība, tiesības un vērtības (project); Visi vienā laivā (project)",
    ),
    (
        "Programmā Tavs laiks, tava prasme, kurai piešķīra naudu, mācījās divi romi.",
        "Tavs laiks, tava prasme (project)",
    ),
    ("Projektā Mūsu mājas, mūsu sēta strādāja divi romi.", "Mūsu mājas, mūsu sēta (project)"),
    ("Konkursā Mana ģimene, mani radi piedalījās 12 bērni.", "Mana ģimene, mani radi (competition)"),
    ("Programmā Tavs laiks mācījās divi romi.", "Tavs laiks (project)"),
    ("Projektā Mūsu skola, kurā mācās romi, guva balvu.", "Mūsu skola (project)"),
]
UNNAMED = [
    "Akcijas Ziemassvētku laikā norisinājās trīs pagastos.",
    "Akcijas Lieldienu un Līgo svētku laikā rīko bibliotēka.",
    "Projektā Rīgas Stradiņa universitāte 2022. gadā aptaujāja romu ģimenes.",
    "Projektā Daugavpils universitāte 2022. gadā aptaujāja romu ģimenes.",
    "Programmā Latvijas skolas (ieskaitot mazās) saņem naudu.",
    "Akcijā Liepājas bērni 2022. gadā vāca grāmatas.",
    "Akcijas Siguldas bibliotēkas pasākumos piedalījās trīs bērni.",
    "Projekta Saldus novada nodarbībās piedalījās trīs bērni.",
    "Konkursā Balvu vidusskola (direktore I.P.) ieguva balvu.",
    "Projektā Dobeles bibliotēkā 14 bērni lasīja pasakas.",
    "Vairāk vietnē skola2030.lv.",
    "Projekta nosaukums vēl nav izvēlēts.",
    "Projekta nosaukums: nav zināms.",
    "Konkursa Nolikums 2022. gadā mainīts.",
]

#: Names that ask, call, contrast, are English or tell from where to where.
TOLD_BY_FORM = [
    ("Kampaņa Kur tu dzīvo? sākās jūnijā.", "Kur tu dzīvo? (campaign)"),
    ("Skolēni konkursā Kas es būšu, kad izaugšu? ieguva balvu.", "Kas es būšu, kad izaugšu? (competition)"),
    ("Projekts Dejojam, dziedam, draudzējamies! notika skolā.", "Dejojam, dziedam, draudzējamies! (project)"),
    ("Kampaņa Klausies sirdi, nevis baumas noritēja pilsētā.", "Klausies sirdi, nevis baumas (campaign)"),
    ("Akcijas Brauc līdzi, kaimiņ laikā dega ugunskurs.", "Brauc līdzi, kaimiņ (campaign)"),
    ("Jaunieši projektā Bridges of Hope, kas ilga gadu, mācījās.", "Bridges of Hope (project)"),
    ("Skola iesaistījās programmā eBridge un turpina.", "eBridge (project)"),
    ("Programmā ROMSTEP darbojās trīs jaunieši.", "ROMSTEP (project)"),
    ("Projekts No Talsiem līdz Rojai vienoja skolas.", "No Talsiem līdz Rojai (project)"),
    ("Konkursā Dari Talsiem balvu ieguva divi romi.", "Dari Talsiem (competition)"),
    ("Otrs projekts, „Zaļais celiņš”, aptvēra bērnudārzu.", "Zaļais celiņš (project)"),
    ("„Zaļais celiņš” – tā saucas projekts, kurā mācās mātes.", "Zaļais celiņš (project)"),
    ("Par projekta »Zaļais celiņš« naudu salabots jumts.", "Zaļais celiņš (project)"),
    ("Aģentūra „Upes krasts” projektā Salmu jumti atjaunoja klēti.", "Salmu jumti (project)"),
    ("Biedrība, „Zaļais celiņš”, strādā pilsētā.", ""),
    ("Kā norit projekts? Bērni atbildēja.", ""),
    ("Valstij pieder 47,2 % „Spārni” akciju.", ""),
    ("Piedalījās 40 % „Saldā dzīve” akcijas dalībnieku.", "Saldā dzīve (campaign)"),
    ("Vai projekts Ausma turpināsies arī nākamgad? Par to nezinām.", "Ausma (project)"),
    ("Projektā Dari Talsiem piedalījās visi.", "Dari Talsiem (project)"),
    ("Projektā Dari Madonai piedalījās visi.", "Dari Madonai (project)"),
    ("Skola atbalsta „Siltās zeķes” akciju.", "Siltās zeķes (campaign)"),
]


def told(text: str) -> str:
    (found,) = find_projects(annotated([text]))
    return "; ".join(
        f"{f.value.name} ({f.value.kind.value}{' ' + f.value.number if f.value.number else ''})" for f in found
    )


@pytest.mark.parametrize(("text", "expected"), NAMED + TOLD_BY_FORM)
def test_a_bare_name(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", UNNAMED)
def test_words_behind_a_noun_that_are_no_name(text: str) -> None:
    assert told(text) == ""


def test_the_funder_of_a_bare_name() -> None:
    text = "Norvēģijas finanšu instrumenta atbalstītajā programmā Kaimiņu spēks (turpmāk – Programma) piedalījās NVO."
    (found,) = find_projects(annotated([text]))
    assert [each.value.funder for each in found] == ["Norvēģijas finanšu instruments"]
