"""Idioms and turns by which letters tell that nothing was done, with near misses, written before their finder."""

import pytest

from denials import tells_of_nothing_done
from extract.fields.no_measures import find_no_measures
from invented_letters import analysed

PAIRS = [
    # "Ne …, ne …" behind what denies.
    ("Šajā jomā pērn nebija ne semināru, ne ekskursiju, ne kādu citu pasākumu.", True),
    ("Veselības jomā netika rīkotas ne lekcijas, ne pārbaudes, ne arī kas cits.", True),
    ("Mums nebija ne projektu, ne nodarbību romiem.", True),
    ("Ne lekciju, ne semināru par cilvēktiesībām pagājušajā gadā nebija.", True),
    ("Nav bijis ne kursu, ne semināru, ne kā cita.", True),
    ("Nauda biedrībām nav ne prasīta, ne dota.", True),
    ("Biedrības novadā nav, un nekas nav ne lūgts, ne piešķirts.", True),
    ("Ģimenei nebija ne malkas, ne gāzes.", False),
    ("Viņam nebija ne izglītības, ne darba.", False),
    ("Romu bērniem nebija ne kavējumu, ne nesekmīgu atzīmju.", False),
    ("Mācību gadā nebija ne konfliktu, ne citu problēmu.", False),
    ("Nodarbībās nebija ne sertifikātu, ne eksāmenu, bērni mācījās rotaļājoties.", False),
    ("Semināros netika vākti ne paraksti, ne dati.", False),
    ("Nebija ne viena mēneša bez nodarbībām.", False),
    ("Bērniem no romu ģimenēm nebija ne ekskursiju, ne pusdienu naudas.", False),
    ("Nebija ne dienas, kad mediators nestrādātu.", False),
    # Idioms of not moving.
    ("Mājokļu jautājumos neesam spēruši ne soli.", True),
    ("Šajā virzienā gada laikā netika sperts neviens solis.", True),
    ("Kultūras jomā novads ne pirksta nepakustināja.", True),
    ("Atklāti sakot, šajā jomā pirkstu nepielikām.", True),
    ("Šī lieta 2022. gadā no vietas nekustējās.", True),
    ("Veselības jomā neesam izkustējušies no vietas.", True),
    ("Plāni sadarbībai ar romiem palika atvilktnē.", True),
    ("Visas ieceres palika tikai uz papīra.", True),
    ("Projekti par romu valodas stundām nogūla plauktā.", True),
    ("Iecerētās nodarbības palika nerealizētas.", True),
    ("Romu jautājumā pērn neko nepakustinājām.", True),
    ("Ar romu nodarbinātību mums pērn nebija nekādas saskares.", True),
    ("Ar veselības jomu mūsu iestādei nav nekādas darīšanas.", True),
    ("Pamatskolas bērni negribēja spert ne soli bez skolotājas.", False),
    ("Vecmāmiņa no mājām neiziet ne soli.", False),
    ("Rinda no vietas nekustas, jo dzīvokļi netiek atbrīvoti.", False),
    ("Dokumenti palika plauktā, jo ģimene pēc tiem neatnāca.", False),
    ("Iesniegums nepalika plauktā, ģimene dzīvokli saņēma.", False),
    ("Ģimenei ar policiju nav bijis nekādas saskares.", False),
    ("Vecākiem ar skolu nebija nekādas saskares, tādēļ pedagoģe gāja uz mājām.", False),
    ("Kaimiņi nepakustināja ne pirkstu, kad māja dega.", False),
    ("Projekts nepalika uz papīra: tajā iesaistījās 11 romi.", False),
    ("Viens priekšlikums palika uz papīra, pārējie tika īstenoti.", False),
    # Fields that were not reached.
    ("Līdz veselībai šogad netikām.", True),
    ("Līdz kultūras darbam 2021. gadā nenonācām.", True),
    ("Līdz mājokļu jautājumiem es pērn netiku.", True),
    ("Līdz mājokļiem neesam tikuši.", True),
    ("Līdz nodarbinātībai darba grupa pērn nenonāca.", True),
    ("Līdz romu biedrībai tās mājā netikām, tāpēc satikāmies bibliotēkā.", False),
    ("Līdz skolai bērni ziemā netika, ceļš bija aizputināts.", False),
    ("Viņš līdz eksāmenam netika.", False),
    ("Līdz šim nodarbības netika pārtrauktas.", False),
    ("Līdz gada beigām dzīvoklis netika atrasts.", False),
    ("Līdz finālam mūsu komanda netika.", False),
    ("Līdz veselības punktam autobuss netika, tādēļ ārsts brauca pats.", False),
    # Since then nothing.
    ("Kopš pagājušā pārskata šajā laukā nekas nav mainījies.", True),
    ("Kopš 2020. gada nekas nav kustējies uz priekšu.", True),
    ("Mājokļu jomā nekas nav izkustējies no vietas.", True),
    ("Skatīt iepriekšējo vēstuli, jo kopš tam nekas jauns nav noticis.", True),
    ("Arī šajā punktā viss ir pa vecam, nekas nav darīts.", True),
    ("Kopš pērnās atskaites šajā sadaļā nekas jauns nav īstenots.", True),
    ("Nekas jauns netika ieviests, romiem – pilnīgi nekas.", True),
    ("Ģimenes stāvoklis kopš pavasara nav mainījies.", False),
    ("Kopš tā laika dzīvoklī nekas nav mainījies: jumts tek, mitrums sienās.", False),
    ("Viss palicis pa vecam: nodarbības notiek otrdienās.", False),
    ("Ģimenē nekas nav mainījies, tēvs joprojām strādā kokzāģētavā.", False),
    ("Grupas darbā nekas nav mainījies, tiekamies katru mēnesi.", False),
    ("Bērniem nekas nav noticis.", False),
    ("Avārijā nekas ļauns nav noticis.", False),
    # Support neither asked nor given.
    ("Atbalstu nav lūgusi un nav saņēmusi neviena biedrība.", True),
    ("Finansējumu neprasījām un nesaņēmām.", True),
    ("Līdzekļus neviens nav lūdzis un neviens nav piešķīris.", True),
    ("Projektu iesniegumu no biedrībām nebija, tāpēc nebija arī ko atbalstīt.", True),
    ("Romu biedrības novadā nedarbojas, tāpēc nav ko atbalstīt.", True),
    ("Pieteikumu nebija, līdz ar to arī finansējuma nebija.", True),
    ("Iniciatīvu nebija, tātad arī atbalsta nav.", True),
    ("Pabalstu ģimene nav prasījusi.", False),
    ("Neviens pieteikums netika noraidīts.", False),
    ("Par dalību naudu neprasījām.", False),
    ("Par telpām naudu neprasām un nesaņemam, biedrība tās lieto bez maksas.", False),
    ("Naudu par dzīvokli ģimene nav saņēmusi.", False),
    ("Iesniegumu no romiem nebija.", False),
    ("Atbalstu ģimene neprasīja, tomēr pārtikas pakas saņēma.", False),
    # No need, no ground.
    ("Nav bijusi vajadzība rīkot atsevišķas nodarbības.", True),
    ("Pašvaldībai nav radies iemesls iesaistīties romu jautājumu risināšanā.", True),
    ("Nav bijis nepieciešamības sadarboties ar citām pašvaldībām romu jautājumos.", True),
    ("Nav bijis pamata īstenot atsevišķus projektus.", True),
    ("Nebija iemesla uzsākt sadarbību ar romu kopienu.", True),
    ("Nav radusies nepieciešamība izsniegt dienesta dzīvokli.", False),
    ("Nav bijis iemesla slēgt dienas centru.", False),
    ("Nebija vajadzības slēgt vienošanos, sadarbojamies arī bez tās.", False),
    ("Nav bijis iemesla saukt policiju.", False),
    ("Bērnam nav bijis vajadzības strādāt ar logopēdu.", False),
    ("Nebija nepieciešamības pārtraukt nodarbības.", False),
    # A blank field.
    ("Cilvēktiesību joma mūsu iestādei ir baltais plankums.", True),
    ("Kultūras sadaļa mums paliek balta lapa.", True),
    ("Veselības joma 2021. gadā bija tukša vieta.", True),
    ("Šajā rindā tukša aile.", True),
    ("Uz jautājumu par mājokļiem jāatbild ar „nē”.", True),
    ("Par šo jomu jāatbild ar nē.", True),
    ("Par trešo punktu jāatbild noraidoši.", True),
    ("Kultūras jomā paveiktā nav.", True),
    ("Šajā jomā mums nav ar ko palepoties.", True),
    ("Par veselību nav ko pierakstīt.", True),
    ("Šajā laukā mūsu devums ir nulle.", True),
    ("Starpkultūru jomā rezultāts – apaļa nulle.", True),
    ("Bērns kontroldarbā nodeva baltu lapu.", False),
    ("Daudziem vecākiem elektroniskais žurnāls ir baltais plankums.", False),
    ("Autobusā romu bērniem bija tukša vieta blakus.", False),
    ("Uz ģimenes lūgumu bija jāatbild noliedzoši, dzīvokļa nebija.", False),
    ("Uz iesniegumu nācās atbildēt ar nē.", False),
    ("Temperatūra klasē bija nulle.", False),
    ("Paveiktā nav maz: notika sešas nodarbības.", False),
    # One service that was not given.
    ("Tāda speciālista mūsu ģimenēs nav bijis.", True),
    ("Šāda pakalpojuma mūsu pagastā nav bijis.", True),
    ("Tāda asistenta mums nav.", True),
    ("Tāda palīga pašvaldība nav algojusi.", True),
    ("Tāda skolotāja mūsu skolā vēl nav bijis: viņš iemācījās romu valodu.", False),
    ("Tāda gadījuma nav bijis.", False),
    ("Tādas ģimenes mūsu pagastā nav.", False),
    ("Tāda autobusa ciemā nav, bērnus ved skolas busiņš.", False),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_idioms(text: str, expected: bool) -> None:
    assert tells_of_nothing_done(text) is expected


QUOTED = [
    ("Netikām līdz veselībai.", "Netikām līdz veselībai"),
    ("Neesam tikušies ar romu pārstāvjiem.", "Neesam tikušies ar romu pārstāvjiem"),
]


@pytest.mark.parametrize(("text", "quote"), QUOTED)
def test_the_words_that_deny_are_quoted_whole(text: str, quote: str) -> None:
    (found,) = find_no_measures(analysed([text]))
    assert found is not None
    assert found.evidence[0].quote == quote
