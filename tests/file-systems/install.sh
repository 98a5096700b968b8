#!/usr/bin/env bash
# Installs what the scripts beside it need and is missing. Starts nothing.
set -euo pipefail

declare -A package_of=(
    [glusterd]=glusterfs-server [glusterfs]=glusterfs-client [sshfs]=sshfs [sshd]=openssh-server [ganesha.nfsd]=nfs-ganesha
    [linux.uml]=user-mode-linux [modprobe]=kmod [mount.nfs]=nfs-common [ip]=iproute2 [nsenter]=util-linux
)
PATH=$PATH:/usr/sbin:/sbin
missing=()
for program in "${!package_of[@]}"; do
    command -v "$program" > /dev/null || missing+=("${package_of[$program]}")
done
ls /usr/lib/*/ganesha/libfsalvfs.so > /dev/null 2>&1 || missing+=(nfs-ganesha-vfs)
[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/../install-packages.sh" "${missing[@]}"
