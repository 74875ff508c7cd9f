#!/bin/sh
# Asks real tools about the recorded image `hello` and keeps what they print:
# content/recordings/hello-where-printed/transcript.txt. Run it from the repository's root.
#
# Needs root on Debian 12, port 5000, docker-registry, skopeo, curl, and crane (CRANE=<its path>).
# Docker and containerd come from Debian's packages, unpacked into a temporary folder: nothing is
# installed, and every daemon started here is ended here.
set -eu
out=content/recordings/hello-where-printed/transcript.txt
crane=${CRANE:-crane}
dir=$(mktemp -d)
pids=''
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || true; done; sleep 2; rm -rf "$dir"' EXIT

(cd "$dir" && apt-get -qq download docker.io containerd runc && for deb in *.deb; do dpkg-deb -x "$deb" root; done)
PATH=$dir/root/usr/sbin:$dir/root/usr/bin:$PATH

cat > "$dir/registry.yml" <<YAML
version: 0.1
storage: { filesystem: { rootdirectory: $dir/registry } }
http: { addr: 127.0.0.1:5000 }
YAML
docker-registry serve "$dir/registry.yml" > "$dir/registry.log" 2>&1 & pids="$pids $!"
cat > "$dir/containerd.toml" <<TOML
version = 2
root = "$dir/containerd/root"
state = "$dir/containerd/state"
[grpc]
address = "$dir/containerd.sock"
TOML
containerd -c "$dir/containerd.toml" > "$dir/containerd.log" 2>&1 & pids="$pids $!"
sleep 3
skopeo --insecure-policy copy -q --all --preserve-digests --dest-tls-verify=false \
  oci:content/recordings/hello:1.0 docker://localhost:5000/hello:1.0
dockerd --data-root "$dir/docker" --exec-root "$dir/exec" -p "$dir/docker.pid" \
  -H "unix://$dir/docker.sock" --containerd "$dir/containerd.sock" \
  --iptables=false --ip6tables=false --bridge=none --storage-driver=vfs > "$dir/dockerd.log" 2>&1 & pids="$pids $!"
export DOCKER_HOST=unix://$dir/docker.sock CONTAINERD_ADDRESS=$dir/containerd.sock
until docker version > /dev/null 2>&1; do sleep 1; done

# PullImageRequest and ImageStatusRequest look alike: field 1, an ImageSpec with field 1.
printf '\000\000\000\000\034\012\032\012\030localhost:5000/hello:1.0' > "$dir/request"
cri() {
  curl -s --http2-prior-knowledge --unix-socket "$CONTAINERD_ADDRESS" -X POST \
    -H content-type:application/grpc -H te:trailers --data-binary "@$dir/request" \
    "http://localhost/runtime.v1.ImageService/$1" |
    grep -aoE '(localhost:5000/hello@)?sha256:[0-9a-f]{64}'
}
ask() { printf '$ %s\n' "$*"; "$@" 2>&1; echo; }

{
  ask docker version --format '{{.Server.Version}}'
  ask docker pull localhost:5000/hello:1.0
  ask docker images --no-trunc
  ask docker images --digests --no-trunc
  ask docker image inspect --format '{{.Id}}' localhost:5000/hello:1.0
  ask docker image inspect --format '{{json .RepoDigests}}' localhost:5000/hello:1.0
  ask docker image inspect --format '{{json .RootFS.Layers}}' localhost:5000/hello:1.0
  ask ctr --version
  printf '$ ctr images pull\n'
  ctr images pull --plain-http localhost:5000/hello:1.0 > /dev/null 2>&1
  echo
  ask ctr images ls
  ask ctr snapshots ls
  ask cri PullImage
  ask cri ImageStatus
  ask skopeo --version
  ask skopeo inspect --tls-verify=false --format '{{.Digest}}' docker://localhost:5000/hello:1.0
  ask skopeo inspect --tls-verify=false --format '{{.Layers}}' docker://localhost:5000/hello:1.0
  printf '$ crane version\n%s\n\n' "$(go version -m "$(command -v "$crane")" 2>/dev/null | awk '$1 == "mod" { print $3 }')"
  ask crane digest localhost:5000/hello:1.0
  ask crane digest --platform linux/amd64 localhost:5000/hello:1.0
} > "$dir/transcript"
sed "s#$dir##g" "$dir/transcript" > "$out"
echo "$out"
