import { compareMetadata, comparePage } from '@/app/pages/compare'

export const metadata = compareMetadata('ko')
export default () => comparePage('ko')
