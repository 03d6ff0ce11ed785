"""Names of projects and of other things in the style of letters, written before the finder was run on them."""

import pytest

from extract.fields.projects import find_projects
from project_sentences import annotated

NAMED = [
    ("Īstenots projekts «Kopā varam vairāk».", "Kopā varam vairāk (project)"),
    ('Projekta "Ceļā uz darbu" dalībnieki apguva CV rakstīšanu.', "Ceļā uz darbu (project)"),
    ("Dienests turpināja projektu ,,Atver durvis”, kurā iesaistīti jaunieši.", "Atver durvis (project)"),
    ("Projektā ''Mūsu sēta'' darbojās deviņi bērni.", "Mūsu sēta (project)"),
    (
        "Sabiedrības integrācijas fonda finansētā projekta „Tilts pāri upei” nodarbībās piedalījās vecāki.",
        "Tilts pāri upei (project)",
    ),
    (
        "Projekta \u201cSaules pusē\u201d (Nr.9.2.4.2/16/I/031) ietvaros notika veselības dienas.",
        "Saules pusē (project 9.2.4.2/16/I/031)",
    ),
    (
        "Eiropas Sociālā fonda projektā Nr. 9.2.4.2/16/I/045 „Vesels novads” notika lekcijas.",
        "Vesels novads (project 9.2.4.2/16/I/045)",
    ),
    (
        "Skola piedalās ESF projektā „Karjeras atbalsts vispārējās un profesionālās izglītības iestādēs” "
        "(Nr.8.3.5.0/16/I/001).",
        "Karjeras atbalsts vispārējās un profesionālās izglītības iestādēs (project 8.3.5.0/16/I/001)",
    ),
    ("Notika labdarības akcija „Silta ziema”.", "Silta ziema (campaign)"),
    ("Skola iesaistījās akcijā „Uzdāvini grāmatu!”.", "Uzdāvini grāmatu! (campaign)"),
    ("Informatīvās kampaņas „Runā droši!” laikā izplatīti bukleti.", "Runā droši! (campaign)"),
    ("Konkursā „Gada skolotājs” uzvarēja mediatore.", "Gada skolotājs (competition)"),
    ("Zīmējumu konkursu „Mana ģimene” rīkoja bibliotēka.", "Mana ģimene (competition)"),
    ("Fotokonkurss “Acis, kas redz” noslēdzās maijā.", "Acis, kas redz (competition)"),
    ("Nodarbinātības valsts aģentūras programmā „Pirmā alga” strādāja divi jaunieši.", "Pirmā alga (project)"),
    ("Projektos „Ielas bērni” un „Sapņu pļava” iesaistīti 12 bērni.", "Ielas bērni (project); Sapņu pļava (project)"),
    (
        "Gan projektā „Ielas bērni”, gan akcijā „Silta ziema” strādāja brīvprātīgie.",
        "Ielas bērni (project); Silta ziema (campaign)",
    ),
    ("Biedrība „Cerību ligzda” īstenoja projektu „Rokdarbu darbnīca”.", "Rokdarbu darbnīca (project)"),
    (
        "Projektu „Rokdarbu darbnīca” īstenoja biedrība „Cerību ligzda” sadarbībā ar SIA „Lācis”.",
        "Rokdarbu darbnīca (project)",
    ),
    ("Projekta „Atbalsts ģimenēm „Saknes”” aktivitātes notika skolā.", "Atbalsts ģimenēm „Saknes” (project)"),
    ("Programmas „Erasmus+” projektā „Dzirdi mani” piedalījās jaunieši.", "Erasmus+ (project); Dzirdi mani (project)"),
    ("Skolēni darbojas projektā PUMPURS.", "PuMPuRS (project)"),
    ("Projekta PuMPuRS atbalstu saņēma 3 skolēni.", "PuMPuRS (project)"),
    ("Individuālo atbalstu sniedza projekts “PuMPuRS”.", "PuMPuRS (project)"),
    ("Jauniešu garantijas projektā iesaistījās viens jaunietis.", "Jauniešu garantija (project)"),
    ("Projekta “Proti un dari!” mentors strādāja ar jauniešiem.", "Proti un dari! (project)"),
    ("Projekts STARTS jauniešiem turpinājās visu gadu.", "STARTS (project)"),
    ("Programma „Skolas soma” ļāva apmeklēt muzeju.", "Skolas soma (project)"),
    ("Iniciatīvas „Latvijas skolas soma” ietvaros bērni brauca uz teātri.", "Latvijas skolas soma (project)"),
    ("Pašvaldība īstenoja pilotprojektu „Mobilā brigāde”.", "Mobilā brigāde (project)"),
    ("Jauniešu iniciatīvu projektu konkursā „Tavs solis” atbalstītas trīs idejas.", "Tavs solis (competition)"),
    ("Projekta ietvaros, kura nosaukums ir „Zaļā pēda”, notika talka.", "Zaļā pēda (project)"),
    ("Projektā ar nosaukumu „Zaļā pēda” piedalījās jaunieši.", "Zaļā pēda (project)"),
    ("Starptautiskais projekts „Roma Voices” noslēdzās 2022. gadā.", "Roma Voices (project)"),
    (
        "Latvijas romu platformas projekts „Latvijas romu platforma VI” deva iespēju tikties.",
        "Latvijas romu platforma VI (project)",
    ),
    ("Labdarības projekts “Eņģeļi pār Latviju” palīdzēja vienai ģimenei.", "Eņģeļi pār Latviju (project)"),
    (
        "ES fondu programmas „Izaugsme un nodarbinātība” 9.2.4. pasākuma projektā notika nodarbības.",
        "Izaugsme un nodarbinātība (project)",
    ),
    ("Projekta „Dienas gaisma” (turpmāk – Gaisma) vadītāja apmeklēja ģimenes.", "Dienas gaisma (project)"),
    (
        "Novada bibliotēka iesaistījās lasīšanas veicināšanas programmā „Bērnu un jauniešu žūrija”.",
        "Bērnu un jauniešu žūrija (project)",
    ),
    ("Ģimenes iesaistītas projektā „Ģimeņu stiprināšana 2.0”.", "Ģimeņu stiprināšana 2.0 (project)"),
    ("Projekta Nr.1-08/12/2021 „Roku rokā” dalībnieki tikās reizi mēnesī.", "Roku rokā (project 1-08/12/2021)"),
    ("Akcijas „Paēdušai Latvijai” pakas saņēma sešas ģimenes.", "Paēdušai Latvijai (campaign)"),
    ("Sociālā kampaņa „Dažādība ir spēks” aptvēra trīs pagastus.", "Dažādība ir spēks (campaign)"),
    (
        'Projekts "Deinstitucionalizācijas pasākumu īstenošana Latgales reģionā" Nr.9.2.2.1/15/I/005 turpinās.',
        "Deinstitucionalizācijas pasākumu īstenošana Latgales reģionā (project 9.2.2.1/15/I/005)",
    ),
    (
        "Piedalījāmies Kultūras ministrijas projektā „Latvijas romu platforma: dialogs”.",
        "Latvijas romu platforma: dialogs (project)",
    ),
    ("„Mazie soļi” ir projekts, kurā piedalās bērni.", "Mazie soļi (project)"),
    (
        "Skolēni piedalījās projektā „Iepazīsti kaimiņu”, nometnē „Vasara” un konkursā „Skanošā klase”.",
        "Iepazīsti kaimiņu (project); Skanošā klase (competition)",
    ),
    ("Nodarbības „Uzdrīksties” notika projekta „Sarunas par veselību” laikā.", "Sarunas par veselību (project)"),
    ("Projekta „Sarunas par veselību” ietvaros notika nodarbības „Uzdrīksties”.", "Sarunas par veselību (project)"),
    ("Mērķprogrammas „Tavs ritms” ietvaros bērni apguva bungu spēli.", "Tavs ritms (project)"),
    (
        "Projekts „Rīta rasa” un tā turpinājums „Rīta rasa II” palīdzēja 14 ģimenēm.",
        "Rīta rasa (project); Rīta rasa II (project)",
    ),
    ("Romu jaunieši piedalījās projekta “Kustības prieks” aktivitātēs.", "Kustības prieks (project)"),
    ("Nodibinājuma „Tuvu” projekts „Pavards” nodrošina malku.", "Pavards (project)"),
    ("Kopš 2021. gada darbojas sociālās rehabilitācijas programma „Pagrieziens”.", "Pagrieziens (project)"),
]

