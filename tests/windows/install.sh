#!/usr/bin/env bash
# Installs Wine, under which the tests of MultiRunner.Windows.Tests run programs for Windows. Starts nothing.
set -euo pipefail
command -v wine > /dev/null || "$(dirname "$0")/../install-packages.sh" wine wine64
