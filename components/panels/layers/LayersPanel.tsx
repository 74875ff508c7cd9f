import type { Locale } from '@/lib/i18n/locale'
import { predictTags } from '../../devices/predict/Predict'
import type { PredictWords } from '../../devices/predict/words'
import { Part } from '../../ui/Part'
import type { Shown } from '../image/state'
import type { SharePanelWords } from '../image/words'
import { noLayer } from './address'
import type { ViewQuery } from './explorer'
import { FileText } from './FileText'
import fileStyles from './FileText.module.css'
import { filePath, layersOf } from './facts'
import styles from './Layers.module.css'
import { LayersIsland } from './LayersIsland'
import { LayerTable } from './LayerTable'
import { exploreRecorded } from './recorded'
import { StaticTree } from './StaticTree'
import { StoryView } from './StoryView'
import { Checks, Summary } from './Summary'
import { Count, Filters, Stepper } from './Toolbar'
import type { Step } from './timeline'
import type { LayersWords } from './words'

const SPEC = 'https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#applying-changesets'

type Props = {
  /** the recorded image that the panel above shows first */
  start: Shown
  words: LayersWords
  /** of what a reader can take along of a layer */
  panel: SharePanelWords
  predict: PredictWords
  locale: Locale
  /** of the panel above: empty on the desk */
  prefix?: string
}

/**
 * The layers of the image on screen: which carries which file, and what is left of it once all are
 * stacked. Stands below an image panel.
 *
 * Complete in the HTML for a recorded image whose layers are small.
 */
export async function LayersPanel({ start, words, panel, predict, locale, prefix = '' }: Props) {
  const image = layersOf(start)
  const name = start.origin.kind === 'recorded' ? start.origin.name : ''
  if (!image) throw new Error(`recording ${name}: no layers to show`)
  const { explorer, files } = await exploreRecorded(name, image)
  const layer = image.layers.length - 1
  const query: ViewQuery = {
    ...{ layer, show: 'built', sort: 'name', find: '', from: 0, count: 500 },
    ...{ open: { all: true, except: [] }, onlyLayer: false, showGone: true },
  }
  const view = explorer.view(query)
  // What teaches most: a file that is gone, and whose bytes are not.
  const path = view.rows.find(({ state }) => state === 'removed')?.path ?? null
  const story = path === null ? null : explorer.story(query, path)
  const tools = {
    ...noLayer,
    ...{ layer, count: image.layers.length, onlyLayer: false, showGone: true },
  }
  const common = { image, readings: explorer.readings, chosen: layer, words, locale }
  const contents = (step: Step) => {
    const carrier = image.layers[step.home]
    const bytes = files.get(`${step.home}/${step.entry.index}`)
    if (!carrier || !bytes) return null
    return (
      <>
        <p className={fileStyles.actions}>
          <a href={filePath(image, carrier, step.entry.index)} download>
            {words.story.download}
          </a>
        </p>
        <FileText
          bytes={bytes}
          layer={step.home}
          limit={bytes.length}
          words={words}
          locale={locale}
        />
      </>
    )
  }
  return (
    <Part id="layers-heading" kind="layer" words={words} source={{ href: SPEC, says: words.spec }}>
      <LayersIsland
        prefix={prefix}
        words={words}
        panel={panel}
        locale={locale}
        manifest={start.manifest.status === 'ready' ? start.manifest.document.digest : null}
        path={path}
      >
        <LayerTable {...common} alive={view.alive} />
        <Stepper tools={tools} words={words} />
        <Summary {...common} />
        <div className={styles.both}>
          <div className={styles.list}>
            <Filters tools={tools} words={words} built />
            <StaticTree view={view} layer={layer} chosen={path} words={words} />
            <Count view={view} find="" words={words} locale={locale} />
          </div>
          <div className={styles.aside}>
            {story && (
              <StoryView
                story={story}
                layer={layer}
                words={words}
                locale={locale}
                contents={contents}
              />
            )}
          </div>
        </div>
        <Checks {...common} />
      </LayersIsland>
      <Question words={words.question} predict={predict} />
    </Part>
  )
}

function Question({ words, predict }: { words: LayersWords['question']; predict: PredictWords }) {
  const { Predict, Choice, Why } = predictTags(predict)
  return (
    <Predict id="layers-question">
      <p>{words.asks}</p>
      {words.choices.map(({ right, says, why }) => (
        <Choice key={says} right={right}>
          {says}
          <Why>{why}</Why>
        </Choice>
      ))}
    </Predict>
  )
}
