import type { MetadataRoute } from 'next'
import { siteUrl } from '@/lib/site'

/** The mirror is for readers' panels; a crawler there would spend a registry's goodwill. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/v2', '/api'] },
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
