/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The mirror speaks the registry protocol: `/v2/` must answer itself, not redirect to `/v2`.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['@mdx-js/mdx', 'shiki', 'undici'],
  devIndicators: false,
  // Types are checked by `npm test`; a reader's `npm start` need not wait for them.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  // Script and style rules stand in each page (scripts/csp.mjs); two policies would intersect.
  headers: async () => [
    {
      source: '/((?!v2|api).*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
      ],
    },
    {
      source: '/fonts/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=604800' }],
    },
  ],
}

export default config
