/** Where the site is served, without a trailing slash. Read when the site is built. */
export const siteUrl = (process.env.SITE_URL ?? 'http://localhost:3000').replace(/\/+$/, '')
