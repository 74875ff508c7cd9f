/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['@mdx-js/mdx', 'shiki', 'undici'],
  outputFileTracingIncludes: { '/**': ['./content/**/*'] },
  devIndicators: false,
}

export default config
