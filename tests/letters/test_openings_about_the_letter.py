"""First sentences that only tell what the letter is, and those that tell more; written before the rules."""

from collections.abc import Callable

import pytest

from extract.letters.formulas import is_announcement, is_courtesy
from extract.model import Letter

ANNOUNCING = [
    "Atsūtu, kas man par šiem trim gadiem (2022., 2023. un 2024.) ir pierakstīts.",
    "Atsūtu to, kas dienestā par 2022. gadu ir pierakstīts.",
    "Sūtu Jums ziņas par 2022. un 2023. gadu.",
    "Sūtām aizpildītu tabulu par 2022. gadu.",
    "Nosūtu savas piezīmes par 2022. gadu.",
    "Limbažu novada pašvaldības uzdevumā apvienības pārvalde ir aizpildījusi tabulu par 2021.–2022.gadu.",
    "Apvienības pārvalde aizpildījusi tabulu par 2021.–2022.gadu.",
    "Pagasta pārvalde ir aizpildījusi veidlapu par 2022. gadu.",
    "Aizpildījām Jūsu anketu par 2022. gadu.",
    "Novada domes uzdevumā skola sagatavojusi pārskatu par 2022. gadu.",
    "Pēc ministrijas aicinājuma esam apkopojuši 2022. gadā paveikto.",
    "Zemāk ir ziņas par 2022. un 2023. gadu.",
    "Tālāk – ziņas par 2022. un 2023. gadu.",
    "Turpmāk tekstā ir mūsu atbildes par 2022. un 2023. gadu.",
    "Šī ir dienesta atskaite par 2022. gadu.",
    "Šī vēstule ir par 2022. un 2023. gadu.",
    "Šajā vēstulē apkopots 2022. gadā paveiktais.",
    "Šajā vēstulē pastāstīšu par 2022. gadu.",
    "Atbilde uz jautājumiem par 2022. gadu.",
    "Te ir mūsu atbildes par pagājušo gadu.",
    "Lūk, kas mums pierakstīts par 2022. gadu.",
    "Rakstu par to, ko 2022. gadā darījām.",
    "Rakstu Jums kā mediatore par 2022. gadu.",
    "Īsumā atbildu par 2022. un 2023. gadu.",
    "Atbildu dienesta vārdā par 2022. un 2023. gadu.",
    "Atskaitos par 2022. gadu.",
    "Mūsu skolas atskaite aptver 2022. un 2023. gadu.",
    "Ziņas sniedzu par 2022. un 2023. gadu.",
    "Ziņas par 2022. un 2023. gadu sniedz Sociālais dienests.",
    "Tabulā ierakstīju visu, kas man par 2022. gadu zināms.",
    "Tabulā redzams 2022. gadā paveiktais.",
    "Pievienotajā tabulā ir dati par 2022. gadu.",
    "Mēģināšu atbildēt par 2022. gadu.",
    "Paldies par vēstuli, atbildam par 2022. gadu.",
    "Saņēmu lūgumu uzrakstīt par 2022. gadu.",
    "Man uzdeva uzrakstīt par 2022. gadā darīto.",
    "Kolēģe lūdza atsūtīt datus par 2022. gadu, tos arī nosūtu.",
    "Apkopoju, ko bibliotēka 2022. gadā darījusi.",
    "Pārskats par 2022. gadu ir šāds.",
    "Par 2022. gadu varam ziņot šādi:",
    "Ziņojam par to, kas 2022. un 2023. gadā izdarīts un kas nav.",
    "Iesniedzu prasītās ziņas par 2022. gadu, sakārtotas pa jomām.",
    "Atbildes sakārtotas pa jomām, par abiem gadiem kopā.",
    "Dati par 2022. gadu norādīti tabulā.",
    "Šeit ir tas, ko skola var pateikt par 2022. gadu.",
    "Atvainojos par kavēšanos, te ziņas par 2022. gadu.",
    "Pagasta pārvalde savāca šādas ziņas par 2022. gadu.",
    "Datus par 2022. un 2023. gadu esam salikuši vienā tabulā.",
    "Tabulas otrajā ailē ir 2022. gads, trešajā – 2023. gads.",
    "Tālāk par katru jomu atsevišķi.",
    "Vēstulē jautāts par 2022. gadu.",
    "Sveiki, atvainojos, ka vēlu, zemāk skaitļi par 2022. gadu, cik nu spēju sadabūt.",
    "Direktore lika aizpildīt tabulu par 2022. un 2023. gadu.",
    "Vadītāja lūdza uzrakstīt par 2022. gadu, ko nu atceros.",
    "Te skaitļi par 2022. gadu, cik nu kolēģes paspēja savākt.",
]
TELLING = [
    "Atsūtu ziņas par 2022. gadu, kad skolā mācījās 14 romu bērni un strādāja mediatore.",
    "Skola 2022. gadā sūtīja divus romu bērnus uz nometni.",
    "Dienests 2022. gadā palīdzēja aizpildīt 14 iesniegumus.",
    "Pārvalde ir aizpildījusi robus ģimeņu sarakstā, un 2022. gadā tajā ir 14 ģimenes.",
    "Mediatore 2022. gadā aizpildīja veidlapas kopā ar deviņām ģimenēm.",
    "Šis gads bija grūts, jo mediatore 2022. gadā slimoja.",
    "Šī ģimene 2022. gadā saņēma dzīvokli.",
    "Romu pie mums ir maz: divas ģimenes.",
    "Te 2022. gadā dzīvoja 14 romu ģimenes.",
    "Zemāk upes dzīvo divas romu ģimenes.",
    "Tabulā redzams, ka 2022. gadā pabalstu saņēma 14 romi.",
    "Par 2022. gadu varam ziņot, ka darbu atrada trīs romi.",
    "Informācijas par romiem 2022. gadā mums nav.",
    "Atbildi uz iesniegumu 2022. gadā saņēma visas ģimenes.",
    "Datus par tautību skola neapkopo.",
    "Pārskatu par 2022. gadu nesniegsim, jo romu novadā nav.",
    "Pasākumu 2022. gadā nebija.",
    "Atskaites par 2022. gadu mediatorei jāraksta reizi mēnesī.",
    "Atbildu dienesta vārdā, jo ar romu ģimenēm ikdienā strādāju es un mana kolēģe Viļakā.",
    "Rakstu par abām skolām, jo romu bērni mācās tikai tajās.",
    "Rakstu romu ģimenēm iesniegumus par pabalstiem, 2022. gadā tādu bija 40.",
    "Man uzdeva apciemot visas romu ģimenes, un 2022. gadā to bija 14.",
    "Kolēģe 2022. gadā lūdza ģimenes atsūtīt datus par bērniem.",
    "Apkopoju, ko bibliotēka 2022. gadā darījusi: trīs izstādes un sešas lasīšanas stundas romu bērniem.",
    "Ziņojam par trim pasākumiem, kurus 2022. gadā apmeklēja 40 romu.",
    "Par 2022. gadā paveikto mums jāstāsta maz, jo naudas nebija.",
    "Paldies par vēstuli, bet 2022. gadā romiem veltītu pasākumu nebija.",
    "Mūsu skolā 2022. gadā mācījās trīs romu bērni.",
    "Ar ko varu palielīties – 2022. gadā pārmūrētas divas krāsnis.",
    "Lūk, 2022. gadā skolu beidza pirmā romu meitene.",
    "Te ir mūsu skola.",
    "Skola 2022. gadā īstenoja pasākumus romu kopienai.",
    "Pasākumi notika 2022. gadā.",
    "Pašvaldība pasākumus 2022. gadā veica kopā ar romu kopienu.",
    "2022. gadā novadā strādāja mediatore.",
    # words that begin like those of sending and telling
    "2021. gadā sociālais dienests sniedza informāciju romiem.",
    "2021. gadā mediatore skolā pastāstīja par romu kultūru.",
    "2021. gadā sociālais dienests anketēja romus.",
    "2022. gadā bibliotēkā romi izzināja kultūru.",
    "2022. gadā sociālais dienests informēja romus par izglītības iestādēm.",
    "2022. gadā sociālais dienests nosūtīja romus pie speciālistiem.",
    "2022. gadā mediatore pierakstīja romus pie speciālistiem.",
    "2022. gadā romiem bija zināmas prasmes.",
    "Skolā 2022. gadā romi atbildēja uz jautājumiem par kultūru.",
    "2022. gadā par romu kopienu ir atbildīga mediatore.",
    "2022. gadā bibliotēka papildināja nodaļu par romu kultūru.",
    "2022. gadā skolā mediatore pasniedza romu kultūru.",
    "Anketējām romu ģimenes un saņēmām ierosinājumus.",
]
HEAD, END = "Aizkraukles novada pašvaldība\nKultūras ministrijai\n", "Divas ģimenes saņēma malku.\nSociālā darbiniece"
FRAMES = [HEAD + "{}\n" + END, HEAD + "Labdien!\n{}\n" + END, HEAD + "{} " + END]
WOOD = "Divas ģimenes saņēma malku."


@pytest.mark.parametrize("sentence", ANNOUNCING)
def test_an_opening_that_tells_what_the_letter_is(make_letter: Callable[..., Letter], sentence: str) -> None:
    assert is_announcement(sentence) or is_courtesy(sentence)
    for frame in FRAMES:
        assert [statement.text for statement in make_letter(frame.format(sentence)).statements] == [WOOD]


@pytest.mark.parametrize("sentence", TELLING)
def test_an_opening_that_tells_something_besides(make_letter: Callable[..., Letter], sentence: str) -> None:
    assert not is_announcement(sentence)
    for frame in FRAMES[:2]:
        assert [statement.text for statement in make_letter(frame.format(sentence)).statements] == [sentence, WOOD]
