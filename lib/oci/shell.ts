/**
 * One word for a POSIX shell: bare where every character is harmless, else in single quotes.
 *
 * What a registry names may hold anything; nothing of it is ever read by the shell.
 */
export function shellQuote(word: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word
  return `'${word.replaceAll("'", "'\\''")}'`
}

/** Words of one command, quoted. */
export function shellLine(...words: string[]): string {
  return words.map(shellQuote).join(' ')
}
