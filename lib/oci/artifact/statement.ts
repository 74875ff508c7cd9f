import { isRecord } from '../descriptor.ts'
import { digestFrom, type Fact, type FactValue, factsOf, textAt } from './fact.ts'
import { cycloneDxFacts, spdxFacts } from './sbom.ts'

/** A part of a document that one specification defines. */
export type Part = { kind: PartKind; facts: Fact[] }

export type PartKind =
  | 'statement'
  | 'provenance'
  | 'spdx'
  | 'cyclonedx'
  | 'predicate'
  | 'envelope'
  | 'simple-signing'
  | 'cosign-signature'
  | 'bundle'
  | 'log-entry'
  | 'notary-jws'
  | 'helm'
  | 'empty'
  | 'json'
  | 'bytes'

const STATEMENT = /^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1(?:\.\d+)?)$/

/** Whether a JSON value calls itself an in-toto statement. */
export function isStatement(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value._type === 'string' && STATEMENT.test(value._type)
}

/**
 * What a statement says: about which subjects, and the predicate where we know its form.
 *
 * @see in-toto/attestation v1.2.0, spec/v1/statement.md; SLSA provenance v0.2 and v1
 */
export function statementParts(value: Record<string, unknown>): Part[] {
  const { facts, scalar, list, text } = factsOf(value)
  scalar('statementType', '/_type')
  scalar('predicateType', '/predicateType')
  list('subjects', '/subject', resource)
  return [{ kind: 'statement', facts }, predicatePart(text('/predicateType'), value.predicate)]
}

function predicatePart(type: string, predicate: unknown): Part {
  const base = '/predicate'
  if (/^https:\/\/slsa\.dev\/provenance\/v1(?:\.\d+)?$/.test(type)) {
    return { kind: 'provenance', facts: provenanceV1(predicate, base) }
  }
  if (/^https:\/\/slsa\.dev\/provenance\/v0\.[12]$/.test(type)) {
    return { kind: 'provenance', facts: provenanceV02(predicate, base) }
  }
  if (/^https:\/\/spdx\.dev\/Document/.test(type)) {
    return { kind: 'spdx', facts: spdxFacts(predicate, base) }
  }
  if (/^https:\/\/cyclonedx\.org\/(?:bom|schema)/.test(type)) {
    return { kind: 'cyclonedx', facts: cycloneDxFacts(predicate, base) }
  }
  return { kind: 'predicate', facts: otherFacts(predicate, base) }
}

/** The names of the fields of something whose form we do not know. */
export function otherFacts(value: unknown, base: string): Fact[] {
  const { facts, put } = factsOf(value, base)
  if (isRecord(value)) {
    put(
      'fields',
      '',
      Object.keys(value).map((text) => ({ text })),
    )
  }
  return facts
}

function provenanceV1(predicate: unknown, base: string): Fact[] {
  const { facts, scalar, list } = factsOf(predicate, base)
  scalar('builder', '/runDetails/builder/id')
  scalar('buildType', '/buildDefinition/buildType')
  scalar('source', '/buildDefinition/externalParameters/configSource/uri')
  scalar('source', '/buildDefinition/externalParameters/workflow/repository')
  scalar('entryPoint', '/buildDefinition/externalParameters/configSource/path')
  scalar('entryPoint', '/buildDefinition/externalParameters/workflow/path')
  scalar('frontend', '/buildDefinition/externalParameters/request/frontend')
  scalar('platform', '/buildDefinition/internalParameters/builderPlatform')
  list('materials', '/buildDefinition/resolvedDependencies', resource)
  scalar('invocation', '/runDetails/metadata/invocationId')
  scalar('started', '/runDetails/metadata/startedOn')
  scalar('finished', '/runDetails/metadata/finishedOn')
  scalar('reproducible', '/runDetails/metadata/buildkit_reproducible')
  scalar('complete', '/runDetails/metadata/buildkit_completeness/resolvedDependencies')
  return facts
}

function provenanceV02(predicate: unknown, base: string): Fact[] {
  const { facts, scalar, list } = factsOf(predicate, base)
  scalar('builder', '/builder/id')
  scalar('buildType', '/buildType')
  scalar('source', '/invocation/configSource/uri')
  scalar('entryPoint', '/invocation/configSource/entryPoint')
  scalar('frontend', '/invocation/parameters/frontend')
  scalar('platform', '/invocation/environment/platform')
  list('materials', '/materials', resource)
  scalar('invocation', '/metadata/buildInvocationID')
  scalar('invocation', '/metadata/buildInvocationId')
  scalar('started', '/metadata/buildStartedOn')
  scalar('finished', '/metadata/buildFinishedOn')
  scalar('reproducible', '/metadata/reproducible')
  scalar('complete', '/metadata/completeness/materials')
  return facts
}

/** A subject, a material or a dependency: its name or address, and its digest. */
function resource(item: unknown): FactValue | null {
  const text = textAt(item, '/uri') || textAt(item, '/name')
  const digest = digestFrom(isRecord(item) ? item.digest : null)
  return text || digest ? { text, ...(digest && { digest }) } : null
}
