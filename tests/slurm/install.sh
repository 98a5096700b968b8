#!/usr/bin/env bash
# Installs what slurm.sh needs and is missing. Starts nothing.
set -euo pipefail
