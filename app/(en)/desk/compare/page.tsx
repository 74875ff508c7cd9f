import { compareMetadata, comparePage } from '@/app/pages/compare'

export const metadata = compareMetadata('en')
export default () => comparePage('en')
