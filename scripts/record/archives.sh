#!/bin/sh
# Saves the recorded image `hello` (linux/amd64) as the two archives that people meet, with skopeo,
# and keeps what skopeo says about each, and the config.json that umoci makes of it:
# content/recordings/hello-archives. Run it from the repository's root; needs skopeo and umoci, no
# network and no root. With --check it writes nothing, and compares what comes out now.
set -eu
kept=content/recordings/hello-archives
out=$kept
if [ "${1:-}" = --check ]; then
  again=$(mktemp -d)
  trap 'rm -rf "$again"' EXIT
  ln -s "$PWD/content/recordings/hello" "$again/hello"
  out=$again/hello-archives
fi
mkdir -p "$out"
rm -f "$out"/*.tar
ask() { printf '$ %s\n' "$*"; "$@" 2>&1; echo; }
hash() { printf '$ %s | sha256sum\n' "$*"; "$@" | sha256sum; echo; }
name=localhost:5000/hello:1.0
cd "$out"
{
  ask skopeo --version
  ask skopeo copy --quiet --override-arch amd64 oci:../hello:1.0 docker-archive:hello.docker.tar:$name
  ask skopeo copy --quiet --override-arch amd64 oci:../hello:1.0 oci-archive:hello.oci.tar:$name
  ask tar -tf hello.docker.tar
  ask tar -tf hello.oci.tar
  hash skopeo inspect --raw --config docker-archive:hello.docker.tar
  hash skopeo inspect --raw --config oci-archive:hello.oci.tar
  hash skopeo inspect --raw docker-archive:hello.docker.tar
  hash skopeo inspect --raw oci-archive:hello.oci.tar
  ask umoci --version
} > transcript.txt
work=$(mktemp -d)
mkdir "$work/layout"
tar -xf hello.oci.tar -C "$work/layout"
umoci --log error unpack --rootless --image "$work/layout:$name" "$work/bundle" > /dev/null
cp "$work/bundle/config.json" hello.config.json
chmod -R u+w "$work" && rm -rf "$work"
cat > recording.json <<JSON
{
  "kind": "runtime",
  "reference": "$name",
  "observedAt": "$(date -u +%Y-%m-%dT%H:%M:%S.000Z)",
  "tools": { "skopeo": "$(skopeo --version)", "umoci": "$(umoci --version)" },
  "script": "scripts/record/archives.sh",
  "omittedBlobs": []
}
JSON
cd - > /dev/null
[ "$out" != "$kept" ] || { echo "$out"; exit; }

# Digests and versions may differ; what was asked, what lies in the archives and in config.json may not.
shape() {
  sed -E 's/[0-9a-f]{64}/…/g; s/^(skopeo|umoci) version.*/\1/' "$1/transcript.txt"
  tr -c '[:alnum:]_"/' '\n' < "$1/hello.config.json" | grep '^"' | sort -u
}
shape "$kept" > "$again/was"
shape "$out" > "$again/is"
diff "$again/was" "$again/is"
echo 'hello-archives: the same structure'
