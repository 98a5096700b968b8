# Sourced after common.sh, by scripts that need a GlusterFS server.

# Starts volumes with their only brick on this machine, each given as NAME=BRICK; the brick is a directory below $directory.
serve_gluster() {
    (cd "$directory" && mkdir -p state run log)
    cat > "$directory/glusterd.vol" << END
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
    inside unshare --mount bash -euo pipefail -c "$(declare -f await start_volumes); start_volumes $directory $address $*"
}

# In a mount namespace of its own, where the daemons find their own directories at the places that are compiled into them.
start_volumes() {
    mkdir -p /var/log/glusterfs /run/gluster
    mount --bind "$1/log" /var/log/glusterfs
    mount --bind "$1/run" /run/gluster
    cluster() { gluster --mode=script --glusterd-sock="$1/run/glusterd.socket" "${@:2}"; }
    glusterd -f "$1/glusterd.vol" -p "$1/run/glusterd.pid" -l "$1/log/glusterd.log"
    await gluster --glusterd-sock="$1/run/glusterd.socket" pool list
    for volume in "${@:3}"; do
        cluster "$1" volume create "${volume%%=*}" "$2:$1/${volume#*=}" force
        # Else a brick refuses new files before it is full, and no write ever meets the end of it.
        cluster "$1" volume set "${volume%%=*}" storage.reserve 0
        cluster "$1" volume start "${volume%%=*}"
    done
}
