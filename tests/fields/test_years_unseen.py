"""Years in the style of letters, written before the finder was run on them. The letter answers for 2021 and 2022."""

import pytest

from extract.fields.years import find_years
from invented_letters import analysed

BOTH = (2021, 2022)
CASES = [
    ("2021.g. skolā mācījās 4 romu bērni.", (2021,)),
    ("2021.g.skolā mācījās 4 romu bērni.", (2021,)),
    ("2022.gada I pusgadā kursus apmeklēja trīs romi.", (2022,)),
    ("2021.gada 1.pusgadā notika divas tikšanās.", (2021,)),
    ("2021. gada II semestrī nodarbības vadīja logopēds.", (2021,)),
    ("2022. gada pirmajā ceturksnī pabalstu saņēma piecas ģimenes.", (2022,)),
    ("2021./2022.m.g. skolā darbojās mentors.", (2021,)),
    ("2022./2023.mācību gadā skolā mācās trīs romu bērni.", (2022,)),
    ("2021./2022. un 2022./2023. mācību gadā bērniem palīdzēja pedagoga palīgs.", BOTH),
    ("Laikā no 2021. līdz 2022. gadam piešķirti četri dzīvokļi.", BOTH),
    ("No 2021.gada līdz 2022.gadam darbojās atbalsta grupa.", BOTH),
    ("2021.-2022.gadā darbojās atbalsta grupa.", BOTH),
    ("2021 – 2022. gadā darbojās atbalsta grupa.", BOTH),
    ("2021.,2022.gadā darbojās atbalsta grupa.", BOTH),
    ("2021.gadā un 2022.gadā darbojās atbalsta grupa.", BOTH),
    ("2021. gadā, kā arī 2022. gadā darbojās atbalsta grupa.", BOTH),
    ("Gan 2021.g., gan 2022.g. darbojās atbalsta grupa.", BOTH),
    ("01.09.2021. darbu sāka jauna mediatore.", (2021,)),
    ("Līgums noslēgts 2021. gada 14. maijā.", (2021,)),
    ("Laika posmā no 01.02.2022. līdz 30.06.2022. darbojās pulciņš.", (2022,)),
    ("No 2021. gada 1. janvāra līdz 2022. gada 31. decembrim darbojās pulciņš.", BOTH),
    ("2021.gada 1.septembrī skolas gaitas uzsāka divi romu bērni.", (2021,)),
    ("Pārskata gados pasākumi notika regulāri.", BOTH),
    ("Šajos gados pasākumi notika regulāri.", BOTH),
    ("2022. gadā svinēta skolas 100 gadu jubileja.", (2022,)),
    ("2022.gadā tika turpināts 2020. gadā sāktais darbs ar ģimenēm.", (2022,)),
    ("Saskaņā ar 2019. gada 5. marta noteikumiem 2021. gadā piešķirti divi dzīvokļi.", (2021,)),
    ("Attīstības programmā 2022.–2027. gadam iekļauts romu integrācijas pasākums, un 2022. gadā tas sākts.", (2022,)),
    ("Mediatore strādā kopš 2018. gada, un 2021. gadā viņa apmeklēja 12 ģimenes.", (2021,)),
    ("Biedrība dibināta 2009. gadā un 2022. gadā rīkoja trīs koncertus.", (2022,)),
    ("2023. gadā plānots atvērt jaunu centru, bet 2022. gadā darbojās vecais.", (2022,)),
    ("Līdz 2022. gada beigām kursus pabeidza pieci romi.", (2022,)),
    ("Uz 01.01.2022. uzskaitē bija 14 bezdarbnieki.", (2022,)),
    ("2022. gada vasarā bērni devās nometnē.", (2022,)),
    ("2021. gada nogalē un 2022. gada sākumā izsniegta malka.", BOTH),
    ("2021.gads bija grūts, jo pulcēšanās bija ierobežota.", (2021,)),
    ("Salīdzinot ar 2020. gadu, 2021. gadā pieteicās vairāk ģimeņu.", (2021,)),
    ("Kopumā 2021. un 2022. gadā pabalstu saņēma 20 ģimenes.", BOTH),
    ("2021./2022. gada ziemā ģimenes saņēma malku.", (2021,)),
    ("2021. gada decembrī un 2022. gada janvārī dienests apsekoja ģimenes.", BOTH),
    ("Piedaloties konkursā „Ģimene 2022”, ģimene 2021. gadā saņēma balvu.", (2021,)),
    ("Atskaites periodā darbojās trīs mediatori.", BOTH),
    ("Pārskata gadā darbojās trīs mediatori.", BOTH),
    ("Divos gados apmācīti seši pedagogi.", BOTH),
    ("Abos pārskata gados apmācīti seši pedagogi.", BOTH),
    ("2021. gadā – 5, 2022. gadā – 7 skolēni.", BOTH),
    ("Kopš 2021. gada septembra skolā strādā romu skolotāja palīgs.", (2021,)),
    ("No 2022. gada februāra skolā strādā romu skolotāja palīgs.", (2022,)),
    ("2022.gada 24.-26.augustā notika nometne.", (2022,)),
    ("2022. gada martā–maijā notika kursi.", (2022,)),
    ("2022.g. 8.aprīlī atzīmēta Starptautiskā romu diena.", (2022,)),
    ("Pamatnostādnēs 2021.–2027. gadam paredzētie pasākumi īstenoti arī 2022. gadā.", (2022,)),
    ("2021. gadā pieņemtie saistošie noteikumi Nr. 14/2021 ļauj palīdzēt ģimenēm.", (2021,)),
    ("Divtūkstoš divdesmit otrajā gadā notika viena tikšanās.", (2022,)),
    ("2021.gadā pabalstu saņēma 12, savukārt 2022.gadā – 15 personas.", BOTH),
    ("2021. gada rudenī un 2022. gada pavasarī notika apmācības.", BOTH),
    ("Apmācības norisinājās 2021.gada novembrī - decembrī.", (2021,)),
    ("Laikposmā no 2021.gada 1.septembra līdz 2022.gada 31.maijam skolā mācījās divi romi.", BOTH),
    ("2022. gada laikā dienests saņēma 14 iesniegumus.", (2022,)),
    ("Pērn darbu sāka mediatore.", (2022,)),
    ("Pagājušajā gadā darbu sāka mediatore.", (2022,)),
    ("2021.gada 8.aprīlī un 2022.gada 8.aprīlī svinēta romu diena.", BOTH),
    ("2022.gada oktobra mēnesī bibliotēkā notika izstāde.", (2022,)),
    ("Sākot ar 2022. gada janvāri darbojas jauns dienas centrs.", (2022,)),
    ("Projekts „Ausma” (2019–2023) turpinājās arī 2021. gadā.", (2021,)),
    ("Saskaņā ar 16.12.2021. lēmumu Nr. 412 ģimenei 2022. gadā piešķirts dzīvoklis.", (2022,)),
    ("Ģimenes asistenta pakalpojums ieviests 2022. gada 1. jūlijā.", (2022,)),
    ("2021. gadā - 3 ģimenes; 2022. gadā - 5 ģimenes.", BOTH),
    ("2021. un 2022. g. notika nodarbības.", BOTH),
    ("2021/2022. mācību gadā notika nodarbības.", (2021,)),
    ("2021./2022.mācību gada otrajā pusgadā notika nodarbības.", (2021,)),
    ("2022./2023. m.g. pirmajā semestrī notika nodarbības.", (2022,)),
    (
        "Ministru kabineta 2020. gada 13. oktobra noteikumi Nr. 639 paredz atbalstu, ko "
        "2021. gadā saņēma trīs ģimenes.",
        (2021,),
    ),
    ("Kopš 2015. gada pašvaldība katru gadu rīko romu dienu, tā notika arī 2022. gadā.", (2022,)),
    ("2021. gadā dibināta biedrība „Romu ceļš”.", (2021,)),
    ("Izstāde bija skatāma no 2021. gada 15. decembra līdz 2022. gada 15. janvārim.", BOTH),
    ("Pandēmijas laikā – 2021. gadā – nodarbības notika attālināti.", (2021,)),
    ("Plānots, ka 2024. gadā tiks atvērta jauna skola, taču 2022. gadā izstrādāts tikai projekts.", (2022,)),
    ("2021.gada decembrī-2022.gada februārī izsniegta malka.", BOTH),
    ("Ja 2021. gadā pakalpojumu saņēma viena ģimene, tad 2022. gadā – četras.", BOTH),
    ("Novada 2022. gada budžetā paredzēti līdzekļi romu pasākumiem.", (2022,)),
    ("31.12.2022. uzskaitē bija 12 bezdarbnieki.", (2022,)),
    ("Pārskata periodā (2021.–2022. gads) apmācīti 12 pedagogi.", BOTH),
    (
        "Eiropas Savienības 2021.-2027. gada plānošanas periodā paredzēts atbalsts "
        "romiem, un 2022. gadā pieteikts pirmais projekts.",
        (2022,),
    ),
    ("2022.gads iezīmējās ar romu kultūras dienām.", (2022,)),
    ("2021.gada trešajā ceturksnī darbu atrada viena sieviete.", (2021,)),
    ("Laika posmā no 2021. gada līdz 2022. gadam darbu atrada viena sieviete.", BOTH),
    ("No 2021. līdz 2022.gadam darbu atrada viena sieviete.", BOTH),
    ("2021. kā arī 2022. gadā darbu atrada viena sieviete.", BOTH),
    ("Gan 2021., gan arī 2022. gadā darbu atrada viena sieviete.", BOTH),
    ("2021.gadā (janvāris–jūnijs) darbu atrada viena sieviete.", (2021,)),
    ("2022. gada I un II ceturksnī darbu atrada viena sieviete.", (2022,)),
    ("„Romu gadsimts 1920–2020” bija izstāde, ko 2022. gadā rādīja bibliotēkā.", (2022,)),
    ("Jaunietis (dz. 2004. gadā) 2022. gadā ieguva profesiju.", (2022,)),
    ("2022.gadā atjaunota 1936. gadā celtā skola.", (2022,)),
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text]), [None])
    return found.value if found else None


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_years_unseen(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected
