"""Fields told by content alone, in the voices of schools, nurses and clerks; expectations came before the words."""

import pytest

from extract.codebook import load_codebook
from extract.fields.domain_evidence import lexicon_of, told_anew
from extract.fields.domains import find_domains
from invented_letters import Told, analysed

STATEMENTS = [
    # health
    ("Skolas medmāsa divreiz gadā pārbauda bērniem redzi un stāju.", "health"),
    ("Pret masalām un difteriju potēti septiņi romu bērni.", "health"),
    ("Zobu higiēniste klasē mācīja pareizi tīrīt zobus.", "health"),
    ("Kariesu atklāja katram otrajam romu pirmklasniekam.", "health"),
    ("Kašķa un utu gadījumi nav konstatēti.", "health"),
    ("Mobilais rentgens pie baznīcas stāvēja divas dienas.", "health"),
    ("Sociālā darbiniece romu seniori pavadīja uz aptieku un pie ārsta.", "health"),
    ("Trim sievietēm apmaksāta operācija un zāles.", "health"),
    ("Veselības koordinatore vadīja nūjošanas nodarbības.", "health"),
    ("Vienam vīrietim noteikta otrā invaliditātes grupa.", "health"),
    # culture
    ("Policijas darbinieki mācījās atpazīt naida noziegumus.", "culture"),
    ("Stundā runāja par cilvēka cieņu un vienlīdzīgu attieksmi.", "culture"),
    ("Romu pasakas bērniem lasīja vecmāmiņas.", "culture"),
    ("Ģitāristi un vijolnieki spēlēja pilsētas parkā.", "culture"),
    ("Vietējā avīzē iespiests raksts par romu amatiem.", "culture"),
    ("Aprūpētāju saskarsmei ar citu kultūru cilvēkiem veltīta lekcija.", "culture"),
    ("Romu muzikantu saietā pulcējās simts klausītāju.", "culture"),
    # cooperation
    ("Ar kolēģiem no Limbažiem sazvanāmies reizi nedēļā.", "cooperation"),
    ("Pie viena galda sasēdās policija, bāriņtiesa un romu vecāki.", "cooperation"),
    ("Konferencē ar kaimiņu novadu pārstāvjiem vienojāmies par kopīgu rīcību.", "cooperation"),
    ("Tikāmies ar romu kopienas vadītāju.", "cooperation"),
    # employment
    ("Rudenī romi lasa ogas un sēnes un pārdod tās tirgū.", "employment"),
    ("Kokzāģētavā pieņemti trīs romi, pārbaudes laiku izturēja divi.", "employment"),
    ("Zupas virtuvē silta maltīte pieejama katru darbdienu.", "employment"),
    ("Diviem romiem palīdzēja samaksāt alimentu parādu.", "employment"),
    ("Uzņēmējdarbības atbalstam neviens roms nepieteicās.", "employment"),
    ("Autovadītāja apliecību ieguva četri vīrieši.", "employment"),
    ("Trūkumcietējiem dienests izsniedza drēbes un segas.", "employment"),
    # housing
    ("Ugunsgrēkā cietusi ģimene ievācās pašvaldības divistabu dzīvoklī.", "housing"),
    ("Par parādiem no dzīvokļa izlikta viena ģimene.", "housing"),
    ("Izdegušo jumtu nomainīja par novada naudu.", "housing"),
    ("Uz lielākām telpām pārvācās divas daudzbērnu ģimenes.", "housing"),
    # education
    ("Internātā dzīvo seši romu bērni.", "education"),
    ("Stundu kavējumu skaits saruka uz pusi.", "education"),
    ("Latviešu valodas kursus pieaugušajiem beidza deviņi romi.", "education"),
    ("Jauniešu apmaiņā Polijā bija trīs romu skolnieces.", "education"),
    # participation
    ("Romu biedrība sava centra telpas lieto bez maksas.", "participation"),
    ("Savas biedrības romiem nav, tāpēc nav arī ko atbalstīt.", "participation"),
    ("Mazo grantu konkursā romu apvienība ieguva 300 eiro.", "participation"),
    # family assistant
    ("Asistente ģimenei māca plānot iepirkumus un laikus maksāt rēķinus.", "family_assistant"),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_a_field_told_by_content(text: str, expected: str) -> None:
    (found,) = find_domains(analysed([text]))
    assert found is not None
    assert found.value == expected


def test_the_field_changes_within_a_paragraph() -> None:
    told = [
        Told("Mūsu skolā mācās 14 romu bērni, no tiem pieci pirmajā klasē."),
        Told("Mājās, kur mitinās piecas ģimenes, īres parādu dēļ atslēgta apkure.", same_paragraph=True),
    ]
    found = [each.value if each else None for each in find_domains(analysed(told))]
    assert found == ["education", "housing"]


def test_a_word_said_again_in_a_paragraph_counts_less() -> None:
    codebook = load_codebook()
    lexicon, culture = lexicon_of(codebook), codebook.domain_codes.index("culture")
    evidence = [lexicon.weigh(text) for text in ("Biedrība rīkoja romu izstādi.", "Izstāde būs skatāma arī Liepājā.")]
    again, apart = told_anew(evidence, [0, 0])[1], told_anew(evidence, [0, 1])[1]
    assert 0 < again.nats[culture] < apart.nats[culture]
    assert apart.nats == pytest.approx(evidence[1].nats)
