import { join, relative } from 'node:path'
import { z } from 'zod'
import { type CriCall, callSchema } from './cri.ts'
import { parseJson, readText } from './file.ts'
import { recordingDirectory } from './recording.ts'

const mark = z.strictObject({ name: z.string().min(1), ms: z.number() })

export type KubeletRecording = {
  /** without most of what is only asked again: `edits` of the recording counts it */
  calls: CriCall[]
  /** what was done to the kubelet, and when */
  marks: z.infer<typeof mark>[]
  pod: string
  configuration: string
}

/**
 * A kubelet's own conversation with its runtime, for one static pod.
 *
 * @throws Error naming the file that is missing or wrong
 */
export async function readKubelet(
  directory = recordingDirectory('kubelet'),
): Promise<KubeletRecording> {
  const text = async (file: string) => {
    const found = await readText(join(directory, file))
    if (found === null) throw new Error(`recording kubelet: ${file} is missing`)
    return found
  }
  const lines = async <T>(file: string, schema: z.ZodType<T>): Promise<T[]> => {
    const where = relative(process.cwd(), join(directory, file))
    const rows = (await text(file)).split('\n').filter(Boolean)
    return rows.map((row, i) => parseJson(row, schema, `${where}:${i + 1}`))
  }
  return {
    calls: await lines('calls.ndjson', callSchema),
    marks: await lines('marks.ndjson', mark),
    pod: await text('pod.yaml'),
    configuration: await text('kubelet.yaml'),
  }
}
