import type { FieldEntry } from '../../lib/content/fields.ts'
import { provenanceV02 } from './artifact-provenance-v02.ts'
import { slsaProvenance as slsa } from './clauses.ts'
import { row } from './row.ts'

const DEFINITION = slsa('builddefinition')
const RUN = slsa('rundetails')
const METADATA = slsa('buildmetadata')

/** SLSA provenance v1, and v0.2 behind it: the two share no field. */
export const provenance: FieldEntry[] = [
  row(
    '',
    slsa('schema'),
    [
      'How the artifact was built, told by whoever built it.',
      'It is worth as much as the builder that signs it; unsigned, it is a note.',
    ],
    [
      '아티팩트를 어떻게 빌드했는지, 빌드한 쪽이 적은 것이다.',
      '서명한 빌더를 믿는 만큼만 믿을 수 있다. 서명이 없으면 메모일 뿐이다.',
    ],
  ),
  row(
    '/buildDefinition',
    DEFINITION,
    [
      'All that went into the build: what was asked for, and from which inputs.',
      'Without it nobody can repeat the build or judge its sources.',
    ],
    [
      '빌드에 들어간 모든 것이다. 무엇을 요청했고 어떤 재료를 썼는지 적는다.',
      '이것이 없으면 빌드를 되풀이할 수도, 소스를 따져 볼 수도 없다.',
    ],
  ),
  row(
    '/buildDefinition/buildType',
    DEFINITION,
    [
      'A URI that says how to read the parameters: BuildKit’s, GitHub’s, or somebody’s own.',
      'The parameters are read by the wrong rules, and a policy compares the wrong things.',
    ],
    [
      '매개변수를 어떤 규칙으로 읽을지 나타내는 URI다. BuildKit, GitHub, 또는 직접 만든 것이 온다.',
      '엉뚱한 규칙으로 매개변수를 읽게 되고, 정책이 엉뚱한 것을 비교한다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters',
    DEFINITION,
    [
      'What the caller of the build chose. A verifier has to check all of it.',
      'An unchecked parameter is a way in: it can point the same builder at other sources.',
    ],
    [
      '빌드를 부른 쪽이 정한 값들이다. 검증하는 쪽은 하나도 빠뜨리지 않고 확인해야 한다.',
      '확인하지 않은 매개변수는 뒷문이 된다. 같은 빌더가 다른 소스를 빌드하게 만들 수 있다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters/configSource',
    DEFINITION,
    [
      'BuildKit: where the Dockerfile came from. Empty when it was sent from the client’s own folder.',
      'Empty means that nobody can look up the source from here.',
    ],
    [
      'BuildKit에서 Dockerfile이 어디서 왔는지 적는다. 클라이언트의 폴더에서 보냈으면 비어 있다.',
      '비어 있으면 여기서는 소스를 찾아갈 수 없다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters/configSource/uri',
    DEFINITION,
    [
      'The repository with the Dockerfile, mostly a Git address with a commit.',
      'It may name a branch that has moved; only the digest beside it is fixed.',
    ],
    [
      'Dockerfile이 있는 저장소다. 대개 커밋을 붙인 Git 주소다.',
      '그사이 움직인 브랜치를 가리킬 수도 있다. 고정된 것은 옆의 다이제스트뿐이다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters/configSource/path',
    DEFINITION,
    [
      'The file in it that was built from.',
      'Another file of the same repository makes another image.',
    ],
    ['그 안에서 빌드에 쓴 파일이다.', '같은 저장소라도 파일이 다르면 다른 이미지가 나온다.'],
  ),
  row(
    '/buildDefinition/externalParameters/workflow',
    DEFINITION,
    [
      'GitHub: the workflow that ran, as the caller named it.',
      'A policy that does not check it trusts every workflow of every branch.',
    ],
    [
      'GitHub에서 실행한 워크플로다.',
      '정책이 이것을 확인하지 않으면 모든 브랜치의 모든 워크플로를 믿는 셈이다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters/workflow/repository',
    DEFINITION,
    [
      'The repository that the workflow belongs to.',
      'A fork has the same file under another name here.',
    ],
    ['워크플로가 들어 있는 저장소다.', '포크에도 똑같은 파일이 있지만 여기 적히는 이름은 다르다.'],
  ),
  row(
    '/buildDefinition/externalParameters/workflow/path',
    DEFINITION,
    ['The file of the workflow.', 'Another workflow may build without the checks of this one.'],
    ['워크플로 파일이다.', '다른 워크플로는 이 워크플로의 점검 없이 빌드할 수도 있다.'],
  ),
  row(
    '/buildDefinition/externalParameters/request',
    DEFINITION,
    [
      'BuildKit: the build as it was asked for, with frontend, arguments and folders.',
      'Arguments stand here in clear text, so a password given as a build argument is public.',
    ],
    [
      'BuildKit에 요청한 빌드 그대로다. 프런트엔드, 인자, 폴더가 들어 있다.',
      '인자가 글자 그대로 남으므로, 빌드 인자로 넘긴 암호는 모두에게 공개된다.',
    ],
  ),
  row(
    '/buildDefinition/externalParameters/request/frontend',
    DEFINITION,
    [
      'What turned the Dockerfile into build steps: dockerfile.v0 is the one inside BuildKit.',
      'A frontend from elsewhere (gateway.v0) is a program of its own, and one more thing to trust.',
    ],
    [
      'Dockerfile을 빌드 단계로 바꾼 프로그램이다. dockerfile.v0은 BuildKit에 들어 있는 것이다.',
      '밖에서 가져온 프런트엔드(gateway.v0)는 따로 믿어야 할 프로그램이 하나 더 있는 것이다.',
    ],
  ),
  row(
    '/buildDefinition/internalParameters',
    DEFINITION,
    [
      'What the builder chose by itself. Kept for repeating the build, not for policies.',
      'A policy that relies on it breaks when the builder is updated.',
    ],
    [
      '빌더가 스스로 정한 값들이다. 빌드를 되풀이할 때 쓰라고 남기며, 정책이 볼 것은 아니다.',
      '정책이 여기에 기대면 빌더를 업데이트할 때 깨진다.',
    ],
  ),
  row(
    '/buildDefinition/internalParameters/builderPlatform',
    DEFINITION,
    [
      'The machine that the builder ran on. The image may be for another.',
      'Taken for the platform of the image, it is wrong for every cross build.',
    ],
    [
      '빌더가 돌아간 플랫폼이다. 이미지는 다른 플랫폼용일 수 있다.',
      '이것을 이미지의 플랫폼으로 착각하면 교차 빌드에서는 늘 틀린다.',
    ],
  ),
  row(
    '/buildDefinition/resolvedDependencies',
    DEFINITION,
    [
      'The inputs that were fetched, each with its digest: base images, sources, and the SBOM scanner too.',
      'An input that is missing here cannot be searched for when it turns out to be bad.',
    ],
    [
      '빌드하며 가져온 재료를 다이제스트와 함께 적는다. 베이스 이미지, 소스, 그리고 SBOM 스캐너도 들어간다.',
      '여기에 빠진 재료는 나중에 문제가 드러나도 찾아낼 수 없다.',
    ],
  ),
  row(
    '/buildDefinition/resolvedDependencies/*',
    slsa('resourcedescriptor'),
    ['One input.', 'Without a digest it names a place, not a content.'],
    ['재료 하나다.', '다이제스트가 없으면 내용이 아니라 장소만 가리킨다.'],
  ),
  row(
    '/buildDefinition/resolvedDependencies/*/uri',
    slsa('resourcedescriptor'),
    [
      'Where it came from, as a package URL or a Git address.',
      'A tag in it may have moved since; the digest decides.',
    ],
    [
      '어디서 가져왔는지를 패키지 URL이나 Git 주소로 적는다.',
      '주소에 든 태그는 그 뒤에 움직였을 수 있다. 다이제스트를 보아야 한다.',
    ],
  ),
  row(
    '/buildDefinition/resolvedDependencies/*/digest',
    slsa('resourcedescriptor'),
    ['What came, by algorithm.', 'It cannot be told any more which base the image was built on.'],
    ['실제로 온 것의 다이제스트다.', '어떤 베이스 위에 빌드했는지 더는 알 수 없다.'],
  ),
  row(
    '/buildDefinition/resolvedDependencies/*/digest/*',
    slsa('resourcedescriptor'),
    [
      'In hex. The key is the algorithm, or gitCommit for a commit.',
      'A search for images on a vulnerable base goes by this text and misses it.',
    ],
    [
      '16진수로 적는다. 키는 알고리즘이며, 커밋이면 gitCommit이다.',
      '취약한 베이스를 쓴 이미지를 찾을 때 이 글자로 찾으므로, 틀리면 놓친다.',
    ],
  ),
  row(
    '/runDetails',
    RUN,
    ['This one run of the builder.', 'Two builds of the same sources cannot be told apart.'],
    ['빌더가 이번에 돌아간 기록이다.', '같은 소스로 두 번 빌드한 것을 구별할 수 없다.'],
  ),
  row(
    '/runDetails/builder',
    RUN,
    ['Who built, and so who has to be trusted.', 'A policy cannot say which builders it accepts.'],
    ['빌드한 주체다. 곧 믿어야 할 상대다.', '어떤 빌더를 받아들일지 정책으로 적을 수 없다.'],
  ),
  row(
    '/runDetails/builder/id',
    RUN,
    [
      'A URI for the builder. BuildKit on one’s own machine leaves it empty: nobody vouches for it.',
      'A verifier compares it with the signer. If they do not belong together, the provenance is worthless.',
    ],
    [
      '빌더를 나타내는 URI다. 자기 컴퓨터에서 돌린 BuildKit은 보증할 사람이 없으므로 비워 둔다.',
      '검증하는 쪽이 서명자와 비교한다. 둘이 어긋나면 출처는 쓸모가 없다.',
    ],
  ),
  row(
    '/runDetails/metadata',
    METADATA,
    ['When it ran and under which number.', 'It can no longer be looked up in the builder’s logs.'],
    ['언제 어떤 번호로 돌았는지 적는다.', '빌더의 로그에서 찾아볼 수 없게 된다.'],
  ),
  row(
    '/runDetails/metadata/invocationId',
    METADATA,
    ['The builder’s own number for this run.', 'The log that belongs to the image is not found.'],
    ['빌더가 이번 실행에 붙인 번호다.', '이미지에 해당하는 로그를 찾지 못한다.'],
  ),
  row(
    '/runDetails/metadata/startedOn',
    METADATA,
    [
      'When the build began, by the builder’s clock.',
      'It cannot be said which advisories were known by then.',
    ],
    ['빌더의 시계로 빌드를 시작한 때다.', '그때 어떤 취약점이 알려져 있었는지 말할 수 없다.'],
  ),
  row(
    '/runDetails/metadata/finishedOn',
    METADATA,
    ['When it ended.', 'A time before the start shows a wrong clock, or an invented document.'],
    ['빌드를 마친 때다.', '시작보다 앞서 있으면 시계가 틀렸거나 꾸며 낸 문서다.'],
  ),
  row(
    '/runDetails/metadata/buildkit_reproducible',
    METADATA,
    [
      'BuildKit: whether the caller promised that a second build gives the same bytes.',
      'It is a promise and no measurement; only a second build shows it.',
    ],
    [
      'BuildKit에서, 다시 빌드해도 같은 바이트가 나온다고 부른 쪽이 약속했는지 나타낸다.',
      '약속일 뿐 재어 본 것이 아니다. 다시 빌드해 보아야 안다.',
    ],
  ),
  row(
    '/runDetails/metadata/buildkit_completeness',
    METADATA,
    [
      'BuildKit: which of the lists above hold everything.',
      'What is not marked complete may leave an input out.',
    ],
    [
      'BuildKit에서, 위의 목록 가운데 빠짐없이 적은 것이 어느 것인지 나타낸다.',
      '완전하다는 표시가 없으면 빠진 재료가 있을 수 있다.',
    ],
  ),
  row(
    '/runDetails/metadata/buildkit_completeness/resolvedDependencies',
    METADATA,
    [
      'Whether every input is listed. False as soon as a local folder was sent, since it has no digest.',
      'Read as “true”, it hides that the most important input is not named at all.',
    ],
    [
      '재료를 모두 적었는지 나타낸다. 로컬 폴더를 보내면 다이제스트가 없으므로 false가 된다.',
      'true로 잘못 읽으면 가장 중요한 재료가 아예 빠졌다는 것을 놓친다.',
    ],
  ),
  ...provenanceV02,
]
