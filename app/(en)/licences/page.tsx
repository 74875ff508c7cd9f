import { licencesMetadata, licencesPage } from '@/app/pages/licences'

export const metadata = licencesMetadata('en')
export default () => licencesPage('en')
