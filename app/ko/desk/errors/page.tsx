import { errorsMetadata, errorsPage } from '@/app/pages/errors'

export const metadata = errorsMetadata('ko')
export default () => errorsPage('ko')
