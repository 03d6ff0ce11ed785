"""Signed containers: what each signature says of each document, signed by the test with a key of its own."""

import base64
import hashlib
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from arrival_files import SIGNER, make_container, make_key, make_letter, make_zip, sign
from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ReadError
from extract.model import Document, PartRole, SignatureState
from extract.readers import read_document

LETTER = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.")
ANNEX = make_letter("Pielikums", "2022. gadā notika viena izstāde.")


class Read(Protocol):
    def __call__(self, data: bytes, name: str = ...) -> Document: ...


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_bytes(data: bytes, name: str = "atbilde.edoc") -> Document:
        (tmp_path / name).write_bytes(data)
        return read_document(tmp_path / name)

    return read_bytes


def states(document: Document) -> dict[str, list[str | None]]:
    """What each signature says of each part."""
    return {
        part.name: [
            state.value if (state := signature.vouches_for(part)) else None for signature in document.signatures
        ]
        for part in document.parts
    }


def test_a_signed_letter(read: Read) -> None:
    document = read(make_container({"vēstule.docx": LETTER}, [sign({"v%C4%93stule.docx": LETTER})]))
    assert document.format == "asice"
    assert document.text == "Talsu novada pašvaldība\n2022. gadā notika trīs nodarbības."
    (signature,) = document.signatures
    assert signature.signer == SIGNER
    assert signature.state is SignatureState.INTACT
    assert signature.claimed_time is not None
    assert timedelta(0) <= datetime.now(UTC) - signature.claimed_time < timedelta(minutes=5)
    assert "was not checked" in str(signature.reason)
    assert states(document) == {"vēstule.docx": ["intact"]}
    assert document.notices == ()


def test_the_personal_code_of_the_signer_is_not_kept(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER})]))
    assert "000000" not in repr(document.signatures)


def test_a_document_changed_after_signing(read: Read) -> None:
    document = read(make_container({"v.docx": ANNEX, "p.docx": ANNEX}, [sign({"v.docx": LETTER, "p.docx": ANNEX})]))
    assert [signature.state for signature in document.signatures] == [SignatureState.BROKEN]
    (signature,) = document.signatures
    assert [file.is_unchanged for file in signature.covers] == [False, True]
    assert [str(notice) for notice in document.notices] == [f"What {SIGNER} signed was changed since: v.docx."]


def test_a_document_that_no_signature_covers(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER, "p.docx": ANNEX}, [sign({"v.docx": LETTER})]))
    assert states(document) == {"v.docx": ["intact"], "p.docx": [None]}
    assert [str(notice) for notice in document.notices] == ["No signature in atbilde.edoc covers p.docx."]


def test_a_signature_over_a_document_that_is_missing(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER, "cits.docx": ANNEX})]))
    assert document.signatures[0].state is SignatureState.BROKEN
    assert "not in the container: cits.docx" in str(document.notices[0])


def test_a_signature_that_covers_nothing(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}, [sign({})]))
    (signature,) = document.signatures
    assert (signature.state, signature.covers) == (SignatureState.INTACT, ())
    assert "covers no file" in str(signature.reason)
    assert [str(notice) for notice in document.notices] == ["No signature in atbilde.edoc covers v.docx."]


def test_two_signers_of_one_document(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER}), sign({"v.docx": LETTER})]))
    assert states(document) == {"v.docx": ["intact", "intact"]}


def altered(signature: bytes, old: bytes, new: bytes) -> bytes:
    assert old in signature
    return signature.replace(old, new, 1)


def test_a_signature_whose_own_content_was_changed(read: Read) -> None:
    signature = sign({"v.docx": LETTER})
    year = str(datetime.now(UTC).year).encode()
    document = read(
        make_container({"v.docx": LETTER}, [altered(signature, b"SigningTime>" + year, b"SigningTime>2019")])
    )
    assert document.signatures[0].state is SignatureState.BROKEN
    assert states(document) == {"v.docx": ["broken"]}
    assert "does not fit" in str(document.notices[0])


def test_a_digest_replaced_to_fit_another_document_breaks_the_signature(read: Read) -> None:
    def digest_of(data: bytes) -> bytes:
        return base64.b64encode(hashlib.sha256(data).digest())

    forged = altered(sign({"v.docx": LETTER}), digest_of(LETTER), digest_of(ANNEX))
    document = read(make_container({"v.docx": ANNEX}, [forged]))
    assert document.signatures[0].covers[0].is_unchanged is True
    assert document.signatures[0].state is SignatureState.BROKEN


def test_a_key_that_cannot_be_loaded_is_unverifiable_not_valid(read: Read) -> None:
    certificate = make_key()[1].public_bytes(Encoding.DER)
    curve = bytes.fromhex("06082a8648ce3d030107")  # the identifier of the curve P-256
    unknown = certificate.replace(curve, curve[:-1] + b"\x63", 1)
    signature = sign({"v.docx": LETTER})
    written = base64.b64encode(certificate)
    plain = signature.replace(b"\n", b"")
    document = read(make_container({"v.docx": LETTER}, [altered(plain, written, base64.b64encode(unknown))]))
    assert states(document) == {"v.docx": ["unverifiable"]}
    assert "could not be checked" in str(document.notices[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"2001/04/xmldsig-more#ecdsa-sha256", b"2000/09/xmldsig#rsa-sha1"),
        (b"X509Certificate>", b"X509Cert>"),
    ],
)
def test_methods_that_are_unknown_or_outdated_are_unverifiable(read: Read, old: bytes, new: bytes) -> None:
    signature = sign({"v.docx": LETTER})
    assert old in signature
    document = read(make_container({"v.docx": LETTER}, [signature.replace(old, new)]))
    assert document.signatures[0].state is SignatureState.UNVERIFIABLE
    assert ("too weak to be trusted" in str(document.notices[0])) is (b"sha1" in new)