UNNAMED = [
    "Festivāls „Krāsu spēles” notika jūlijā.",
    "Ziemassvētku eglīte „Gaismas ceļš” pulcēja bērnus.",
    "Izstāde “Romu vēsture Latvijā” bija skatāma bibliotēkā.",
    "Nometne „Vasaras skola” notika augustā.",
    "Biedrība „Romu balss” rīkoja koncertu.",
    "Biedrības „Romu balss” vadītāja piedalījās sanāksmē.",
    "Sadarbībā ar biedrību „Romu balss” notika koncerts.",
    "Dienas centrs „Saulstari” strādā katru dienu.",
    "Ģimenes atbalsta centrā „Ligzda” sniedz konsultācijas.",
    "SIA „Tīrā diena” pieņēma darbā trīs romus.",
    "Kafejnīcā „Pie ezera” strādā viena romiete.",
    "Bērni apmeklē pirmsskolas izglītības iestādi „Sprīdītis”.",
    "Spēkā ir saistošie noteikumi „Par sociālo palīdzību”.",
    "Ievērots likums „Par palīdzību dzīvokļa jautājumu risināšanā”.",
    "Apstiprināts „Novada attīstības plāns 2022–2027”.",
    "Pasākumi atbilst pamatnostādnēm „Saliedētas un pilsoniski aktīvas sabiedrības attīstības pamatnostādnes”.",
    "Kultūras namā „Draudzība” notika romu diena.",
    "Ansamblis „Romale” uzstājās novada svētkos.",
    "Deju grupa „Čaboča” piedalījās gadatirgū.",
    "Seminārs „Romu bērni skolā” notika tiešsaistē.",
    "Lekciju „Zobu veselība” noklausījās vecāki.",
    "Filmu “Klusuma bērni” noskatījās skolēni.",
    "Kursus „Latviešu valoda A1” apguva seši romi.",
    "Programmas „Aukle” licenci skola saņēma 2019. gadā.",
    "Apgūta profesionālās pilnveides izglītības programma „Frizieris”.",
    "Projekta ietvaros notika sporta diena.",
    "Projektā iesaistīti trīs romu bērni.",
    "Raksts „Kopā esam stipri” publicēts novada avīzē „Novada Vēstis”.",
    "Veikals „Maxima” ziedoja pārtiku.",
    "Starptautiskajā romu dienā bibliotēkā bija pasākums „Romu pasakas”.",
    "Jauniešu centrā „Būs labi” notiek nodarbības.",
    "Radošo darbnīcu „Māla prieki” apmeklēja māmiņas.",
    "Projekta asistente apmeklēja ģimenes.",
    "Stipendiju „Ceļamaize” saņēma viens students.",
    "Fonds „Ziedot” piešķīra līdzekļus.",
    "Sarunu vakars „Cilvēks cilvēkam” notika klubā.",
    "Izglītības programmā „Pamatizglītības programma” (kods 21011111) mācās 4 romi.",
    "Pansionātā „Mežvidi” uzturas divi romi.",
    "Mazpulks „Asni” uzņēma trīs romu bērnus.",
    "Interešu izglītības pulciņā „Mazais mākslinieks” darbojas 5 bērni.",
    "Svētkos „Visi kopā” uzstājās romu mūziķi.",
    "Ēdināšanu nodrošina zemnieku saimniecība „Kalni”.",
    "Nolikums „Par stipendiju piešķiršanu” apstiprināts domē.",
    "Grāmatu „Čigānmeitēns Ringla” lasīja bibliotēkā.",
    "Veselības veicināšanas plāns „Vesels novads 2025” apstiprināts 2021. gadā.",
]

