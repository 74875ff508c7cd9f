import type { FieldEntry } from '../../lib/content/fields.ts'
import { dockerSchema2, imageSpec } from './clauses.ts'

const PROPERTIES = imageSpec('image-index.md#image-index-property-descriptions')
const VARIANTS = imageSpec('image-index.md#platform-variants')
const MANIFEST_LIST = dockerSchema2('manifest-list-field-descriptions')

const PLATFORM = '/manifests/*/platform'

/** The platform of an index entry: here it decides what is pulled; elsewhere it is a remark. */
export const indexPlatform: FieldEntry[] = [
  {
    pattern: PLATFORM,
    means: {
      en: 'The machine that this entry is for. A client compares it with its own and takes the first entry that fits.',
      ko: '이 항목이 어떤 머신을 위한 것인지 나타낸다. 클라이언트는 자기 플랫폼과 비교해 처음 맞는 항목을 고른다.',
    },
    breaks: {
      en: 'The client believes it unseen: a wrong one brings a program that dies with “exec format error”. Entries marked unknown/unknown are not meant to run.',
      ko: '클라이언트는 이 값을 그대로 믿으므로, 틀리면 다른 CPU용 프로그램을 받아 “exec format error”로 죽는다. unknown/unknown이라고 적힌 항목은 실행용이 아니다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/architecture`,
    means: {
      en: 'CPU architecture in Go’s words (GOARCH): amd64, arm64, arm, ppc64le.',
      ko: 'CPU 아키텍처다. amd64, arm64, arm, ppc64le처럼 Go의 이름(GOARCH)으로 적는다.',
    },
    breaks: {
      en: 'x86_64 and aarch64 are not Go’s words. Some clients translate them, others find no match.',
      ko: 'x86_64나 aarch64는 Go의 이름이 아니다. 알아서 바꿔 읽는 클라이언트도 있고, 맞는 항목이 없다고 하는 클라이언트도 있다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/os`,
    means: {
      en: 'Operating system in Go’s words (GOOS), mostly linux or windows. It names the kernel, not the distribution.',
      ko: '운영체제를 linux나 windows처럼 Go의 이름(GOOS)으로 적는다. 배포판이 아니라 커널의 이름이다.',
    },
    breaks: {
      en: 'A client skips the entry. “debian” or “alpine” here match no machine.',
      ko: '클라이언트가 이 항목을 건너뛴다. debian이나 alpine이라고 적으면 어느 머신과도 맞지 않는다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/os.version`,
    means: {
      en: 'Version of the operating system, in practice the Windows build, such as 10.0.14393.1066.',
      ko: '운영체제의 버전이다. 실제로는 10.0.14393.1066 같은 Windows 빌드 번호를 적는다.',
    },
    breaks: {
      en: 'A Windows host may refuse an image built for a version it does not know to work.',
      ko: 'Windows 호스트는 자기와 맞는지 모르는 버전의 이미지를 거부할 수 있다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/os.features`,
    means: {
      en: 'Features that the operating system must have. The spec defines values for Windows only.',
      ko: '운영체제에 꼭 있어야 하는 기능의 목록이다. 명세가 정한 값은 Windows용뿐이다.',
    },
    breaks: {
      en: 'If one is left out, the image lands on a host that lacks it.',
      ko: '하나라도 빠뜨리면 그 기능이 없는 호스트로 이미지가 간다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/os.features/*`,
    means: {
      en: 'One required feature. The only defined value is win32k, which Nano Server lacks.',
      ko: '필요한 기능 하나다. 명세에 정해진 값은 win32k 하나이고, Nano Server에는 이 기능이 없다.',
    },
    breaks: {
      en: 'A value that nobody defined may be understood by one client and ignored by the next.',
      ko: '정해지지 않은 값은 알아듣는 클라이언트도 있고 무시하는 클라이언트도 있다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: `${PLATFORM}/variant`,
    means: {
      en: 'Which generation of the CPU: v7 of 32-bit ARM, v8 of 64-bit ARM, v3 of AMD64.',
      ko: 'CPU의 세대다. 32비트 ARM의 v7, 64비트 ARM의 v8, AMD64의 v3 따위를 적는다.',
    },
    breaks: {
      en: 'Without it, a program built for newer CPUs also reaches older ones and dies there on an unknown instruction.',
      ko: '빠지면 새 CPU용으로 빌드한 프로그램이 옛 CPU에도 가서, 모르는 명령어를 만나 죽는다.',
    },
    spec: VARIANTS,
  },
  {
    pattern: `${PLATFORM}/features`,
    means: {
      en: 'CPU features that the image needs, from Docker’s manifest list. OCI only reserves the name.',
      ko: '이미지에 필요한 CPU 기능의 목록이다. Docker 매니페스트 리스트의 필드이고, OCI에서는 이름만 예약해 두었다.',
    },
    breaks: {
      en: 'OCI clients may ignore it, so the image can land on a CPU without these features.',
      ko: 'OCI 클라이언트는 이 값을 무시해도 된다. 그래서 이 기능이 없는 CPU에 이미지가 갈 수 있다.',
    },
    spec: MANIFEST_LIST,
  },
  {
    pattern: `${PLATFORM}/features/*`,
    means: {
      en: 'One CPU feature, such as sse4 or aes.',
      ko: 'sse4나 aes 같은 CPU 기능 하나다.',
    },
    breaks: {
      en: 'The names follow no common list, so a typo is never noticed.',
      ko: '공통 이름표가 없어 오타를 내도 드러나지 않는다.',
    },
    spec: MANIFEST_LIST,
  },
]
