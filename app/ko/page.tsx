import { landingMetadata, landingPage } from '@/app/pages/landing'

export const metadata = landingMetadata('ko')
export default () => landingPage('ko')
