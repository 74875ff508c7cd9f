import { ProblemError } from './problem.ts'
import { parseReference } from './reference.ts'

// Web pages of registries that people paste instead of a name. Each leads to the name on it.
const PAGES: readonly [page: RegExp, name: string][] = [
  [/^hub\.docker\.com\/_\/([^/]+)/, '$1'],
  [/^hub\.docker\.com\/(?:r|repository\/docker|u)\/([^/]+\/[^/]+)/, '$1'],
  [/^quay\.io\/repository\/([^?]+?)\/?$/, 'quay.io/$1'],
  [/^gallery\.ecr\.aws\/([^/]+\/.+?)\/?$/, 'public.ecr.aws/$1'],
  [/^github\.com\/([^/]+)\/(?:[^/]+\/)?pkgs\/container\/([^/]+)/, 'ghcr.io/$1/$2'],
  [/^github\.com\/orgs\/([^/]+)\/packages\/container\/(?:package\/)?([^/]+)/, 'ghcr.io/$1/$2'],
]

/**
 * What was probably meant by a text that is no reference: without `docker://` or a web page's
 * address, in lower case, without white space. Null when that does not help either.
 *
 * Only an offer: nobody is asked anything before the reader takes it.
 */
export function suggestReference(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '')
    .replace(/[?#].*$/, '')
  const name = nameOnPage(bare) ?? bare
  const joined = name.replace(/\s+/g, '')
  const candidates = [name, joined, lowerName(joined)]
  return candidates.find((candidate) => candidate !== text.trim() && isReference(candidate)) ?? null
}

function nameOnPage(address: string): string | null {
  for (const [page, name] of PAGES) {
    const [matched] = page.exec(address) ?? []
    // Without what follows on the page: a tab, a list of tags.
    if (matched) return matched.replace(page, name)
  }
  return null
}

// Tags keep their letter case; only names must be lower case.
function lowerName(text: string): string {
  const [, name = '', rest = ''] = /^((?:[^/]*\/)*[^:@]*)(.*)$/.exec(text) ?? []
  return name.toLowerCase() + rest
}

function isReference(text: string): boolean {
  try {
    parseReference(text)
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}
