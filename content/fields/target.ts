/** What a descriptor points to, or what an annotation is about, as a noun in both languages. */
export type Target = { en: string; ko: string }

const PARTICLES = {
  은: ['은', '는'],
  이: ['이', '가'],
  을: ['을', '를'],
  과: ['과', '와'],
  으로: ['으로', '로'],
} as const

const FIRST_SYLLABLE = 0xac00
const FINALS = 28
const RIEUL = 8

/** A Korean noun with the particle that its last sound asks for: `레이어` and `을` give `레이어를`. */
export function withParticle(noun: string, particle: keyof typeof PARTICLES): string {
  const final = (noun.charCodeAt(noun.length - 1) - FIRST_SYLLABLE) % FINALS
  const open = final === 0 || (particle === '으로' && final === RIEUL)
  return noun + PARTICLES[particle][open ? 1 : 0]
}

/** The English noun at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
