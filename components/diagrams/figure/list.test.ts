import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagramEn } from '../../../content/ui/diagram.en.ts'
import { diagramKo } from '../../../content/ui/diagram.ko.ts'
import { findFences } from '../../../lib/content/diagram-fence.ts'
import { readDrawing } from '../../../lib/content/diagram-store.ts'
import { type DiagramItem, listItems } from './list.ts'

const FIXTURES = 'scripts/diagrams/fixtures'

function lines(name: string, id: string): string[] {
  const file = `${FIXTURES}/${name}.mdx`
  const fence = findFences(readFileSync(file, 'utf8'), file).find((one) => one.id === id)
  const drawing = fence && readDrawing(fence, `${FIXTURES}/drawn`)
  if (!drawing) throw new Error(`${file} has no drawing of ${id}`)
  const flat = (items: readonly DiagramItem[], depth = 0): string[] =>
    items.flatMap(({ text, items }) => ['  '.repeat(depth) + text, ...flat(items, depth + 1)])
  return flat(listItems(drawing.graph, name.endsWith('.ko') ? diagramKo : diagramEn))
}

test.each([
  {
    why: 'nodes with the lines that leave them, labels without their line breaks',
    name: 'flowchart.en',
    id: 'image-graph',
    wants: ['Image index', '  leads to Manifest linux/amd64: digest, size'],
  },
  {
    why: 'groups around their nodes',
    name: 'flowchart.en',
    id: 'node-parts',
    wants: [
      'One node',
      '  Container runtime',
      '    containerd',
      '      leads to containerd-shim-runc-v2: ttrpc',
    ],
  },
  {
    why: 'messages in order, inside their frames',
    name: 'sequence.en',
    id: 'pull-conversation',
    wants: [
      '5. Token server to Client: token',
      'Note on Client, Registry: The token is only good for this repository',
      'Repeated: for each layer',
      '  Either: stored elsewhere',
      '    9. Registry to Client: 307, Location: blob store',
      '  Or: stored here',
      "    10. Registry to Client: 200, the layer's bytes",
      '11. Client to Client: hash and compare',
    ],
  },
  {
    why: 'the ends of a state diagram, choices and notes',
    name: 'state.en',
    id: 'container-states',
    wants: [
      'Start',
      '  leads to End: delete',
      '  note: The exit status stays until delete.',
      'End',
    ],
  },
  {
    why: 'states within states',
    name: 'state.en',
    id: 'pod-phases',
    wants: ['Pending', '  Start', '    leads to Pulling', 'Choice'],
  },
  {
    why: 'members, and what a line between classes means',
    name: 'class.en',
    id: 'descriptor-classes',
    wants: [
      '  depends on ImageConfig: points at',
      'ImageIndex',
      '  +Descriptor[] manifests',
      '  is made of Descriptor (1 to many): lists',
    ],
  },
  {
    why: 'attributes and how many',
    name: 'er.en',
    id: 'registry-relations',
    wants: ['REGISTRY', '  leads to REPOSITORY (1 to 0+): has', 'BLOB', '  digest digest PK'],
  },
  {
    why: 'Korean',
    name: 'sequence.ko',
    id: 'pull-conversation',
    wants: ['1. 사용자 → 클라이언트: image:1.0 실행', '반복: 레이어마다'],
  },
  {
    why: 'Korean',
    name: 'state.ko',
    id: 'container-states',
    wants: ['시작', '  이어지는 곳: 만드는 중', '  메모: 종료 상태는 delete할 때까지 남는다.'],
  },
  {
    why: 'Korean',
    name: 'class.ko',
    id: 'descriptor-classes',
    wants: ['이미지 인덱스', '  구성 요소: 디스크립터 (1 대 여럿): 나열한다'],
  },
  {
    why: 'Korean',
    name: 'er.ko',
    id: 'registry-relations',
    wants: ['레지스트리', '  이어지는 곳: 저장소 (1 대 0+): 담는다'],
  },
])('$name tells $why', ({ name, id, wants }) => {
  const all = lines(name, id)
  // In the order given, though other lines may stand between.
  expect(
    all
      .filter((line) => wants.includes(line))
      .filter((line, at, list) => list.indexOf(line) === at),
  ).toEqual(wants)
})
