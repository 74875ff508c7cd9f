import { openMetadata, openPage } from '@/app/pages/open'

export const metadata = openMetadata('en')
export default () => openPage('en')
