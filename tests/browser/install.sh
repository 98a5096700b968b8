#!/usr/bin/env bash
# Installs the browser of the page's tests, and fonts for it, where they are missing. Starts nothing.
set -euo pipefail

missing=()
command -v chromium > /dev/null || missing+=(chromium)
# Without a font that has the letters, a browser draws boxes, and pictures of the page depend on the machine.
ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf > /dev/null 2>&1 || missing+=(fonts-dejavu-core)
[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/../install-packages.sh" "${missing[@]}"
