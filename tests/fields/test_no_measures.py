"""Statements that say that no measures were carried out, and statements that deny something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.no_measures import find_no_measures
from invented_letters import analysed

DENIED = [
    "Pagasts nav ne plānojis, ne rīkojis romiem domātus pasākumus.",
    "Sociālais dienests atsevišķas programmas romiem nepiedāvā.",
    "Tāpat nav finansētas romu organizācijas.",
    "Pieteikumu un atbalstītu iniciatīvu nebija.",
    "Finansējumu romu nevalstiskajām organizācijām pārvalde nepiešķir.",
    "Vakari plānoti, taču atlikti, un 2023. gadā nenotika neviens.",
    "Gimenes asistentu mums nav.",
    "2021. gadā pakalpojuma vēl nebija.",
    "Nē, jo tādas šeit nedarbojas.",
    "Nekas nav piešķirts.",
    "Slimības dēļ nekas tamlīdzīgs nebija iespējams.",
    "Pakalpojumu romi nav saņēmuši.",
    "2022. gadā specifiski pasākumi romu iedzīvotājiem netika rīkoti.",
    "Atsevišķi pasākumi romu kopienai nav īstenoti.",
    "Pašvaldība šajā periodā nav organizējusi nevienu pasākumu romu ģimenēm.",
    "Dome nerealizēja nevienu pasākumu romu atbalstam.",
    "Īpašu pasākumu romu bērniem 2021. gadā nebija.",
    "Romiem paredzētu pasākumu novadā nav bijis.",
    "Aktivitātes šajā jomā netika veiktas.",
    "Pašvaldība mērķtiecīgas aktivitātes neveica.",
    "Specifiski pasakumi romiem netika organizeti.",
    "Pasākumi, kas būtu domāti tikai romiem, netika rīkoti.",
    "Šajā jomā pasākumi nenotika.",
    "2022. gadā atbalsts nav sniegts, jo romu biedrības novadā nedarbojas.",
    "Atbalsts romu iniciatīvām netika piešķirts.",
    "Nekādas aktivitātes 2022. gadā nav notikušas.",
    "Neviens pasākums romu jauniešiem netika organizēts.",
    "Pasākumi netika īstenoti, jo romu kopiena ir neliela.",
    "Romu iekļaušanas programmas novadā netika izstrādātas.",
    "Sadarbība ar citām pašvaldībām nav notikusi.",
    "Sadarbība ar romu biedrībām 2021. gadā netika veidota.",
    "Atsevišķus pasākumus romu veselības jomā pašvaldība neīstenoja.",
    "Nav organizēti īpaši pasākumi romu tautības iedzīvotājiem.",
    "Netika īstenoti pasākumi, kas vērsti uz romu nodarbinātību.",
    "Speciāli projekti romu kopienai netika īstenoti.",
    "Pašvaldībā netiek organizēti atsevišķi pasākumi romiem, jo atbalsts ir pieejams visiem.",
    "Aktivitāšu romu līdzdalībai nebija.",
    "Konkrētas darbības šajā jomā nav veiktas.",
    "2022. gadā netika plānoti un īstenoti īpaši pasākumi.",
    "Pasākumi cilvēktiesību jomā netika organizēti.",
    "Pārskata periodā novads neorganizēja pasākumus romiem.",
    "Nav.",
    "Nav īstenoti.",
    "Nav notikusi.",
    "Netika organizēti.",
    "Pasākumi netika īstenoti.",
    "Ģimenes asistenta pakalpojums romu ģimenēm netika sniegts.",
    "Šāds pakalpojums novadā vēl nav ieviests.",
    "2021. gadā pasākumi romu veselības jomā netika veikti, bet visi iedzīvotāji varēja apmeklēt ārstu.",
    "Informējam, ka īpaši pasākumi romiem netika rīkoti.",
    "Pasakumi netika istenoti.",
    "Īpaši pasākumi īstenoti netika.",
    "Romiem īpaši domātas aktivitātes netika plānotas.",
    "Pašvaldība nerīkoja atsevišķus pasākumus romu sievietēm.",
    "Pašvaldība nav plānojusi un nav veikusi īpašas aktivitātes.",
    "Šajā jomā nav bijušas nekādas aktivitātes.",
    "Specifisku aktivitāšu romu jauniešiem nav.",
    "Šajā laikā nenotika neviens pasākums.",
    "2022. gadā netika realizēti projekti romu kopienai.",
    "Pašvaldība sadarbību ar romu kopienu nav veidojusi.",
]

NOT_DENIED = [
    "Kursus pagasts nerīko, tos organizē NVA.",
    "Nodarbinātības pasākumus pilsētas pārvalde nerīko, tos organizē NVA.",
    "Programmu pabeidza 95, darbu neuzsāka astoņi no viņiem.",
    "Biedrība projektu konkursā netika atbalstīta, taču saņēma telpas.",
    "Nodarbībās neviens nenokavēja.",
    "Divas iniciatīvas netika atbalstītas, pārējās piecas īstenoja.",
    "Pašvaldības rīcībā nav informācijas par romu biedrībām.",
    "Pasākumos neiesaistījās neviens romu jaunietis.",
    "Ģimenes nav tiesīgas saņemt pabalstu.",
    "Palīdzība tiek sniegta neatkarīgi no tautības.",
    "Romu kopienas novadā nav.",
    "Pieteikumi konkursam netika saņemti.",
    "Pasākumi tika organizēti visiem un netika veikts iedalījums pēc tautības.",
    "Pasākumu apmeklētība nebija laba.",
    "Visi plānotie pasākumi netika īstenoti.",
    "Vairāki pasākumi Covid-19 dēļ nenotika.",
    "Informācija par īstenotajiem pasākumiem netika saņemta.",
    "Pasākums „Zelta rudens” netika organizēts.",
    "Projekts netika īstenots pilnā apmērā, taču skolēni turpināja mācības.",
    "Romi pasākumos nav piedalījušies.",
    "Atsevišķa statistika par romiem netiek veidota.",
    "Pasākumu plāns netika izstrādāts.",
    "Pasākumi romu bērniem tika rīkoti katru mēnesi.",
    "Bērni nav kavējuši nodarbības.",
    "Pasākums notika, lai gan finansējuma nebija.",
    "Nebija neviena bērna, kas neapmeklētu skolu.",
    "Aktivitātēs nepiedalījās neviens.",
    "Lai gan īpaši pasākumi romiem netika rīkoti, skola palīdzēja visiem bērniem.",
    "Dzīvokļu rindā romu ģimeņu nav.",
    "Projekta pieteikumu pašvaldība neiesniedza.",
    "Sadarbība nav apgrūtināta.",
    "Pašvaldība pasākumus īsteno, nenodalot romus.",
    "2022. gadā neviens romu jaunietis netika iesaistīts.",
    "Pasākumos nav ierobežojumu romu bērniem.",
    "Par pasākumiem sabiedrība netika informēta.",
    "Romi netiek izdalīti kā atsevišķa mērķa grupa.",
    "Nodarbības vadīja mediatore, jo skolotājas nebija.",
    "Pasākumi nebija plaši apmeklēti.",
    "Ģimenei nebija iespēju samaksāt īri.",
    "Pasākums netika atcelts.",
    "Dažādi pasākumi netika īstenoti pandēmijas dēļ.",
    "Daļa pasākumu netika īstenota pandēmijas dēļ.",
    "Citi pasākumi netika īstenoti.",
    "Konkurss nenotika, taču bērni saņēma grāmatas.",
    "Bērni, kuri nav apmeklējuši skolu, saņēma palīdzību.",
    "Skolēns nav pabeidzis izglītības programmu.",
    "Biedrība projektu konkursam neiesniedza.",
    "Atbalsts nav atteikts nevienai ģimenei.",
    "Aktivitātes tika īstenotas visiem, nevienu nenodalot.",
    "Palīdzība tika sniegta visiem, un neviens netika atraidīts.",
    "Pasākumu norise netika traucēta.",
    "Projekta „Rīta ausma” pasākumi turpinās.",
]


@pytest.mark.parametrize("text", DENIED)
def test_no_measures(text: str) -> None:
    [finding] = find_no_measures(analysed([text]))
    assert finding is not None
    assert finding.value is True


@pytest.mark.parametrize("text", NOT_DENIED)
def test_something_else_is_denied(text: str) -> None:
    assert find_no_measures(analysed([text])) == (None,)


def test_nouns_that_may_mean_other_things_are_less_sure() -> None:
    measures, projects = find_no_measures(analysed(["Pasākumi netika rīkoti.", "Projekti netika īstenoti."]))
    assert measures is not None and projects is not None
    assert measures.confidence > projects.confidence


@given(st.lists(st.sampled_from(DENIED + NOT_DENIED), min_size=1, max_size=6))
def test_evidence_is_the_statements_words(texts: list[str]) -> None:
    letter = analysed(texts)
    for statement, finding in zip(letter.letter.statements, find_no_measures(letter), strict=True):
        if finding is None:
            continue
        assert str(finding.reason)
        for evidence in finding.evidence:
            assert statement.start <= evidence.start < evidence.end <= statement.end
            assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote
