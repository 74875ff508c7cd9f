import { artifactsMetadata, artifactsPage } from '@/app/pages/artifacts'

export const metadata = artifactsMetadata('ko')
export default () => artifactsPage('ko')
