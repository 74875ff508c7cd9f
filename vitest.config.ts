import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [
      // Next replaces this module in its own bundles; outside them it has nothing to guard.
      {
        find: /^server-only$/,
        replacement: fileURLToPath(new URL('lib/testing/server-only.ts', import.meta.url)),
      },
      { find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) },
    ],
  },
  test: {
    include: ['{app,components,content,lib,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 15_000,
  },
})
