#!/usr/bin/env bash
# Installs the programs that the benchmark `peers` measures beside this library, where they are missing. Starts nothing.
set -euo pipefail

missing=()
command -v parallel > /dev/null || missing+=(parallel)
/usr/bin/python3 -c 'import optuna' 2> /dev/null || missing+=(python3-optuna)
[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/../../tests/install-packages.sh" "${missing[@]}"
