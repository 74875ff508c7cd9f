import { errorsMetadata, errorsPage } from '@/app/pages/errors'

export const metadata = errorsMetadata('en')
export default () => errorsPage('en')
