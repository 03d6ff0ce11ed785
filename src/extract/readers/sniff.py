"""What a file is, told from its content.

Signatures are few and well known, and the work is in looking into zip and OLE containers, which the small sniffing
libraries leave at "zip" and "OLE"; so there is no dependency for it.
"""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from enum import StrEnum
from pathlib import PurePath

from extract.readers.archives import FAULTS
from extract.readers.cms import is_cms
from extract.readers.encodings import find_wide


class Format(StrEnum):
    """The formats in which letters arrive, and what else lies in the same folders."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    PROTECTED_OFFICE = "protected_office"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    MSG = "msg"
    OLE = "ole"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    ASICE = "asice"
    ZIP = "zip"
    ARCHIVE = "archive"
    RTF = "rtf"
    EML = "eml"
    HTML = "html"
    XML = "xml"
    IMAGE = "image"
    CMS = "p7m"
    TNEF = "tnef"
    UNKNOWN = "unknown"


#: How the names of files of a format end. Only formats that are read stand here.
SUFFIXES = {
    Format.PDF: (".pdf",),
    Format.DOCX: (".docx", ".docm", ".dotx", ".dotm"),
    Format.TXT: (".txt", ".text"),
    Format.HTML: (".html", ".htm", ".xhtml"),
    Format.EML: (".eml", ".mht", ".mhtml"),
    Format.MSG: (".msg",),
    Format.ASICE: (".edoc", ".asice", ".sce", ".bdoc", ".asics", ".scs"),
    Format.ZIP: (".zip",),
    Format.IMAGE: (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".bmp", ".webp", ".gif"),
    Format.ODT: (".odt", ".ott", ".fodt"),
    Format.RTF: (".rtf",),
    Format.DOC: (".doc", ".dot"),
    Format.CMS: (".p7m", ".p7s"),
}

_SIGNATURES = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"AT&TFORM", Format.IMAGE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"BZh", Format.ARCHIVE),
    (b"\xfd7zXZ\0", Format.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Format.ARCHIVE),
    (b"\x1f\x9d", Format.ARCHIVE),
    (b"MSCF\0\0\0\0", Format.ARCHIVE),
    (b"LZIP", Format.ARCHIVE),
    (b"\x78\x9f\x3e\x22", Format.TNEF),
)
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names of streams in an OLE container; a message may hold a whole document, so its own stream is looked for first.
_OLE_STREAMS = (
    ("EncryptedPackage", Format.PROTECTED_OFFICE),
    ("__properties_version1.0", Format.MSG),
    ("WordDocument", Format.DOC),
    ("PowerPoint Document", Format.PPT),
    ("Workbook", Format.XLS),
)
_MIME_TYPES = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.text-template": Format.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Format.ODS,
    b"application/vnd.oasis.opendocument.presentation": Format.ODP,
    b"application/vnd.etsi.asic-e+zip": Format.ASICE,
    b"application/vnd.etsi.asic-s+zip": Format.ASICE,
}
#: The file, or the start of the folder, by which a container without a media type is told.
_MEMBERS = (
    (re.compile(r"word/"), Format.DOCX),
    (re.compile(r"xl/"), Format.XLSX),
    (re.compile(r"ppt/"), Format.PPTX),
    (re.compile(r"META-INF/.*signatures.*\.xml$|EDoc/", re.IGNORECASE), Format.ASICE),
    (re.compile(r"content\.xml$"), Format.ODT),
)
_CONTAINER_SUFFIXES = {
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".xlsx": Format.XLSX,
    ".pptx": Format.PPTX,
    ".odt": Format.ODT,
    ".edoc": Format.ASICE,
    ".asice": Format.ASICE,
    ".sce": Format.ASICE,
    ".bdoc": Format.ASICE,
}
_MAIL_HEADER = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|To|Cc|Subject|Date|Reply-To|Content-Type|"
    rb"Content-Transfer-Encoding|DKIM-Signature|X-[\w-]+):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
#: The mark of a disk's picture (ISO 9660), behind sixteen sectors of any content.
_ISO, _ISO_AT = b"CD001", 16 * 2048 + 1
#: How much of a file is looked at where it has no signature at its very start.
_HEAD = 4096
_MAX_MIME_TYPE = 200
#: Within how much a flat OpenDocument file names its media type, after the namespaces that it declares.
_FLAT_HEAD = 16 * 1024


def sniff_format(data: bytes, name: str) -> Format:
    """The format of `data`; `name` helps only with a container too broken to be looked into."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    for signature, format_ in _SIGNATURES:
        if data.startswith(signature):
            return format_
    if data.startswith(_OLE_SIGNATURE):
        return _sniff_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _sniff_zip(data, name)
    if _is_image(data):
        return Format.IMAGE
    if is_cms(data):
        return Format.CMS
    if _is_unpacked_archive(data):
        return Format.ARCHIVE
    # Broken starts, which the readers of both formats get over.
    if b" obj" in data[:1024] and b"endobj" in data:
        return Format.PDF
    format_ = _sniff_text(data, name)
    if format_ is Format.UNKNOWN and zipfile.is_zipfile(io.BytesIO(data)):
        return _sniff_zip(data, name)
    return format_


