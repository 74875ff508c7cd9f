import { type Fact, factsOf, textAt } from './fact.ts'

/**
 * A chart's metadata: `Chart.yaml` as JSON, which Helm pushes as the config.
 *
 * @see helm/community, hips/hip-0006.md; helm v3.22.0, pkg/chart/metadata.go
 */
export function helmFacts(value: unknown): Fact[] {
  const { facts, scalar, list } = factsOf(value)
  scalar('chartName', '/name')
  scalar('chartVersion', '/version')
  scalar('appVersion', '/appVersion')
  scalar('chartType', '/type')
  scalar('apiVersion', '/apiVersion')
  scalar('description', '/description')
  scalar('kubeVersion', '/kubeVersion')
  list('maintainers', '/maintainers', (item) => {
    const text = [textAt(item, '/name'), textAt(item, '/email')].filter(Boolean).join(' ')
    return text ? { text } : null
  })
  list('dependencies', '/dependencies', (item) => {
    const text = [textAt(item, '/name'), textAt(item, '/version'), textAt(item, '/repository')]
    return text[0] ? { text: text.filter(Boolean).join(' ') } : null
  })
  return facts
}
