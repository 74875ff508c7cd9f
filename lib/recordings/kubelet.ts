import { z } from 'zod'
import { type CriCall, callSchema } from './cri.ts'
import { filesOf } from './file.ts'
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
  const { text, lines } = filesOf('kubelet', directory)
  return {
    calls: await lines('calls.ndjson', callSchema),
    marks: await lines('marks.ndjson', mark),
    pod: await text('pod.yaml'),
    configuration: await text('kubelet.yaml'),
  }
}
