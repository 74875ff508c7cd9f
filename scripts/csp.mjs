// After `next build`: every prerendered page gets a policy that names its own inline scripts.
// A nonce would make the pages dynamic; they are static on purpose.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const META = /<meta http-equiv="Content-Security-Policy"[^>]*>/
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** @param {string} html @returns {string} */
export function withPolicy(html) {
  const plain = html.replace(META, '')
  const hashes = new Set(
    [...plain.matchAll(INLINE)].map(
      (match) =>
        `'sha256-${createHash('sha256')
          .update(match[1] ?? '')
          .digest('base64')}'`,
    ),
  )
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${[...hashes].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
  const guarded = plain.replace(
    '<head>',
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`,
  )
  if (guarded === plain) throw new Error('a page without <head>')
  return guarded
}

/** @param {string} root directory of prerendered pages @returns {number} pages guarded */
export function guardPages(root) {
  let pages = 0
  for (const entry of readdirSync(root, { recursive: true })) {
    const file = path.join(root, String(entry))
    if (!file.endsWith('.html')) continue
    writeFileSync(file, withPolicy(readFileSync(file, 'utf8')))
    pages++
  }
  return pages
}
