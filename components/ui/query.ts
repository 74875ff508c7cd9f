/** The query of a link, with its question mark; empty where nothing is said. */
export function linkQuery(query: URLSearchParams): string {
  // Readable in the address bar: these are legal in a query as they are.
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%40', '@')
  return text ? `?${text}` : ''
}

/** `panel.at`; without the panel's name where it is alone on its page. */
export function queryName(prefix: string, name: string): string {
  return prefix ? `${prefix}.${name}` : name
}
