import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.inflection import Case, GrammaticalNumber, case_forms, declension_of, palatalise, paradigm

SINGULAR, PLURAL = GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL

#: Nominative and all the forms that the school grammar gives, each written once.
NOUNS = [
    ("bērns", "bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos"),
    ("ceļš", "ceļš ceļa ceļam ceļu ceļā ceļi ceļiem ceļus ceļos"),
    ("brālis", "brālis brāļa brālim brāli brālī brāļi brāļu brāļiem brāļus brāļos"),
    ("audzēknis", "audzēknis audzēkņa audzēknim audzēkni audzēknī audzēkņi audzēkņu audzēkņiem audzēkņus audzēkņos"),
    ("viesis", "viesis viesa viesim viesi viesī viesi viesu viesiem viesus viesos"),
    ("tirgus", "tirgus tirgum tirgu tirgū tirgi tirgiem tirgos"),
    ("meita", "meita meitas meitai meitu meitā meitām meitās"),
    ("puika", "puika puikas puikam puiku puikā puikām puikās"),
    ("ģimene", "ģimene ģimenes ģimenei ģimeni ģimenē ģimeņu ģimenēm ģimenēs"),
    ("pils", "pils pilij pili pilī pilis piļu pilīm pilīs"),
    ("valsts", "valsts valstij valsti valstī valstis valstu valstīm valstīs"),
    ("ļaudis", "ļaudis ļaužu ļaudīm ļaudīs"),
    ("Līvāni", "Līvāni Līvānu Līvāniem Līvānus Līvānos"),
    ("iesaistīšanās", "iesaistīšanās iesaistīšanos"),
    (
        "izglītojamais",
        "izglītojamais izglītojamā izglītojamajam izglītojamo izglītojamajā izglītojamie izglītojamajiem izglītojamos "
        "izglītojamajos",
    ),
    (
        "nodarbinātā",
        "nodarbinātā nodarbinātās nodarbinātajai nodarbināto nodarbinātajā nodarbinātajām nodarbinātajās",
    ),
    ("SIA", "SIA"),
    ("kino", "kino"),
]