def _is_image(data: bytes) -> bool:
    riff = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    heic = data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif")
    bitmap = data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"
    return riff or heic or bitmap


def _is_unpacked_archive(data: bytes) -> bool:
    """Whether files are stored in it one behind the other: TAR, told by the checksum of its first entry, LHA, ISO."""
    if data[2:5] == b"-lh" and data[6:7] == b"-":
        return True
    if data[_ISO_AT : _ISO_AT + len(_ISO)] == _ISO:
        return True
    try:
        tarfile.TarInfo.frombuf(data[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _sniff_ole(data: bytes) -> Format:
    for stream, format_ in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return format_
    return Format.OLE


def _sniff_zip(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member.filename for member in archive.infolist()]
            if mime_type := _mime_type(archive):
                return mime_type
    except FAULTS:
        return _sniff_broken_zip(data, name)
    for pattern, format_ in _MEMBERS:
        if any(pattern.match(member) for member in members):
            return format_
    return Format.ZIP


def _mime_type(archive: zipfile.ZipFile) -> Format | None:
    try:
        member = archive.getinfo("mimetype")
    except KeyError:
        return None
    if member.flag_bits & 1:
        return None
    with archive.open(member) as file:
        return _MIME_TYPES.get(file.read(_MAX_MIME_TYPE).strip())


def _sniff_broken_zip(data: bytes, name: str) -> Format:
    """A zip without its directory still has the members' names before their content."""
    if b"PK\x03\x04" in data:
        for member, format_ in ((b"word/", Format.DOCX), (b"xl/", Format.XLSX), (b"ppt/", Format.PPTX)):
            if member in data:
                return format_
    return _CONTAINER_SUFFIXES.get(PurePath(name).suffix.lower(), Format.ZIP)


def _sniff_text(data: bytes, name: str) -> Format:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    start = head[:300].lower()
    named = PurePath(name).suffix.lower() in SUFFIXES[Format.HTML]
    if start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith(b"<") and (named or b"<html" in head.lower())
    ):
        return Format.HTML
    if start.startswith(b"<") and b"application/vnd.oasis.opendocument.text" in data[:_FLAT_HEAD]:
        return Format.ODT
    if start.startswith((b"<?xml", b"<!doctype", b"<office:document")):
        return Format.XML
    if _is_mail(head, PurePath(name).suffix.lower() == ".eml"):
        return Format.EML
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return Format.TXT
    return Format.UNKNOWN if b"\0" in data[:_HEAD].rstrip(b"\0") and not find_wide(data) else Format.TXT


def _is_mail(head: bytes, is_named_so: bool) -> bool:
    """Whether the text opens as a message does: with its version, or with header lines (three, or one if named so)."""
    first, *_ = head.split(b"\n", 1)
    if first.lower().startswith(b"mime-version:"):
        return True
    if not (_MAIL_HEADER.match(first) or first.startswith(b"From ")):
        return False
    opening = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len(_MAIL_HEADER.findall(opening)) >= (1 if is_named_so else 3)
