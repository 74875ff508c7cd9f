import { artifactsMetadata, artifactsPage } from '@/app/pages/artifacts'

export const metadata = artifactsMetadata('en')
export default () => artifactsPage('en')
