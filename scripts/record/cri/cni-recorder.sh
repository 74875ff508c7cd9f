#!/bin/sh
# Stands in the place of a CNI plugin: keeps what it is given and what it answers, and runs it.
# Which plugin follows from the name it is called by; where the real ones are, from @PLUGINS@.
plugin=$(basename "$0")
folder=$(mktemp -d "@LOG@/$(date +%s%N)-XXXXXX")
cat >"$folder/stdin"
env | grep '^CNI_' | sort >"$folder/env"
echo "$plugin" >"$folder/plugin"
"@PLUGINS@/$plugin" <"$folder/stdin" >"$folder/stdout" 2>"$folder/stderr"
code=$?
echo "$code $(date +%s%N)" >"$folder/exit"
cat "$folder/stdout"
cat "$folder/stderr" >&2
exit "$code"
