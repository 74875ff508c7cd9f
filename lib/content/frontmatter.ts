import { parse } from 'yaml'
import { z } from 'zod'

const sentence = z.string().min(1).max(240)

export const Frontmatter = z.strictObject({
  title: z.string().min(1).max(70),
  summary: z.string().min(1).max(170),
  /** the spec this chapter reads from, with its version: `image-spec v1.1.1` */
  spec: z.string().min(1).max(120),
  questions: z.array(sentence).min(1).max(6),
  objectives: z.array(sentence).min(1).max(6),
  keypoints: z.array(sentence).min(1).max(8),
  minutes: z.strictObject({
    teach: z.number().int().positive(),
    exercise: z.number().int().nonnegative(),
  }),
})

export type Frontmatter = z.infer<typeof Frontmatter>

/**
 * Splits a chapter's source into its checked frontmatter and its MDX body.
 *
 * @param file named in the error, so that an author knows where to look
 * @throws Error with a sentence an author can act on
 */
export function splitFrontmatter(
  source: string,
  file: string,
): { frontmatter: Frontmatter; body: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source)
  if (!match) throw new Error(`${file}: starts without frontmatter (--- … ---)`)
  const result = Frontmatter.safeParse(parse(match[1] ?? ''))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  // Blank lines keep the line numbers of MDX errors true to the file.
  const lines = match[0].split('\n').length - 1
  return { frontmatter: result.data, body: '\n'.repeat(lines) + source.slice(match[0].length) }
}
