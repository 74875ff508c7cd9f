import type { FieldEntry } from '../../lib/content/fields.ts'
import { buildpacksPlatform } from './clauses.ts'
import { type Pair, row } from './row.ts'

const label = (name: string, section: string, en: Pair, ko: Pair): FieldEntry =>
  row(`/config/Labels/io.buildpacks.${name}`, buildpacksPlatform(section), en, ko)

/** Labels of Cloud Native Buildpacks: those that end in `metadata` hold JSON, as text. */
export const buildpacksFields: FieldEntry[] = [
  label(
    'lifecycle.metadata',
    'io.buildpacks.lifecycle.metadata (JSON)',
    [
      'JSON in a text: which layer came from which buildpack, by DiffID, and where the run image below ends.',
      'The next build cannot reuse these layers, and a rebase does not know which layers to exchange.',
    ],
    [
      '글로 적은 JSON이다. 어느 레이어를 어느 빌드팩이 만들었는지 DiffID로 적고, 아래에 깔린 실행 이미지가 어디서 끝나는지도 적는다.',
      '다음 빌드가 이 레이어를 다시 쓰지 못하고, 리베이스할 때 어느 레이어를 바꿔 끼울지 모른다.',
    ],
  ),
  label(
    'build.metadata',
    'io.buildpacks.build.metadata (JSON)',
    [
      'JSON in a text: the buildpacks that took part, the processes that can be started, the launcher’s version.',
      'Tools show the wrong process or buildpack. The launcher itself reads a file in the image, not this.',
    ],
    [
      '글로 적은 JSON이다. 참여한 빌드팩, 시작할 수 있는 프로세스, 런처의 버전이 적혀 있다.',
      '도구가 프로세스나 빌드팩을 잘못 보여 준다. 런처는 이 레이블이 아니라 이미지 안의 파일을 읽는다.',
    ],
  ),
  label(
    'project.metadata',
    'io.buildpacks.project.metadata (JSON)',
    [
      'JSON in a text: where the source came from, such as a Git commit. Often empty.',
      'Nobody can tell from the image which source it was built from.',
    ],
    [
      '글로 적은 JSON이다. Git 커밋처럼 소스가 온 곳을 적는데, 비어 있을 때가 많다.',
      '어떤 소스로 만들었는지 이미지만 보고는 알 수 없다.',
    ],
  ),
  label(
    'rebasable',
    'Run Image',
    [
      'Whether the layers of the run image may be exchanged below the application without a new build.',
      'true where the exchange is not safe: after a rebase the program meets libraries that do not fit.',
    ],
    [
      '새로 빌드하지 않고 앱 아래의 실행 이미지 레이어를 바꿔 끼워도 되는지를 말한다.',
      '안전하지 않은데 true로 적으면, 리베이스한 뒤 프로그램이 맞지 않는 라이브러리를 만난다.',
    ],
  ),
  label(
    'base.distro.name',
    'Run Image',
    [
      'The distribution of the image below, such as ubuntu. Buildpacks ask for it.',
      'A buildpack for another distribution takes part, or none does.',
    ],
    [
      '아래에 깔린 이미지의 배포판이고, ubuntu 따위다. 빌드팩이 이 값을 보고 참여할지 정한다.',
      '다른 배포판용 빌드팩이 참여하거나 아무 빌드팩도 참여하지 않는다.',
    ],
  ),
  label(
    'base.distro.version',
    'Run Image',
    [
      'The version of that distribution.',
      'Buildpacks lay down programs for another version, which then miss their libraries.',
    ],
    [
      '그 배포판의 버전이다.',
      '빌드팩이 다른 버전용 프로그램을 깔고, 그 프로그램은 라이브러리를 찾지 못한다.',
    ],
  ),
  label(
    'stack.id',
    'Run Image',
    [
      'The former name for a pair of build image and run image. Distribution name and version took over.',
      'Older lifecycles refuse to put images of two stacks together.',
    ],
    [
      '빌드 이미지와 실행 이미지 한 쌍을 부르던 예전 이름이다. 지금은 배포판 이름과 버전을 쓴다.',
      '예전 lifecycle은 스택이 서로 다른 이미지를 함께 쓰지 않는다.',
    ],
  ),
]
