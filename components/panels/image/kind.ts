/** Every kind of document that a panel can show. */
export type { RecognisedKind as DocumentKind } from '@/lib/oci/recognise'