#: Nominative, case, number, form: one of a kind each.
FORMS = [
    ("skolēns", Case.DATIVE, PLURAL, "skolēniem"),
    ("skolotājs", Case.GENITIVE, PLURAL, "skolotāju"),
    ("jaunietis", Case.NOMINATIVE, PLURAL, "jaunieši"),
    ("jaunietis", Case.GENITIVE, SINGULAR, "jaunieša"),
    ("jauniete", Case.GENITIVE, PLURAL, "jauniešu"),
    ("sieviete", Case.GENITIVE, PLURAL, "sieviešu"),
    ("vīrietis", Case.DATIVE, PLURAL, "vīriešiem"),
    ("pusaudzis", Case.NOMINATIVE, PLURAL, "pusaudži"),
    ("pusaudze", Case.GENITIVE, PLURAL, "pusaudžu"),
    ("zīdainis", Case.NOMINATIVE, PLURAL, "zīdaiņi"),
    ("kaimiņš", Case.NOMINATIVE, PLURAL, "kaimiņi"),
    ("mazulis", Case.GENITIVE, SINGULAR, "mazuļa"),
    ("bēglis", Case.GENITIVE, PLURAL, "bēgļu"),
    ("loceklis", Case.NOMINATIVE, PLURAL, "locekļi"),
    ("pārstāvis", Case.NOMINATIVE, PLURAL, "pārstāvji"),
    ("pārstāve", Case.GENITIVE, PLURAL, "pārstāvju"),
    ("kurpe", Case.GENITIVE, PLURAL, "kurpju"),
    ("upe", Case.GENITIVE, PLURAL, "upju"),
    ("lācis", Case.GENITIVE, SINGULAR, "lāča"),
    ("dadzis", Case.GENITIVE, SINGULAR, "dadža"),
    ("zutis", Case.GENITIVE, SINGULAR, "zuša"),
    ("briedis", Case.GENITIVE, SINGULAR, "brieža"),
    ("vēzis", Case.GENITIVE, SINGULAR, "vēža"),
    ("gulbis", Case.GENITIVE, SINGULAR, "gulbja"),
    ("kurmis", Case.GENITIVE, SINGULAR, "kurmja"),
    ("lasis", Case.GENITIVE, SINGULAR, "laša"),
    ("zvirbulis", Case.NOMINATIVE, PLURAL, "zvirbuļi"),
    ("kāpslis", Case.GENITIVE, SINGULAR, "kāpšļa"),
    ("zizlis", Case.GENITIVE, SINGULAR, "zižļa"),
    ("krāsns", Case.GENITIVE, PLURAL, "krāšņu"),
    ("zvaigzne", Case.GENITIVE, PLURAL, "zvaigžņu"),
    ("egle", Case.GENITIVE, PLURAL, "egļu"),
    ("māte", Case.GENITIVE, PLURAL, "māšu"),
    ("skolniece", Case.GENITIVE, PLURAL, "skolnieču"),
    ("studente", Case.GENITIVE, PLURAL, "studenšu"),
    ("aktīviste", Case.GENITIVE, PLURAL, "aktīvistu"),
    ("pase", Case.GENITIVE, PLURAL, "pasu"),
    ("mute", Case.GENITIVE, PLURAL, "mutu"),
    ("tētis", Case.GENITIVE, SINGULAR, "tēta"),
    ("cilts", Case.GENITIVE, PLURAL, "cilšu"),
    ("nakts", Case.GENITIVE, PLURAL, "nakšu"),
    ("zivs", Case.GENITIVE, PLURAL, "zivju"),
    ("sirds", Case.DATIVE, SINGULAR, "sirdij"),
    ("nodarbība", Case.LOCATIVE, PLURAL, "nodarbībās"),
    ("apmācība", Case.ACCUSATIVE, SINGULAR, "apmācību"),
    ("atbalsts", Case.GENITIVE, SINGULAR, "atbalsta"),
    ("projekts", Case.LOCATIVE, SINGULAR, "projektā"),
    ("biedrība", Case.DATIVE, SINGULAR, "biedrībai"),
    ("dome", Case.DATIVE, SINGULAR, "domei"),
    ("vidus", Case.LOCATIVE, SINGULAR, "vidū"),
    ("Saldus", Case.LOCATIVE, SINGULAR, "Saldū"),
    ("brīvprātīgais", Case.NOMINATIVE, PLURAL, "brīvprātīgie"),
    ("brīvprātīgais", Case.DATIVE, PLURAL, "brīvprātīgajiem"),
    ("vidējais", Case.DATIVE, SINGULAR, "vidējam"),
    ("vidējais", Case.LOCATIVE, SINGULAR, "vidējā"),
    ("vecāki", Case.DATIVE, PLURAL, "vecākiem"),
    ("bende", Case.DATIVE, SINGULAR, "bendem"),
]

#: Names and forms that letters write of them.
NAMES = [
    ("Talsu novads", ["Talsu novada", "Talsu novadam", "Talsu novadu", "Talsu novadā"]),
    ("Augšdaugavas novads", ["Augšdaugavas novada", "Augšdaugavas novadā"]),
    ("Rīgas valstspilsēta", ["Rīgas valstspilsētas", "Rīgas valstspilsētai", "Rīgas valstspilsētā"]),
    ("Jēkabpils", ["Jēkabpilī", "Jēkabpilij", "Jēkabpili"]),
    ("Ventspils novads", ["Ventspils novada", "Ventspils novadā"]),
    ("Cēsis", ["Cēsu", "Cēsīm", "Cēsīs"]),
    ("Talsi", ["Talsu", "Talsiem", "Talsos"]),
    ("Balvi", ["Balvu", "Balvos"]),
    ("Preiļi", ["Preiļu", "Preiļos"]),
    ("Limbaži", ["Limbažu", "Limbažos"]),
    ("Ropaži", ["Ropažu", "Ropažiem"]),
    ("Rēzekne", ["Rēzeknes", "Rēzeknei", "Rēzeknē"]),
    ("Ogre", ["Ogres", "Ogrē"]),
    ("Tukums", ["Tukuma", "Tukumā"]),
    ("Viļaka", ["Viļakas", "Viļakā"]),
    ("Naukšēnu pagasts", ["Naukšēnu pagasta", "Naukšēnu pagastā"]),
    ("Kultūras ministrija", ["Kultūras ministrijas", "Kultūras ministrijai", "Kultūras ministrijā"]),
    ("Izglītības un zinātnes ministrija", ["Izglītības un zinātnes ministrijai"]),
    ("Nodarbinātības valsts aģentūra", ["Nodarbinātības valsts aģentūru", "Nodarbinātības valsts aģentūras"]),
    ("Sabiedrības integrācijas fonds", ["Sabiedrības integrācijas fonda", "Sabiedrības integrācijas fondam"]),
    ("Romu kultūras centrs", ["Romu kultūras centra", "Romu kultūras centram"]),
    ("Latvijas Pašvaldību savienība", ["Latvijas Pašvaldību savienībai"]),
    ("Valsts kanceleja", ["Valsts kancelejas", "Valsts kancelejai"]),
    ("Sociālais dienests", ["Sociālā dienesta", "Sociālajam dienestam", "Sociālo dienestu", "Sociālajā dienestā"]),
    ("Dobeles novada Sociālais dienests", ["Dobeles novada Sociālā dienesta", "Dobeles novada Sociālajam dienestam"]),
    ("Latvijas Sarkanais Krusts", ["Latvijas Sarkanā Krusta", "Latvijas Sarkanajam Krustam"]),
    ("Sociālo lietu pārvalde", ["Sociālo lietu pārvaldes", "Sociālo lietu pārvaldei"]),
    ("Konsultatīvā padome", ["Konsultatīvās padomes", "Konsultatīvajai padomei", "Konsultatīvajā padomē"]),
    ("Rīgas domes Izglītības departaments", ["Rīgas domes Izglītības departamenta"]),
    ("biedrība „Ausma”", ["biedrības „Ausma”", "biedrībai „Ausma”", "biedrībā „Ausma”"]),
    ("nodibinājums ,,Cerība”", ["nodibinājuma ,,Cerība”"]),
]

