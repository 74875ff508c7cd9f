import type { Locale } from '../i18n/locale.ts'

/** A text in every language of the site. */
export type Both = Record<Locale, string>

/** The clause that defines a field, pinned to a release so that the link never drifts. */
export type SpecClause = {
  name:
    | 'image-spec'
    | 'docker-image-spec'
    | 'distribution'
    | 'moby'
    | 'buildkit'
    | 'buildpacks'
    | 'stargz-snapshotter'
    | 'containerd'
    | 'containers-storage'
    | 'in-toto-attestation'
    | 'slsa'
    | 'spdx'
    | 'cyclonedx'
    | 'dsse'
    | 'cosign'
    | 'sigstore'
    | 'notary-project'
    | 'helm'
    | 'runtime-spec'
    | 'cri-api'
    | 'go-cni'
  version: string
  /** file and section, as a reader would look it up */
  section: string
  url: string
}

/** One field of one document, explained. */
export type FieldEntry = {
  /**
   * JSON Pointer (RFC 6901); a segment `*` stands for any array item or any key that a user chose.
   * The empty pattern is the document itself.
   */
  pattern: string
  means: Both
  /** what goes wrong if it is wrong */
  breaks: Both
  spec: SpecClause
}

export type Catalogue = readonly FieldEntry[]

/** An entry in one language: what a panel gets as props. */
export type FieldWords = Pick<FieldEntry, 'pattern' | 'spec'> & { means: string; breaks: string }

/** The catalogue in one language. */
export function fieldsIn(catalogue: Catalogue, locale: Locale): FieldWords[] {
  return catalogue.map(({ pattern, spec, means, breaks }) => ({
    pattern,
    spec,
    means: means[locale],
    breaks: breaks[locale],
  }))
}

/**
 * The entry for a place in a document. At each step an exact segment wins over `*`.
 *
 * @param pointer e.g. `/layers/0/digest`, escaped as RFC 6901 says (`~1` for `/`)
 */
export function fieldAt<Entry extends { pattern: string }>(
  catalogue: readonly Entry[],
  pointer: string,
): Entry | undefined {
  return find(treeOf(catalogue) as Tree<Entry>, pointer.split('/').slice(1), 0)
}

type Tree<Entry> = { entry?: Entry; children: Map<string, Tree<Entry>> }

const trees = new WeakMap<object, Tree<unknown>>()

function treeOf(catalogue: readonly { pattern: string }[]): Tree<unknown> {
  const known = trees.get(catalogue)
  if (known) return known
  const root: Tree<unknown> = { children: new Map() }
  for (const entry of catalogue) {
    let node = root
    for (const segment of entry.pattern.split('/').slice(1)) {
      const child = node.children.get(segment) ?? { children: new Map() }
      node.children.set(segment, child)
      node = child
    }
    node.entry = entry
  }
  trees.set(catalogue, root)
  return root
}

function find<Entry>(node: Tree<Entry>, segments: string[], from: number): Entry | undefined {
  const segment = segments[from]
  if (segment === undefined) return node.entry
  for (const key of segment === '*' ? ['*'] : [segment, '*']) {
    const child = node.children.get(key)
    const found = child && find(child, segments, from + 1)
    if (found) return found
  }
  return undefined
}
