import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { artifactsEn as en } from '../content/ui/artifacts.en.ts'
import { artifactsKo as ko } from '../content/ui/artifacts.ko.ts'
import { viewsEn } from '../content/ui/views.en.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../lib/oci/media-type.ts'
import { cosignTags, referrersTag } from '../lib/oci/referrers.ts'
import { readManifests, readTop } from '../lib/recordings/layout.ts'
import { readBlob } from '../lib/recordings/recording.ts'
import { pushArtifact, pushManifest } from './harness/images.ts'
import { needRegistries } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', path: '/desk/artifacts', words: en },
  { locale: 'ko', path: '/ko/desk/artifacts', words: ko },
] as const

type Words = (typeof LOCALES)[number]['words']

const NAME = 'hello-attested'
const CHART = 'localhost:5000/charts/hello:0.1.0'

/** Digests of the recorded image, by what their bytes say. */
async function recorded() {
  const top = await readTop(NAME)
  const find = async (says: string) => {
    for (const { digest } of (await readManifests(NAME)).values()) {
      const text = new TextDecoder().decode((await readBlob(NAME, digest)) ?? new Uint8Array())
      if (text.includes(says)) return { digest, ...JSON.parse(text) }
    }
    throw new Error(`no manifest of ${NAME} holds ${says}`)
  }
  const cosign = await find('cosign.simplesigning')
  const attestation = await find('attestation.manifest')
  return {
    index: top.digest,
    cosign: cosign.digest as string,
    payload: cosign.layers[0].digest as string,
    sbom: attestation.layers[0].digest as string,
    image: attestation.subject.digest as string,
  }
}

const part = (page: Page, words: Words, name: keyof Words['sections']) =>
  page.getByRole('region', { name: words.sections[name].heading, exact: true })
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
/** An object in the picture, or in the list where the page is narrow. */
const node = (page: Page, words: Words, digest: string): Locator =>
  part(page, words, 'graph').locator(
    `svg [data-node="${digest}"]:visible, button:visible:has([data-digest="${digest}"])`,
  )
const fact = (scope: Locator, name: string) =>
  scope.locator('dl > div').filter({ has: scope.page().getByText(name, { exact: true }) })
const way = (page: Page, words: Words, name: keyof Words['referrers']['ways']) =>
  part(page, words, 'referrers')
    .getByRole('listitem')
    .filter({
      has: page.getByRole('heading', { name: words.referrers.ways[name].name, exact: true }),
    })

async function show(page: Page, words: Words, reference: string) {
  await page.getByRole('textbox', { name: words.form.label }).fill(reference)
  await page.getByRole('button', { name: words.form.submit, exact: true }).click()
  await expect(page.locator('figure > p > code')).toHaveText(reference)
}

