export type { DocumentKind } from '@/lib/oci/document'
