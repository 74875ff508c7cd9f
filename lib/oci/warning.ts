/**
 * The text of a Warning header as a registry may send it: `299 - "…"`; null for any other.
 *
 * Percent signs stay as they are: nothing says that they encode.
 *
 * @see distribution-spec v1.1.1, spec.md#warnings
 */
export function parseWarning(value: string): string | null {
  const quoted = WARNING.exec(value)?.[1]
  return quoted === undefined ? null : quoted.replace(/\\(.)/gu, '$1')
}

// RFC 9110, section 5.6.4: what may stand in quotes; no controls but the tab.
const WARNING =
  /^299 - "((?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\u{10ffff}]|\\[\t \x21-\x7e\x80-\u{10ffff}])+)"$/u
