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
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text]), [None])
    return found.value if found else None


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_years_unseen(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected
