import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const HOOKS = runtimeSpec('config.md#posix-platform-hooks')

/** Each hook by when it runs and what its failure does. */
const WHEN = [
  {
    name: 'prestart',
    en: [
      'Called during create, after the namespaces exist and before the root is changed. Deprecated since 1.0.2, and still what old NVIDIA set-ups use.',
      'A failing one ends create, and the container is torn down.',
    ],
    ko: [
      'create 중에, 네임스페이스가 생긴 뒤 루트가 바뀌기 전에 부른다. 1.0.2부터 권하지 않지만 옛 NVIDIA 설정이 아직 쓴다.',
      '실패하면 create가 끝나고 컨테이너를 허문다.',
    ],
  },
  {
    name: 'createRuntime',
    en: [
      'Called during create, in the runtime’s namespaces, once the container’s exist: the place for network set-up.',
      'If it fails, the container is never created.',
    ],
    ko: [
      'create 중에 컨테이너의 네임스페이스가 생긴 다음 런타임의 네임스페이스에서 부른다. 네트워크를 붙일 자리다.',
      '실패하면 컨테이너가 만들어지지 않는다.',
    ],
  },
  {
    name: 'createContainer',
    en: [
      'Called after createRuntime, in the container’s namespaces, but found by its path on the host.',
      'Its path is looked up before pivot_root, so a path that exists only in the image is not found.',
    ],
    ko: [
      'createRuntime 다음에 컨테이너의 네임스페이스에서 부르지만, 프로그램은 호스트 경로에서 찾는다.',
      'pivot_root 전에 찾으므로 이미지 안에만 있는 경로는 찾지 못한다.',
    ],
  },
  {
    name: 'startContainer',
    en: [
      'Called by start, inside the container, right before the user’s program.',
      'The program must lie in the image; if it fails, the user’s program never runs.',
    ],
    ko: [
      'start가 사용자 프로그램 직전에 컨테이너 안에서 부른다.',
      '프로그램이 이미지 안에 있어야 하고, 실패하면 사용자 프로그램은 실행되지 않는다.',
    ],
  },
  {
    name: 'poststart',
    en: [
      'Called after the user’s program was started, before start returns.',
      'Since 1.3 a failure stops the container; up to 1.2 it was only a warning.',
    ],
    ko: [
      '사용자 프로그램을 시작한 뒤 start가 돌아가기 전에 부른다.',
      '1.3부터는 실패하면 컨테이너를 멈춘다. 1.2까지는 경고만 했다.',
    ],
  },
  {
    name: 'poststop',
    en: [
      'Called after delete, to clean up what the other hooks made.',
      'A failure is logged and the rest goes on, so leftovers stay unnoticed.',
    ],
    ko: [
      '다른 훅이 만든 것을 치우려고 delete 뒤에 부른다.',
      '실패해도 기록만 남기고 계속하므로 찌꺼기가 남아도 눈에 띄지 않는다.',
    ],
  },
] as const

/** Programs that the runtime calls at fixed moments; each is given the state on stdin. */
export const hookFields: FieldEntry[] = [
  row(
    '/hooks',
    HOOKS,
    [
      'Programs that the runtime calls at fixed moments of the container’s life, each with the state as JSON on stdin.',
      'They run with the runtime’s power: who may set hooks is root on the host.',
    ],
    [
      '컨테이너의 일생에서 정해진 때마다 런타임이 부르는 프로그램들이다. 상태를 JSON으로 표준 입력에 받는다.',
      '런타임의 권한으로 실행된다. 훅을 정할 수 있으면 호스트의 root나 다름없다.',
    ],
  ),
  ...WHEN.flatMap(({ name, en, ko }) => [
    row(`/hooks/${name}`, HOOKS, en, ko),
    row(
      `/hooks/${name}/*`,
      HOOKS,
      [
        `One program of ${name}, called in the order of the list.`,
        `A ${name} program that waits for the next one in the list waits for ever.`,
      ],
      [
        `${name} 때 부를 프로그램 하나다. 적힌 순서대로 부른다.`,
        `${name} 프로그램이 목록의 다음 것을 기다리면 끝나지 않는다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/path`,
      HOOKS,
      [
        `Absolute path of the ${name} program.`,
        `If nothing is at that path, ${name} fails as the program itself would.`,
      ],
      [
        `${name} 프로그램의 절대 경로다.`,
        `그 경로에 아무것도 없으면 ${name} 프로그램이 실패한 것과 같다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/args`,
      HOOKS,
      [
        `Arguments of the ${name} program, its own name first, as execv takes them.`,
        `Without the name in front, the first real argument of ${name} is taken for it.`,
      ],
      [
        `${name} 프로그램의 인자다. execv처럼 프로그램 이름이 맨 앞에 온다.`,
        `이름을 빠뜨리면 ${name}의 첫 인자가 이름 자리에 들어간다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/args/*`,
      HOOKS,
      [
        `One argument of the ${name} program.`,
        `Nothing expands it: $HOME reaches ${name} as five characters.`,
      ],
      [
        `${name} 프로그램의 인자 하나다.`,
        `아무도 펼쳐 주지 않는다. $HOME은 ${name}에 글자 그대로 넘어간다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/env`,
      HOOKS,
      [
        `The whole environment of the ${name} program.`,
        `Nothing is inherited, so without PATH a ${name} script finds no commands.`,
      ],
      [
        `${name} 프로그램의 환경 변수 전부다.`,
        `물려받는 것이 없어서 PATH를 빠뜨리면 ${name} 스크립트가 명령을 찾지 못한다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/env/*`,
      HOOKS,
      [
        `One variable of the ${name} program as NAME=value.`,
        `A text without an equals sign is no variable to ${name}.`,
      ],
      [
        `${name} 프로그램에 줄 NAME=value 꼴의 변수 하나다.`,
        `등호가 없으면 ${name} 프로그램은 변수로 알아보지 못한다.`,
      ],
    ),
    row(
      `/hooks/${name}/*/timeout`,
      HOOKS,
      [
        `Seconds after which the ${name} program is ended; it must be more than 0.`,
        `Without it, a ${name} program that hangs holds the container in that step.`,
      ],
      [
        `${name} 프로그램을 끝낼 때까지의 시간을 초로 적는다. 0보다 커야 한다.`,
        `없으면 멈춰 버린 ${name} 프로그램이 컨테이너를 그 단계에 붙잡아 둔다.`,
      ],
    ),
  ]),
]
