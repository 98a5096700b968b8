#!/usr/bin/env bash
# sshfs.sh up DIR     a directory of an SSH server, mounted by two clients with sshfs's own settings: DIR/a and DIR/b
# sshfs.sh down DIR
. "$(dirname "$0")/common.sh"

up() {
    make_namespace
    cd "$directory"
    mkdir -p data a b
    chmod 700 "$directory"
    # Where sshd jails its unprivileged half; Debian makes it when the service starts.
    mkdir -p /run/sshd
    ssh-keygen -q -t ed25519 -N '' -f host_key
    ssh-keygen -q -t ed25519 -N '' -f user_key
    cat > sshd_config << END
ListenAddress 127.0.0.1
HostKey $directory/host_key
PidFile $directory/sshd.pid
AuthorizedKeysFile $directory/user_key.pub
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
Subsystem sftp internal-sftp
END
    echo "127.0.0.1 $(cut -d' ' -f1,2 host_key.pub)" > known_hosts
    # An absolute path, since sshd starts itself once more for each connection.
    inside "$(command -v sshd)" -f "$directory/sshd_config" -E "$directory/sshd.log"
    await inside bash -c ': < /dev/tcp/127.0.0.1/22'
    for client in a b; do
        inside sshfs -o "IdentityFile=$directory/user_key,UserKnownHostsFile=$directory/known_hosts,StrictHostKeyChecking=yes,IdentitiesOnly=yes" \
            -F /dev/null "root@127.0.0.1:$directory/data" $client
    done
}

case $action in
    up) up ;;
    down) take_down ;;
    *) exit 2 ;;
esac
