import type { RegistryConversation } from '../../../lib/recordings/registry-conversation.ts'

/**
 * What must come out the same when it is recorded again: method, path and status, without digests
 * and the numbers of uploads. Each once and sorted: clients ask for several things at once, and some
 * ask a token server as often as they happen to wait for it.
 */
export function structureOf({ exchanges, commands }: RegistryConversation): string {
  const said = exchanges.map(({ to, command, request, response }) => {
    const { pathname, searchParams } = new URL(request.url)
    const path = pathname
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…')
      .replace(/(sha256[:/-])[0-9a-f/]+/, '$1…')
    const names = [...searchParams.keys()].join('&')
    return `${command} ${to} ${request.method} ${path}?${names} ${response.status}`
  })
  return [...[...new Set(said)].sort(), ...commands.map(({ exit }) => `exit ${exit}`)].join('\n')
}
