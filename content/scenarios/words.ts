import type { Locale } from '@/lib/i18n/locale'
import type { EvidenceWords } from './evidence'

type ScenarioWords = {
  origin: string
  note: string
  /** where nothing slowed it down */
  noteOfEngine: string
  /** of what went to a registry and back */
  noteOfHttp: string
  evidence: EvidenceWords
}

export const scenarioWords: Record<Locale, ScenarioWords> = {
  en: {
    origin: 'Recorded {date} with {tools}',
    note: 'Everything shown was recorded on one machine. strace was watching and slowed it down, so times are good for order and proportion only.',
    noteOfEngine:
      'Everything shown was recorded on one machine. Processes were listed when nothing changed any more, so none is shown in passing.',
    noteOfHttp:
      'A real client and a real registry, recorded by a proxy between them, all on one machine. Tokens, passwords and the state of an upload are struck out: ‹redacted›.',
    evidence: {
      request: 'Request, {type}',
      response: 'Answer, {type}',
      status: 'How the call ended',
      processes: 'Processes now, and the namespaces each has of its own',
      mounts: 'Mounts now',
      cniEnv: 'Environment of the {plugin} plugin',
      cniStdin: 'Its standard input',
      cniStdout: 'Its standard output',
      program: 'Executed, process {pid}',
      registry: 'What the runtime asked the registry',
      bundle: 'config.json, {at}',
      log: 'The container’s log, as the runtime wrote it',
      took: 'after {ms} ms',
      command: 'The command',
      state: 'State after it, as runc state prints it',
      says: 'What it prints',
      process: 'The container’s first process, number {pid} on the host',
      namespaces: 'Its namespaces: * is its own, the rest is the host’s',
      files: 'What the runtime keeps about it',
      cgroup: 'Its cgroup (v1, as on this machine)',
      trace: 'System calls, in order: which process, what it asked, what came back',
      hooks: 'Hooks in the order they ran, with the status each was told',
      typed: '$ {command}   exit {exit}',
      nothing: '(nothing)',
      first: '(process 1, which takes in orphans)',
      frames: 'What came over the upgraded connection',
      events: 'Events of containerd, in order: namespace, topic',
      httpRequest: 'Request',
      httpResponse: 'Answer',
      bytesOnly: '({size} bytes, no JSON)',
      valueAt: 'In the answer, {at}',
      sizes: 'Bytes the manifest promises, bytes that came',
      empty: '{}   nothing but defaults, so not a single byte',
    },
  },
  ko: {
    origin: '{date} 기록, {tools}',
    note: '모두 한 컴퓨터에서 기록한 것이다. strace로 지켜보느라 느려졌으니 시간은 순서와 비율만 본다.',
    noteOfEngine:
      '모두 한 컴퓨터에서 기록했다. 프로세스는 더 바뀌는 것이 없을 때 살펴본 것이라, 스쳐 지나가는 프로세스는 나오지 않는다.',
    noteOfHttp:
      '진짜 클라이언트와 진짜 레지스트리 사이에 프록시를 두고 컴퓨터 한 대에서 기록했다. 토큰, 비밀번호, 업로드 상태는 ‹redacted›로 가렸다.',
    evidence: {
      request: '요청, {type}',
      response: '응답, {type}',
      status: '호출의 결과',
      processes: '이때의 프로세스와 각자 따로 가진 네임스페이스',
      mounts: '이때의 마운트',
      cniEnv: '{plugin} 플러그인의 환경 변수',
      cniStdin: '표준 입력',
      cniStdout: '표준 출력',
      program: '실행된 명령, 프로세스 {pid}',
      registry: '런타임이 레지스트리에 물은 것',
      bundle: 'config.json의 {at}',
      log: '런타임이 쓴 컨테이너 로그',
      took: '{ms} ms 걸림',
      command: '입력한 명령',
      state: '그 뒤의 상태, runc state가 출력한 그대로',
      says: '출력',
      process: '컨테이너의 첫 프로세스, 호스트에서는 {pid}번',
      namespaces: '네임스페이스: *는 자기 것, 나머지는 호스트 것',
      files: '런타임이 남겨 둔 파일',
      cgroup: '이 컨테이너의 cgroup(이 컴퓨터에서는 v1)',
      trace: '시스템 콜, 순서대로: 어느 프로세스가, 무엇을 요청해, 무엇을 받았나',
      hooks: '실행된 순서대로 늘어놓은 훅과, 그때 전해 받은 상태',
      typed: '$ {command}   종료 코드 {exit}',
      nothing: '(없음)',
      first: '(고아 프로세스를 거두는 1번 프로세스)',
      frames: '업그레이드된 연결로 온 것',
      events: 'containerd의 이벤트, 순서대로: 네임스페이스, 토픽',
      httpRequest: '요청',
      httpResponse: '응답',
      bytesOnly: '({size}바이트, JSON 아님)',
      valueAt: '응답의 {at}',
      sizes: '매니페스트가 약속한 바이트 수, 실제로 온 바이트 수',
      empty: '{}   모두 기본값이라 한 바이트도 없다',
    },
  },
}