def test_an_outdated_digest_is_unverifiable(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER}, "sha1")]))
    (signature,) = document.signatures
    assert (signature.state, signature.covers[0].is_unchanged) == (SignatureState.UNVERIFIABLE, None)
    assert "too weak to be trusted (SHA-1 or MD5)" in str(document.notices[0])


def test_an_outdated_digest_that_differs_tells_of_a_change(read: Read) -> None:
    changed = make_letter("Ādažu novada pašvaldībā 2022. gadā izglītības pasākumos piedalījās 900 romu bērnu.")
    document = read(make_container({"v.docx": changed}, [sign({"v.docx": LETTER}, "sha1")]))
    (signature,) = document.signatures
    assert (signature.state, signature.covers[0].is_unchanged) == (SignatureState.BROKEN, False)
    assert "signed was changed since: v.docx." in str(document.notices[0])


@pytest.mark.parametrize(
    "signature",
    [
        b"<broken",
        b"",
        b'<!DOCTYPE x [<!ENTITY a "b">]><XAdESSignatures>&a;</XAdESSignatures>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><XAdESSignatures/>',
    ],
)
def test_a_signature_file_that_cannot_be_read_is_told_of(read: Read, signature: bytes) -> None:
    document = read(make_container({"v.docx": LETTER}, [signature]))
    assert [signature.state for signature in document.signatures] == [SignatureState.UNVERIFIABLE]
    assert "edoc-signatures-S1.xml in atbilde.edoc cannot be read" in str(document.notices[0])


def test_a_signature_in_another_form_is_told_of(read: Read) -> None:
    data = make_zip({"mimetype": b"application/vnd.etsi.asic-e+zip", "v.docx": LETTER, "META-INF/signature1.p7s": b"0"})
    document = read(data, "atbilde.asice")
    assert [signature.state for signature in document.signatures] == [SignatureState.UNVERIFIABLE]
    assert "kind that is not checked here" in str(document.notices[0])
    assert len(document.notices) == 1


def test_a_container_without_a_signature_is_told_of(read: Read) -> None:
    document = read(make_container({"v.docx": LETTER}))
    assert [str(notice) for notice in document.notices] == [
        "atbilde.edoc carries no signature, though it is a container for signed documents."
    ]


def test_an_old_package_of_documents(read: Read) -> None:
    signature = sign({"/EDoc/Documents/v.docx?ContentType=application/octet-stream": LETTER})
    data = make_zip(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": b"<Relationships/>",
            "EDoc/Documents/v.docx": LETTER,
            "EDoc/Signature/S0.xml": signature,
        }
    )
    document = read(data)
    assert document.text.startswith("Talsu novada")
    assert states(document) == {"EDoc/Documents/v.docx": ["intact"]}
    assert document.notices == ()


def test_a_container_in_a_container(read: Read) -> None:
    inner = make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER})])
    document = read(make_container({"iekšējais.asice": inner}, [sign({"iekšējais.asice": inner})]))
    (part,) = document.parts
    assert part.path == ("iekšējais.asice", "v.docx")
    assert [signature.within for signature in document.signatures] == [(), ("iekšējais.asice",)]
    assert states(document) == {"v.docx": ["intact", "intact"]}


def test_a_container_of_nothing(read: Read) -> None:
    with pytest.raises(EmptyFileError, match=r"atbilde\.edoc holds no letter"):
        read(make_container({}))


def test_a_container_cut_off(read: Read) -> None:
    with pytest.raises(DamagedFileError, match=r"atbilde\.edoc is damaged"):
        read(make_container({"v.docx": LETTER})[:400])


def test_a_container_with_a_password(read: Read) -> None:
    data = bytearray(make_container({"v.docx": LETTER}))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        assert archive.namelist()[0] == "mimetype"
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"v.docx", data.index(b"PK\x01\x02")))
    data[at + 8] |= 1  # the flag of encryption in the directory's entry
    with pytest.raises(EncryptedFileError, match="password"):
        read(bytes(data))


@pytest.mark.shared
def test_the_containers_of_others(shared: Path) -> None:
    found: dict[str, list[str] | str] = {}
    for path in sorted((shared / "hard").glob("*.asice")) + sorted((shared / "hard").glob("*.edoc")):
        try:
            document = read_document(path)
        except ReadError as error:
            assert path.name in str(error)
            found[path.name.partition("__")[2]] = type(error).__name__
            continue
        found[path.name.partition("__")[2]] = [signature.state.value for signature in document.signatures]
        told = {part.name for part in document.parts if part.role is PartRole.UNREADABLE}
        assert all(any(name in str(notice) for notice in document.notices) for name in told)
    assert found == {
        "asice-path.asice": [],
        "asice-relative.asice": [],
        "malformed-container.asice": ["intact"],
        "multifiles-too-much-files.asice": ["intact", "intact"],
        "multifiles-wrong-file.asice": found["multifiles-wrong-file.asice"],
        "pt-empty.asice": [],
        "test+test.edoc": ["intact"],
        "test-zip-comment.asice": found["test-zip-comment.asice"],
        "test.asice": ["intact"],
        "tsl.asice": ["unverifiable"],
    }
    # These two hold a picture only.
    assert found["multifiles-wrong-file.asice"] in ("UnsupportedFormatError", "EmptyFileError", ["broken", "broken"])
    assert found["test-zip-comment.asice"] in ("UnsupportedFormatError", "EmptyFileError", ["intact"])
