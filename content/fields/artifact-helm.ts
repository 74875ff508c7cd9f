import type { FieldEntry } from '../../lib/content/fields.ts'
import { helmMetadata } from './clauses.ts'
import { row } from './row.ts'

/** Chart.yaml as the config of a Helm chart. */
export const helm: FieldEntry[] = [
  row(
    '',
    helmMetadata,
    [
      'Chart.yaml as JSON. Helm reads the chart from the layer, and this only to list it.',
      'If the two differ, the list says something else than what is installed.',
    ],
    [
      'Chart.yaml을 JSON으로 옮긴 것이다. Helm은 차트를 레이어에서 읽고, 이것은 목록을 보일 때만 쓴다.',
      '둘이 다르면 목록과 실제로 설치되는 것이 달라진다.',
    ],
  ),
  row(
    '/name',
    helmMetadata,
    [
      'The chart’s name. It has to be the last part of the repository.',
      'helm push refuses it; pushed otherwise, helm pull does not find it.',
    ],
    [
      '차트 이름이다. 리포지터리의 마지막 부분과 같아야 한다.',
      'helm push가 거부한다. 다른 방법으로 올리면 helm pull이 찾지 못한다.',
    ],
  ),
  row(
    '/version',
    helmMetadata,
    [
      'The chart’s version in SemVer, and the tag. A tag has no “+”, so Helm writes “_”.',
      'A version that is no SemVer cannot be compared with ranges.',
    ],
    [
      'SemVer로 적은 차트 버전이고, 태그로도 쓴다. 태그에는 “+”를 쓸 수 없어 Helm이 “_”로 바꾼다.',
      'SemVer가 아니면 버전 범위와 견줄 수 없다.',
    ],
  ),
  row(
    '/appVersion',
    helmMetadata,
    [
      'The version of the program inside, as free text.',
      'It does not choose the image: values and templates do.',
    ],
    [
      '안에 든 프로그램의 버전을 자유롭게 적는다.',
      '이미지를 고르는 것은 이 값이 아니라 values와 템플릿이다.',
    ],
  ),
  row(
    '/type',
    helmMetadata,
    ['application, or library for a chart of helpers.', 'A library cannot be installed by itself.'],
    ['application이거나, 도우미만 모은 library다.', 'library는 혼자 설치할 수 없다.'],
  ),
  row(
    '/apiVersion',
    helmMetadata,
    ['v2 since Helm 3. v1 is Helm 2’s form.', 'v1 keeps its dependencies in another file.'],
    ['Helm 3부터 v2다. v1은 Helm 2의 형식이다.', 'v1은 의존성을 다른 파일에 적는다.'],
  ),
  row(
    '/description',
    helmMetadata,
    ['A sentence for people.', 'Nothing depends on it.'],
    ['사람이 읽을 한 문장이다.', '여기에 기대는 것은 없다.'],
  ),
  row(
    '/kubeVersion',
    helmMetadata,
    [
      'The Kubernetes versions that the chart wants, as a range.',
      'helm install refuses another cluster.',
    ],
    [
      '차트가 바라는 Kubernetes 버전의 범위다.',
      '맞지 않는 클러스터에는 helm install이 설치를 거부한다.',
    ],
  ),
  row(
    '/maintainers',
    helmMetadata,
    ['Who keeps it.', 'Nobody is told when something breaks.'],
    ['관리하는 사람들이다.', '무언가 깨졌을 때 알릴 곳이 없다.'],
  ),
  row(
    '/maintainers/*',
    helmMetadata,
    ['One of them, with name and address.', 'An entry without a name is refused by helm lint.'],
    ['그중 한 사람이다. 이름과 주소를 적는다.', '이름이 없는 항목은 helm lint가 거부한다.'],
  ),
  row(
    '/maintainers/*/name',
    helmMetadata,
    ['A name or an account.', 'It is shown as it stands and verified by nobody.'],
    ['이름이나 계정이다.', '적힌 대로 보일 뿐, 확인하는 곳은 없다.'],
  ),
  row(
    '/dependencies',
    helmMetadata,
    [
      'Charts that this one brings along.',
      'They are packed inside; a change there needs a new package of this one.',
    ],
    [
      '이 차트가 함께 가져오는 차트들이다.',
      '안에 함께 묶이므로, 그쪽이 바뀌면 이 차트도 다시 묶어야 한다.',
    ],
  ),
]
