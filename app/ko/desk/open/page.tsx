import { openMetadata, openPage } from '@/app/pages/open'

export const metadata = openMetadata('ko')
export default () => openPage('ko')
