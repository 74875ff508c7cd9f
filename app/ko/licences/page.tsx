import { licencesMetadata, licencesPage } from '@/app/pages/licences'

export const metadata = licencesMetadata('ko')
export default () => licencesPage('ko')
