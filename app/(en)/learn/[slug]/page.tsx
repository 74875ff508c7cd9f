import { chapterMetadata, chapterPage, chapterSlugs } from '@/app/pages/chapter'

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false
export const generateStaticParams = chapterSlugs
export const generateMetadata = async ({ params }: Props) =>
  chapterMetadata('en', (await params).slug)
export default async ({ params }: Props) => chapterPage('en', (await params).slug)
