// scanner lists what is in the file system of a build, for BuildKit's SBOM attestation.
//
// BuildKit mounts the file system and says where to write; see docs/attestations/sbom-protocol.md
// of moby/buildkit v0.32.2. The listing is syft's; this only puts it into an in-toto statement.
package main

import (
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	source := os.Getenv("BUILDKIT_SCAN_SOURCE")
	destination := os.Getenv("BUILDKIT_SCAN_DESTINATION")
	name := filepath.Base(source)
	syft := exec.Command("/syft", "scan", "dir:"+source, "--source-name", name, "-o", "spdx-json", "-q")
	syft.Stderr = os.Stderr
	predicate, err := syft.Output()
	if err != nil {
		log.Fatal(err)
	}
	statement, err := json.Marshal(map[string]any{
		"_type":         "https://in-toto.io/Statement/v0.1",
		"predicateType": "https://spdx.dev/Document",
		"subject":       nil,
		"predicate":     json.RawMessage(predicate),
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(destination, name+".spdx.json"), statement, 0o644); err != nil {
		log.Fatal(err)
	}
}
