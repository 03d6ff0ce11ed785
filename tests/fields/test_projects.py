"""Projects, campaigns and competitions by their names, and all that bears a name and is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.codebook import Codebook, load_codebook
from extract.fields.projects import find_projects
from invented_letters import Told
from project_sentences import annotated

Expected = tuple[str, str, str | None]


def projects_of(*told: str | Told, codebook: Codebook | None = None) -> list[list[Expected]]:
    findings = find_projects(annotated(told, codebook=codebook))
    return [[(f.value.name, f.value.kind.value, f.value.number) for f in each] for each in findings]


QUOTED = [
    ("Projektā „Rīta ausma” piedalījās trīs romi.", "Rīta ausma", "project"),
    ("Projekts „Rīta ausma” sākās janvārī.", "Rīta ausma", "project"),
    ("Ar projektu „Rīta ausma” iepazinās vecāki.", "Rīta ausma", "project"),
    ("Pateicoties projektam „Rīta ausma”, ģimenes saņēma malku.", "Rīta ausma", "project"),
    ("Projekta „Rīta ausma” ietvaros notika nodarbības.", "Rīta ausma", "project"),
    ("Dalībai projektos „Rīta ausma” pieteicās divi.", "Rīta ausma", "project"),
    ("„Rīta ausma” projekta ietvaros notika nodarbības.", "Rīta ausma", "project"),
    ("„Rīta ausma” projektā piedalījās trīs romi.", "Rīta ausma", "project"),
    ("Biedrība uzsāka ESF projektu „Rīta ausma”.", "Rīta ausma", "project"),
    ("Eiropas Sociālā fonda projekts „Rīta ausma” palīdz skolēniem.", "Rīta ausma", "project"),
    ("Starptautiskajā projektā „Rīta ausma” iesaistīti pieci jaunieši.", "Rīta ausma", "project"),
    ("Projekts ar nosaukumu „Rīta ausma” sākās janvārī.", "Rīta ausma", "project"),
    ("Projekta (vadītāja – skola) „Rīta ausma” nodarbības notika klubā.", "Rīta ausma", "project"),
    ("Īstenots projekts – „Rīta ausma”.", "Rīta ausma", "project"),
    ("Īstenots projekts: „Rīta ausma”.", "Rīta ausma", "project"),
    ("Programmā „Rīta ausma” piedalījās trīs ģimenes.", "Rīta ausma", "project"),
    ("Programmas „Rīta ausma” nodarbības notika klubā.", "Rīta ausma", "project"),
    ("Atbalsta programma „Rīta ausma” palīdz ģimenēm.", "Rīta ausma", "project"),
    ("Pilotprojektā „Rīta ausma” piedalījās trīs ģimenes.", "Rīta ausma", "project"),
    ("Akcijā „Siltās rokas” savāktas mantas.", "Siltās rokas", "campaign"),
    ("Akcijas „Siltās rokas” ietvaros savāktas mantas.", "Siltās rokas", "campaign"),
    ("Labdarības akcija „Siltās rokas” notika decembrī.", "Siltās rokas", "campaign"),
    ("„Siltās rokas” akcijā savāktas mantas.", "Siltās rokas", "campaign"),
    ("Kampaņa „Siltās rokas” notika decembrī.", "Siltās rokas", "campaign"),
    ("Informatīvajā kampaņā „Siltās rokas” piedalījās skolēni.", "Siltās rokas", "campaign"),
    ("Konkursā „Zelta diegs” uzvarēja romu meitene.", "Zelta diegs", "competition"),
    ("Konkursa „Zelta diegs” balvu saņēma ģimene.", "Zelta diegs", "competition"),
    ("Zīmējumu konkurss „Zelta diegs” notika martā.", "Zelta diegs", "competition"),
    ("Projektu konkursā „Zelta diegs” atbalstīta viena ideja.", "Zelta diegs", "competition"),
    ("„Zelta diegs” konkursā uzvarēja romu meitene.", "Zelta diegs", "competition"),
    ("Videokonkursā „Zelta diegs” uzvarēja romu meitene.", "Zelta diegs", "competition"),
    ("Konkurss „Zelta diegs 2021” notika martā.", "Zelta diegs 2021", "competition"),
    ("Projekts ,,Rīta ausma” sākās.", "Rīta ausma", "project"),
    ("Projekts ,,Rīta ausma'' sākās.", "Rīta ausma", "project"),
    ('Projekts "Rīta ausma" sākās.', "Rīta ausma", "project"),
    ("Projekts “Rīta ausma” sākās.", "Rīta ausma", "project"),
    ("Projekts «Rīta ausma» sākās.", "Rīta ausma", "project"),
    ("Projekts ‘Rīta ausma’ sākās.", "Rīta ausma", "project"),
    ("Projekts „Rīta ausma!” sākās.", "Rīta ausma!", "project"),
    ("Projekts „Rīta ausma.” sākās.", "Rīta ausma", "project"),
    ('Projekts „Ceļš uz "Rīta ausmu"” sākās.', "Ceļš uz „Rīta ausmu”", "project"),
    ("Projekts „Skola – mana pasaule: 2. posms” sākās.", "Skola – mana pasaule: 2. posms", "project"),
    ("Atbalstīts „Projekts „Rīta ausma””.", "Rīta ausma", "project"),
    ("Notika „Labdarības akcija „Siltās rokas””.", "Siltās rokas", "campaign"),
    ("Projektā romu jauniešiem „Rīta ausma” piedalījās trīs.", "Rīta ausma", "project"),
    ("Fonda programmā „Rīta ausma” piedalījās trīs.", "Rīta ausma", "project"),
    ("Aģentūras „Rīta ausma” projekta ietvaros notika kursi.", "Rīta ausma", "project"),
]

KNOWN = [
    ("Projektā „PuMPuRS” iesaistīti divi skolēni.", "PuMPuRS"),
    ("Projektā „Pumpurs” iesaistīti divi skolēni.", "PuMPuRS"),
    ("Projektā „PUMPURS” iesaistīti divi skolēni.", "PuMPuRS"),
    ("Projektā PUMPURS iesaistīti divi skolēni.", "PuMPuRS"),
    ("Projekta PUMPURS ietvaros iesaistīti divi skolēni.", "PuMPuRS"),
    ("Projektā Pumpurs iesaistīti divi skolēni.", "PuMPuRS"),
    ("PuMPuRS palīdz diviem skolēniem.", "PuMPuRS"),
    ("PUMPURA projektā iesaistīti divi skolēni.", "PuMPuRS"),
    ("Skolā darbojas pumpurs projekts.", "PuMPuRS"),
    ("Konkursā PUMPURS atbalstīti divi skolēni.", "PuMPuRS"),
    ("Projekts „Atbalsts priekšlaicīgas mācību pārtraukšanas samazināšanai” turpinās.", "PuMPuRS"),
    ("Projekts „Atbalsts priekšlaicīgas mācību pārtraukšanas samazināšanai „PuMPuRS”” turpinās.", "PuMPuRS"),
    ("Projekts „Atbalsts priekšlaicīgas mācību pārtraukšanas samazināšanai (PuMPuRS)” turpinās.", "PuMPuRS"),
    ("Projekts „Atbalsts priekslaicigas mācību pārtraukšanas samazināšanai” turpinās.", "PuMPuRS"),
    ("Skola turpina projektu Atbalsts priekšlaicīgas mācību pārtraukšanas samazināšanai.", "PuMPuRS"),
    ("Projektā „Proti un dari” iesaistīts jaunietis.", "Proti un dari!"),
    ("Projektā „Proti un Dari!” iesaistīts jaunietis.", "Proti un dari!"),
    ("Projektā PROTI un DARI! iesaistīts jaunietis.", "Proti un dari!"),
    ("Projektā Proti un dari iesaistīts jaunietis.", "Proti un dari!"),
    ("Jaunietis iesaistīts „Proti un dari!” aktivitātēs.", "Proti un dari!"),
    ("Programma „Latvijas skolas soma” ļāva apmeklēt teātri.", "Latvijas skolas soma"),
    ("Programmas „Skolas soma” ietvaros apmeklēts teātris.", "Skolas soma"),
    ("Iniciatīva „Latvijas Skolas soma” palīdzēja.", "Latvijas skolas soma"),
    ("Jaunieši piedalījās Erasmus+ projektā.", "Erasmus+"),
    ("Programmā „Erasmus +” piedalījās jaunieši.", "Erasmus+"),
    ("„Jauniešu garantijas” projektā iesaistīts romu jaunietis.", "Jauniešu garantija"),
    ("Projektā „Atbalsts izglītojamo individuālo kompetenču attīstībai” darbojās pulciņš.",
     "Atbalsts izglītojamo individuālo kompetenču attīstībai"),
]  # fmt: skip

NUMBERED = [
    ("„Rīta ausma” (projekta Nr.9.2.4.2/16/I/077) aktivitātēs piedalījās ģimenes.", "9.2.4.2/16/I/077"),
    ("Notika „Rīta ausma” (Nr. 9.2.4.2/16/I/077) nodarbības.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma” (Nr.9.2.4.2/16/I/077) turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma” (Nr. 9.2.4.2./16/I/077) turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma” (projekta Nr. 9.2.4.2/16/I/077) turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma” (projekta Nr. 9.2.4.2 / 16 / I / 077) turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma”, Nr.9.2.4.2/16/I/077, turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts Nr. 9.2.4.2/16/I/077 „Rīta ausma” turpinās.", "9.2.4.2/16/I/077"),
    ("ESF projekta Nr.8.3.4.0/16/I/077 „Rīta ausma” ietvaros notika nodarbības.", "8.3.4.0/16/I/077"),
    ("Projekts (Nr. 9.2.4.2/16/I/077) „Rīta ausma” turpinās.", "9.2.4.2/16/I/077"),
    ("Projekts „Rīta ausma” (identifikācijas Nr. 9.2.2.1./15/I/003) turpinās.", "9.2.2.1/15/I/003"),
    ("Projekts „Rīta ausma” (Nr. 2020-1-LV02-KA105-002996) turpinās.", "2020-1-LV02-KA105-002996"),
    ("Projekts „Rīta ausma” (Nr. LLI-402/18) turpinās.", "LLI-402/18"),
    ("Projekts „Rīta ausma” turpinās (lēmums Nr. 5/12).", None),
    ("Saskaņā ar līgumu Nr. 2021/14 turpinās projekts „Rīta ausma”.", None),
    ("Projekts „Rīta ausma” turpinās 4. vidusskolā.", None),
]

NOTHING = [
    "Notika divi projekta pasākumi: pirmdien – „Dziesmu rīts”, otrdien – „Deju vakars”.",
    "„Novada Ziņu” redakcija publicēja rakstu par romu vēsturi.",
    "Likumprojektā par bankas „Austra” nodošanu romi nav minēti.",
    "Festivālā „Zvaigžņu lietus” uzstājās romu ansamblis.",
    "Koncerts „Zvaigžņu lietus” notika klubā.",
    "Izstādi „Zvaigžņu lietus” apmeklēja skolēni.",
    "Izrādē „Zvaigžņu lietus” piedalījās bērni.",
    "Seminārā „Zvaigžņu lietus” runāja mediatore.",
    "Nometnē „Zvaigžņu lietus” atpūtās divi bērni.",
    "Pasākums „Zvaigžņu lietus” notika klubā.",
    "Pasākumā „Zvaigžņu lietus” piedalījās bērni.",
    "Biedrība „Zvaigžņu lietus” palīdzēja ģimenēm.",
    "Biedrības „Zvaigžņu lietus” projektā iesaistījās bērni.",
    "Biedrībai „Zvaigžņu lietus” piešķirtas telpas.",
    "Nodibinājums „Zvaigžņu lietus” palīdzēja ģimenēm.",
    "Dienas centrā „Zvaigžņu lietus” notiek nodarbības.",
    "Jauniešu centrs „Zvaigžņu lietus” ir atvērts.",
    "Klubā „Zvaigžņu lietus” notiek nodarbības.",
    "Pirmsskolas izglītības iestāde „Zvaigžņu lietus” uzņēma bērnus.",
    "PII „Zvaigžņu lietus” apmeklē divi bērni.",
    "SIA „Zvaigžņu lietus” pieņēma darbā romu.",
    "Uzņēmums „Zvaigžņu lietus” pieņēma darbā romu.",
    "Bērnudārzu „Zvaigžņu lietus” apmeklē divi bērni.",
    "Ansamblis „Zvaigžņu lietus” uzstājās svētkos.",
    "Deju kopa „Zvaigžņu lietus” uzstājās svētkos.",
    "Komanda „Zvaigžņu lietus” uzvarēja turnīrā.",
    "Filmu „Zvaigžņu lietus” noskatījās skolēni.",
    "Grāmata „Zvaigžņu lietus” nonāca bibliotēkā.",
    "Laikraksts „Zvaigžņu lietus” publicēja rakstu.",
    "Kinoteātrī „Zvaigžņu lietus” rādīja filmu.",
    "Finansējums piešķirts pēc nolikuma „Par atbalstu biedrībām”.",
    "Saistošie noteikumi „Par dzīvokļa pabalstu” ir spēkā.",
    "Likums „Par palīdzību dzīvokļa jautājumu risināšanā” ir spēkā.",
    "Pamatnostādnes „Saliedēta sabiedrība” ir apstiprinātas.",
    "Attīstības programma „Zaļais novads” ir apstiprināta.",
    "Izglītības programma „Vispārējā pamatizglītība” ir licencēta.",
    "Mācību programmu „Latviešu valoda” apguva trīs romi.",
    "Speciālās izglītības programmā „Solis” mācās divi bērni.",
    "Profesionālās izglītības programmā „Pavāra palīgs” mācās divi jaunieši.",
    "Kursos „Zvaigžņu lietus” mācījās sievietes.",
    "Nodarbībās „Zvaigžņu lietus” piedalījās sievietes.",
    "Nodarbību ciklā „Zvaigžņu lietus” piedalījās sievietes.",
    "Svētku programma „Zvaigžņu lietus” pulcēja ģimenes.",
    "Koncertprogrammu „Zvaigžņu lietus” noskatījās ģimenes.",
    "Viesu namā „Zvaigžņu lietus” strādā romu sieviete.",
    "Veikals „Zvaigžņu lietus” ziedoja pārtiku.",
    "Aktivitātē „Zvaigžņu lietus” piedalījās bērni.",
    "Jaunrades nams „Zvaigžņu lietus” uzņēma bērnus.",
    "Iniciatīvu grupa „Zvaigžņu lietus” tiekas reizi mēnesī.",
    "Novadā īstenoti trīs projekti un divas programmas.",
    "Projektā piedalījās trīs skolēni.",
    "Projektu konkursā nevalstiskajām organizācijām piedalījās biedrība.",
    "Projekta ietvaros notika nodarbības.",
    "Kaitējuma mazināšanas programma ir pieejama visiem.",
    "Sākumskolas skolotāja Pumpura palīdzēja skolēniem.",
    "Skolas soma un mācību piederumi nodoti trim bērniem.",
    "Skolotāja viņu sauca par „zvaigznīti”.",
    "Projekti ESF finansējumam nav sagatavoti.",
    "Pašvaldība projektus NVA nav iesniegusi.",
    "„Zvaigžņu lietus” koncertā piedalījās bērni.",
    "„Zvaigžņu lietus” audzēkņi uzstājās klubā.",
    "Sporta spēlēs „Zvaigžņu lietus” uzvarēja romu komanda.",
]


@pytest.mark.parametrize(("text", "name", "kind"), QUOTED)
def test_names_in_quotation_marks(text: str, name: str, kind: str) -> None:
    assert projects_of(text) == [[(name, kind, None)]]


@pytest.mark.parametrize(("text", "name"), KNOWN)
def test_known_projects(text: str, name: str) -> None:
    [found] = projects_of(text)
    assert [project[0] for project in found] == [name]


@pytest.mark.parametrize(("text", "number"), NUMBERED)
def test_numbers(text: str, number: str | None) -> None:
    assert projects_of(text) == [[("Rīta ausma", "project", number)]]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_project(text: str) -> None:
    assert projects_of(text) == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Projektos „Rīta ausma” un „Tālā gaisma” piedalījās jaunieši.",
            [("Rīta ausma", "project", None), ("Tālā gaisma", "project", None)],
        ),
        (
            "Projekti „Rīta ausma”, „Tālā gaisma” un „Solis” turpinās.",
            [("Rīta ausma", "project", None), ("Tālā gaisma", "project", None), ("Solis", "project", None)],
        ),
        (
            "Projekti „Rīta ausma” (Nr. 1.2.3.4/16/I/001) un „Tālā gaisma” (Nr. 1.2.3.4/16/I/002) turpinās.",
            [("Rīta ausma", "project", "1.2.3.4/16/I/001"), ("Tālā gaisma", "project", "1.2.3.4/16/I/002")],
        ),
        (
            "Projektā „Rīta ausma” un konkursā „Zelta diegs” piedalījās skolēni.",
            [("Rīta ausma", "project", None), ("Zelta diegs", "competition", None)],
        ),
        (
            "Konkursā „Zelta diegs” atbalstīts projekts „Rīta ausma”.",
            [("Zelta diegs", "competition", None), ("Rīta ausma", "project", None)],
        ),
        ("Biedrība „Cerība” īstenoja projektu „Rīta ausma”.", [("Rīta ausma", "project", None)]),
        ("Centrā „Cerība” notika projekta „Rīta ausma” nodarbības.", [("Rīta ausma", "project", None)]),
        ("Festivālos „Lietus” un „Sniegs” uzstājās bērni.", []),
        ("Veikals „Cerība” akcijā „Siltās rokas” ziedoja mantas.", [("Siltās rokas", "campaign", None)]),
        ("Labdaru „Cerība” akcijā „Siltās rokas” savāktas mantas.", [("Siltās rokas", "campaign", None)]),
        ("Projekts „Latvijas romu platforma VI” turpinās.", [("Latvijas romu platforma VI", "project", None)]),
        ("Projektā SOLI UN LAIKI piedalījās bērni.", [("SOLI UN LAIKI", "project", None)]),
        ("Projekta Roku rokā ietvaros notika nodarbības.", [("Roku rokā", "project", None)]),
        ("Akcijā SILTUMS savāktas mantas.", [("SILTUMS", "campaign", None)]),
    ],
)
def test_several_names_and_names_without_marks(text: str, expected: list[Expected]) -> None:
    assert projects_of(text) == [expected]


RITA = ("Rīta ausma skolēniem", "project", None)


@pytest.mark.parametrize(
    "told",
    [
        ["Projektā „Rīta ausma skolēniem” (turpmāk – AUSMA) piedalījās bērni.", "AUSMA palīdzēja visiem."],
        [
            "Projektā „Rīta ausma skolēniem” (turpmāk tekstā – Ausma) piedalījās bērni.",
            "Ausmas nodarbības notika klubā.",
        ],
        ["Projektā „Rīta ausma skolēniem” (turpmāk - „Ausma”) piedalījās bērni.", "Nodarbībās „Ausma” bija jautri."],
        ["Projektā „Rīta ausma skolēniem” (RAS) piedalījās bērni.", "RAS palīdzēja visiem."],
        ["Projektā „Rīta ausma skolēniem” piedalījās bērni.", "Projekts „Rīta Ausma Skolēniem” turpinās."],
        ["Projektā „Rīta ausma skolēniem” piedalījās bērni.", "Projekts „Rita ausma skoleniem” turpinās."],
    ],
)
def test_one_project_under_two_names(told: list[str]) -> None:
    assert projects_of(*told) == [[RITA], [RITA]]


@pytest.mark.parametrize("alias", ["Projekts", "projekts", "programma", "Programma", "Akcija", "Pašvaldība"])
def test_generic_aliases_name_nothing(alias: str) -> None:
    told = [
        f"Projektā „Rīta ausma skolēniem” (turpmāk – {alias}) piedalījās bērni.",
        f"{alias} palīdzēja visiem.",
    ]
    assert projects_of(*told) == [[RITA], []]


def test_an_alias_holds_from_its_statement_on() -> None:
    told = ["AUSMA ir vārds.", "Projektā „Rīta ausma skolēniem” (turpmāk – AUSMA) piedalījās bērni."]
    assert projects_of(*told) == [[], [RITA]]


def test_the_line_above_a_list_names_the_kind() -> None:
    items = [
        Told(f"„{name}” – {count};", lead_in="Romi iesaistījās projektos:")
        for name, count in (("Solis", 3), ("Rīts", 4))
    ]
    assert projects_of(*items) == [[("Solis", "project", None)], [("Rīts", "project", None)]]


def test_the_register_is_configuration() -> None:
    codebook = load_codebook().model_copy(update={"projects": ()})
    assert projects_of("Projektā „Pumpurs” iesaistīti divi skolēni.", codebook=codebook) == [
        [("Pumpurs", "project", None)]
    ]


TEXTS = [text for text, *_ in [*QUOTED, *KNOWN, *NUMBERED]] + NOTHING


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=5))
def test_evidence_is_the_documents_words(texts: list[str]) -> None:
    letter = annotated(texts)
    for statement, findings in zip(letter.letter.statements, find_projects(letter), strict=True):
        for finding in findings:
            assert str(finding.reason)
            assert 0 < finding.confidence <= 1
            for evidence in finding.evidence:
                assert statement.start <= evidence.start < evidence.end <= statement.end
                assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote


@given(st.text(alphabet="aĀbPr „“”\"«»,,'’.()/Nr12–-", max_size=80))
def test_any_text_is_taken(text: str) -> None:
    letter = annotated([f"Projekts {text}"])
    for finding in find_projects(letter)[0]:
        assert finding.value.name.strip()
        assert all(each.quote in letter.letter.document.text for each in finding.evidence)
