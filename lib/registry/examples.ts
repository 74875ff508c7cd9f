/** One small, long-lived public image for each default registry: what to look at there first. */
export const EXAMPLES: readonly { registry: string; reference: string }[] = [
  { registry: 'docker.io', reference: 'docker.io/library/hello-world:latest' },
  { registry: 'ghcr.io', reference: 'ghcr.io/stefanprodan/podinfo:latest' },
  { registry: 'quay.io', reference: 'quay.io/podman/hello:latest' },
  { registry: 'registry.k8s.io', reference: 'registry.k8s.io/pause:3.10' },
  { registry: 'gcr.io', reference: 'gcr.io/distroless/static:latest' },
  {
    registry: '*-docker.pkg.dev',
    reference: 'us-docker.pkg.dev/google-samples/containers/gke/hello-app:1.0',
  },
  { registry: 'mcr.microsoft.com', reference: 'mcr.microsoft.com/hello-world:latest' },
  { registry: 'public.ecr.aws', reference: 'public.ecr.aws/docker/library/hello-world:latest' },
  {
    registry: 'registry.gitlab.com',
    reference: 'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper:x86_64-latest',
  },
  { registry: 'cgr.dev', reference: 'cgr.dev/chainguard/static:latest' },
  { registry: 'nvcr.io', reference: 'nvcr.io/nvidia/k8s-device-plugin:v0.17.0' },
  {
    registry: 'registry.access.redhat.com',
    reference: 'registry.access.redhat.com/ubi9/ubi-micro:latest',
  },
  {
    registry: 'registry.fedoraproject.org',
    reference: 'registry.fedoraproject.org/fedora-minimal:latest',
  },
]
