#!/usr/bin/env bash
# The first process of a machine that nfs.sh boots: sets it up, runs one command and switches it off.
# Its parameters stand on the kernel's command line: machine, directory, writable.
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
for word in $(< /proc/cmdline); do
    case $word in machine=* | directory=* | writable=*) declare "$word" ;; esac
done
files=$directory/machine-$machine
mount -t hostfs none "$files" -o "$files"
exec > "$files/console" 2>&1

mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run
mkdir -p /dev/shm
mount -t tmpfs tmpfs /dev/shm
[ "$writable" = - ] || mount -t hostfs none "$writable" -o "$writable"
hostname "machine-$machine"
ip link set lo up
ip address add "10.77.0.1$machine/24" dev vec0
ip link set vec0 up
modprobe -d "$directory/modules" nfsv4
mount -t nfs4 -o vers=4.2,proto=tcp 10.77.0.1:/data "$directory/mount"

# What .NET wants to write somewhere.
export HOME=/run DOTNET_CLI_HOME=/run TMPDIR=/run LANG=C.UTF-8
bash "$files/command.sh"
echo $? > "$files/status"

umount "$directory/mount"
sync
echo o > /proc/sysrq-trigger
sleep 10
