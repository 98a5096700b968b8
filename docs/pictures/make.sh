#!/usr/bin/env bash
# Makes docs/report.png, the picture of the README: runs the sweep of samples/PenguinTrees anew, which takes half a minute, and
# photographs the top of its page. Needs the .NET SDK, and Chromium, which tests/browser/install.sh installs on Debian; CHROMIUM
# names another one.
set -euo pipefail
cd "$(dirname "$0")/../.."

chromium=${CHROMIUM:-chromium-headless-shell}
picture=$PWD/docs/report.png
width=1200 height=1180

command -v "$chromium" > /dev/null || { echo "There is no '$chromium': run tests/browser/install.sh, or set CHROMIUM." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

MULTIRUNNER_ROOT=$work/sweeps dotnet test samples/PenguinTrees
page=$work/sweeps/PenguinTrees.Training.Train/report/report.html

# Chromium's sandbox does not start for root.
options=(--headless --hide-scrollbars --force-device-scale-factor=1 --user-data-dir="$work/profile" --no-first-run)
[ "$(id -u)" -ne 0 ] || options+=(--no-sandbox)

# The budget lets the page's timers run out before the picture is taken.
options+=(--window-size=$width,$height --virtual-time-budget=10000 --screenshot="$picture")
"$chromium" "${options[@]}" "file://$page" 2> "$work/chromium.log" \
    || { cat "$work/chromium.log" >&2; exit 1; }
echo "$picture: $(stat -c %s "$picture") bytes"
