"""Names that a letter tells again: in another case, without marks or noun, by an alias; written before the rules."""

import pytest

from project_sentences import projects_of

#: The name as it is first told, with its kind, and sentences that tell it again.
AGAIN = [
    (
        "Konkursā naudu ieguva projekts «Ritmi pie ugunskura».",
        "Ritmi pie ugunskura (project)",
        [
            "«Ritmos pie ugunskura» ģitāru spēlēt iemācījās desmit pusaudži.",
            "Ritmos pie ugunskura ģitāru spēlēt iemācījās desmit pusaudži.",
            "Ar „Ritmu pie ugunskura” naudu pirktas ģitāras.",
            "Ģitāras pirktas no Ritmu pie ugunskura naudas.",
            "Uz “Ritmiem pie ugunskura” brauca arī valkēnieši.",
        ],
    ),
    (
        "Trīs skolās īsteno programmu „Soli pa solim”.",
        "Soli pa solim (project)",
        ["„Soli pa solim” nodarbības vada logopēde.", "Ar “Soli pa solim” strādā logopēde."],
    ),
    (
        "Biedrība sāka projektu „Zaļais tilts”.",
        "Zaļais tilts (project)",
        [
            "Zaļajā tiltā strādāja divi mentori.",
            "Divi mentori strādāja arī Zaļajā tiltā.",
            "Bez Zaļā tilta šīs nodarbības nebūtu.",
            "„Zaļo tiltu” vada mediatore.",
            "ZAĻAIS TILTS beidzās maijā.",
        ],
    ),
    (
        "Bibliotēkā notika akcija „Pilna soma pirmklasniekam”.",
        "Pilna soma pirmklasniekam (campaign)",
        [
            "„Pilnas somas pirmklasniekam” laikā ziedoja arī skolas.",
            "“Pilnai somai pirmklasniekam” ziedoja arī skolas.",
            "Pilnu somu pirmklasniekam saņēma četri romu bērni.",
        ],
    ),
    (
        "NVA projektā „Darbs un mācības” strādā trīs romi.",
        "Darbs un mācības (project)",
        ["„Darbā un mācībās” ir arī divas sievietes.", "Pēc „Darba un mācībām” algotu darbu atrada viena."],
    ),
    (
        "Policija sāka kampaņu „Runā, kamēr nav par vēlu!”.",
        "Runā, kamēr nav par vēlu! (campaign)",
        ["„Runā, kamēr nav par vēlu” plakāti bija skolās."],
    ),
    (
        "Skola piedalās projektā „Mūsu kvartāla balss”.",
        "Mūsu kvartāla balss (project)",
        ["„Mūsu kvartāla balsī” iesaistīti deviņi jaunieši.", "Mūsu kvartāla balsij pieteicās deviņi jaunieši."],
    ),
    (
        "Projekts „Saknes” ilga gadu.",
        "Saknes (project)",
        [
            "Nodarbības „Saknēs” vadīja mediatore.",
            "Četri jaunieši „Sakņu” nometnē bija pirmo reizi.",
            "Nodarbības Saknēs vadīja mediatore.",
        ],
    ),
    (
        "Projektā „Divi krasti – viena upe” ir 12 dalībnieki.",
        "Divi krasti – viena upe (project)",
        ["„Divi krasti - viena upe” beidzās maijā.", "“Divu krastu – vienas upes” noslēgumā bija koncerts."],
    ),
    (
        "Programma Ceļamaize turpinās.",
        "Ceļamaize (project)",
        ["Ceļamaizes nodarbībās ir 14 bērni.", "„Ceļamaizē” bērni mācās lasīt."],
    ),
    (
        "Projekts PUMPURS palīdz pieciem bērniem.",
        "PuMPuRS (project)",
        ["Pumpurā iesaistīti arī divi romi.", "PUMPURĀ ir arī divi romi.", "Bez Pumpura atbalsta viņi skolu pamestu."],
    ),
    (
        "Konkursā Sper soli uzvarēja romu puiši.",
        "Sper soli (competition)",
        ["„Sper soli” žūrijā bija arī mediatore."],
    ),
]
#: Names told again by a part of them, or with others beside.
PARTS = [
    (
        "Sākās projekts „Valoda, ko runā vectēvs”.",
        "„Vectēvā” piedalās trīs skolnieces.",
        "Valoda, ko runā vectēvs (project)",
    ),
    ("Sākās projekts „Soli pretī dzīvei”.", "„Soli pretī” mentori tiekas reizi nedēļā.", "Soli pretī dzīvei (project)"),
    ("Sākās projekts „Soli pretī dzīvei”.", "Biedrība „Dzīvei” dalījās pieredzē.", ""),
    ("Sākās projekts „Soli pretī dzīvei”.", "Par „dzīvi” runāja reti.", ""),
    ("Sākās projekts „Vasaras skola bērniem” un projekts „Ziemas skola bērniem”.", "„Skola bērniem” ilgst gadu.", ""),
]
#: Names of letters and what later sentences may say with the same words.
NOT_AGAIN = [
    ("Biedrība sāka projektu „Mūsu skola”.", "Mūsu skola strādā ar septiņiem romu bērniem."),
    ("Biedrība sāka projektu „Saknes”.", "Saknes romiem te ir dziļas."),
    ("Biedrība sāka projektu „Kopā”.", "Kopā piedalījās 14 bērni."),
    ("Biedrība sāka projektu „Zaļais tilts”.", "Zaļais tilts pār upi ir slēgts."),
    ("Biedrība sāka projektu „Zaļais tilts”.", "Biedrība „Zaļais tilts” noma telpas."),
    ("Biedrība sāka projektu „Zaļais tilts”.", "Kafejnīcā Zaļais tilts strādā viens roms."),
    ("Biedrība „Saule” īsteno projektu „Saule”.", "„Saules” telpās notiek nodarbības."),
    ("Biedrība sāka projektu „Ceļš”.", "Ceļš līdz skolai ir tāls."),
    ("Notika akcija „Siltas rokas”.", "Zēnam ir siltas rokas."),
    ("Notika konkurss „Gada ģimene”.", "Gada ģimenes asistente strādā Talsos."),
    ("Notika konkurss „Mana māja”.", "Mana māja ir Talsos, stāsta mediatore."),
]
ALIASES = [
    (
        "Projektā „Mācāmies kopā” (Nr. 4.2.2.8/1/23/I/003; turpmāk – MK) strādā pedagogs.",
        "Projektam MK pievienojās vēl viena skola.",
    ),
    ("Projektā „Mācāmies kopā” (turpmāk – MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (turpmāk tekstā MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (tālāk – MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (tālāk tekstā: MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (saīsināti MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (saīsināti – „MK”) strādā pedagogs.", "„MK” nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (saīs. MK) strādā pedagogs.", "Septiņus bērnus atbalsta MK."),
    ("Projektā „Mācāmies kopā” (turpmāk saukts MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (turpmāk saukts par MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (šeit un turpmāk – MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (šeit un tālāk tekstā – MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (citur – MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (jeb MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā”, saīsināti MK, strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” jeb MK strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā”, turpmāk MK, strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” – turpmāk MK – strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” – MK – strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” – saīsināti MK – strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā” (Nr. 4.2.2.8/1/23/I/003, MK) strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā”, ko saucam par MK, strādā pedagogs.", "MK nodarbībās ir septiņi bērni."),
    ("Projektā „Mācāmies kopā”, kuru skolā dēvē par Kopābūšanu, strādā pedagogs.", "Kopābūšanā ir septiņi bērni."),
    ("Projektā „Mācāmies kopā”, ikdienā sauktā par Kopābūšanu, strādā pedagogs.", "Septiņi bērni ir Kopābūšanā."),
    ("Projekts „Mācāmies kopā” (turpmāk – Kopābūšana) sākās.", "Kopābūšanas nodarbībās ir septiņi bērni."),
    ("Projekts „Mācāmies kopā” (turpmāk – Droša vieta) sākās.", "Drošās vietas nodarbībās ir septiņi bērni."),
    ("Projekts „Mācāmies kopā” (turpmāk – Droša vieta) sākās.", "Drošas vietas nodarbībās ir septiņi bērni."),
    ("Projekts Mācāmies kopā (turpmāk – MK) sākās.", "Projektā MK ir septiņi bērni."),
    ("Sākās projekts „Mācāmies kopā”, saīsināti – MK.", "Projekta MK speciālisti brauc uz mājām."),
    ("Sākās projekts „Mācāmies kopā” (turpmāk – projekts MK).", "Projekta MK speciālisti brauc uz mājām."),
    ("Sākās projekts „Mācāmies kopā” (turpmāk – MK projekts).", "MK projekta speciālisti brauc uz mājām."),
    ("Sākās projekts „Mācāmies visi kopā”.", "MVK nodarbībās ir septiņi bērni."),
    ("Sākās projekts „Mācāmies kopā”.", "Projekta MK nodarbībās ir septiņi bērni."),
    ("Sākās projekts „Learning Together” (LT).", "LT speciālisti brauc uz mājām."),
    (
        "Sākās projekts „Mācāmies kopā” (angļu val. – Learning Together).",
        "„Learning Together” speciālisti brauc uz mājām.",
    ),
    ("Sākās projekts „Mācāmies kopā”.", "Mācāmies kopā speciālisti brauc uz mājām."),
    ("Sākās projekts „Mācāmies kopā”, ko finansē ESF (turpmāk – MK).", "MK speciālisti brauc uz mājām."),
    ("Sākās projekts “Mācāmies kopā” (turpmāk - “Kopā”).", "“Kopā” speciālisti brauc uz mājām."),
    ('Sākās projekts "Mācāmies kopā" (turpmāk - "Kopā").', 'Projekta "Kopā" speciālisti brauc uz mājām.'),
    ("Sākās projekts „Mācāmies kopā” /turpmāk MK/.", "MK speciālisti brauc uz mājām."),
    ("Sākās projekts „Mācāmies kopā” [turpmāk – MK].", "MK speciālisti brauc uz mājām."),
]
ALIASES += [
    ("Projektā „Mācāmies kopā” (turpmāk tekstā arī MK) strādā pedagogs.", "MK mentori strādā četrās skolās."),
    ("Sākās projekts „Mācāmies kopā” (skolotāju istabā – „Kopābūšana”).", "„Kopābūšanā” ir septiņi bērni."),
    ("Sākās projekts „Mācāmies kopā” (pie mums vienkārši: „Kopābūšana”).", "Septiņi bērni ir „Kopābūšanā”."),
]
NO_ALIASES = [
    ("Sākās projekts „Mācāmies kopā” (turpmāk – Projekts).", "Projektā ir septiņi bērni."),
    ("Sākās projekts „Mācāmies kopā” (turpmāk – projekts).", "Projekta speciālisti brauc uz mājām."),
    ("Programma „Mācāmies kopā” (turpmāk tekstā – Programma) sākās.", "Programmas nodarbībās ir septiņi bērni."),
    ("Projektu „Mācāmies kopā” īsteno Bērnu atbalsta centrs (turpmāk – Centrs).", "Centrs vada nodarbības."),
    ("Projektu „Mācāmies kopā” īsteno Valmieras bērnu centrs (turpmāk – VBC).", "VBC vada nodarbības."),
    ("Projektu „Mācāmies kopā” vada biedrība „Saime” (turpmāk – Saime).", "Saime vada nodarbības."),
    ("Projektu „Mācāmies kopā” (ESF) vada biedrība „Saime”.", "ESF nauda izlietota."),
    ("Projektu „Mācāmies kopā” finansē Kultūras ministrija (KM).", "KM nauda izlietota."),
    ("Projektu „Mācāmies kopā” finansē Latvijas Kultūras fonds – LKF.", "LKF nauda izlietota."),
    ("Projekts „Mācāmies kopā” (2022) beidzās.", "2022. gadā bija septiņi bērni."),
    ("Projekts „Mācāmies kopā” (Valmierā) beidzās.", "Valmierā bija septiņi bērni."),
    ("Projekts „Mācāmies kopā” (ES līdzfinansējums) beidzās.", "ES atbalsta arī citus."),
    ("Projekts „Mācāmies kopā” beidzās.", "MK noteikumi paredz atbalstu."),
    ("Projekts „Sabiedrības integrācijas ceļš” beidzās.", "SIF nauda izlietota."),
    ("Projekts „Labi mājās” beidzās.", "LM vēstulē par to rakstīts."),
]
SECOND = "Mācāmies kopā (project)"


@pytest.mark.parametrize(
    ("first", "name", "sentence"), [(first, name, sentence) for first, name, again in AGAIN for sentence in again]
)
def test_a_name_told_again(first: str, name: str, sentence: str) -> None:
    assert projects_of(first, sentence)[1] == name


@pytest.mark.parametrize(("first", "sentence", "expected"), PARTS)
def test_a_part_of_a_name(first: str, sentence: str, expected: str) -> None:
    assert projects_of(first, sentence)[1] == expected


@pytest.mark.parametrize(("first", "sentence"), NOT_AGAIN)
def test_words_of_a_name_that_tell_something_else(first: str, sentence: str) -> None:
    assert projects_of(first, sentence)[1] == ""


@pytest.mark.parametrize(("first", "sentence"), ALIASES)
def test_a_name_told_again_by_its_alias(first: str, sentence: str) -> None:
    found = projects_of(first, sentence)
    assert len(found[0].split(";")) == 1
    assert found[1] == found[0].split(" (project")[0] + " (project)"


@pytest.mark.parametrize(("first", "sentence"), NO_ALIASES)
def test_an_alias_of_something_else(first: str, sentence: str) -> None:
    assert projects_of(first, sentence)[1] == ""
