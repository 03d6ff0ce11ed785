"""Mails, archives and signed containers for the tests, made with the libraries that make real ones."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from functools import cache
from typing import Any

import docx
import pypdfium2
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from lxml import etree
from reportlab.pdfgen.canvas import Canvas
from signxml.algorithms import SignatureConstructionMethod
from signxml.xades.xades import XAdESSigner

DS = "{http://www.w3.org/2000/09/xmldsig#}"
ASIC = "http://uri.etsi.org/02918/v1.2.1#"
CONTAINER_TYPE = b"application/vnd.etsi.asic-e+zip"
SIGNER = "IEVA PARAUGA"
_DIGESTS = {"sha256": "http://www.w3.org/2001/04/xmlenc#sha256", "sha1": "http://www.w3.org/2000/09/xmldsig#sha1"}


def make_letter(*paragraphs: str) -> bytes:
    """A DOCX file of these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_pdf(*pages: str) -> bytes:
    """A PDF file with one line of ASCII text a page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for page in pages:
        canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def embed(pdf: bytes, files: Mapping[str, bytes]) -> bytes:
    """The PDF file with other files embedded in it."""
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        for name, content in files.items():
            document.new_attachment(name).set_data(content)
        document.save(stream)
    return stream.getvalue()


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def make_mail(
    text: str,
    files: Mapping[str, bytes] | None = None,
    *,
    html: str = "",
    subject: str = "Par atbildi",
    sender: str = "Lietvedība <pasts@paraugi.example>",
) -> EmailMessage:
    """A message with attachments; `files` by name."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "ministrija@km.example", subject
    message["Date"] = "Tue, 14 Mar 2023 09:30:00 +0200"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in (files or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


@cache
def make_key() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """A key and a certificate that it signed for itself, with a personal code beside the name."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(x509.NameOID.COMMON_NAME, SIGNER),
            x509.NameAttribute(x509.NameOID.SERIAL_NUMBER, "PNOLV-000000-00000"),
        ]
    )
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, datetime(2020, 1, 1), datetime(2021, 1, 1))
    return key, builder.sign(key, hashes.SHA256())


class _ContainerSigner(XAdESSigner):
    """Signs files that lie beside the signature, as containers have them: by their bytes, without any transform."""

    def __init__(self, files: Mapping[str, bytes], digest: str) -> None:
        super().__init__(method=SignatureConstructionMethod.detached, signature_algorithm="ecdsa-sha256")
        self._files, self._digest = files, digest
        self.signature_annotators.append(self._cover_files)

    def _unpack(self, data: Any, references: Any) -> Any:
        """Put the signature where it will stand, as the namespaces around it belong to what is signed."""
        sig_root, *rest = super()._unpack(data, references)
        etree.Element(f"{{{ASIC}}}XAdESSignatures", nsmap={"asic": ASIC}).append(sig_root)
        return sig_root, *rest

    def _cover_files(self, sig_root: etree._Element, signing_settings: Any) -> None:
        info = sig_root.find(f"{DS}SignedInfo")
        assert info is not None
        dummy = info.find(f"{DS}Reference")
        assert dummy is not None
        for uri, content in self._files.items():
            reference = etree.Element(f"{DS}Reference", URI=uri)
            etree.SubElement(reference, f"{DS}DigestMethod", Algorithm=_DIGESTS[self._digest])
            value = etree.SubElement(reference, f"{DS}DigestValue")
            value.text = base64.b64encode(hashlib.new(self._digest, content).digest()).decode()
            dummy.addprevious(reference)
        info.remove(dummy)


def sign(files: Mapping[str, bytes], digest: str = "sha256") -> bytes:
    """A signature file over these files, by their references; `digest` is the method for the files."""
    key, certificate = make_key()
    signature = _ContainerSigner(files, digest).sign(
        etree.Element("beside"), key=key, cert=[certificate], reference_uri="beside", always_add_key_value=False
    )
    return etree.tostring(signature.getroottree(), xml_declaration=True, encoding="UTF-8")


def make_container(files: Mapping[str, bytes], signatures: Sequence[bytes] = ()) -> bytes:
    """An ASiC-E container: its type first and not packed, the files, then the signatures."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", CONTAINER_TYPE, zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        for number, signature in enumerate(signatures, start=1):
            archive.writestr(f"META-INF/edoc-signatures-S{number}.xml", signature)
    return stream.getvalue()
