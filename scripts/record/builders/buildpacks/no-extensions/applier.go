// Package kaniko stands in for the lifecycle's own, which builds Dockerfiles of image extensions.
//
// It needs github.com/osscontainertools/kaniko v1.28.3, which the module proxy did not serve. A
// build without extensions never comes here.
package kaniko

import (
	"errors"

	"github.com/buildpacks/lifecycle/phase"
)

// NewDockerfileApplier refuses.
func NewDockerfileApplier() (phase.DockerfileApplier, error) {
	return nil, errors.New("this lifecycle was built without image extensions")
}
