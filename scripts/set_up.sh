#!/usr/bin/env bash
# Sets up the virtual environment: set_up.sh run | dev. Debian packages are installed where that may be done (as root
# with apt-get), else a sentence says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:?usage: set_up.sh run|dev}

install_system() { # package, what it is needed for
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing the system package $1 ($2) …"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
    else
        echo "Missing: $2. Install it (Debian: sudo apt-get install $1) and run the command again." >&2
        exit 2
    fi
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null || install_system python3 "Python 3.11 or newer"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; $("$python" --version) was found. Set PYTHON to a newer one." >&2
    exit 2
}
if [ ! -x .venv/bin/python ]; then
    # Debian ships the module venv without its pip; ensurepip tells whether it is whole.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_system python3-venv "Python's venv module"
    "$python" -m venv .venv
fi
if [ "$purpose" = dev ] && [ ! -e /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf ]; then
    install_system fonts-dejavu-core "the DejaVu fonts, for the PDFs that the tests make"
fi
if [ "$purpose" = dev ] && ! command -v chromium google-chrome >/dev/null; then
    install_system chromium "Chromium, in which the review page is tested"
fi
# Scans are read with Tesseract. Without it everything else works, so nobody is stopped who may not install it.
if ! tesseract --list-langs 2>/dev/null | grep -qx lav; then
    can_install=$([ "$(id -u)" = 0 ] && command -v apt-get || true)
    { [ -n "$can_install" ] && install_system tesseract-ocr "text recognition, for scans" &&
        install_system tesseract-ocr-lav "its data for Latvian"; } ||
        echo "Scans and pictures will not be read. For them: sudo apt-get install tesseract-ocr tesseract-ocr-lav" >&2
fi
if ! command -v soffice >/dev/null; then
    if [ "$purpose" = dev ]; then
        install_system libreoffice-writer-nogui "LibreOffice Writer, with which DOC files are read"
    else
        echo "Letters in DOC are read with LibreOffice (Debian: sudo apt-get install libreoffice-writer-nogui)." >&2
    fi
fi
target=.
[ "$purpose" = dev ] && target='.[dev]'
echo "Installing extract and its packages into .venv …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable "$target"
