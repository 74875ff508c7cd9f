import type { FieldEntry } from '../../lib/content/fields.ts'
import { cycloneDx16, spdx23 } from './clauses.ts'
import { row } from './row.ts'

const DOCUMENT = spdx23('document-creation-information')
const PACKAGE = spdx23('package-information')

/** What a card shows of an SPDX 2 document. */
export const spdx: FieldEntry[] = [
  row(
    '',
    spdx23('composition-of-an-SPDX-document'),
    [
      'A list of packages and files, written by a tool that looked at the file system.',
      'What the tool does not recognise is not in it: a program compiled by hand leaves no trace.',
    ],
    [
      '패키지와 파일의 목록이다. 파일 시스템을 훑어본 도구가 적었다.',
      '도구가 알아보지 못한 것은 빠진다. 손수 컴파일한 프로그램은 흔적이 남지 않는다.',
    ],
  ),
  row(
    '/spdxVersion',
    DOCUMENT,
    [
      'The version of SPDX. A version 3 document has another shape altogether.',
      'A reader that expects version 2 finds no packages and reports an empty list.',
    ],
    [
      'SPDX의 버전이다. 3판 문서는 짜임새가 아예 다르다.',
      '2판을 기대하고 읽으면 패키지를 찾지 못해 빈 목록이라고 보고한다.',
    ],
  ),
  row(
    '/name',
    DOCUMENT,
    [
      'A name for the document, chosen by the tool. BuildKit’s scanner calls the root “sbom”.',
      'Nothing depends on it; it does not say which image was scanned.',
    ],
    [
      '도구가 문서에 붙인 이름이다. BuildKit의 스캐너는 루트를 “sbom”이라고 부른다.',
      '여기에 기대는 것은 없다. 어떤 이미지를 훑었는지도 알려 주지 않는다.',
    ],
  ),
  row(
    '/documentNamespace',
    DOCUMENT,
    [
      'A URI that no other SPDX document may have. It is a name, not a place to fetch from.',
      'Two documents with one namespace are taken for the same, and one of them is dropped.',
    ],
    [
      '다른 SPDX 문서와 겹치면 안 되는 URI다. 이름일 뿐이고, 내려받을 곳이 아니다.',
      '두 문서가 같은 값을 쓰면 하나로 여겨 한쪽을 버린다.',
    ],
  ),
  row(
    '/creationInfo',
    DOCUMENT,
    ['Who wrote the list, and when.', 'It cannot be judged which scanner’s gaps it has.'],
    ['누가 언제 목록을 적었는지 나타낸다.', '어떤 스캐너의 빈틈을 안고 있는지 알 수 없다.'],
  ),
  row(
    '/creationInfo/created',
    DOCUMENT,
    [
      'When the scan ran. It makes every SBOM of the same image differ.',
      'The digest changes with it, so a rebuilt image never has the old attestation.',
    ],
    [
      '훑어본 때다. 이것 때문에 같은 이미지의 SBOM도 매번 달라진다.',
      '다이제스트도 따라 바뀌므로, 다시 빌드한 이미지에 예전 증명이 붙는 일은 없다.',
    ],
  ),
  row(
    '/creationInfo/creators',
    DOCUMENT,
    [
      'The tools and people that made it, with versions.',
      'An old scanner’s list looks as complete as a new one’s.',
    ],
    [
      '문서를 만든 도구와 사람을 버전과 함께 적는다.',
      '오래된 스캐너의 목록도 새 스캐너의 목록만큼 완전해 보인다.',
    ],
  ),
  row(
    '/creationInfo/creators/*',
    DOCUMENT,
    [
      'One of them, as “Tool: name-version”.',
      'Other spellings are valid text and found by nobody.',
    ],
    [
      '그중 하나다. “Tool: 이름-버전”처럼 적는다.',
      '다르게 적어도 문법은 맞지만 아무도 찾지 못한다.',
    ],
  ),
  row(
    '/packages',
    PACKAGE,
    [
      'What was found: distribution packages, language modules, and the scanned root itself.',
      'A vulnerability scan of the SBOM sees only these.',
    ],
    [
      '찾아낸 것들이다. 배포판 패키지, 언어의 모듈, 그리고 훑어본 루트 자신도 들어간다.',
      'SBOM으로 취약점을 찾으면 여기 있는 것만 보인다.',
    ],
  ),
  row(
    '/packages/*',
    PACKAGE,
    ['One package.', 'A package listed twice is counted twice by many tools.'],
    ['패키지 하나다.', '두 번 적힌 패키지를 두 개로 세는 도구가 많다.'],
  ),
  row(
    '/packages/*/name',
    PACKAGE,
    [
      'Its name, as its own ecosystem writes it.',
      'The same name can belong to packages of two ecosystems.',
    ],
    ['그 생태계에서 부르는 이름이다.', '이름이 같아도 생태계가 다르면 다른 패키지다.'],
  ),
  row(
    '/packages/*/versionInfo',
    PACKAGE,
    [
      'Its version as text. “UNKNOWN” is syft’s word for a module without one.',
      'Without a version no advisory can be matched.',
    ],
    [
      '버전을 글자로 적는다. “UNKNOWN”은 버전이 없는 모듈에 syft가 쓰는 말이다.',
      '버전이 없으면 취약점 공지와 맞추어 볼 수 없다.',
    ],
  ),
  row(
    '/packages/*/externalRefs',
    PACKAGE,
    [
      'Names of the package in other systems: package URL, CPE.',
      'Scanners that go by them find nothing.',
    ],
    [
      '다른 체계에서 부르는 이름이다. 패키지 URL과 CPE가 있다.',
      '이 이름으로 찾는 스캐너는 아무것도 찾지 못한다.',
    ],
  ),
  row(
    '/packages/*/externalRefs/*',
    PACKAGE,
    ['One such name.', 'CPEs are often guessed by the scanner and may fit another product.'],
    ['그런 이름 하나다.', 'CPE는 스캐너가 짐작한 것일 때가 많아 다른 제품과 맞을 수도 있다.'],
  ),
  row(
    '/packages/*/externalRefs/*/referenceLocator',
    PACKAGE,
    [
      'The name itself. A package URL begins with pkg: and the ecosystem.',
      'One wrong part, such as the distribution, and advisories for it are missed.',
    ],
    [
      '이름 그 자체다. 패키지 URL이면 pkg:와 생태계 이름으로 시작한다.',
      '배포판 이름 하나만 틀려도 해당하는 공지를 놓친다.',
    ],
  ),
  row(
    '/files',
    spdx23('file-information'),
    [
      'Single files, where the scanner lists them.',
      'Their absence does not mean that the image has none.',
    ],
    ['스캐너가 적은 파일들이다.', '비어 있다고 이미지에 파일이 없다는 뜻은 아니다.'],
  ),
  row(
    '/relationships',
    spdx23('relationships-between-SPDX-elements'),
    [
      'Who contains or depends on whom, by SPDX ID.',
      'Without them it is a flat list, and nobody sees how a package came in.',
    ],
    [
      '무엇이 무엇을 담고 무엇에 기대는지를 SPDX ID로 적는다.',
      '이것이 없으면 그냥 늘어놓은 목록이라, 패키지가 어떻게 들어왔는지 알 수 없다.',
    ],
  ),
]

