import type { Reference } from './reference.ts'

/** Canonical text form: `docker.io/library/nginx:latest`, `ghcr.io/owner/app@sha256:…`. */
export function formatReference(reference: Omit<Reference, 'input' | 'steps'>): string {
  const { registry, repository, tag, digest } = reference
  return `${registry}/${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`
}

/** What a registry is asked for: the digest if there is one, else the tag. */
export function manifestReference(reference: Pick<Reference, 'tag' | 'digest'>): string {
  return reference.digest ?? reference.tag ?? 'latest'
}
