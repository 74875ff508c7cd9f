import type { Locale } from '@/lib/i18n/locale'
import type { EvidenceWords } from './evidence'

type ScenarioWords = { origin: string; note: string; evidence: EvidenceWords }

export const scenarioWords: Record<Locale, ScenarioWords> = {
  en: {
    origin: 'Recorded {date} with {tools}',
    note: 'Everything shown was recorded on one machine. strace was watching and slowed it down, so times are good for order and proportion only.',
    evidence: {
      request: 'Request, {type}',
      response: 'Answer, {type}',
      status: 'How the call ended',
      bytes: 'The same on the wire, {size} bytes: first bytes, field number, name',
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
      empty: '{}   nothing but defaults, so not a single byte',
    },
  },
  ko: {
    origin: '{date} 기록, {tools}',
    note: '모두 한 컴퓨터에서 기록한 것이다. strace로 지켜보느라 느려졌으니 시간은 순서와 비율만 본다.',
    evidence: {
      request: '요청, {type}',
      response: '응답, {type}',
      status: '호출의 결과',
      bytes: '전송된 바이트, {size}바이트: 처음 몇 바이트, 필드 번호, 이름',
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
      empty: '{}   모두 기본값이라 한 바이트도 없다',
    },
  },
}
