import { buildGo } from '../lab/build.ts'
import type { Programs } from '../lab/programs.ts'

const MOBY = 'v2.0.0-beta.24'
const DOCKER_CLI = 'v29.9.2+incompatible'
const BUILDX = 'v0.38.2'
const CRANE = 'v0.22.1'
const REGISTRY = 'v3.1.2'
const NERDCTL = 'v2.2.2'

/** The newest engine that can be had as Go modules, with its command and buildx. */
export async function buildMoby(): Promise<Programs> {
  const plain = DOCKER_CLI.replace('+incompatible', '').slice(1)
  return {
    dockerd: await buildGo('dockerd', {
      ...{ module: 'github.com/moby/moby/v2', version: MOBY, package: 'cmd/dockerd' },
      variables: { 'github.com/moby/moby/v2/dockerversion.Version': MOBY.slice(1) },
    }),
    docker: await buildGo('docker', {
      ...{ module: 'github.com/docker/cli', version: DOCKER_CLI, package: 'cmd/docker' },
      ...{ modules: 'vendor.mod' },
      variables: { 'github.com/docker/cli/cli/version.Version': plain },
    }),
    'cli-plugins/docker-buildx': await buildGo('docker-buildx', {
      ...{ module: 'github.com/docker/buildx', version: BUILDX, package: 'cmd/buildx' },
      variables: { 'github.com/docker/buildx/version.Version': BUILDX },
    }),
  }
}

/** The registry and what asks it without any daemon. */
export async function buildRegistryTools(): Promise<Programs> {
  return {
    registry: await buildGo('registry', {
      ...{ module: 'github.com/distribution/distribution/v3', version: REGISTRY },
      package: 'cmd/registry',
      variables: { 'github.com/distribution/distribution/v3/version.version': REGISTRY },
    }),
    crane: await buildGo('crane', {
      ...{ module: 'github.com/google/go-containerregistry', version: CRANE, package: 'cmd/crane' },
      variables: { 'github.com/google/go-containerregistry/cmd/crane/cmd.Version': CRANE },
    }),
  }
}

/** Docker's commands for containerd. Helpers of its tests lie among them, over a module of its own tree. */
export async function buildNerdctl(): Promise<Programs> {
  return {
    nerdctl: await buildGo('nerdctl', {
      ...{ module: 'github.com/containerd/nerdctl/v2', version: NERDCTL, package: 'cmd/nerdctl' },
      variables: { 'github.com/containerd/nerdctl/v2/pkg/version.Version': NERDCTL },
      without: ['cmd/nerdctl/helpers/testing_linux.go'],
    }),
  }
}
