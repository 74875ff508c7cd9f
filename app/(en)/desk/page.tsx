import { deskMetadata, deskPage } from '@/app/pages/desk'

export const metadata = deskMetadata('en')
export default () => deskPage('en')
