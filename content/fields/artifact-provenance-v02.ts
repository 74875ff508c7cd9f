import type { FieldEntry } from '../../lib/content/fields.ts'
import { slsaProvenanceV02 } from './clauses.ts'
import { row } from './row.ts'

const SCHEMA = slsaProvenanceV02('fields')

/** The fields of SLSA provenance v0.2; v1 has none of these names. */
export const provenanceV02: FieldEntry[] = [
  row(
    '/builder',
    SCHEMA,
    ['v0.2: who built.', 'v0.2 without a builder is invalid.'],
    ['v0.2에서 빌드한 주체다.', 'v0.2에서는 빌더가 없으면 잘못된 문서다.'],
  ),
  row(
    '/builder/id',
    SCHEMA,
    [
      'v0.2: a URI for the builder, such as a signed workflow; empty for a BuildKit of one’s own.',
      'What a policy compares with the signer’s certificate no longer fits.',
    ],
    [
      'v0.2에서 빌더를 나타내는 URI다. 서명된 워크플로 같은 것이 오며, 직접 돌린 BuildKit이면 비어 있다.',
      '정책이 서명자의 인증서와 비교할 때 맞지 않는다.',
    ],
  ),
  row(
    '/buildType',
    SCHEMA,
    ['v0.2: how to read the invocation.', 'The same parameters then mean something else.'],
    ['v0.2에서 호출 정보를 읽는 규칙이다.', '같은 매개변수가 다른 뜻으로 읽힌다.'],
  ),
  row(
    '/invocation',
    SCHEMA,
    ['v0.2: what started the build.', 'It cannot be said on whose order the builder worked.'],
    ['v0.2에서 빌드를 시작하게 한 것이다.', '빌더가 누구의 지시로 움직였는지 말할 수 없다.'],
  ),
  row(
    '/invocation/configSource',
    SCHEMA,
    ['v0.2: the file that described the build.', 'The build may have been described by anything.'],
    ['v0.2에서 빌드를 적어 둔 파일이다.', '무엇에 따라 빌드했는지 알 수 없다.'],
  ),
  row(
    '/invocation/configSource/uri',
    SCHEMA,
    [
      'v0.2: the repository of that file.',
      'A verifier that skips it accepts builds of any repository.',
    ],
    [
      'v0.2에서 그 파일이 있는 저장소다.',
      '이것을 확인하지 않으면 아무 저장소의 빌드나 받아들이게 된다.',
    ],
  ),
  row(
    '/invocation/configSource/entryPoint',
    SCHEMA,
    ['v0.2: the file or workflow in it.', 'A test workflow can pass for the release workflow.'],
    ['v0.2에서 그 안의 파일이나 워크플로다.', '시험용 워크플로가 배포용으로 통할 수 있다.'],
  ),
  row(
    '/invocation/parameters',
    SCHEMA,
    ['v0.2: what the caller chose.', 'Secrets given as parameters are readable by everyone here.'],
    ['v0.2에서 부른 쪽이 정한 값이다.', '매개변수로 넘긴 비밀이 있으면 누구나 여기서 읽는다.'],
  ),
  row(
    '/invocation/parameters/frontend',
    SCHEMA,
    ['v0.2: BuildKit’s frontend.', 'Another frontend may read the same Dockerfile differently.'],
    ['v0.2에서 BuildKit의 프런트엔드다.', '프런트엔드가 다르면 같은 Dockerfile도 다르게 읽는다.'],
  ),
  row(
    '/invocation/environment',
    SCHEMA,
    [
      'v0.2: what the builder says of its surroundings.',
      'It is the builder’s word, and not the caller’s.',
    ],
    [
      'v0.2에서 빌더가 적은 주변 환경이다.',
      '부른 쪽이 아니라 빌더가 적은 값이라는 점을 잊기 쉽다.',
    ],
  ),
  row(
    '/invocation/environment/platform',
    SCHEMA,
    ['v0.2: the platform of the builder.', 'It does not tell what the image runs on.'],
    ['v0.2에서 빌더의 플랫폼이다.', '이미지가 어디서 도는지는 여기서 알 수 없다.'],
  ),
  row(
    '/materials',
    SCHEMA,
    ['v0.2: the inputs with their digests.', 'Whatever is left out escapes every later search.'],
    [
      'v0.2에서 재료를 다이제스트와 함께 적은 것이다.',
      '빠진 것은 나중에 아무리 찾아도 나오지 않는다.',
    ],
  ),
  row(
    '/materials/*',
    SCHEMA,
    ['v0.2: one input.', 'Half an entry, address or digest alone, proves little.'],
    ['v0.2의 재료 하나다.', '주소나 다이제스트 한쪽만으로는 증명되는 것이 거의 없다.'],
  ),
  row(
    '/materials/*/uri',
    SCHEMA,
    [
      'v0.2: where the input came from.',
      'An address without a digest can lead to something new tomorrow.',
    ],
    ['v0.2에서 재료를 가져온 곳이다.', '다이제스트 없는 주소는 내일 다른 것으로 이어질 수 있다.'],
  ),
  row(
    '/materials/*/digest',
    SCHEMA,
    ['v0.2: what came from there.', 'Then nobody knows which version went into the image.'],
    ['v0.2에서 그곳에서 온 것의 다이제스트다.', '어느 버전이 이미지에 들어갔는지 아무도 모른다.'],
  ),
  row(
    '/materials/*/digest/*',
    SCHEMA,
    ['v0.2: in hex; sha1 for a Git commit.', 'One wrong letter is another input.'],
    ['v0.2의 16진수 값이다. Git 커밋이면 sha1이다.', '한 글자만 틀려도 다른 재료가 된다.'],
  ),
  row(
    '/metadata',
    SCHEMA,
    ['v0.2: time and number of the run.', 'The run cannot be found again.'],
    ['v0.2에서 실행의 시각과 번호다.', '그 실행을 다시 찾을 수 없다.'],
  ),
  row(
    '/metadata/buildInvocationID',
    SCHEMA,
    [
      'v0.2: the builder’s number, as BuildKit spells it.',
      'Readers that expect …Id do not see it.',
    ],
    [
      'v0.2에서 빌더가 붙인 번호를 BuildKit식으로 적은 것이다.',
      '…Id라는 이름을 찾는 쪽은 이 값을 보지 못한다.',
    ],
  ),
  row(
    '/metadata/buildInvocationId',
    SCHEMA,
    ['v0.2: the builder’s number for the run.', 'Logs and image are no longer tied together.'],
    ['v0.2에서 빌더가 실행에 붙인 번호다.', '로그와 이미지를 이어 볼 수 없다.'],
  ),
  row(
    '/metadata/buildStartedOn',
    SCHEMA,
    ['v0.2: start of the build.', 'The age of the inputs cannot be judged.'],
    ['v0.2에서 빌드를 시작한 때다.', '재료가 얼마나 묵은 것인지 판단할 수 없다.'],
  ),
  row(
    '/metadata/buildFinishedOn',
    SCHEMA,
    ['v0.2: end of the build.', 'The time of the signature cannot be compared with it.'],
    ['v0.2에서 빌드를 마친 때다.', '서명한 시각과 견주어 볼 수 없다.'],
  ),
  row(
    '/metadata/reproducible',
    SCHEMA,
    [
      'v0.2: a promise that the same inputs give the same bytes.',
      'False does not mean that they would not.',
    ],
    [
      'v0.2에서, 같은 재료면 같은 바이트가 나온다는 약속이다.',
      'false라고 해서 반드시 달라진다는 뜻은 아니다.',
    ],
  ),
  row(
    '/metadata/completeness',
    SCHEMA,
    ['v0.2: which of the lists are whole.', 'Taken for granted, a gap looks like a proof.'],
    [
      'v0.2에서 어느 목록이 완전한지 나타낸다.',
      '당연히 완전하다고 여기면 빈 곳도 증거처럼 보인다.',
    ],
  ),
  row(
    '/metadata/completeness/materials',
    SCHEMA,
    ['v0.2: whether all inputs are listed.', 'If false, an input may be missing without a trace.'],
    ['v0.2에서 재료를 모두 적었는지 나타낸다.', 'false면 흔적 없이 빠진 재료가 있을 수 있다.'],
  ),
]
