#!/bin/bash
# Stands in the place of the shim's program: keeps what it is given and what it answers, and runs it.
# When a shim was started, the recorder moves its socket and listens in its place before containerd
# hears of it.
folder=$(mktemp -d "@LOG@/$(date +%s%N)-XXXXXX")
printf '%s\0' "$@" >"$folder/args"
env | grep -E '^(NAMESPACE|TTRPC_ADDRESS|GRPC_ADDRESS|MAX_SHIM_VERSION|GOMAXPROCS)=' | sort >"$folder/env"
cat >"$folder/stdin"
"@SHIM@" "$@" <"$folder/stdin" >"$folder/stdout" 2>"$folder/stderr"
code=$?
socket=$(grep -aoE 'unix:///[a-z/]+/[0-9a-f]{64}' "$folder/stdout")
if [ "${!#}" = start ] && [ -n "$socket" ]; then
  exec 3<>"/dev/tcp/127.0.0.1/@PORT@"
  echo "${socket#unix://}" >&3
  read -r _ <&3
fi
echo "$code $(date +%s%N)" >"$folder/exit"
cat "$folder/stdout"
cat "$folder/stderr" >&2
exit "$code"
