#!/usr/bin/env bash
# A Slurm cluster of two nodes with host names of their own: node-1 and node-2. Each has room for one task at a time.
#
# slurm.sh up DIR               starts munged, slurmctld and two slurmd; everything that they write lies below DIR
# slurm.sh on DIR COMMAND...    runs a command of Slurm, in the current directory and with the same variables
# slurm.sh down DIR             ends them and all that their jobs left running
. "$(dirname "$0")/../file-systems/common.sh"
export SLURM_CONF=$directory/slurm.conf

up() {
    make_namespace
    # The resolver that Slurm uses wants some address besides 127.0.0.1, else it resolves not even that.
    ip -n "$namespace" address add $address/32 dev lo
    cd "$directory"
    mkdir -p state
    # munged takes its key and socket from directories only that nobody else can write to.
    chmod 755 "$directory"
    (umask 077 && head -c 128 /dev/urandom > munge.key)
    cat > slurm.conf << END
ClusterName=multirunner
SlurmctldHost=control($address)
SlurmUser=root
SlurmdUser=root
AuthInfo=socket=$directory/munge.socket
SlurmctldPidFile=$directory/slurmctld.pid
SlurmctldLogFile=$directory/slurmctld.log
StateSaveLocation=$directory/state
SlurmdPidFile=$directory/slurmd-%n.pid
SlurmdLogFile=$directory/slurmd-%n.log
SlurmdSpoolDir=$directory/spool-%n
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
KillWait=10
JobAcctGatherType=jobacct_gather/none
PropagateResourceLimits=NONE
NodeName=node-1 NodeHostname=node-1 NodeAddr=$address Port=17001 CPUs=1
NodeName=node-2 NodeHostname=node-2 NodeAddr=$address Port=17002 CPUs=1
PartitionName=main Nodes=node-[1-2] Default=YES MaxTime=INFINITE
END
    inside munged --key-file="$directory/munge.key" --socket="$directory/munge.socket" --pid-file="$directory/munged.pid" \
        --log-file="$directory/munged.log" --seed-file="$directory/munged.seed"
    named control slurmctld
    named node-1 slurmd -N node-1
    named node-2 slurmd -N node-2
    await all_idle
}

# Runs a command on a host of that name.
named() { inside unshare --uts bash -c 'hostname "$0" && exec "$@"' "$@"; }

all_idle() { [ "$(inside sinfo --noheader --format=%D --states=idle)" = 2 ]; }

case $action in
    up) up ;;
    on) inside "${@:3}" ;;
    down) take_down ;;
    *) exit 2 ;;
esac
