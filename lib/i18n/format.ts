/**
 * Fills `{name}` in a sentence.
 *
 * Sentences are data (they cross to the browser as props), so they cannot be functions.
 *
 * @throws Error when the sentence names a value that was not given
 */
export function format(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {${name}} in: ${sentence}`)
    return String(value)
  })
}
