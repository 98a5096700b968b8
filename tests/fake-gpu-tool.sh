#!/bin/sh
# Stands in for nvidia-smi or rocm-smi: what lies beside the link by whose name it is called says what it writes.
cat "$0.output"
echo "$0 $*" >> "$0.calls"
exit "$(cat "$0.exit")"