NOT_FORMS = [
    ("Talsu novads", "Talsiem novads"),
    ("Talsu novads", "Talsu novadi"),
    ("Sociālais dienests", "Sociālais dienesta"),
    ("Sociālo lietu pārvalde", "Sociālā lietu pārvalde"),
    ("viesis", "vieša"),
    ("ģimene", "ģimenu"),
    ("SIA", "SIAs"),
]


@pytest.mark.parametrize(("nominative", "forms"), NOUNS)
def test_all_forms_of_a_noun(nominative: str, forms: str) -> None:
    expected = set(forms.split())
    assert case_forms(nominative) == expected


@pytest.mark.parametrize(("nominative", "case", "number", "expected"), FORMS)
def test_one_form_of_a_noun(nominative: str, case: Case, number: GrammaticalNumber, expected: str) -> None:
    forms = [form.text for form in paradigm(nominative) if (form.case, form.number) == (case, number)]
    assert expected in forms


@pytest.mark.parametrize(("nominative", "forms"), NAMES)
def test_forms_of_a_name(nominative: str, forms: list[str]) -> None:
    assert {nominative, *forms} <= case_forms(nominative)


@pytest.mark.parametrize(("nominative", "wrong"), NOT_FORMS)
def test_wrong_forms_are_not_made(nominative: str, wrong: str) -> None:
    assert wrong not in case_forms(nominative)


@pytest.mark.parametrize(
    ("nominative", "declension", "number"),
    [
        ("novads", "first", SINGULAR),
        ("brālis", "second", SINGULAR),
        ("tirgus", "third", SINGULAR),
        ("ģimene", "fifth", SINGULAR),
        ("Daugavpils", "sixth", SINGULAR),
        ("Cēsis", "sixth", PLURAL),
        ("Talsi", "first", PLURAL),
        ("vecāki", "first", PLURAL),
        ("piedalīšanās", "reflexive", SINGULAR),
        ("brīvprātīgie", "definite_masculine", PLURAL),
        ("NVA", "invariable", SINGULAR),
    ],
)
def test_declension_is_told_by_the_form(nominative: str, declension: str, number: GrammaticalNumber) -> None:
    assert declension_of(nominative) == (declension, number)


@pytest.mark.parametrize(
    ("stem", "changed"),
    [
        ("brāl", "brāļ"),
        ("lāc", "lāč"),
        ("gulb", "gulbj"),
        ("krāsn", "krāšņ"),
        ("ģimen", "ģimeņ"),
        ("skolotāj", "skolotāj"),
    ],
)
def test_consonant_change(stem: str, changed: str) -> None:
    assert palatalise(stem) == changed


def test_a_declension_can_be_given() -> None:
    assert {"Cēsu", "Cēsīs"} <= {form.text for form in paradigm("Cēsis", "sixth")}


@given(st.text(alphabet="aābcčdeēgģiījkķlļmnņoprsštuūvzž ", min_size=1, max_size=24).filter(str.strip))
def test_the_nominative_is_one_of_the_forms(name: str) -> None:
    forms = case_forms(name)
    assert " ".join(name.split()) in forms
    assert all(form == form.strip() for form in forms)
