"""Denials in the voices of schools, courts, police and libraries; written before the finder was run on them."""

import pytest

from denials import tells_of_nothing_done

DENIED = [
    "Šādu pasākumu pagastā nav bijis.",
    "Pašvaldībā romi nedzīvo, līdz ar to šādi pasākumi nav veikti.",
    "Tā kā novadā nav deklarēts neviens roms, pasākumi netika plānoti.",
    "Romu tautības iedzīvotāju novadā nav, tāpēc nekādi pasākumi netiek organizēti.",
    "Specifiski pasākumi netiek īstenoti, bet romi var piedalīties visos novada pasākumos.",
    "Atsevišķas aktivitātes romiem netika plānotas.",
    "Pasākumi šajā jomā pārskata periodā netika realizēti.",
    "Bāriņtiesa šajā jomā pasākumus nav veikusi.",
    "Bibliotēka nekādus īpašus pasākumus romiem nerīkoja.",
    "Policija mērķtiecīgus pasākumus romu kopienai nav organizējusi.",
    "Mūsu skola īpašus pasākumus neorganizē.",
    "Veselības jomā nekas netika darīts.",
    "Nekādas darbības šajā virzienā netika veiktas.",
    "Konkrētu pasākumu romu integrācijai nebija.",
    "Romiem paredzētu pasākumu nav.",
    "Ģimenes asistenta pakalpojums pašvaldībā nav ieviests.",
    "Ģimenes asistenta pakalpojumu dienests nesniedz.",
    "Pasākumi netika īstenoti COVID-19 ierobežojumu dēļ.",
    "Nav veikti nekādi pasākumi.",
    "Netika īstenots neviens pasākums.",
    "Netika organizētas īpašas aktivitātes romu jauniešiem.",
    "Šajā jomā aktivitāšu nav bijis.",
    "Neko īpašu neesam darījuši.",
    "Pārskata gadā minētajā jomā pasākumi nav notikuši.",
    "Informējam, ka šajā jomā pasākumi netika veikti.",
    "Īpaši pasākumi romu nodarbinātībai novadā nav īstenoti, jo bezdarbnieki saņem NVA pakalpojumus.",
    "Mērķtiecīgas aktivitātes tieši romu tautības pārstāvjiem nav paredzētas.",
    "Pašvaldība nav īstenojusi ne projektus, ne pasākumus romu integrācijai.",
    "Pasakumi romu veselibas joma netika veikti.",
    "Novads šādus pasākumus nefinansē un nerīko.",
    "Nav īstenoti.",
    "Nekādi.",
    "Nē, šādi pasākumi netiek rīkoti, bet romi var apmeklēt visus novada pasākumus.",
    "Pasākumu nebija.",
    "Specifisku, tikai romiem domātu pasākumu pašvaldībā nav.",
]
TOLD = [
    "Nē, atsevišķu pasākumu nebija, taču bibliotekāre apmeklēja trīs romu ģimenes.",
    "Pasākumos romi nepiedalījās.",
    "Neviens romu bērns skolu nepameta.",
    "Sūdzību par diskrimināciju nav bijis.",
    "Pasākumi netika pārtraukti arī vasarā.",
    "Nodarbības klātienē netika rīkotas, tās notika attālināti.",
    "Lai gan īpaši pasākumi romiem netika rīkoti, skolā darbojās pedagoga palīgs un trīs mentori.",
    "Romu vecāki uz sapulci neieradās.",
    "Ģimenei netika piešķirts pabalsts, jo ienākumi bija par lieliem.",
    "Romiem nav nepieciešams īpašs atbalsts, lai apmeklētu pulciņus.",
    "Skolēns nav ieguvis pamatizglītību.",
    "Mediatores darbs netika pārtraukts.",
    "Rudenī divi pasākumi netika rīkoti, pārējie astoņi notika kā iecerēts.",
    "Dienests neuzskaita klientu tautību.",
    "Pieteikumi romu projektu konkursam netika saņemti.",
    "Neviens pasākums nenotika bez romu līdzdalības.",
    "Pasākumi nav paredzēti tikai romiem, tajos var piedalīties ikviens, un pērn piedalījās 14 romi.",
    "Administratīvie pārkāpumi nav konstatēti.",
]

CASES = [*((text, True) for text in DENIED), *((text, False) for text in TOLD)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_no_measures_unseen_voices(text: str, expected: bool) -> None:
    assert tells_of_nothing_done(text) is expected
