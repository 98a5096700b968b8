#!/usr/bin/env bash
# A GlusterFS server, and hosts that mount its volume: processes of this machine with a network, a host name, mounts and process
# ids of their own.
#
# hosts.sh up DIR                 starts the server. The volume's brick is DIR/brick; this machine mounts it at DIR/mount, and so
#                                 does each host, with a client of its own
# hosts.sh on DIR N COMMAND...    boots host N (1 or 2), runs the command there, in the current directory and with the same
#                                 variables, and ends with its exit code; with the command everything ends that it started
# hosts.sh cut DIR N              pulls the network cable of host N
# hosts.sh join DIR N             plugs it in again
# hosts.sh kill DIR N             switches host N off
# hosts.sh down DIR
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/gluster-server.sh"

up() {
    make_namespace
    ip -n "$namespace" link add bridge type bridge
    ip -n "$namespace" address add $address/24 dev bridge
    ip -n "$namespace" link set bridge up
    for host in 1 2; do
        ip netns add "$namespace-$host"
        ip -n "$namespace-$host" link set lo up
        ip link add name cable netns "$namespace-$host" type veth peer name host-$host netns "$namespace"
        ip -n "$namespace" link set host-$host master bridge up
        ip -n "$namespace-$host" address add "10.77.0.1$host/24" dev cable
        ip -n "$namespace-$host" link set cable up
    done

    mkdir -p "$directory/brick" "$directory/mount"
    serve_gluster checkouts=brick
    inside mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/here.log" $address:/checkouts "$directory/mount"
}

on() {
    local host=$1 current=$PWD
    shift
    mkdir -p "$directory/home" "$directory/host-$host/tmp"

    # Not from within the mount, which is to be replaced there.
    cd /
    # A group of processes of its own, so that `kill` ends all of them at once.
    setsid nsenter --net="/run/netns/$namespace-$host" unshare --uts --ipc --mount --pid --fork --kill-child --mount-proc \
        bash -euo pipefail -c "$(declare -f boot); boot \"\$@\"" "$0" "$directory" "$host" $address "$current" "$@" < /dev/null &
    echo $! > "$directory/host-$host/pid"
    wait $!
}

# The first process of a host. Not replaced by the command: to the first process signals mean something else.
boot() {
    local directory=$1 host=$2 server=$3 current=$4 status=0
    hostname "host-$host"
    # What .NET keeps for all processes of one machine, by process ids among others; it looks in no other place.
    mkdir -p /tmp/.dotnet
    mount -t tmpfs tmpfs /tmp/.dotnet
    mkdir -m 1777 /tmp/.dotnet/shm /tmp/.dotnet/lockfiles
    mount -t tmpfs tmpfs /dev/shm
    # In place of this machine's, which stays where it is for others.
    umount "$directory/mount"
    mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/host-$host.log" "$server:/checkouts" "$directory/mount"
    # One home for all hosts, as usual; with another path NuGet would restore once more.
    export HOME=$directory/home DOTNET_CLI_HOME=$directory/home TMPDIR=$directory/host-$host/tmp
    cd "$current"
    "${@:5}" || status=$?
    cd /
    exit $status
}

case $action in
    up) up ;;
    on) on "${@:3}" ;;
    cut) ip -n "$namespace" link set "host-$3" down ;;
    join) ip -n "$namespace" link set "host-$3" up ;;
    kill) kill -KILL -- "-$(cat "$directory/host-$3/pid")" ;;
    down) take_down ;;
    *) exit 2 ;;
esac
