import { type RunOptions, run } from '../../e2e/harness/tool.ts'

/**
 * Runs skopeo with an empty blob-info cache of its own.
 *
 * Skopeo 1.9 pushes a gzip twin instead of the zstd blob, silently, if that cache knows one.
 */
export async function forgetful(args: string[], options?: RunOptions): Promise<void> {
  const script = 'mkdir -p "$0" && mount -t tmpfs tmpfs "$0" && exec skopeo "$@"'
  await run(
    'unshare',
    ['--mount', 'sh', '-c', script, '/var/lib/containers/cache', ...args],
    options,
  )
}
