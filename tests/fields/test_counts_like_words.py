"""Words that begin like those by which counts are read, and mean something else, beside those that are meant."""

import pytest

from count_sentences import counts_of

COUNTED = [
    # "auga", "pieaug"
    ("Daugavpilī nodarbības apmeklēja līdz 20 bērni.", "at_most 20 bērni"),
    ("Kursos pieaugušajiem piedalījās līdz 12 romiem.", "at_most 12 romi"),
    ("Grupa pieauga līdz 20 bērniem.", "20 bērni"),
    # "cena", "maksa"
    ("Krīzes centrā vienai mātei psiholoģe veltīja 12 stundas.", "1 mātes"),
    ("Vidējā cena vienam bērnam bija 12 eiro.", ""),
    # "vecums"
    ("Bauskā mācījās 11 bērni, Vecumniekos 14.", "11 bērni; 14 bērni"),
    ("Bērni bija vecumā no 7 līdz 9.", ""),
    # "dzīvo"
    ("Latvijā ieradušās 12 romu ģimenes izmitinātas pašvaldības dzīvokļos.", "families 12 ģimenes"),
    ("Latvijā dzīvo 5000 romu.", ""),
    # "nodarbināt", "palīdz", "atrada", "iekļauj"
    ("Novadā dzīvo 45 iedzīvotāji, galvenās problēmas ir nodarbinātība un mājokļi.", ""),
    ("Novadā deklarēti 12 300 iedzīvotāji, kuriem pieejama sociālā palīdzība.", ""),
    ("Pagastā dzīvo 640 iedzīvotāji, tuvākais atbalsta centrs atradās pilsētā.", ""),
    ("Pagastā dzīvo 640 iedzīvotāji, iekļaujoša skola ir pilsētā.", ""),
    ("Kursos nodarbināti 12 iedzīvotāji.", "12 iedzīvotāji"),
    # "devušās"
    ("Padomus ģimenēm devuši trīs juristi.", "provider 3 juristi"),
    ("Padomus ir devušas trīs juristes.", "provider 3 juristes"),
    ("Kursus ir vadījušas trīs juristes.", "provider 3 juristes"),
    ("Uz Rīgu ir devušās trīs juristes.", "3 juristes"),
    # "kurss"
    ("Centrā, kurš atvērts martā, ir divi psihologi.", "provider 2 psihologi"),
    ("Kursos ir divi psihologi.", "2 psihologi"),
    # "pieredzes apmaiņa"
    ("Dienestā ar ilgu pieredzi ir trīs sociālie darbinieki.", "provider 3 darbinieki"),
    ("Pieredzes apmaiņā bija trīs sociālie darbinieki.", "3 darbinieki"),
    # "mājās"
    ("Jauniešu mājas atklāšanu apmeklēja trīs sociālās darbinieces.", "3 darbinieces"),
    ("Ģimenes mājās apmeklēja trīs sociālās darbinieces.", "provider 3 darbinieces"),
    # "klāt", "klātienē"
    ("Apmācītāji bija četri pedagogi.", "provider 4 pedagogi"),
    ("Apmācītie bija četri pedagogi.", "4 pedagogi"),
    ("Klātienes konsultācijām pieejamas divas psiholoģes.", "provider 2 psiholoģes"),
    ("Mediatores klātbūtnē ģimenēs bija trīs sociālās darbinieces.", "provider 3 darbinieces"),
    ("Klātienē bija divas psiholoģes.", "2 psiholoģes"),
    # "sēd"
    ("Izdevumus sedza trīs sociālie darbinieki.", "provider 3 darbinieki"),
    ("Zālē sēdēja trīs sociālie darbinieki.", "3 darbinieki"),
    # "tikās"
    ("Skolā ir tikušas nodarbinātas divas pedagoģes.", "provider 2 pedagoģes"),
    ("Skolā ir tikušās divas pedagoģes.", "2 pedagoģes"),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)) == expected
