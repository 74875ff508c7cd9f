import { learnMetadata, learnPage } from '@/app/pages/learn'

export const metadata = learnMetadata('en')
export default () => learnPage('en')
