"""Domains: words, headings, and the order in which letters tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.codebook import Domain, Title, load_codebook
from extract.fields.domains import find_domains
from invented_letters import Told, analysed


def domains_of(*told: str | Told) -> list[str | None]:
    return [finding.value if finding else None for finding in find_domains(analysed(told))]


STATEMENTS = [
    # cooperation
    ("Novads apmainījās pieredzē ar kaimiņu novadiem par darbu ar romu ģimenēm.", "cooperation"),
    ("Romu mediatore palīdz ģimenēm sazināties ar iestādēm.", "cooperation"),
    ("Sadarbība ar citām pašvaldībām notika četrās sanāksmēs.", "cooperation"),
    ("Sadarbības partneri ir policija, bāriņtiesa un romu kopienas līderi.", "cooperation"),
    ("Noslēgts sadarbības memorands ar blakus novadu.", "cooperation"),
    ("Starpinstitucionālā darba grupa tikās reizi ceturksnī.", "cooperation"),
    ("Pieredzes apmaiņas braucienā piedalījās romu kopienas pārstāvji un domes darbinieki.", "cooperation"),
    ("Notika tikšanās ar romu kopienas vecāko un pašvaldības policiju.", "cooperation"),
    ("Pašvaldības koordinatore uztur dialogu ar romu kopienu.", "cooperation"),
    ("Domes darbinieki tikās ar kaimiņu pašvaldību pārstāvjiem.", "cooperation"),
    ("Tika koordinēta informācijas apmaiņa starp iestādēm un romu kopienu.", "cooperation"),
    ("Sadarbiba ar citam pasvaldibam netika uzsakta.", "cooperation"),
    ("Pārvalde turpināja sadarboties ar biedrību un Sociālo dienestu.", "cooperation"),
    # education
    ("Pirmsskolas grupu apmeklēja septiņi bērni.", "education"),
    ("Skolotāja palīgs palīdzēja pirmklasniekiem lasīt.", "education"),
    ("Skolēni saņēma individuālas konsultācijas matemātikā.", "education"),
    ("Pamatizglītību ieguva divi izglītojamie.", "education"),
    ("Sociālais pedagogs runāja ar vecākiem par kavējumiem.", "education"),
    ("Interešu izglītības pulciņos darbojās romu bērni.", "education"),
    ("Bērni saņēma bezmaksas pusdienas skolā.", "education"),
    ("Logopēds strādāja ar sagatavošanas grupas bērniem.", "education"),
    ("Vidusskolā mācījās trīs romu jaunieši.", "education"),
    ("Pagarinātās dienas grupā bērni pildīja mājasdarbus.", "education"),
    ("Vecāku sapulcē pārrunāja bērnu sekmes.", "education"),
    ("Skola piešķīra datorus attālinātajām mācībām.", "education"),
    ("Jaunietis uzsāka studijas koledžā.", "education"),
    ("Mācību gada sākumā dāvinātas skolas somas.", "education"),
    ("Skoleni apguva latviesu valodu.", "education"),
    ("Projekts PuMPuRS palīdzēja novērst priekšlaicīgu mācību pārtraukšanu.", "education"),
    ("Speciālās izglītības programmu apguva divi audzēkņi.", "education"),
    ("Rotaļskolā bērni gatavojās skolas gaitām.", "education"),
    # employment
    ("NVA filiāle reģistrēja četrus bezdarbniekus.", "employment"),
    ("Algotajos pagaidu sabiedriskajos darbos strādāja divi romi.", "employment"),
    ("Sociālais dienests piešķīra pabalstu maznodrošinātām ģimenēm.", "employment"),
    ("Garantētā minimālā ienākuma pabalstu saņēma piecas ģimenes.", "employment"),
    ("Pārtikas pakas saņēma vistrūcīgākās ģimenes.", "employment"),
    ("Sarkanais Krusts izdalīja apģērbu un apavus.", "employment"),
    ("Karjeras konsultants palīdzēja atrast darbavietu.", "employment"),
    ("Darba devējs pieņēma darbā vienu romu tautības vīrieti.", "employment"),
    ("Romi piedalījās profesionālās apmācības kursos.", "employment"),
    ("Sociālais darbinieks palīdzēja meklēt darbu.", "employment"),
    ("Sociālās iekļaušanas pasākumos piedalījās ģimenes.", "employment"),
    ("Dienas centrs sniedz sociālos pakalpojumus.", "employment"),
    ("Subsidētajā darbavietā strādā viena sieviete.", "employment"),
    ("Zupas virtuvi apmeklēja trūcīgas personas.", "employment"),
    ("Humāno palīdzību saņēma desmit ģimenes.", "employment"),
    ("Bezdarbnieki apguva uzņēmējdarbības pamatus.", "employment"),
    ("Nodarbinatibas pasakumos iesaistijas divi romi.", "employment"),
    ("Jauniešu garantijas pasākumos iesaistījās jaunietis.", "employment"),
    # health
    ("Ģimenes ārsts vakcinēja romu bērnus.", "health"),
    ("Slimnīcā ārstējās viena pensionāre.", "health"),
    ("Veselības dienā mērīja asinsspiedienu.", "health"),
    ("Zobārsts pārbaudīja bērnu zobus.", "health"),
    ("Lekcijas par veselīgu uzturu apmeklēja sievietes.", "health"),
    ("HIV profilakses punktā veica testus.", "health"),
    ("Atkarību profilakses nodarbībās piedalījās jaunieši.", "health"),
    ("Feldšere apmeklēja ģimenes un skaidroja vakcinācijas nozīmi.", "health"),
    ("Tuberkulozes pacienti saņēma zāles.", "health"),
    ("Vingrošana un nūjošana veicināja fizisko veselību.", "health"),
    ("Psihiatra konsultāciju saņēma viena persona.", "health"),
    ("Medicīniskās rehabilitācijas pakalpojumu saņēma divi romi.", "health"),
    ("Mobilā vienība piedāvāja mammogrāfijas skrīningu.", "health"),
    ("Gimenes arsts apskatija zidainus.", "health"),
    # participation
    ("Romu biedrībai piešķirts līdzfinansējums.", "participation"),
    ("Nevalstiskās organizācijas varēja pieteikties grantu konkursam.", "participation"),
    ("Pašvaldība bez maksas nodod telpas romu NVO.", "participation"),
    ("Romu līdzdalību veicina iedzīvotāju padome.", "participation"),
    ("Konsultatīvajā padomē darbojas romu pārstāve.", "participation"),
    ("Nodibinājums saņēma nomas maksas atlaidi.", "participation"),
    ("Biedrību iniciatīvām piešķirts finansējums.", "participation"),
    ("Iedzīvotāju iniciatīvu konkursā atbalstīts projekts.", "participation"),
    ("Romu jauniešu līderi iesaistījās brīvprātīgajā darbā.", "participation"),
    ("Līdzdalības budžetā atbalstīta rotaļu laukuma ideja.", "participation"),
    ("Nevalstiskajam organizacijam pieejams lidzfinansejums.", "participation"),
    ("Biedrības dibināšanā palīdzēja domes jurists.", "participation"),
    # culture
    ("Koncertā uzstājās romu ansamblis.", "culture"),
    ("Romu kultūras svētkos dziedāja un dejoja.", "culture"),
    ("Muzejā atklāja fotogrāfiju izstādi par romu vēsturi.", "culture"),
    ("Lekcijā par cilvēktiesībām piedalījās iedzīvotāji.", "culture"),
    ("Starpkultūru dialogu veicināja tautību festivāls.", "culture"),
    ("Nodarbības mazināja stereotipus un aizspriedumus.", "culture"),
    ("Holokausta upuru piemiņas pasākumā nolika ziedus.", "culture"),
    ("Diskriminācijas novēršanai veltīta diskusija notika bibliotēkā.", "culture"),
    ("Kultūras namā notika mazākumtautību vakars ar dziesmām.", "culture"),
    ("Meistarklasē iepazina romu tradīcijas un virtuvi.", "culture"),
    ("Teātra izrādi par iecietību noskatījās visi.", "culture"),
    ("Kultūras pasākumos piedalījās romu ģimenes.", "culture"),
    ("Tolerances diena notika kultūras namā.", "culture"),
    ("Romu dziesmas skanēja novada svētkos.", "culture"),
    # family assistant
    ("Ģimenes asistents palīdz divām ģimenēm.", "family_assistant"),
    ("Ģimenes asistenta pakalpojumu saņēma viena ģimene.", "family_assistant"),
    ("Ģimenes asistente māca bērnu aprūpes prasmes.", "family_assistant"),
    ("Gimenes asistenta pakalpojums ieviests visa novada.", "family_assistant"),
    ("Asistente māca plānot budžetu un rūpēties par bērniem ģimenē.", "family_assistant"),
    ("Divas ģimenes asistentes strādā četras stundas nedēļā.", "family_assistant"),
    # housing
    ("Ģimenei piešķirts pašvaldības dzīvoklis.", "housing"),
    ("Dzīvojamo telpu rindā gaida trīs ģimenes.", "housing"),
    ("Dzīvokļa pabalstu saņēma sešas ģimenes.", "housing"),
    ("Pašvaldība izremontēja sociālo dzīvokli.", "housing"),
    ("Noslēgti četri īres līgumi.", "housing"),
    ("Mājokļa pieejamību uzlabo sociālā māja.", "housing"),
    ("Ģimenes saņēma malku apkurei.", "housing"),
    ("Izlikšana no dzīvokļa tika novērsta.", "housing"),
    ("Naktspatversmē uzturējās viens bezpajumtnieks.", "housing"),
    ("Majokla pabalsts pieskirts piecam gimenem.", "housing"),
    ("Komunālo maksājumu parādus palīdzēja dzēst pašvaldība.", "housing"),
]

HEADINGS = [
    ("Sadarbība ar citām pašvaldībām, romu kopienu un citām iesaistītajām pusēm", "cooperation"),
    ("1. Sadarbība ar pašvaldībām un romu kopienu", "cooperation"),
    ("SADARBĪBA", "cooperation"),
    ("Sadarbiba ar citam pasvaldibam", "cooperation"),
    ("Īstenotie pasākumi romu izglītības jomā", "education"),
    ("Īstenotie pasākumi romu līdzdalības veicināšanai izglītības jomā", "education"),
    ("Izglītība", "education"),
    ("IZGLĪTĪBA:", "education"),
    ("1.2. Izglītības joma", "education"),
    ("Kādi pasākumi tika īstenoti romu izglītības jomā?", "education"),
    ("Istenotie pasakumi romu izglitibas joma", "education"),
    ("Pasākumi izglītibas jomā", "education"),
    ("2021. gads. Izglītība", "education"),
    ("Īstenotie pasākumi romu nodarbinātības un sociālās iekļaušanas jomā", "employment"),
    ("1.3. Nodarbinātība un sociālā iekļaušana", "employment"),
    ("Nodarbinātība", "employment"),
    ("Sociālā iekļaušana", "employment"),
    ("Sociālā joma", "employment"),
    ("Romu nodarbinātība", "employment"),
    ("Īstenotie pasākumi romu veselības jomā", "health"),
    ("Veselības joma", "health"),
    ("Veselība", "health"),
    ("Veselības aprūpe", "health"),
    ("Veseliba", "health"),
    ("Atbalsts romu līdzdalības veicināšanas pasākumiem, t.sk. romu NVO iniciatīvām", "participation"),
    ("Līdzdalība", "participation"),
    ("Romu NVO atbalsts", "participation"),
    ("Atbalsts romu biedrībām", "participation"),
    ("Pasākumi cilvēktiesību un starpkultūru komunikācijas jomā", "culture"),
    ("Cilvēktiesības un starpkultūru komunikācija", "culture"),
    ("Kultūra", "culture"),
    ("Cilvektiesibas", "culture"),
    ("Ģimenes asistenta pakalpojuma iedzīvināšana un attīstība", "family_assistant"),
    ("Ģimenes asistents", "family_assistant"),
    ("7. Ģimenes asistenta pakalpojums", "family_assistant"),
    ("Mājokļu pieejamība", "housing"),
    ("Mājoklis", "housing"),
    ("Mājokļi", "housing"),
    ("8) Dzīvojamās telpas", "housing"),
]

PLAIN = "Šo darbu veica pieredzējuši cilvēki."


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements_by_their_words(text: str, expected: str) -> None:
    assert domains_of(text) == [expected]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_headings_decide(heading: str, expected: str) -> None:
    [finding] = find_domains(analysed([Told(PLAIN, heading)]))
    assert finding is not None
    assert (finding.value, finding.method) == (expected, "heading")
    assert finding.evidence[0].quote == heading
    assert finding.confidence > 0.9


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Izglītība", "Ģimenes ārsts vakcinēja bērnus slimnīcā."),
        ("Veselība", "Skolēni mācījās pirmsskolā."),
        ("Mājoklis", "Koncertā uzstājās romu ansamblis."),
    ],
)
def test_a_heading_is_stronger_than_words(heading: str, text: str) -> None:
    alone, under = domains_of(text), domains_of(Told(text, heading))
    assert alone != under
    assert under == domains_of(Told(PLAIN, heading))


def test_a_heading_that_runs_into_its_text_decides_for_its_paragraph() -> None:
    told = [
        Told("2021.gadā notika deju nodarbība.", heading="Veselības jomā:", runs_in=True),
        Told("Piedalījās astoņi bērni.", heading="Veselības jomā:", same_paragraph=True),
        Told("Ģimenes asistenta pakalpojumu saņēma viena ģimene.", heading="Veselības jomā:"),
    ]
    assert domains_of(*told) == ["health", "health", "family_assistant"]


def test_the_number_of_a_project_names_its_measure() -> None:
    text = "Projekta „Kopā stiprāki” (Nr. 9.2.4.2/16/I/199) nodarbības apmeklēja 30 jaunieši."
    assert domains_of(text) == ["health"]


def test_a_heading_of_two_domains_leaves_it_to_the_words() -> None:
    heading = "Nodarbinātība un mājoklis"
    told = [
        Told("NVA reģistrēja četrus bezdarbniekus.", heading),
        Told("Divām ģimenēm piešķirts pašvaldības dzīvoklis.", heading),
    ]
    assert domains_of(*told) == ["employment", "housing"]


def test_a_heading_of_no_domain_leaves_it_to_the_words() -> None:
    heading = "Papildu informācija"
    assert domains_of(Told("Ģimenes ārsts vakcinēja bērnus.", heading)) == ["health"]


SEQUENCES = [
    (
        [
            "Pirmsskolu apmeklēja pieci bērni.",
            ("Viņi iesaistījās arī svētkos.", True),
            "Ģimenes ārsts vakcinēja bērnus.",
        ],
        ["education", "education", "health"],
    ),
    (
        ["Romu biedrībai piešķirts līdzfinansējums projektam.", ("Projekta ietvaros atklāja gleznu izstādi.", True)],
        ["participation", "participation"],
    ),
    (
        ["Koncertā uzstājās ansamblis.", ("Pasākuma mērķis bija iepazīstināt skolēnus ar mūziku.", True)],
        ["culture", "culture"],
    ),
    (
        ["NVA reģistrēja bezdarbniekus.", ("Rezultātā darbu atrada divi.", True), ("Tāpat tika sniegti padomi.", True)],
        ["employment", "employment", "employment"],
    ),
    (
        ["Skolā mācījās seši bērni.", ("Viens no tiem saņēma stipendiju.", True), "Dzīvokli saņēma viena ģimene."],
        ["education", "education", "housing"],
    ),
    (
        [
            "2021. gadā sadarbība ar citām pašvaldībām notika sanāksmēs.",
            "2021. gadā pirmsskolu apmeklēja pieci bērni.",
            "2022. gadā pirmsskolu apmeklēja seši bērni.",
            "2021. gadā NVA iesaistīja divus bezdarbniekus.",
            "2021. gadā feldšere apmeklēja ģimenes.",
            "2022. gadā kultūras namā notika koncerts.",
        ],
        ["cooperation", "education", "education", "employment", "health", "culture"],
    ),
    (
        ["Ģimenes asistents palīdz vienai ģimenei.", ("Pakalpojums tiek sniegts divas reizes nedēļā.", True)],
        ["family_assistant", "family_assistant"],
    ),
    (
        ["Izglītības jomā netika novērotas grūtības.", "Veselības jomā palīdzību sniedza visi."],
        ["education", "health"],
    ),
]


@pytest.mark.parametrize(("told", "expected"), SEQUENCES)
def test_letters_without_headings(told: list[str | tuple[str, bool]], expected: list[str]) -> None:
    statements = [Told(each) if isinstance(each, str) else Told(each[0], same_paragraph=each[1]) for each in told]
    assert domains_of(*statements) == expected


def test_the_line_above_a_list_speaks_for_its_items() -> None:
    lead_in = "NVA pasākumos romi piedalījās šādi:"
    assert domains_of(*(Told(f"{what} – {n};", lead_in=lead_in) for n, what in enumerate(["pirmajā", "otrajā"]))) == [
        "employment",
        "employment",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Specifiski pasākumi romiem netika organizēti.",
        "Informējam, ka atsevišķi pasākumi nav īstenoti.",
        "Pašvaldība neīstenoja nevienu pasākumu romiem.",
    ],
)
def test_a_letter_that_says_nothing_of_domains_has_none(text: str) -> None:
    assert domains_of(text) == [None]


def test_two_domains_are_told_as_alternatives_with_less_confidence() -> None:
    clear, torn = (
        find_domains(analysed([text]))[0]
        for text in (
            "Skolēni apguva pamatizglītību pirmsskolā un skolā.",
            "Skolēni muzejā iepazina izstādi un mācījās dziesmas skolā.",
        )
    )
    assert clear is not None and torn is not None
    assert {torn.value, *torn.alternatives} >= {"education", "culture"}
    assert torn.confidence < clear.confidence


def test_no_statements_no_domains() -> None:
    assert find_domains(analysed([])) == ()


def test_domains_are_configuration() -> None:
    forest, road = (
        Domain(code=code, title=Title(lv=name, en=name), headings=(name,), terms={stem: 3.0})
        for code, name, stem in (("forest", "Meži", "mež"), ("road", "Ceļi", "ceļ"))
    )
    codebook = load_codebook().model_copy(update={"domains": (forest, road)})
    letter = analysed(["Mežā iestādīti koki.", "Ceļu remontē.", Told("Darbs turpinās.", "Meži")], codebook=codebook)
    assert [finding.value if finding else None for finding in find_domains(letter)] == ["forest", "road", "forest"]


@given(
    st.lists(
        st.tuples(st.sampled_from([text for text, _ in STATEMENTS] + [PLAIN]), st.booleans()), min_size=1, max_size=8
    )
)
def test_evidence_is_the_documents_words(told: list[tuple[str, bool]]) -> None:
    letter = analysed([Told(text, same_paragraph=same) for text, same in told])
    for finding in find_domains(letter):
        if finding is None:
            continue
        assert 0 < finding.confidence <= 1
        assert finding.value not in finding.alternatives
        assert str(finding.reason)
        for evidence in finding.evidence:
            assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote
