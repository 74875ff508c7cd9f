import { learnMetadata, learnPage } from '@/app/pages/learn'

export const metadata = learnMetadata('ko')
export default () => learnPage('ko')
