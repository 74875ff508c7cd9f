import { isRecord } from '../descriptor.ts'
import { type Fact, type FactValue, factsOf, textAt, valueAt } from './fact.ts'

/** Whether a JSON value is an SPDX 2 document. @see SPDX 2.3, document-creation-information */
export function isSpdx(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && /^SPDX-2/.test(textAt(value, '/spdxVersion'))
}

export function isCycloneDx(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value.bomFormat === 'CycloneDX'
}

/** What an SPDX 2 document lists. @see SPDX 2.3, package-information */
export function spdxFacts(value: unknown, base = ''): Fact[] {
  const { facts, scalar, list, get, put } = factsOf(value, base)
  scalar('sbomVersion', '/spdxVersion')
  scalar('documentName', '/name')
  scalar('namespace', '/documentNamespace')
  scalar('created', '/creationInfo/created')
  list('creators', '/creationInfo/creators', plain)
  list('packages', '/packages', (item) =>
    named(textAt(item, '/name'), textAt(item, '/versionInfo')),
  )
  put('packageTypes', '/packages', typesOf(asList(get('/packages')).flatMap(spdxPurls)))
  put('files', '/files', countOf(get('/files')))
  put('relationships', '/relationships', countOf(get('/relationships')))
  return facts
}

/** What a CycloneDX document lists. @see CycloneDX 1.6, JSON reference */
export function cycloneDxFacts(value: unknown, base = ''): Fact[] {
  const { facts, scalar, list, get, put } = factsOf(value, base)
  scalar('sbomVersion', '/specVersion')
  scalar('namespace', '/serialNumber')
  scalar('created', '/metadata/timestamp')
  const tools = Array.isArray(get('/metadata/tools')) ? '' : '/components'
  list('creators', `/metadata/tools${tools}`, (item) =>
    named(textAt(item, '/name'), textAt(item, '/version')),
  )
  const about = get('/metadata/component')
  if (isRecord(about)) {
    const told = named(textAt(about, '/name'), textAt(about, '/version'))
    put('about', '/metadata/component', told ? [told] : [])
  }
  list('packages', '/components', (item) => named(textAt(item, '/name'), textAt(item, '/version')))
  const purls = asList(get('/components')).map((item) => textAt(item, '/purl'))
  put('packageTypes', '/components', typesOf(purls))
  put('relationships', '/dependencies', countOf(get('/dependencies')))
  return facts
}

function plain(item: unknown): FactValue | null {
  return typeof item === 'string' ? { text: item } : null
}

function named(name: string, version: string): FactValue | null {
  const text = [name, version].filter(Boolean).join(' ')
  return text ? { text } : null
}

function countOf(value: unknown): FactValue[] {
  return Array.isArray(value) && value.length > 0 ? [{ text: String(value.length) }] : []
}

function spdxPurls(item: unknown): string[] {
  return asList(valueAt(item, '/externalRefs'))
    .map((one) => textAt(one, '/referenceLocator'))
    .filter((locator) => locator.startsWith('pkg:'))
}

/** `golang 12`, most first: what kinds of package the addresses name. @see purl-spec, types */
function typesOf(purls: readonly string[]): FactValue[] {
  const counts = new Map<string, number>()
  for (const purl of purls) {
    const type = /^pkg:([A-Za-z0-9.+-]{1,40})\//.exec(purl)?.[1]
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type, n]) => ({ text: `${type} ${n}` }))
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
