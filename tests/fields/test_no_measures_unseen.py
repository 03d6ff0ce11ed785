"""Denials of all measures and denials on the way, written before the finder was run on them."""

import pytest

from extract.fields.no_measures import find_no_measures
from invented_letters import analysed

DENIED = [
    "Pārskata periodā īpaši pasākumi romu tautības iedzīvotājiem nav plānoti un īstenoti.",
    "Specifiski pasākumi, kas paredzēti tikai romu kopienai, netiek īstenoti.",
    "Novadā netika īstenoti atsevišķi pasākumi romu tautības iedzīvotājiem.",
    "Pasākumi romu kopienas integrācijai 2021. un 2022. gadā netika veikti.",
    "Netika īstenoti.",
    "Netika veikti.",
    "Nav veikti.",
    "Nav bijis.",
    "Nav sniegts.",
    "Netika īstenotas.",
    "Nav bijuši.",
    "Nav organizēti.",
    "Nav notikuši.",
    "Pasākumi nav notikuši.",
    "Pasākumi nav īstenoti.",
    "Šādi pasākumi nav organizēti.",
    "Šādu pasākumu nav bijis.",
    "Šāda veida pasākumi netika organizēti.",
    "Atsevišķu pasākumu nebija.",
    "Speciāli pasākumi romiem nav rīkoti.",
    "Speciāli romu tautības iedzīvotājiem paredzēti pasākumi netiek rīkoti.",
    "Mērķtiecīgi pasākumi romu iekļaušanai nav tikuši īstenoti.",
    "Nav īstenoti nekādi pasākumi.",
    "Nekādi pasākumi netika veikti.",
    "Neviens atsevišķs pasākums nav organizēts.",
    "Pašvaldība nav īstenojusi pasākumus romu integrācijai.",
    "Pašvaldība nav veikusi nekādas aktivitātes romu jomā.",
    "Dome nav organizējusi speciālus pasākumus romu kopienai.",
    "Konkrēti pasākumi šajā jomā nenotika.",
    "Pasākumi, kas vērsti tieši uz romu veselības uzlabošanu, nav notikuši.",
    "Diemžēl 2022. gadā nekādas aktivitātes šajā jomā netika īstenotas.",
    "Mājokļu jomā īpašu pasākumu nav.",
    "Ģimenes asistenta pakalpojums novadā nav ieviests.",
    "Ģimenes asistenta pakalpojums 2021. gadā netika nodrošināts.",
    "Pakalpojums netiek sniegts.",
    "Atbalsts romu NVO iniciatīvām nav sniegts.",
    "Atbalsts romu NVO netika sniegts, jo pieteikumi netika saņemti.",
    "Sadarbība ar romu kopienu nav notikusi.",
    "Sadarbība ar romu organizācijām netika veikta.",
    "Netika īstenoti specifiski pasākumi, jo novadā dzīvo tikai dažas romu ģimenes.",
    "Tā kā novadā romu kopienas nav, pasākumi netika īstenoti.",
    "Ņemot vērā nelielo romu skaitu, speciāli pasākumi nav organizēti.",
    "Romu tautības iedzīvotājiem netika organizēti atsevišķi pasākumi.",
    "Romiem paredzēti projekti nav īstenoti.",
    "Pasākumu nav.",
    "Pasākumu nebija.",
    "Aktivitātes netika plānotas.",
    "Neīstenoja.",
    "Netika organizēts.",
    "Novada pašvaldība 2021. gadā neīstenoja pasākumus romu nodarbinātības jomā.",
    "Netiek veikti īpaši pasākumi, kas būtu vērsti uz romu tautības iedzīvotājiem.",
    "Atsevišķas aktivitātes romu tautības bērniem netiek rīkotas.",
    "Īpašas programmas romu bērniem nav izstrādātas.",
    "Šajā sadaļā norādītie pasākumi netika īstenoti.",
    "2021. gadā netika rīkots neviens pasākums romu kopienai.",
    "Starpkultūru komunikācijas jomā pasākumi netika īstenoti Covid-19 ierobežojumu dēļ.",
    "Covid-19 ierobežojumu dēļ neviens no plānotajiem pasākumiem nenotika.",
    "Sadarbības pasākumi netika veikti.",
]

TOLD = [
    "Netika saņemts neviens iesniegums par dzīvokli.",
    "Neviens romu tautības bērns netika atskaitīts.",
    "Pasākumos nav piedalījušies romi.",
    "Pasākumā nepiedalījās neviens romu pārstāvis.",
    "Romu tautības bezdarbnieku novadā nav.",
    "Dati par tautību netiek uzskaitīti.",
    "Skola neveic uzskaiti pēc tautības.",
    "Daži pasākumi pandēmijas dēļ netika īstenoti, bet lielākā daļa notika tiešsaistē.",
    "Pasākumi netika organizēti klātienē, tie notika tiešsaistē.",
    "Lai gan īpaši pasākumi romiem netiek rīkoti, romu ģimenes piedalās visos novada pasākumos.",
    "Projekts „Ausma” netika īstenots, jo nesaņēma finansējumu.",
    "Nav konstatēti diskriminācijas gadījumi.",
    "Sūdzības no romiem nav saņemtas.",
    "Bērni neapmeklē pirmsskolu.",
    "Finansējums pasākumiem netika piešķirts.",
    "Pasākumu īstenošanai papildu līdzekļi nebija nepieciešami.",
    "Pasākumi tika īstenoti visu gadu.",
    "Notika gan izglītojoši, gan sportiski pasākumi.",
    "Sarunas ar ģimenēm nav bijušas vieglas.",
    "Ģimenes nav vērsušās pēc palīdzības.",
    "Jaunietis kursus nav pabeidzis.",
    "Pakalpojumi netika atteikti nevienai romu ģimenei.",
    "Ģimenes asistenta pakalpojums netika pārtraukts arī pandēmijas laikā.",
    "Sociālais dienests nenodala klientus pēc tautības.",
    "Bez sociālā dienesta atbalsta pasākumi nebūtu notikuši.",
    "Pasākumu apmeklētāju uzskaite netika veikta.",
    "Nevienam netika liegta dalība pasākumos.",
    "Skolā nav romu tautības skolēnu.",
    "Sadarbība ar romu kopienu notiek regulāri un nav pārtraukta.",
    "Romu bērni netiek nošķirti no citiem.",
]

CASES = [*((text, True) for text in DENIED), *((text, False) for text in TOLD)]


def told(text: str) -> bool:
    (found,) = find_no_measures(analysed([text]))
    return found is not None and found.value


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_no_measures_unseen(text: str, expected: bool) -> None:
    assert told(text) is expected
