import type { GlossaryEntry } from '../../lib/content/glossary.ts'
import { imageTerms } from './image.ts'
import { registryTerms } from './registry.ts'

/** Every word that a chapter may mark as a term. */
export const glossary: readonly GlossaryEntry[] = [...imageTerms, ...registryTerms]

/** For code that names a term. */
export type TermId = (typeof imageTerms | typeof registryTerms)[number]['id']
