"""Signed and encrypted messages: what was signed is read, what is encrypted is told as such."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from arrival_files import make_letter, make_mail
from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ReadError, UnsupportedFormatError
from extract.model import Document, SignatureState
from extract.readers.cms import is_cms, open_cms
from extract.readers.dispatch import read_bytes

Pack = Callable[[bytes], bytes]
LETTER = make_letter("2022. gadā nometnē piedalījās 12 romu bērni.")
SENTENCE = "2022. gadā nometnē piedalījās 12 romu bērni."
_DATA, _SIGNED = bytes.fromhex("06092a864886f70d010701"), bytes.fromhex("06092a864886f70d010702")


@cache
def make_rsa() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "IEVA PARAUGA")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, datetime(2020, 1, 1), datetime(2040, 1, 1))
    return key, builder.sign(key, hashes.SHA256())


def signed(content: bytes, *options: pkcs7.PKCS7Options) -> bytes:
    key, certificate = make_rsa()
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary, *options])


def encrypted(content: bytes) -> bytes:
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content).add_recipient(make_rsa()[1])
    return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_pieces(content: bytes) -> bytes:
    """As mail programs write while they send: lengths told by an end only, the content in pieces."""
    half = len(content) // 2
    pieces = b"".join(
        b"\x04\x84" + len(piece).to_bytes(4) + piece for piece in (content[:half], content[half:]) if piece
    )
    octets = b"\x24\x80" + pieces + b"\0\0"
    enclosed = b"\x30\x80" + _DATA + b"\xa0\x80" + octets + b"\0\0" + b"\0\0"
    inner = b"\x30\x80" + b"\x02\x01\x01" + b"\x31\x00" + enclosed + b"\x31\x00" + b"\0\0"
    return b"\x30\x80" + _SIGNED + b"\xa0\x80" + inner + b"\0\0" + b"\0\0"


def mail(payload: bytes) -> bytes:
    message = make_mail("", subject="Atbilde")
    message.set_content(payload, maintype="application", subtype="pkcs7-mime", filename="smime.p7m")
    return bytes(message)


def paths(document: Document) -> list[str]:
    return ["/".join(part.path) for part in document.parts]


@pytest.mark.parametrize("pack", [signed, in_pieces])
def test_a_signed_file_is_read(pack: Pack) -> None:
    data = pack(LETTER)
    assert is_cms(data)
    document = read_bytes(data, "atbilde.docx.p7m")
    assert (document.format, document.text, paths(document)) == ("p7m", SENTENCE, ["atbilde.docx"])
    (signature,) = document.signatures
    assert signature.state is SignatureState.UNVERIFIABLE
    assert signature.vouches_for(document.parts[0]) is SignatureState.UNVERIFIABLE
    assert str(document.notices[0]).startswith("atbilde.docx.p7m is signed in a form (CMS) that is not checked here")


@pytest.mark.parametrize("pack", [signed, in_pieces])
def test_a_letter_within_a_signed_message_is_read(pack: Pack) -> None:
    inner = make_mail("Pielikumā atbilde.", {"atbilde.docx": LETTER})
    for head in ("From", "To", "Subject", "Date", "MIME-Version"):
        del inner[head]  # a signed message has those outside
    document = read_bytes(mail(pack(bytes(inner))), "pasts.eml")
    assert SENTENCE in document.text
    assert paths(document) == ["", "smime.p7m/smime.eml", "smime.p7m/smime.eml/atbilde.docx"]


@pytest.mark.parametrize("data", [encrypted(LETTER), encrypted(LETTER).replace(b"\x01\x07\x03", b"\x01\x07\x06", 1)])
def test_what_is_encrypted_is_told_as_such(data: bytes) -> None:
    with pytest.raises(EncryptedFileError, match=r"v\.docx\.p7m is encrypted: only the key of its addressee opens it"):
        read_bytes(data, "v.docx.p7m")
    with pytest.raises(EncryptedFileError, match=r"pasts\.eml › smime\.p7m is encrypted"):
        read_bytes(mail(data), "pasts.eml")


def test_a_signature_alone_is_told_as_such() -> None:
    with pytest.raises(EmptyFileError, match=r"v\.p7s is only a signature; what was signed is not in it"):
        read_bytes(signed(LETTER, pkcs7.PKCS7Options.DetachedSignature), "v.p7s")


def test_other_messages_are_told_as_such() -> None:
    with pytest.raises(UnsupportedFormatError, match="cryptographic form"):
        read_bytes(signed(LETTER).replace(_SIGNED, _SIGNED[:-1] + b"\x05", 1), "v.p7m")


@pytest.mark.parametrize("pack", [signed, in_pieces])
def test_one_that_is_cut_off(pack: Pack) -> None:
    whole = pack(b"x" * 300)
    for length in range(24, 300, 7):
        with pytest.raises(DamagedFileError, match=r"v\.p7m is damaged"):
            open_cms(whole[:length], "v.p7m")


def test_one_nested_without_end() -> None:
    data = b"\x30\x80" + _SIGNED + b"\xa0\x80" * 200_000
    with pytest.raises(ReadError):
        open_cms(data, "v.p7m")
