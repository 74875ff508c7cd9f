/** The words around the registries' table; the sentences on each quirk come with the rows. */
export type RegistryWords = {
  name: string
  heading: string
  lead: string
  /** what was and was not tried */
  untried: string
  /** says what `untried` is about, as a label */
  untriedLabel: string
  /** `{reference}` */
  open: string
  /** `{count}` */
  quirks: string
  source: string
  unconfirmed: string
  /** by the name of the registry: what to look at there */
  examples: Record<string, string>
  table: {
    /** `{count}` */
    heading: string
    lead: string
    label: string
    registry: string
    columns: { access: string; redirects: string; asking: string; lists: string }
    /** it is public to everyone */
    noToken: string
    /** no token server is known of it */
    noRealm: string
    own: string
    nothing: string
  }
  /** the short name of each quirk, by its kind */
  kinds: Record<string, string>
  common: { heading: string; lead: string }
}

/** One registry as the desk tells it. */
export type RegistryRow = {
  name: string
  /** an image to open there */
  reference: string
  /** hosts of its token servers; empty where none is listed */
  realms: string[]
  /** hosts that blobs come from beside its own: `*.data.mcr.microsoft.com` */
  blobs: string[]
  quirks: RegistryQuirk[]
}

export type RegistryQuirk = {
  kind: string
  group: string
  note: string
  /** null where it is known from hearsay only */
  source: string | null
}
