// @ts-check
/**
 * Flags of Node.js for the process that serves the site.
 *
 * Reading a layer makes much short-lived garbage, for which V8 takes up to 48 MiB before it looks. With
 * 8 MiB for each half, one listing costs a third of the memory; pages and manifests do not notice.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8']
