# Sourced by the scripts beside it and in ../slurm, as: common.sh up|down|... DIR. Everything that they start runs in network
# namespaces named after DIR. So no port is taken, nothing can be reached from outside, and what runs there can be found and
# ended.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

if [ $# -lt 2 ] || [[ $2 != /* || $2 == *[[:space:]]* ]]; then
    echo "usage: $0 up|down DIR  (an absolute path without spaces; all files and mounts go below it)" >&2
    exit 2
fi
action=$1
directory=$2
namespace=multirunner-$(printf %s "$directory" | cksum | cut -d' ' -f1)

# The address of the server in its namespace. GlusterFS takes no brick on 127.0.0.1.
address=10.77.0.1

# Runs a command in the namespace. Unlike with `ip netns exec`, what it mounts is mounted for everybody.
inside() { nsenter --net="/run/netns/$namespace" "$@"; }

make_namespace() {
    mkdir -p "$directory"
    ip netns add "$namespace"
    ip -n "$namespace" link set lo up
}

# Until a command succeeds, for ten seconds.
await() {
    for _ in $(seq 100); do
        if "$@" > /dev/null 2>&1; then return; fi
        sleep 0.1
    done
    echo "'$*' does not succeed." >&2
    return 1
}

# Ends and removes everything, however far `up` came. The processes first: a mount whose server is gone fails at once,
# while one whose server hangs would keep umount waiting.
take_down() {
    local namespaces=() pids mounts
    # Further ones of a script have its name and a dash before their own.
    for file in "/run/netns/$namespace" "/run/netns/$namespace"-*; do
        if [ -e "$file" ]; then namespaces+=("${file##*/}"); fi
    done
    for _ in $(seq 100); do
        pids=$(for name in "${namespaces[@]}"; do ip netns pids "$name"; done)
        [ -n "$pids" ] || break
        # shellcheck disable=SC2086 # a list
        kill -KILL $pids 2> /dev/null || true
        sleep 0.1
    done
    mounts=$(awk -v below="$directory/" 'index($2, below) == 1 { print $2 }' /proc/self/mounts | tac)
    for mount in $mounts; do
        umount "$mount" 2> /dev/null || umount --lazy "$mount"
    done
    for name in "${namespaces[@]}"; do ip netns del "$name"; done
}