for (const { locale, path, words } of LOCALES) {
  test.describe(`what hangs together, ${locale}`, () => {
    test('provenance is read: builder, materials, and the image beside it', async ({ page }) => {
      const { image } = await recorded()
      await page.goto(path)
      const provenance = card(page, words.card.parts.provenance.name)
      await expect(fact(provenance, words.card.facts.builder)).toContainText('""')
      await expect(fact(provenance, words.card.facts.materials)).toContainText('hello?digest=')
      const chain = card(page, words.card.chain.heading)
      await expect(chain.locator(`[data-digest="${image}"]`)).toHaveCount(3)
      await expect(chain).toContainText(words.card.chain.same)
    })

    test('an SBOM is opened from the graph, and a field of it explained', async ({ page }) => {
      const { sbom } = await recorded()
      await page.goto(path)
      await node(page, words, sbom).click()
      const spdx = card(page, words.card.parts.spdx.name)
      await expect(fact(spdx, words.card.facts.packages)).toContainText('go-digest v1.0.0')
      await expect(fact(spdx, words.card.facts.packageTypes)).toContainText('golang')
      await expect(page).toHaveURL(new RegExp(`object=${sbom}`))
      await page.reload()
      await expect(spdx).toBeVisible()
      await page.goBack()
      await expect(card(page, words.card.parts.provenance.name)).toBeVisible()
    })

    test('a signature: who signed, and that nobody checked it', async ({ page }) => {
      const { cosign, payload, index } = await recorded()
      await page.goto(`${path}?object=${payload}`)
      await expect(page.getByText(words.card.unverified)).toBeVisible()
      const signed = card(page, words.card.parts['simple-signing'].name)
      await expect(signed.locator(`[data-digest="${index}"]`)).toBeVisible()
      const certificate = card(page, words.card.certificate.heading)
      await expect(certificate).toContainText('recorder@example.org')
      await expect(certificate).toContainText('Laboratory root')
      await node(page, words, cosign).click()
      await expect(part(page, words, 'object')).toContainText(
        words.card.kinds['cosign-signature'].means,
      )
    })

    test('each way of asking shows its request and what came', async ({ page }) => {
      const { index, image } = await recorded()
      await page.goto(path)
      const { outcomes } = words.referrers
      await expect(way(page, words, 'api')).toContainText(
        `GET /v2/samples/${NAME}/referrers/${index}`,
      )
      await expect(way(page, words, 'api')).toContainText(outcomes.found.replace('{count}', '2'))
      await expect(way(page, words, 'sbom')).toContainText(outcomes.absentCosign)
      await expect(way(page, words, 'index')).toContainText(outcomes.found.replace('{count}', '1'))
      // The same answers, asked for now; and of the image alone, the attestation by two ways.
      await part(page, words, 'referrers').getByRole('combobox').selectOption(image)
      await expect(part(page, words, 'referrers')).toContainText(words.referrers.unasked)
      await page.getByRole('button', { name: words.referrers.ask, exact: true }).click()
      await expect(way(page, words, 'api')).toContainText(outcomes.found.replace('{count}', '1'))
      await expect(way(page, words, 'tag')).toContainText(outcomes.absentTag)
      const rows = part(page, words, 'referrers').locator('tbody tr')
      await expect(rows).toHaveCount(1)
      await expect(rows).toContainText(words.referrers.ways.index.name)
      await rows.getByRole('button').click()
      await expect(part(page, words, 'object')).toContainText(
        words.card.kinds['buildkit-attestation'].means,
      )
    })

    test('a Helm chart, and a plain image whose index has no attestation', async ({ page }) => {
      await page.goto(`${path}?reference=${CHART}`)
      await expect(part(page, words, 'object')).toContainText(words.card.kinds['helm-chart'].means)
      const config = part(page, words, 'graph')
        .getByRole('button', { name: new RegExp(`^${words.graph.kinds.config}[, ]`) })
        .filter({ visible: true })
      await config.click()
      const helm = card(page, words.card.parts.helm.name)
      await expect(fact(helm, words.card.facts.chartVersion)).toContainText('0.1.0')
      await page.getByRole('link', { name: words.examples.hello }).click()
      await expect(part(page, words, 'object').getByRole('table')).toContainText('linux/riscv64')
      await page.getByRole('button', { name: words.referrers.ask, exact: true }).click()
      await expect(way(page, words, 'api')).toContainText(words.referrers.outcomes.none)
      await expect(way(page, words, 'index')).toContainText(words.referrers.outcomes.noneInIndex)
      await expect(part(page, words, 'referrers')).toContainText(words.referrers.together.none)
    })

    test('a real registry without the API: 404, the tag, and the tag that lies', async ({
      page,
    }) => {
      const { open } = needRegistries()
      const repository = `attached-${locale}-${test.info().project.name}`
      const { referrer } = await attach(open, repository)
      await page.goto(path)
      await show(page, words, `${open.host}/${repository}:1`)
      await page.getByRole('button', { name: words.referrers.ask, exact: true }).click()
      await expect(way(page, words, 'api')).toContainText(words.referrers.outcomes.absentApi)
      await expect(way(page, words, 'tag').locator(`[data-digest="${referrer}"]`)).toBeVisible()
      await expect(node(page, words, referrer)).toBeVisible()
      await expect(way(page, words, 'index')).toContainText(words.referrers.outcomes.noIndex)
      await node(page, words, referrer).click()
      await expect(part(page, words, 'object')).toContainText(words.card.kinds.sbom.means)

      // As registry.gitlab.com does: the tag of the list leads to the subject. A repository of its
      // own, since the mirror keeps a tag for a minute.
      const lying = `lying-${locale}-${test.info().project.name}`
      const { subject } = await attach(open, lying)
      await pushManifest(open, lying, referrersTag(subject.digest), OCI_MANIFEST, subject.text)
      const { signature } = cosignTags(subject.digest)
      await pushManifest(open, lying, signature, OCI_MANIFEST, subject.text)
      await show(page, words, `${open.host}/${lying}@${subject.digest}`)
      await page.getByRole('button', { name: words.referrers.ask, exact: true }).click()
      await expect(way(page, words, 'tag')).toContainText(words.referrers.outcomes.trap)
      await expect(way(page, words, 'signature')).toContainText(
        words.referrers.outcomes.found.replace('{count}', '1'),
      )
    })

    test('what is not there says so, and the recordings are offered', async ({ page }) => {
      const { host } = needRegistries().open
      await page.goto(path)
      await page.getByRole('textbox', { name: words.form.label }).fill(`${host}/nobody:1`)
      await page.getByRole('button', { name: words.form.submit, exact: true }).click()
      const alert = page.locator('figure').getByRole('alert')
      await expect(alert).toBeVisible()
      await alert.getByRole('button', { name: CHART }).click()
      await expect(part(page, words, 'object')).toContainText(words.card.kinds['helm-chart'].means)
      await expect(page.locator('main')).not.toContainText(/undefined|\[object|\{\w+\}/)
    })

    test('an object that the image does not lead to', async ({ page }) => {
      await page.goto(`${path}?object=sha256:${'0'.repeat(64)}`)
      await expect(page.locator('figure').getByRole('alert')).toContainText(
        words.state.objectMissing.says,
      )
    })

    for (const address of ['', `?reference=${CHART}`]) {
      test(`axe finds nothing, ${address || 'as it begins'}`, async ({ page }) => {
        await page.goto(path + address)
        if (address) {
          await expect(part(page, words, 'object')).toContainText(
            words.card.kinds['helm-chart'].means,
          )
        }
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
        ).toEqual([])
      })
    }
  })

  test.describe(`without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('graph, provenance and the ways of asking stand there', async ({ page }) => {
      const { cosign, sbom } = await recorded()
      await page.goto(path)
      await expect(node(page, words, cosign)).toBeVisible()
      await expect(node(page, words, sbom)).toBeVisible()
      await expect(card(page, words.card.parts.provenance.name)).toBeVisible()
      await expect(way(page, words, 'signature')).toContainText('.sig')
      await expect(page.getByRole('button', { name: words.form.submit, exact: true })).toBeHidden()
      await expect(page.locator('main')).not.toContainText(/undefined|\[object/)
    })
  })
}

test('the keyboard alone walks the graph and opens what it finds', async ({ page }, info) => {
  test.skip(info.project.name !== 'desktop', 'a narrow page has a list of buttons instead')
  const { index, image } = await recorded()
  await page.goto('/desk/artifacts')
  const at = (digest: string) => page.locator(`svg [data-node="${digest}"]`)
  // One stop for the Tab key: the object that is open. From there, back to the root.
  await page.getByRole('button', { name: en.graph.list }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  await expect(at(index)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(at(image)).toBeFocused()
  await page.keyboard.press('-')
  await expect(at(image)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(at(image)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Enter')
  await expect(at(image)).toHaveAttribute('aria-pressed', 'true')
  await expect(part(page, en, 'object')).toContainText(en.card.kinds.image.means)
  await page.keyboard.press('ArrowLeft')
  await expect(at(index)).toBeFocused()
  await page.getByRole('button', { name: en.graph.list }).click()
  await expect(page.locator('svg [data-node]').first()).toBeHidden()
  await expect(node(page, en, image)).toBeVisible()
})

test('the desk leads here', async ({ page }) => {
  await page.goto('/desk')
  const link = page.getByRole('main').getByRole('link', { name: viewsEn.desk.artifacts })
  await link.first().click()
  await expect(page).toHaveURL(/\/desk\/artifacts$/)
})

/** An image, an SBOM about it, and the list of that under the fallback tag. */
async function attach(open: { origin: string }, repository: string) {
  await pushArtifact(open, `${repository}:1`, [{ mediaType: 'text/plain', text: 'referred to' }])
  const subject = await manifestOf(open, repository, '1')
  const artifactType = 'application/spdx+json'
  await pushArtifact(
    open,
    `${repository}:sbom`,
    [{ mediaType: artifactType, text: '{"spdxVersion":"SPDX-2.3","name":"x"}' }],
    {
      subject: { mediaType: OCI_MANIFEST, digest: subject.digest, size: subject.text.length },
      artifactType,
    },
  )
  const sbom = await manifestOf(open, repository, 'sbom')
  const entry = {
    mediaType: OCI_MANIFEST,
    digest: sbom.digest,
    size: sbom.text.length,
    artifactType,
  }
  const list = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [entry] })
  await pushManifest(open, repository, referrersTag(subject.digest), OCI_INDEX, list)
  return { subject, referrer: sbom.digest }
}

async function manifestOf(open: { origin: string }, repository: string, tag: string) {
  const headers = { accept: OCI_MANIFEST }
  const answer = await fetch(`${open.origin}/v2/${repository}/manifests/${tag}`, { headers })
  const text = await answer.text()
  const hex = createHash('sha256').update(text).digest('hex')
  return { text, digest: `sha256:${hex}` as `sha256:${string}` }
}
