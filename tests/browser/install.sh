#!/usr/bin/env bash
# Installs the browser of the page's tests, and fonts for it, where they are missing. The browser is Chromium in a build without windows.
# Starts nothing.
set -euo pipefail

missing=()
command -v chromium-headless-shell > /dev/null || missing+=(chromium-headless-shell)
# Without a font that has the letters, a browser draws boxes, and pictures of the page depend on the machine.
ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf > /dev/null 2>&1 || missing+=(fonts-dejavu-core)
[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/../install-packages.sh" "${missing[@]}"
