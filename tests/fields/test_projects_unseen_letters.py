"""Projects and what is none, in the sentences of clerks; expectations came before the finder was run."""

import pytest

from extract.fields.projects import find_projects
from project_sentences import annotated

NAMED = [
    (
        "Pašvaldība ir partneris projektā „Mājas visiem: atbalsts jaunajām ģimenēm Zemgalē”.",
        "Mājas visiem: atbalsts jaunajām ģimenēm Zemgalē (project)",
    ),
    (
        "ES fondu projekta „Atvērtās durvis” (ID Nr. 4.3.5.1/1/24/A/021) dalībnieki saņēma padomu.",
        "Atvērtās durvis (project 4.3.5.1/1/24/A/021)",
    ),
    (
        "Interreg projekta „Cross-border care” partneri viesojās Alūksnē.",
        "Interreg (project); Cross-border care (project)",
    ),
    (
        "LEADER projektā „Rotaļu laukums Grobiņā” iekārtotas šūpoles.",
        "LEADER (project); Rotaļu laukums Grobiņā (project)",
    ),
    ("Romu bērni iesaistīti projektos „PuMPuRS” un „Skolas soma”.", "PuMPuRS (project); Skolas soma (project)"),
    ("Projekta PuMPuRS laikā skolēni apguva latviešu valodu.", "PuMPuRS (project)"),
    ("Pumpurs palīdzēja noturēt skolā sešus romu bērnus, projekts beidzies augustā.", ""),
    ("Ar projekta „Proti un dari” atbalstu trīs jaunieši sāka strādāt.", "Proti un dari! (project)"),
    ("Iniciatīvas “Mācītspēks” skolotāja strādā ar romu bērniem.", ""),
    ("Īstenota programma bērnu uzvedības uzlabošanai „STOP 4-7”.", "STOP 4-7 (project)"),
    ("Programma vecākiem “Ceļvedis, audzinot pusaudzi” notika divas reizes.", "Ceļvedis, audzinot pusaudzi (project)"),
    ("Vecāki apguva programmu „Bērns ir mazs”, nodarbības bija piecas.", "Bērns ir mazs (project)"),
    (
        "Labdarības akcijās „Zvaigzne” un „Uzsildi draugu” dāvanas saņēma 16 bērni.",
        "Zvaigzne (campaign); Uzsildi draugu (campaign)",
    ),
    (
        "Valsts kultūrkapitāla fonda atbalstītajā konkursā „Radām novadā” uzvarēja romu biedrība.",
        "Radām novadā (competition)",
    ),
    (
        "Konkursa «Sētas stāsti» 2. kārtā atbalstīts projekts «Čigānu rats».",
        "Sētas stāsti (competition); Čigānu rats (project)",
    ),
    ("Eiropas Savienības programmas „Erasmus+” finansētā jauniešu apmaiņa notika Portugālē.", "Erasmus+ (project)"),
    ('Projekts "Spēka avots" - finansējums 2 000 EUR - noslēdzās maijā.', "Spēka avots (project)"),
    (
        "Turpinās 2021. gadā sāktais projekts „Spēka avots” (projekta Nr. 2021-1-LV02-KA154).",
        "Spēka avots (project 2021-1-LV02-KA154)",
    ),
    ("Skolēnu skatuves runas konkursā „Zvirbulis” piedalījās trīs romu bērni.", "Zvirbulis (competition)"),
    ("Pasaules lielās talkas un akcijas „Iestādi koku” laikā sakopta upmala.", "Iestādi koku (campaign)"),
    ("Projekta „Soli augšup” (turpmāk – SA) mentori apciemoja ģimenes.", "Soli augšup (project)"),
]
UNNAMED = [
    "Interešu izglītības programmu „Tautas dejas” apgūst trīs romu bērni.",
    "Profesionālās izglītības programmu „Pavārs” beidza viens jaunietis.",
    "Licencētā programma „Auklis” ir 160 stundas gara.",
    "Apgūta akreditētā programma „Aprūpētājs”.",
    "Jaunieši izmantoja programmatūru „Photoshop”.",
    "Bērnu nometne „Saulstari” notika jūlijā.",
    "Atbalsta grupa „Mēs” tiekas otrdienās.",
    "Deju kolektīvs „Romani čerga” uzstājās svētkos „Ielīgo Kuldīgā”.",
    "Tīmekļvietnē „Latvija.gov.lv” pieejama informācija par pabalstiem.",
    "Laikraksts „Kursas Vārds” publicēja rakstu „Romi mums līdzās”.",
    "Lekciju „Kā runāt ar pusaudzi” noklausījās 17 vecāki.",
    "Fonds „Ziedot” dāvināja ģimenei veļas mašīnu.",
    "Kustība „Draudzīga skola” romus īpaši nemin.",
    "Pēc likuma „Par sociālo drošību” atbalsts pienākas visiem.",
    "Novada stratēģija „Dobele 2030” apstiprināta.",
    "Izdota brošūra „Tavas tiesības” romu valodā.",
    "Projekta koordinatore ir SIA „Gaisma” darbiniece.",
    "Biedrība „Projekts Cerība” saņēma telpas.",
    "Kafejnīcā „Kampaņa” strādā divi romi.",
    "Programmā bija dejas, dziesmas un izstāde „Krāsas”.",
    "Konkurss uz skolotāja palīga vietu beidzās bez rezultāta.",
    "Akcijā pret smēķēšanu piedalījās skolas „Ābele” audzēkņi.",
]


def told(text: str) -> str:
    (found,) = find_projects(annotated([text]))
    return "; ".join(
        f"{f.value.name} ({f.value.kind.value}{' ' + f.value.number if f.value.number else ''})" for f in found
    )


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_projects_in_clerks_sentences(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", UNNAMED)
def test_what_bears_a_name_and_is_none(text: str) -> None:
    assert told(text) == ""
