"""Names of what is no project, also beside projects that are named; expectations came before the rules."""

import pytest

from project_sentences import projects_of

NONE = [
    "Dienas centrā „Pīlādzis” 2022. gadā darbojās romu meiteņu pulciņš.",
    "Dienas centrs Pīlādzis uzņem arī romu bērnus.",
    "Biedrības „Čerga” biedri iestādīja desmit ābeles.",
    "Biedrība Romani Drom telpas noma no pašvaldības.",
    "Festivālā „Tautu krāsas” dziedāja romu ansamblis.",
    "Festivālā Tautu krāsas dziedāja romu ansamblis.",
    "Starptautiskajā romu festivālā „Zelta rats” viesojās mūziķi no Čehijas.",
    "Koncertu „Mūsu dziesmas” noklausījās 80 cilvēku.",
    "Izstāde „Romu stāsti” bija skatāma bibliotēkā.",
    "Fotoizstāde Romu stāsti bija skatāma bibliotēkā.",
    "Filmas „Ceļinieki” seansu apmeklēja skolēni.",
    "Seminārā „Iekļaujoša skola” piedalījās pedagogi.",
    "Kursus „Latviešu valoda A2” pabeidza trīs romi.",
    "Kursos Latviešu valoda ikdienai mācījās trīs romi.",
    "Lekcija „Drošs internets” notika divās skolās.",
    "Novada attīstības plāns „Talsi 2030” romus nemin.",
    "Plāns Saliedēts novads vēl tikai top.",
    "Integrācijas stratēģija „Kopā Rēzeknē” apstiprināta 2021. gadā.",
    "Pamatnostādnes „Saliedētas sabiedrības attīstība” paredz mediatorus.",
    "Pamatnostādnēs Nacionālā identitāte romi minēti vienreiz.",
    "Nolikums „Par līdzfinansējumu biedrībām” stājās spēkā janvārī.",
    "Saistošie noteikumi „Par palīdzību dzīvokļa jautājumos” attiecas uz visiem.",
    "Nometnē „Jūras zvaigzne” atpūtās četri romu bērni.",
    "Nometne Jūras zvaigzne bija jūlijā.",
    "Pulciņā „Čaklās rokas” darbojas divas romu meitenes.",
    "Pirmsskolā „Rūķītis” mācās pieci romu bērni.",
    "Bērnudārzā Rūķītis strādā romu auklīte.",
    "Kafejnīcā „Pie Annas” strādā viens roms.",
    "Veikalā Maxima darbu atrada divas sievietes.",
    "Uzņēmums SIA „Zaļā zeme” pieņēma darbā trīs romus.",
    "Laikrakstā „Talsu Vēstis” bija raksts „Romi mūsu novadā”.",
    "Žurnālā Mājas Viesis bija raksts par romiem.",
    "Izrādi „Sarkangalvīte” noskatījās 40 bērni.",
    "Grāmatu „Mazais princis” lasīja arī romu bērni.",
    "Deju kopa „Romani balss” uzstājās pilsētas svētkos „Talsu rīti”.",
    "Pilsētas svētkos Talsu rīti uzstājās romu dejotāji.",
    "Sporta spēlēs „Ātrāk, augstāk” piedalījās romu komanda „Lauvas”.",
    "Futbola klubs Lauvas apvieno 14 zēnus.",
    "Atbalsta grupā „Mammu skola” tikās septiņas sievietes.",
    "Ziedojumu maratonā „Dod pieci” skolēni vāca naudu.",
    "Ģimenes asistenti apguva moduli „Saruna ar ģimeni”.",
    "Izglītības programmu „Pavārs” apgūst viens romu jaunietis.",
    "Programmas „Pirmsskolas izglītība” licence iegūta 2021. gadā.",
    "Mazākumtautību programmu „Krievu valoda” apgūst divi romu bērni.",
    "Stipendiju „Ceļamaize” saņēma viens romu students.",
    "Balvu „Gada skolotājs” saņēma romu bērnu skolotāja.",
    "Kustībā „Par tīru Latviju” iesaistās arī romi.",
    "Tālrunis „Uzticības līnija” pieejams visu diennakti.",
    "Lietotnē „Mana veselība” var pieteikties pie ārsta.",
    "Vietnē „Latvija.lv” iesniegumu iesniedza trīs ģimenes.",
    "Muižā „Dzirciems” notika tikšanās ar romu vecākiem.",
    "Mājā „Liepas” dzīvo divas romu ģimenes.",
    "Pansionātā „Saulrieti” dzīvo viens roms.",
    "Zemnieku saimniecībā „Bites” vasarā strādāja trīs romi.",
    "Romu dienas svinībās „Opre, Roma!” dziedāja bērni.",
    "Deputāts „Saskaņas” sarakstā ir roms.",
    "Partija Vienotība romu jautājumus nav aktualizējusi.",
    "Teātra studijā „Maska” spēlē romu meitene.",
    "Radošajā darbnīcā „Māla roka” bija astoņi bērni.",
    "Vakarā Atmiņu ceļš par holokaustu runāja trīs vēsturnieki.",
    "Ekskursijā „Rīga – mūsu galvaspilsēta” brauca 12 romu bērni.",
    "Projekta vadītāja Anna Bērziņa strādā biedrībā „Saime”.",
    "Projekta laikā centrā „Ligzda” notika sešas nodarbības.",
    "Konkursa žūrijā bija bibliotēkas „Burts” vadītāja.",
    "Programmas mērķis ir sagatavot bērnus skolai, un to īsteno PII „Taurenītis”.",
    "Akcijas dalībnieki pulcējās parkā „Kalniņi”.",
    "Projektu konkurss par nometni „Saule” noslēdzās aprīlī.",
    "Konkursā par skolas padomes vietu uzvarēja romu māte.",
    "Iepirkumu konkursā „Malkas piegāde” piedalījās trīs uzņēmumi.",
]
BESIDE = [
    ("Projekta „Tilts” nodarbības notika dienas centrā „Pīlādzis”.", "Tilts (project)"),
    ("Biedrība „Saime” īsteno projektu „Tilts” un nometni „Saule”.", "Tilts (project)"),
    ("Festivāls „Krāsas” noslēdza projektu „Tilts”.", "Tilts (project)"),
    ("Projektā „Tilts” bija koncerts „Mūsu dziesmas” un izstāde „Stāsti”.", "Tilts (project)"),
    ("Izstāde „Stāsti” atklāja projektu Durvis vaļā visiem.", "Durvis vaļā visiem (project)"),
    ("Saskaņā ar plānu „Kopā” sākās programma „Tilts”.", "Tilts (project)"),
    ("Akcijas „Silts cimds” laikā veikalā „Rimi” ziedoja cimdus.", "Silts cimds (campaign)"),
    ("Konkursā „Mana sēta” uzvarēja zemnieku saimniecība „Bites”.", "Mana sēta (competition)"),
    ("Laikraksts „Vēstis” rakstīja par projektu „Tilts” un festivālu „Krāsas”.", "Tilts (project)"),
    ("Kursi „Šūšanas pamati” notika projektā „Tilts”.", "Tilts (project)"),
]


@pytest.mark.parametrize("text", NONE)
def test_names_of_what_is_no_project(text: str) -> None:
    assert projects_of(text) == [""]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_names_of_other_things_beside_a_project(text: str, expected: str) -> None:
    assert projects_of(text) == [expected]
