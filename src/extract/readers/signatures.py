"""XML signatures of a container: whether they fit what they cover. Integrity only: nobody's word is asked for trust.

A certificate is taken as it stands in the signature. No trust list, no revocation list and no time stamp is looked at,
so a signature that fits tells that nothing was changed since, not that its signer is who the certificate says.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml.exceptions import InvalidDigest, InvalidInput, InvalidSignature, SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier
from signxml.xades.xades import XAdESSignatureConfiguration, XAdESVerifier

from extract.model import Message, Signature, SignatureState, SignedFile
from extract.readers.xml_parts import child, local_name, parse_xml

DS = "{http://www.w3.org/2000/09/xmldsig#}"
#: The digests of XML Signature 1.1 that still hold, by the end of their address.
_DIGESTS = {
    "xmldsig-more#sha224": "sha224",
    "xmlenc#sha256": "sha256",
    "xmldsig-more#sha384": "sha384",
    "xmlenc#sha512": "sha512",
}
#: Digests that no longer hold: one that differs tells of a change, one that fits vouches for nothing.
_WEAK_DIGESTS = {"xmldsig#sha1": "sha1", "xmldsig-more#md5": "md5"}
#: Ends of the addresses of methods that rest on one of them.
_WEAK_METHOD = re.compile(r"sha1(?:-mgf1)?$|md5$", re.IGNORECASE)
#: Transforms that the verifier knows; it passes over others, and what it then says would be about something else.
_TRANSFORM = re.compile(r".*(?:xml-c14n|xml-exc-c14n#|#enveloped-signature$|#base64$)")
#: The verifier copies the signature for each of its references: more bytes than this in all are not worth waiting for.
_MOST_WORK = 64 * 1024 * 1024
MAX_XML_BYTES = 8 * 1024 * 1024
#: The signer's personal code, which some certificates put behind the name: it tells nothing that the dataset needs.
_CODE = re.compile(r"\s*,\s*[A-Z-]*\d[\d-]{4,}(?=,|$)")


@dataclass(frozen=True, slots=True)
class _Reference:
    """What a signature says of one file: its name as written, its digest, and whether it was changed before that."""

    uri: str
    method: str
    digest: str
    is_transformed: bool


def check_signatures(data: bytes, files: Mapping[str, bytes]) -> list[Signature]:
    """All signatures in a signature file, each held against `files`, the container's members by name.

    Raises ValueError where the file is no XML or declares a document type.
    """
    if len(data) > MAX_XML_BYTES:
        raise ValueError("a signature file larger than any honest one")
    root = parse_xml(data, as_signed=True)
    found = [root] if root.tag == f"{DS}Signature" else list(root.iterfind(f"{DS}Signature"))
    return [_check(signature, len(data), files) for signature in found]


def _check(signature: etree._Element, size: int, files: Mapping[str, bytes]) -> Signature:
    references = list(_references(signature))
    covers = tuple(_compare(reference, files) for reference in references)
    certificate = _certificate(signature)
    signer = _signer(certificate) if certificate is not None else None
    claimed = _claimed_time(signature)
    state, reason = _judge(signature, size, certificate, signer or "?", files, covers)
    return Signature(signer, claimed, state, reason, covers)


def _judge(
    signature: etree._Element,
    size: int,
    certificate: x509.Certificate | None,
    signer: str,
    files: Mapping[str, bytes],
    covers: Sequence[SignedFile],
) -> tuple[SignatureState, Message]:
    values = {"signer": signer}
    missing = [file.name for file in covers if file.name not in files]
    changed = [file.name for file in covers if file.name in files and file.is_unchanged is False]
    if changed:
        return SignatureState.BROKEN, Message(
            "What {signer} signed was changed since: {files}.", {**values, "files": ", ".join(changed)}
        )
    if missing:
        return SignatureState.BROKEN, Message(
            "{signer} signed files that are not in the container: {files}.", {**values, "files": ", ".join(missing)}
        )
    fault = _verify(signature, size, certificate, files)
    if fault is SignatureState.BROKEN:
        return fault, Message("The signature of {signer} does not fit: it was changed, or is not theirs.", values)
    if fault is SignatureState.UNVERIFIABLE or any(file.is_unchanged is None for file in covers):
        if _is_weak(signature):
            return SignatureState.UNVERIFIABLE, Message(
                "The signature of {signer} rests on a method that is too weak to be trusted (SHA-1 or MD5): it does "
                "not prove that nothing was changed.",
                values,
            )
        return SignatureState.UNVERIFIABLE, Message(
            "The signature of {signer} could not be checked: its key or method is not one that is known here.", values
        )
    if not covers:
        return SignatureState.INTACT, Message("The signature of {signer} fits, but covers no file.", values)
    return SignatureState.INTACT, Message(
        "The signature of {signer} fits: what it covers is as it was signed. Whether the certificate can be trusted "
        "was not checked.",
        values,
    )


def _verify(
    signature: etree._Element, size: int, certificate: x509.Certificate | None, files: Mapping[str, bytes]
) -> SignatureState | None:
    """None where the signature fits its key and all that it covers; else whether it does not, or cannot be checked."""
    transforms = [element.get("Algorithm", "") for element in signature.iter(f"{DS}Transform")]
    references = sum(1 for _ in signature.iter(f"{DS}Reference"))
    known = all(_TRANSFORM.match(algorithm) for algorithm in transforms)
    if certificate is None or not known or size * references > _MOST_WORK:
        return SignatureState.UNVERIFIABLE

    def resolve(uri: str) -> bytes | None:
        return files.get(_file_name(uri, files))

    try:
        # The certificate is not judged, so it must not matter when it was valid.
        when = certificate.not_valid_before_utc
        is_xades = _signed_properties(signature) is not None
        expected = (XAdESSignatureConfiguration if is_xades else SignatureConfiguration)(
            expect_references=True, verification_time=when
        )
        (XAdESVerifier if is_xades else XMLVerifier)().verify(
            signature, x509_cert=certificate, validate_schema=False, uri_resolver=resolve, expect_config=expected
        )
    except InvalidInput:  # a subclass of ValueError: what the verifier does not know or allow
        return SignatureState.UNVERIFIABLE
    except (InvalidDigest, InvalidSignature):
        return SignatureState.BROKEN
    except (SignXMLException, UnsupportedAlgorithm, etree.LxmlError, ValueError, TypeError, KeyError, AttributeError):
        return SignatureState.UNVERIFIABLE
    return None


def _is_weak(signature: etree._Element) -> bool:
    """Whether the signature, or a digest in it, was made by a method that is refused."""
    methods = signature.iter(f"{DS}SignatureMethod", f"{DS}DigestMethod")
    return any(_WEAK_METHOD.search(method.get("Algorithm", "")) for method in methods)


def _file_name(uri: str, files: Mapping[str, bytes]) -> str:
    """The member that a reference means. Old containers give it as a part of a package: "/a/b.doc?ContentType=…"."""
    plain = unquote(uri)
    for name in (plain, uri, unquote(uri.partition("?")[0]).lstrip("/"), plain.removeprefix("./")):
        if name in files:
            return name
    return plain


def _references(signature: etree._Element) -> Iterator[_Reference]:
    """What the signature covers outside of itself: by its own references, and by manifests that it covers."""
    info = signature.find(f"{DS}SignedInfo")
    if info is None:
        return
    inner: set[str] = set()
    for element in info.iterfind(f"{DS}Reference"):
        uri = element.get("URI") or ""
        if uri.startswith("#"):
            inner.add(uri[1:])
        elif uri:
            yield _reference(element, uri)
    for manifest in signature.iter(f"{DS}Manifest"):
        around = [manifest, *manifest.iterancestors()]
        if any(element.get("Id") in inner for element in around if element is not signature):
            for element in manifest.iterfind(f"{DS}Reference"):
                yield _reference(element, element.get("URI") or "")


def _reference(element: etree._Element, uri: str) -> _Reference:
    method = element.find(f"{DS}DigestMethod")
    algorithm = method.get("Algorithm", "") if method is not None else ""
    digest = element.findtext(f"{DS}DigestValue") or ""
    return _Reference(uri, algorithm, digest, element.find(f"{DS}Transforms/{DS}Transform") is not None)


def _compare(reference: _Reference, files: Mapping[str, bytes]) -> SignedFile:
    name = _file_name(reference.uri, files)
    if name not in files:
        return SignedFile(name, is_unchanged=False)
    known = {**_DIGESTS, **_WEAK_DIGESTS}
    end = next((end for end in known if reference.method.endswith(end)), None)
    if end is None or reference.is_transformed:
        return SignedFile(name, is_unchanged=None)
    try:
        expected = base64.b64decode(reference.digest)
    except binascii.Error:
        return SignedFile(name, is_unchanged=False)
    digest = hashlib.new(known[end], files[name], usedforsecurity=False).digest()
    fits = hmac.compare_digest(digest, expected)
    return SignedFile(name, is_unchanged=None if fits and end in _WEAK_DIGESTS else fits)


def _signed_properties(signature: etree._Element) -> etree._Element | None:
    return next(signature.iter("{*}SignedProperties"), None)


def _claimed_time(signature: etree._Element) -> datetime | None:
    """When the signer says that they signed; a time without its zone is taken for UTC."""
    written = next(iter(signature.iter("{*}SigningTime")), None)
    try:
        time = datetime.fromisoformat((written.text or "").strip()) if written is not None else None
        return time.astimezone(UTC) if time and time.tzinfo else time.replace(tzinfo=UTC) if time else None
    except (ValueError, OverflowError):
        return None


def _certificate(signature: etree._Element) -> x509.Certificate | None:
    """The certificate that the signature names as its own; the first where it names none."""
    certificates = []
    for element in signature.iterfind(f"{DS}KeyInfo/{DS}X509Data/{DS}X509Certificate"):
        try:
            with warnings.catch_warnings(action="ignore"):  # that it loads is all that matters
                certificates.append(x509.load_der_x509_certificate(base64.b64decode(element.text or "")))
        except (ValueError, UnsupportedAlgorithm):
            continue
    named = child(_signed_properties(signature), "SignedSignatureProperties")
    digests = named.iter("{*}DigestValue") if named is not None else ()
    wanted = next((element for element in digests if _is_of_certificate(element)), None)
    digest = "".join((wanted.text or "").split()) if wanted is not None else ""
    for certificate in certificates:
        if any(base64.b64encode(_fingerprint(certificate, method)).decode() == digest for method in _DIGESTS.values()):
            return certificate
    return certificates[0] if certificates else None


def _is_of_certificate(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) == "CertDigest"


def _fingerprint(certificate: x509.Certificate, method: str) -> bytes:
    return hashlib.new(method, certificate.public_bytes(Encoding.DER)).digest()


def _signer(certificate: x509.Certificate) -> str | None:
    """The common name of the certificate's subject, or its organisation's, without personal codes."""
    try:
        subject = certificate.subject
    except ValueError:
        return None
    for kind in (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME):
        for attribute in subject.get_attributes_for_oid(kind):
            return _CODE.sub("", str(attribute.value)).strip() or None
    return None