MIXED = [
    ("Projektā ”Darba prieks” piedalījās seši jaunieši.", "Darba prieks (project)"),
    ("Projektā «Darba prieks» (ESF) piedalījās seši jaunieši.", "Darba prieks (project)"),
    ("Projekts-„Darba prieks” tika pabeigts.", "Darba prieks (project)"),
    ("ESF projekts: „Darba prieks”.", "Darba prieks (project)"),
    (
        "Eiropas Savienības fondu līdzfinansētais projekts Nr. 9.1.1.1/15/I/001 "
        "„Subsidētās darbavietas nelabvēlīgākā situācijā esošiem bezdarbniekiem” ļāva nodarbināt trīs romus.",
        "Subsidētās darbavietas nelabvēlīgākā situācijā esošiem bezdarbniekiem (project 9.1.1.1/15/I/001)",
    ),
    (
        "Projektu „Roku rokā” (vadošais partneris – biedrība „Zīle”) atbalstīja Kultūras ministrija.",
        "Roku rokā (project)",
    ),
    (
        "Projektu konkursā „Mēs kopā” atbalstīts biedrības „Zīle” projekts „Roku rokā”.",
        "Mēs kopā (competition); Roku rokā (project)",
    ),
    ("Īstenoti divi projekti: „Roku rokā” un „Mazais solis”.", "Roku rokā (project); Mazais solis (project)"),
    ("Īstenoti šādi projekti: 1) „Roku rokā”; 2) „Mazais solis”.", "Roku rokā (project); Mazais solis (project)"),
    ("Projekta „Nāc un dari” jauniešu grupa „Zibens” sagatavoja koncertu.", "Nāc un dari (project)"),
    ("Projekts „Skola – kopienā” (Nr.VP2021/1-15) ilga gadu.", "Skola – kopienā (project VP2021/1-15)"),
    ("Ar ESF projekta „Nepaliec malā!” atbalstu divi jaunieši atgriezās skolā.", "Nepaliec malā! (project)"),
    ("Valsts programmas „Latvijai – 100” pasākumos uzstājās romu kolektīvs.", "Latvijai – 100 (project)"),
    ("Nacionālajā skaļās lasīšanas sacensībā uzvarēja romu meitene.", ""),
    ("Labdarības akcijā “Sildām sirdis” pakas saņēma vientuļie seniori.", "Sildām sirdis (campaign)"),
    ("Labdarības pasākumā “Sildām sirdis” pakas saņēma vientuļie seniori.", ""),
    ('Ziedojumu vākšanas akcija "Sasildi citu" noritēja decembrī.', "Sasildi citu (campaign)"),
    ("Eseju konkurss ,,Mans novads” noslēdzās maijā.", "Mans novads (competition)"),
    ("Jaunieši startēja biznesa ideju konkursā “Ideju kauss”.", "Ideju kauss (competition)"),
    ("Dziedāšanas konkursā „Cālis” piedalījās viena romu meitene.", "Cālis (competition)"),
    ("Iniciatīva „Zaļā josta” aicina vākt makulatūru.", ""),
    ("Vides izglītības programma „Ekoskolas” darbojas visās skolās.", ""),
    ("Skola ir projekta „Skola 2030” dalībniece.", "Skola 2030 (project)"),
    ("Projekta SKOLA2030 pieeja palīdz romu bērniem.", "Skola2030 (project)"),
    ("Izmantots projekta “Skola2030” materiāls.", "Skola2030 (project)"),
    ("Jauniešiem palīdz PROTI UN DARI! mentori.", "Proti un dari! (project)"),
    ("Programma „Jaunatne darbībā” finansēja apmaiņu.", "Jaunatne darbībā (project)"),
    ("KPFI projekts „Siltums mājās” neattiecas uz romiem.", "Siltums mājās (project)"),
    (
        "Lauku partnerība „Zied zeme” īstenoja LEADER projektu „Romu amatu māja”.",
        "LEADER (project); Romu amatu māja (project)",
    ),
    (
        "Aktivitāte notika Sabiedrības integrācijas fonda administrētās programmas "
        "„Mediācija ikvienam” projektā „Dzirdēt un saprast”.",
        "Mediācija ikvienam (project); Dzirdēt un saprast (project)",
    ),
    ('Bērni piedalījās Nacionālā veselības dienesta kampaņā "Tīri zobi".', "Tīri zobi (campaign)"),
    ("Kustībā „Draudzīga skola” skola darbojas trešo gadu.", ""),
    ("Pašvaldības aģentūra „Sociālā aprūpe” sniedz pakalpojumus.", ""),
    ("Projekta vadītāja no biedrības „Ausma” konsultēja ģimenes.", ""),
    ("Projekta partneris bija biedrība „Ausma”.", ""),
    ("Projekta noslēguma konference „Atvērtība” notika Rīgā.", ""),
    ("Projektā iesaistītā Dienas centra „Cerība” klienti brauca ekskursijā.", ""),
    ("Saņemts finansējums no fonda „Atver sirdi” projektam „Rīta zvaigzne”.", "Rīta zvaigzne (project)"),
    (
        "„Rīta zvaigzne” un „Vakara blāzma” ir divi projekti romu bērniem.",
        "Rīta zvaigzne (project); Vakara blāzma (project)",
    ),
    ("Programmā “Atver acis” (2020–2022) iesaistījās viena ģimene.", "Atver acis (project)"),
    ("Projekts „Tu vari 2021” noslēdzās.", "Tu vari 2021 (project)"),
    ("Saskaņā ar programmu „Sociālais atbalsts” piešķirti līdzekļi.", "Sociālais atbalsts (project)"),
    ("Projekts „ES varu” un ESF finansētie kursi palīdzēja romiem.", "ES varu (project)"),
    ("Sporta klubs „Zibens” rīkoja turnīru „Zibens kauss”.", ""),
    ("Tika rīkots novada konkurss „Sakoptākā sēta” un talka „Tīrs pagalms”.", "Sakoptākā sēta (competition)"),
    ("Nodarbinātības pasākums „Darbam nepieciešamo iemaņu attīstība” notika visu gadu.", ""),
    ("Projektu finansēja Norvēģijas finanšu instruments un EEZ granti.", ""),
    ("Projekts LIFE tika pārtraukts.", "LIFE (project)"),
    ("Projekta IESPĒJU TILTS mentori strādāja ar romu bērniem.", "IESPĒJU TILTS (project)"),
    ("projekta “ Vienotie soļi ” ietvaros notika tikšanās.", "Vienotie soļi (project)"),
]

CASES = [*NAMED, *MIXED, *((text, "") for text in UNNAMED)]


def told(text: str) -> str:
    (found,) = find_projects(annotated([text]))
    return "; ".join(
        f"{f.value.name} ({f.value.kind.value}{' ' + f.value.number if f.value.number else ''})" for f in found
    )


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_projects_unseen(text: str, expected: str) -> None:
    assert told(text) == expected
