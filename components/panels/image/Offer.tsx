import styles from './PanelIsland.module.css'

/** An image that needs no network. */
export type RecordedImage = {
  name: string
  reference: string
  digest: string
  observedAt: string
  /** its other tags, as whole references */
  others: string[]
}

/** The recording of the same reference or digest; never another image. */
export function recordingOf(
  recordings: readonly RecordedImage[],
  reference: string,
): RecordedImage | undefined {
  const found = recordings.find(
    (each) => each.reference === reference || reference.endsWith(`@${each.digest}`),
  )
  if (found) return found
  const tagged = recordings.find(({ others }) => others.includes(reference))
  return tagged && { ...tagged, reference }
}

type Props = { recordings: readonly RecordedImage[]; onOpen: (recording: RecordedImage) => void }

/** The recorded images, to go on with. */
export function Offer({ recordings, onOpen }: Props) {
  return (
    <ul className={styles.offer}>
      {recordings.map((recording) => (
        <li key={recording.name}>
          <button type="button" onClick={() => onOpen(recording)}>
            <code>{recording.reference}</code>
          </button>
        </li>
      ))}
    </ul>
  )
}
