import { defineConfig, devices } from '@playwright/test'
import { roomHost } from './e2e/harness/site.ts'
import { findBrowser, launchOptions } from './scripts/browser.mjs'

const browser = findBrowser()
const options = browser ? launchOptions(browser) : { args: [] }
// These talk to the mirror, not to pages: once is enough, at any size.
const protocol = '**/mirror*.spec.ts'
// `npm run test:long`: minutes, and most of a machine
const large = '**/large/*.spec.ts'
const isLong = process.env.LONG === '1'
// `npm run test:peers`: programs that Go has to build first
const peers = '**/peers/*.spec.ts'
const hasPeers = process.env.PEERS === '1'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/harness/setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // axe reads a long page in twenty seconds where two cores are busy
  timeout: 60_000,
  reporter: process.env.CI ? 'line' : 'list',
  use: {
    // set by the global set-up, before a worker reads this
    baseURL: process.env.SITE_ORIGIN,
    trace: 'retain-on-failure',
    launchOptions: {
      ...options,
      args: [
        ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
        ...['--disable-background-networking', '--disable-component-update'],
        // an origin that is no secure context, as a laptop's address in a room is
        `--host-resolver-rules=MAP ${roomHost} 127.0.0.1`,
        ...options.args,
      ],
    },
  },
  projects: [
    ...(hasPeers ? [{ name: 'peers', testMatch: peers }] : []),
    ...(isLong ? [{ name: 'large', testMatch: large }] : []),
    { name: 'protocol', testMatch: protocol },
    {
      name: 'desktop',
      testIgnore: [protocol, large, peers],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: [protocol, large, peers],
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
})
