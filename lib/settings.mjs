import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/**
 * Every variable the site reads, as data: the parser, the sentence for a wrong value
 * and the table in the README all come from here.
 *
 * Plain JavaScript, because `npm start` reads it on any Node from 20 on, before anything is built.
 *
 * @typedef {{ origin: string, realms: string[], blobs: string[] }} ExtraRegistry
 *   origins and whole realm URLs, normalised; `realms` and `blobs` are what was listed beside the registry
 * @typedef {{ registry: string, username: string, password: string }} Credential
 *   `registry` as references write it: `docker.io`, `ghcr.io`, `localhost:5000`
 *
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} siteUrl without a slash at the end
 * @property {boolean} live
 * @property {string} cacheDir absolute
 * @property {number} cacheMaxBytes
 * @property {ExtraRegistry[]} extraRegistries
 * @property {string[]} allowedHosts lower case, with a port only where one was written
 * @property {string[]} privateRepositories globs over `registry/repository`
 * @property {string[]} trustedProxies addresses or CIDR ranges
 * @property {number} mirrorMaxBlob bytes
 * @property {number} mirrorBytesPerHour bytes
 * @property {Credential[]} credentials
 * @property {string | null} userAgentContact
 * @property {string | null} httpsProxy
 * @property {string[]} noProxy host names; `.example` stands for everything below it, `*` for all
 *
 * @typedef {object} Variable
 * @property {string} name
 * @property {string} means one or two sentences for the README
 * @property {string} default as shown in the README
 * @property {string} example
 * @property {z.ZodType} schema from the text to the value; absent text is undefined
 */

/** Says which variable is wrong, how, and what to try: one sentence. */
export class SettingsError extends Error {
  name = 'SettingsError'
}

const UNITS = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 }

/** @param {number} whenAbsent bytes */
function bytes(whenAbsent) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return whenAbsent
      const [, number = '', unit = 'B'] = /^(\d+)\s*(B|KiB|MiB|GiB|TiB)?$/.exec(text) ?? []
      const size = Number(number) * UNITS[/** @type {keyof typeof UNITS} */ (unit)]
      if (number === '' || size < 1 || !Number.isSafeInteger(size)) {
        return wrong(
          context,
          `"${text}" is not a size in bytes, with or without KiB, MiB, GiB or TiB`,
        )
      }
      return size
    })
}

/**
 * @template T
 * @param {(item: string) => T | { wrong: string }} parse
 * @param {string[]} whenAbsent
 */
function list(parse, whenAbsent = []) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      const items = text === undefined ? whenAbsent : text.split(',').map((item) => item.trim())
      /** @type {T[]} */
      const values = []
      for (const item of items) {
        if (item === '') continue
        const value = parse(item)
        if (isWrong(value)) return wrong(context, value.wrong)
        values.push(value)
      }
      return values
    })
}

/** @param {unknown} value @returns {value is { wrong: string }} */
function isWrong(value) {
  return typeof value === 'object' && value !== null && 'wrong' in value
}

