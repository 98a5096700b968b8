#!/usr/bin/env bash
# gluster.sh up DIR     two GlusterFS volumes, each mounted by two clients: DIR/a and DIR/b; DIR/small-a and DIR/small-b,
#                       whose brick holds 4 MB
# gluster.sh grow DIR   makes that brick larger
# gluster.sh down DIR
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/gluster-server.sh"

up() {
    make_namespace
    ip -n "$namespace" address add $address/32 dev lo
    cd "$directory"
    mkdir -p brick small-brick a b small-a small-b
    mount -t tmpfs -o size=4m tmpfs small-brick
    serve_gluster large=brick small=small-brick
    for client in a b; do
        inside mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/$client.log" $address:/large $client
        inside mount -t glusterfs -o "log-level=WARNING,log-file=$directory/log/small-$client.log" $address:/small small-$client
    done
}

case $action in
    up) up ;;
    grow) mount -o remount,size=64m "$directory/small-brick" ;;
    down) take_down ;;
    *) exit 2 ;;
esac
