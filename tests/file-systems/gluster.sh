#!/usr/bin/env bash
# gluster.sh up DIR     two GlusterFS volumes, each mounted by two clients: DIR/a and DIR/b; DIR/small-a and DIR/small-b,
#                       whose brick holds 4 MB
# gluster.sh grow DIR   makes that brick larger
# gluster.sh down DIR
. "$(dirname "$0")/common.sh"

up() {
    make_namespace
    ip -n "$namespace" address add $address/32 dev lo
    cd "$directory"
    mkdir -p state run log brick small-brick a b small-a small-b
    mount -t tmpfs -o size=4m tmpfs small-brick
    cat > glusterd.vol << END
volume management
    type mgmt/glusterd
    option working-directory $directory/state
    option glusterd-sockfile $directory/run/glusterd.socket
    option transport-type socket
    option transport.socket.bind-address $address
    option transport.socket.listen-port 24007
    option ping-timeout 0
    option event-threads 1
end-volume
END
    inside unshare --mount bash -euo pipefail -c "$(declare -f await serve); serve $directory $address"
    for client in a b; do
        inside mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/$client.log" $address:/large $client
        inside mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/small-$client.log" $address:/small small-$client
    done
}

# In a mount namespace of its own, where the daemons find their own directories at the places that are compiled into them.
serve() {
    mkdir -p /var/log/glusterfs /run/gluster
    mount --bind "$1/log" /var/log/glusterfs
    mount --bind "$1/run" /run/gluster
    cluster() { gluster --mode=script --glusterd-sock="$1/run/glusterd.socket" "${@:2}"; }
    glusterd -f "$1/glusterd.vol" -p "$1/run/glusterd.pid" -l "$1/log/glusterd.log"
    await gluster --glusterd-sock="$1/run/glusterd.socket" pool list
    cluster "$1" volume create large "$2:$1/brick" force
    cluster "$1" volume create small "$2:$1/small-brick" force
    # Else the brick refuses new files before it is full, and no write ever meets the end of it.
    cluster "$1" volume set small storage.reserve 0
    cluster "$1" volume start large
    cluster "$1" volume start small
}

case $action in
    up) up ;;
    grow) mount -o remount,size=64m "$directory/small-brick" ;;
    down) take_down ;;
    *) exit 2 ;;
esac
