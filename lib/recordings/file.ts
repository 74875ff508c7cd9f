import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'

/** The text of a file, or null when there is none. */
export async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A JSON file of a known shape, or null when there is none. @throws Error naming file and field */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readText(file)
  return text === null ? null : parseJson(text, schema, relative(process.cwd(), file))
}

/** @param where names the text in the error: a file, or a file and its line */
export function parseJson<T>(text: string, schema: z.ZodType<T>, where: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Error(`${where}: ${(cause as Error).message}`, { cause })
  }
  const result = schema.safeParse(json)
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}`)
  return result.data
}

/**
 * Reads the files that a recording must have.
 *
 * @returns `text` of a file, and `lines` of one with a JSON value on each; both throw an Error that names
 *   the file that is missing, or the line and field that is wrong
 */
export function filesOf(name: string, directory: string) {
  const text = async (file: string): Promise<string> => {
    const found = await readText(join(directory, file))
    if (found === null) throw new Error(`recording ${name}: ${file} is missing`)
    return found
  }
  const lines = async <T>(file: string, schema: z.ZodType<T>): Promise<T[]> => {
    const where = relative(process.cwd(), join(directory, file))
    const rows = (await text(file)).split('\n').filter(Boolean)
    return rows.map((row, i) => parseJson(row, schema, `${where}:${i + 1}`))
  }
  return { text, lines }
}
