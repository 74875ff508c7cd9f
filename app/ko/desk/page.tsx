import { deskMetadata, deskPage } from '@/app/pages/desk'

export const metadata = deskMetadata('ko')
export default () => deskPage('ko')
