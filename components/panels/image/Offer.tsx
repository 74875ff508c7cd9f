import styles from './PanelIsland.module.css'

/** An image that needs no network. */
export type RecordedImage = { name: string; reference: string; digest: string; observedAt: string }

/** The recording of the same reference or digest; never another image. */
export function recordingOf(
  recordings: readonly RecordedImage[],
  reference: string,
): RecordedImage | undefined {
  return recordings.find(
    (each) => each.reference === reference || reference.endsWith(`@${each.digest}`),
  )
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
