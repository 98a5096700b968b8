#!/usr/bin/env bash
# Installs what slurm.sh needs and is missing. Starts nothing.
set -euo pipefail

declare -A package_of=(
    [slurmctld]=slurmctld [slurmd]=slurmd [sbatch]=slurm-client [munged]=munge [ip]=iproute2 [nsenter]=util-linux
)
PATH=$PATH:/usr/sbin:/sbin
missing=()
for program in "${!package_of[@]}"; do
    command -v "$program" > /dev/null || missing+=("${package_of[$program]}")
done
[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/../install-packages.sh" "${missing[@]}"
