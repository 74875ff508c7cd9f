import { landingMetadata, landingPage } from '@/app/pages/landing'

export const metadata = landingMetadata('en')
export default () => landingPage('en')
