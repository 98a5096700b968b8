#!/usr/bin/env bash
# An NFS 4.2 server (NFS-Ganesha), and machines that mount it with the client of a Linux kernel of their own: user-mode Linux,
# whose root is this machine's, read-only.
#
# nfs.sh up DIR                        starts the server; it exports DIR/data, which each machine mounts at DIR/mount
# nfs.sh on DIR N WRITABLE COMMAND...  boots machine N (1, 2 or 3), runs the command there, in the current directory and with
#                                      the same variables, and ends with its exit code; it may write below WRITABLE, too
# nfs.sh cut DIR N                     pulls the network cable of machine N
# nfs.sh join DIR N                    plugs it in again
# nfs.sh kill DIR N                    switches machine N off
# nfs.sh down DIR
. "$(dirname "$0")/common.sh"

up() {
    make_namespace
    ip -n "$namespace" link add bridge type bridge
    ip -n "$namespace" address add $address/24 dev bridge
    ip -n "$namespace" link set bridge up
    for machine in 1 2 3; do
        ip -n "$namespace" tuntap add dev tap$machine mode tap
        ip -n "$namespace" link set tap$machine master bridge up
    done

    cd "$directory"
    mkdir -p data mount recovery modules/lib
    # Where modprobe looks for the modules of another kernel than the running one.
    ln -s /usr/lib/uml/modules modules/lib/modules
    cat > ganesha.conf << END
NFS_CORE_PARAM {
    Protocols = 4;
    Bind_addr = $address;
    Enable_NLM = false;
    Enable_RQUOTA = false;
    Plugins_Dir = "$(dirname "$(ls /usr/lib/*/ganesha/libfsalvfs.so)")";
}
NFSv4 {
    Graceless = true;
    RecoveryBackend = fs;
    RecoveryRoot = "$directory/recovery";
}
NFS_KRB5 { Active_krb5 = false; }
EXPORT {
    Export_Id = 1;
    Path = $directory/data;
    Pseudo = /data;
    Access_Type = RW;
    Squash = No_root_squash;
    SecType = sys;
    Protocols = 4;
    Transports = TCP;
    FSAL { Name = VFS; }
}
END
    inside ganesha.nfsd -f "$directory/ganesha.conf" -L "$directory/ganesha.log" -p "$directory/ganesha.pid"
    await inside bash -c ": < /dev/tcp/$address/2049"
}

on() {
    local machine=$1 writable=$2 files=$directory/machine-$1 variable status
    shift 2
    mkdir -p "$files"
    {
        for variable in $(compgen -e | grep -E '^(MULTIRUNNER|SUBJECTS|DOTNET)_'); do
            printf 'export %s=%q\n' "$variable" "${!variable}"
        done
        printf 'cd %q\n' "$PWD"
        printf '%q ' "$@"
    } > "$files/command.sh"
    rm -f "$files/status"

    # A group of processes of its own, so that `kill` ends all of them at once.
    setsid nsenter --net="/run/netns/$namespace" linux.uml mem=1G root=/dev/root rootfstype=hostfs rootflags=/ ro quiet \
        init="$(realpath "$(dirname "$0")")/nfs-machine.sh" con=null con0=null,fd:1 umid=machine-"$machine" uml_dir="$files" \
        vec0:transport=tap,ifname=tap"$machine",depth=128,gro=1 \
        machine="$machine" directory="$directory" writable="$writable" < /dev/null > "$files/kernel.log" 2>&1 &
    echo $! > "$files/pid"
    wait $! || true
    cat "$files/console"
    [ -e "$files/status" ] || { cat "$files/kernel.log" >&2; return 137; }
    return "$(cat "$files/status")"
}

case $action in
    up) up ;;
    on) on "${@:3}" ;;
    # Out of the switch, not down: the driver of user-mode Linux does not recover from a device that refuses its packets.
    cut) ip -n "$namespace" link set "tap$3" nomaster ;;
    join) ip -n "$namespace" link set "tap$3" master bridge ;;
    kill) kill -KILL -- "-$(cat "$directory/machine-$3/pid")" ;;
    down) take_down ;;
    *) exit 2 ;;
esac