/** @param {z.RefinementCtx} context @param {string} message */
function wrong(context, message) {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** @param {string} text @returns {URL | null} */
function httpUrl(text) {
  const url = URL.parse ? URL.parse(text) : URL.canParse(text) ? new URL(text) : null
  return url && /^https?:$/.test(url.protocol) ? url : null
}

/** @param {string} entry @returns {ExtraRegistry | { wrong: string }} */
function extraRegistry(entry) {
  const [first = '', ...rest] = entry.split(';').map((part) => part.trim())
  const url = httpUrl(first)
  if (!url) return { wrong: `"${first}" is not an http or https address` }
  if (url.username || url.password)
    return { wrong: `"${url.host}" carries a user name; credentials go into REGISTRY_AUTH_FILE` }
  if (url.pathname !== '/' || url.search || url.hash) {
    return { wrong: `"${first}" has more than a scheme, a host and a port` }
  }
  /** @type {ExtraRegistry} */
  const extra = { origin: url.origin, realms: [], blobs: [] }
  for (const part of rest) {
    const [, key = '', value = ''] = /^(realm|blobs)=(.+)$/.exec(part) ?? []
    const target = httpUrl(value)
    if (!target || target.username || target.password) {
      return {
        wrong: `"${part}" is neither realm= nor blobs= followed by an http or https address`,
      }
    }
    if (key === 'realm') extra.realms.push(`${target.origin}${target.pathname}`)
    else extra.blobs.push(target.origin)
  }
  return extra
}

/** @param {string} item */
function range(item) {
  const fits = ipaddr.isValid(item) || ipaddr.isValidCIDR(item)
  return fits ? item : { wrong: `"${item}" is neither an IP address nor a CIDR range` }
}

/** @param {string} item */
function hostName(item) {
  const host = item.toLowerCase()
  const fits = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/.test(host)
  return fits ? host : { wrong: `"${item}" is not a host name` }
}

/** A key of the docker config as references write the registry. @param {string} key */
function registryOfKey(key) {
  const host = key.replace(/^https?:\/\//, '').split('/')[0] ?? ''
  return /^(index\.docker\.io|registry-1\.docker\.io|docker\.io)$/.test(host) ? 'docker.io' : host
}

/** @param {string} path @returns {Credential[] | { wrong: string }} */
function readAuthFile(path) {
  /** @type {any} */
  let file
  try {
    file = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    return { wrong: `the file "${path}" ${why}` }
  }
  if (file?.credsStore || Object.keys(file?.credHelpers ?? {}).length > 0) {
    return {
      wrong: `the file "${path}" hands passwords to another program (credsStore or credHelpers), which this site does not start; write them under "auths" in a file of their own`,
    }
  }
  if (typeof file?.auths !== 'object' || file.auths === null) {
    return { wrong: `the file "${path}" has no "auths" as a docker config.json has` }
  }
  /** @type {Credential[]} */
  const credentials = []
  for (const [key, entry] of Object.entries(file.auths)) {
    const { auth, username, password } = /** @type {any} */ (entry ?? {})
    const text =
      typeof auth === 'string'
        ? Buffer.from(auth, 'base64').toString('utf8')
        : `${username ?? ''}:${password ?? ''}`
    const colon = text.indexOf(':')
    const credential = {
      registry: registryOfKey(key),
      username: text.slice(0, Math.max(colon, 0)),
      password: text.slice(colon + 1),
    }
    if (colon < 1 || credential.password === '') {
      return { wrong: `the file "${path}" has no user name and password for "${key}"` }
    }
    credentials.push(credential)
  }
  return credentials
}

const text = z
  .string()
  .optional()
  .transform((value) => value ?? null)

/** @type {readonly Variable[]} */
export const VARIABLES = [
  {
    name: 'PORT',
    means: 'The port the site listens on; 0 takes a free one.',
    default: '3000',
    example: '8080',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        const port = Number(value ?? 3000)
        const fits =
          Number.isInteger(port) && port >= 0 && port <= 65535 && /^\d+$/.test(value ?? '0')
        return fits ? port : wrong(context, `"${value}" is not a port number from 0 to 65535`)
      }),
  },
  {
    name: 'HOST',
    means: 'The address the site listens on; `0.0.0.0` is every address of the machine.',
    default: '0.0.0.0',
    example: '127.0.0.1',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        if (value === undefined) return '0.0.0.0'
        const fits =
          ipaddr.isValid(value) || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)
        return fits ? value : wrong(context, `"${value}" is neither a host name nor an IP address`)
      }),
  },
  {
    name: 'SITE_URL',
    means:
      'Where readers find the site: used for canonical links and the sitemap. Read when building.',
    default: 'http://localhost:3000',
    example: 'https://learn.example.org',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        const url = httpUrl(value ?? 'http://localhost:3000')
        const fits = url && url.pathname === '/' && !url.search && !url.hash && !url.username
        return fits
          ? url.origin
          : wrong(context, `"${value}" is not an http or https address without a path`)
      }),
  },
  {
    name: 'LIVE',
    means:
      '`off` never opens a connection to a registry: panels show recordings and what is cached.',
    default: 'on',
    example: 'off',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        if (value === undefined || value === 'on') return true
        return value === 'off' ? false : wrong(context, `"${value}" is neither on nor off`)
      }),
  },
  {
    name: 'CACHE_DIR',
    means: 'The folder for verified manifests and blobs. It may be deleted at any time.',
    default: '.cache/mirror',
    example: '/var/cache/below-the-kubelet',
    schema: z
      .string()
      .optional()
      .transform((value) => resolve(/* turbopackIgnore: true */ value ?? '.cache/mirror')),
  },
  {
    name: 'CACHE_MAX_BYTES',
    means: 'How large that folder may grow; what was not used for longest goes first.',
    default: '2GiB',
    example: '512MiB',
    schema: bytes(2 * UNITS.GiB),
  },
  {
    name: 'EXTRA_REGISTRIES',
    means:
      'Registries beside the built-in list, separated by commas: the only ones that may speak http or live on a private address. `;realm=` and `;blobs=` after an address name its token server and where its blobs are redirected to, if those are on another host.',
    default: 'none',
    example:
      'http://localhost:5000,https://registry.corp.example;realm=https://login.corp.example/token',
    schema: list(extraRegistry),
  },
  {
    name: 'ALLOWED_HOSTS',
    means:
      'Host names by which the mirror may be asked while `PRIVATE_REPOSITORIES` is set; any other `Host` is refused.',
    default: 'localhost,127.0.0.1,[::1]',
    example: 'learn.corp.example',
    schema: list(hostName, ['localhost', '127.0.0.1', '[::1]']),
  },
  {
    name: 'PRIVATE_REPOSITORIES',
    means:
      'Globs of repositories that every reader of this site may see with the credentials of the server, although they do not answer anonymously.',
    default: 'none',
    example: 'registry.corp.example/course/**',
    schema: list((item) =>
      /^[a-z0-9.:-]+\/[a-z0-9._/*?{},[\]!-]+$/.test(item)
        ? item
        : { wrong: `"${item}" is not a pattern like registry.corp.example/course/**` },
    ),
  },
  {
    name: 'TRUSTED_PROXIES',
    means:
      'Addresses or CIDR ranges of reverse proxies whose `X-Forwarded-For` is believed, so that rate limits count readers and not the proxy.',
    default: 'none',
    example: '127.0.0.1,10.0.0.0/8',
    schema: list(range),
  },
  {
    name: 'MIRROR_MAX_BLOB',
    means: 'The largest blob that the mirror hands on, in bytes or like `64MiB`.',
    default: '16MiB',
    example: '64MiB',
    schema: bytes(16 * UNITS.MiB),
  },
  {
    name: 'MIRROR_BYTES_PER_HOUR',
    means: 'How much may be fetched from registries in an hour, for all readers together.',
    default: '50GiB',
    example: '5GiB',
    schema: bytes(50 * UNITS.GiB),
  },
  {
    name: 'REGISTRY_AUTH_FILE',
    means:
      'A file in the form of docker’s config.json with user names and passwords under `auths`. Each is sent only to its own registry and realm.',
    default: 'none',
    example: '/run/secrets/registry-auth.json',
    schema: z
      .string()
      .optional()
      .transform((path, context) => {
        if (path === undefined) return []
        const credentials = readAuthFile(path)
        return isWrong(credentials) ? wrong(context, credentials.wrong) : credentials
      }),
  },
  {
    name: 'DOCKERHUB_USERNAME',
    means: 'With `DOCKERHUB_TOKEN`: an account at Docker Hub, for a larger pull allowance.',
    default: 'none',
    example: 'your-name',
    schema: text,
  },
  {
    name: 'DOCKERHUB_TOKEN',
    means: 'An access token of that account; public read-only is enough.',
    default: 'none',
    example: 'dckr_pat_…',
    schema: text,
  },
  {
    name: 'USER_AGENT_CONTACT',
    means:
      'A web or mail address in the `User-Agent` sent to registries, so that their operators can reach you.',
    default: 'none',
    example: 'https://learn.example.org/contact',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        if (value === undefined) return null
        const fits =
          /^[\x21-\x7e]{3,200}$/.test(value) && !/[()\\]/.test(value) && /[@:]/.test(value)
        return fits
          ? value
          : wrong(context, `${JSON.stringify(value)} is neither a web address nor a mail address`)
      }),
  },
  {
    name: 'HTTPS_PROXY',
    means:
      'A proxy for https requests to registries. The proxy then resolves their names, so the check for private addresses is the proxy’s.',
    default: 'none',
    example: 'http://proxy.corp.example:3128',
    schema: z
      .string()
      .optional()
      .transform((value, context) => {
        if (value === undefined) return null
        return httpUrl(value) ? value : wrong(context, 'the value is not an http or https address')
      }),
  },
  {
    name: 'NO_PROXY',
    means:
      'Hosts that are asked directly although `HTTPS_PROXY` is set; `.corp.example` stands for all below it.',
    default: 'none',
    example: 'registry.corp.example,.internal.example',
    schema: list((item) => item.toLowerCase()),
  },
]

/**
 * Reads and checks all variables at once.
 *
 * An empty variable counts as absent, as compose files write it; variables of other programs are left alone.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {SettingsError} for the first variable that is wrong
 */
export function parseSettings(env) {
  /** @type {Record<string, any>} */
  const values = {}
  for (const { name, schema, example } of VARIABLES) {
    // Tools agree on both spellings of the proxy variables.
    const given = env[name] ?? (name.endsWith('_PROXY') ? env[name.toLowerCase()] : undefined)
    const parsed = schema.safeParse(given?.trim() || undefined)
    if (!parsed.success) {
      throw new SettingsError(`${name}: ${parsed.error.issues[0]?.message}; try ${name}=${example}`)
    }
    values[name] = parsed.data
  }
  const { DOCKERHUB_USERNAME: username, DOCKERHUB_TOKEN: password } = values
  if ((username === null) !== (password === null)) {
    const [given, missing] = username === null ? ['TOKEN', 'USERNAME'] : ['USERNAME', 'TOKEN']
    throw new SettingsError(
      `DOCKERHUB_${missing}: missing, although DOCKERHUB_${given} is set; try setting both or neither`,
    )
  }
  const credentials = [...values.REGISTRY_AUTH_FILE]
  // The explicit pair wins over what a file says about the same registry.
  if (username !== null) credentials.unshift({ registry: 'docker.io', username, password })
  return {
    port: values.PORT,
    host: values.HOST,
    siteUrl: values.SITE_URL,
    live: values.LIVE,
    cacheDir: values.CACHE_DIR,
    cacheMaxBytes: values.CACHE_MAX_BYTES,
    extraRegistries: values.EXTRA_REGISTRIES,
    allowedHosts: values.ALLOWED_HOSTS,
    privateRepositories: values.PRIVATE_REPOSITORIES,
    trustedProxies: values.TRUSTED_PROXIES,
    mirrorMaxBlob: values.MIRROR_MAX_BLOB,
    mirrorBytesPerHour: values.MIRROR_BYTES_PER_HOUR,
    credentials,
    userAgentContact: values.USER_AGENT_CONTACT,
    httpsProxy: values.HTTPS_PROXY,
    noProxy: values.NO_PROXY,
  }
}

/**
 * What an operator should know before the first reader comes: printed by the start.
 *
 * @param {Settings} settings
 * @returns {string[]} whole sentences
 */
export function notices(settings) {
  const said = []
  if (!settings.live) said.push('LIVE=off: no registry will be asked; readers see recordings.')
  if (settings.httpsProxy) {
    said.push(
      'HTTPS_PROXY is set: https requests to registries go through it, and the proxy decides how their names resolve.',
    )
  }
  if (settings.privateRepositories.length > 0) {
    said.push(
      `PRIVATE_REPOSITORIES is set: every reader sees those repositories; the mirror answers only as ${settings.allowedHosts.join(', ')}.`,
    )
  }
  return said
}