/** What a card shows of a CycloneDX document. */
export const cyclonedx: FieldEntry[] = [
  row(
    '',
    cycloneDx16('bomFormat'),
    [
      'CycloneDX: the other common form of an SBOM. It can also list services and vulnerabilities.',
      'Converted from or to SPDX it loses fields, since the forms do not cover each other.',
    ],
    [
      'SPDX와 함께 널리 쓰는 SBOM 형식이다. 서비스나 취약점도 적을 수 있다.',
      'SPDX와 서로 바꾸면 필드가 사라진다. 두 형식이 서로를 다 담지 못하기 때문이다.',
    ],
  ),
  row(
    '/specVersion',
    cycloneDx16('specVersion'),
    ['The version of CycloneDX.', 'Older tools refuse a newer version outright.'],
    ['CycloneDX의 버전이다.', '오래된 도구는 새 버전을 아예 거부한다.'],
  ),
  row(
    '/serialNumber',
    cycloneDx16('serialNumber'),
    [
      'A UUID for this document.',
      'Tools that collect SBOMs overwrite one with the other if it repeats.',
    ],
    ['이 문서에 붙인 UUID다.', '값이 겹치면 SBOM을 모으는 도구가 한쪽을 덮어쓴다.'],
  ),
  row(
    '/metadata',
    cycloneDx16('metadata'),
    [
      'When, by what and about what it was made.',
      'The list then belongs to nothing in particular.',
    ],
    ['언제, 무엇으로, 무엇을 두고 만들었는지 적는다.', '그러면 무엇의 목록인지 알 수 없게 된다.'],
  ),
  row(
    '/metadata/timestamp',
    cycloneDx16('metadata_timestamp'),
    ['When the list was made.', 'It cannot be told from an older list of the same image.'],
    ['목록을 만든 때다.', '같은 이미지의 예전 목록과 구별할 수 없다.'],
  ),
  row(
    '/metadata/tools',
    cycloneDx16('metadata_tools'),
    [
      'The tools that made it: a plain list until 1.4, an object with components since 1.5.',
      'A reader of the old form finds no tool in the new one.',
    ],
    [
      '문서를 만든 도구다. 1.4까지는 목록이고 1.5부터는 components를 담은 객체다.',
      '옛 형식으로 읽으면 새 문서에서 도구를 찾지 못한다.',
    ],
  ),
  row(
    '/metadata/tools/components',
    cycloneDx16('metadata_tools_components'),
    ['Since 1.5: the tools as components.', 'In 1.4 documents it does not exist.'],
    ['1.5부터 도구를 구성 요소로 적은 것이다.', '1.4 문서에는 없다.'],
  ),
  row(
    '/metadata/component',
    cycloneDx16('metadata_component'),
    ['What the whole list is about.', 'Dependencies have no root to start from.'],
    ['목록 전체가 다루는 대상이다.', '의존 관계를 따라갈 시작점이 없어진다.'],
  ),
  row(
    '/components',
    cycloneDx16('components'),
    [
      'The packages, libraries and files that were found.',
      'Whatever is missing here is missing in every report made from it.',
    ],
    [
      '찾아낸 패키지, 라이브러리, 파일이다.',
      '여기서 빠지면 이것으로 만든 모든 보고서에서도 빠진다.',
    ],
  ),
  row(
    '/components/*',
    cycloneDx16('components_items'),
    [
      'One of them, with name, version and package URL.',
      'Without the package URL it can only be matched by name.',
    ],
    [
      '그중 하나다. 이름, 버전, 패키지 URL을 적는다.',
      '패키지 URL이 없으면 이름으로만 맞추어 볼 수 있다.',
    ],
  ),
  row(
    '/dependencies',
    cycloneDx16('dependencies'),
    [
      'Which component depends on which, by their references.',
      'An empty list is “not known”, and not “none”.',
    ],
    [
      '어떤 구성 요소가 무엇에 기대는지 참조로 적는다.',
      '비어 있으면 없다는 뜻이 아니라 모른다는 뜻이다.',
    ],
  ),
]
