/** Where a manifest can run. image-spec v1.1.1, image-index.md#image-index-property-descriptions */
export type Platform = {
  architecture: string
  os: string
  'os.version'?: string
  'os.features'?: string[]
  variant?: string
}
