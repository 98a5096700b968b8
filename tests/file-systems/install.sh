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
[ ${#missing[@]} -gt 0 ] || exit 0

# Debian starts a daemon as soon as it is installed, unless this file forbids it.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' > $policy
    chmod +x $policy
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends "${missing[@]}"
