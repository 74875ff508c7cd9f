import { archiveFiles, readArchiveFile } from '@/lib/recordings/archives'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => archiveFiles.map((file) => ({ file }))

/** A recorded archive or document, to be opened on `/desk/open` or taken home. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const bytes = await readArchiveFile(file)
  return new Response(bytes, {
    headers: {
      'content-type': file.endsWith('.json') ? 'application/json' : 'application/x-tar',
      'content-disposition': `attachment; filename="${file}"`,
    },
  })
}
