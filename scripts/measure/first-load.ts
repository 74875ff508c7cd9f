// Bytes of script that a page asks for before the reader touches anything.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** @returns gzip -9 bytes of every script that the HTML names; `noModule` ones are not loaded */
export async function firstLoadScripts(url: string): Promise<{ bytes: number; files: number }> {
  const html = await (await fetch(url)).text()
  const sources = new Set<string>()
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
    const source = /\bsrc="([^"]+)"/.exec(tag)?.[1]
    if (source && !/\bnomodule\b/i.test(tag)) sources.add(source.replaceAll('&amp;', '&'))
  }
  let bytes = 0
  for (const source of sources) {
    const body = Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())
    bytes += gzipSync(body, { level: 9 }).length
  }
  return { bytes, files: sources.size }
}

/** The same for a page of a built site that is not running. */
export function firstLoadScriptsOfBuild(directory: string, page: string) {
  const html = readFileSync(path.join(directory, '.next/server/app', page), 'utf8')
  const sources = new Set<string>()
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
    const source = /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1]
    if (source && !/\bnomodule\b/i.test(tag)) sources.add(source)
  }
  let bytes = 0
  for (const source of sources) {
    const body = readFileSync(path.join(directory, '.next', source))
    bytes += gzipSync(body, { level: 9 }).length
  }
  return { bytes, files: sources.size }
}
