import type { Descriptor } from './descriptor.ts'
import type { Problem } from './problem.ts'

/** One challenge of a WWW-Authenticate header. RFC 9110, section 11.6.1 */
export type Challenge = { scheme: string; parameters: Record<string, string> }

/** Header lines in the order they travelled; values of secrets read `‹redacted›`. */
export type HeaderLine = readonly [name: string, value: string]

export type Purpose = 'ping' | 'token' | 'manifest' | 'blob' | 'tags' | 'referrers'

/** One HTTP request of ours to a registry (or its token server, or its blob host) and the answer. */
export type Exchange = {
  type: 'exchange'
  /** from 0, in the order the requests were sent */
  seq: number
  purpose: Purpose
  /** ISO 8601, UTC */
  startedAt: string
  /** milliseconds, until the last byte that was read */
  durationMs: number
  request: { method: 'GET' | 'HEAD'; url: string; headers: HeaderLine[] }
  /** null when no answer came; `problem` then says why */
  response: {
    status: number
    headers: HeaderLine[]
    bytes: number
    /** what an error (400 and up) says: its body where that is UTF-8 of at most 8 KiB, secrets hidden */
    error?: string
  } | null
  challenges?: Challenge[]
  /** what the Authorization sent here once answered, where an earlier conversation earned it */
  keptFrom?: Challenge
  /** where the answer sent us, and which of our headers did not travel along */
  redirect?: { to: string; dropped: string[] }
  problem?: Problem
}

export type Resolved = {
  type: 'resolved'
  /** canonical text form: `docker.io/library/nginx:latest` */
  reference: string
  descriptor: Descriptor
  source: 'live' | 'cache' | 'recording'
  /** ISO 8601, UTC: when the exchanges above really took place */
  observedAt: string
}

export type Failed = { type: 'problem'; problem: Problem }

/** `GET /api/conversation` streams these as NDJSON and ends with `resolved` or `problem`. */
export type ConversationLine = Exchange | Resolved | Failed

/** The end of a conversation about one page of a list. */
export type Listed = {
  type: 'listed'
  source: 'live' | 'cache'
  /** ISO 8601, UTC: when the exchanges above really took place */
  observedAt: string
}

/** `GET /api/conversation?list=…` streams these and ends with `listed` or `problem`. */
export type ListLine = Exchange | Listed | Failed
