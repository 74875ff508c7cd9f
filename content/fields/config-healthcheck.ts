import type { FieldEntry } from '../../lib/content/fields.ts'
import { dockerImageSpec, imageSpec, moby } from './clauses.ts'
import { row } from './row.ts'

const RESERVED = imageSpec('config.md#properties')

/** Docker's health check. Durations are whole nanoseconds. */
export function healthcheckFields(prefix: string): FieldEntry[] {
  return [
    row(
      `${prefix}/Healthcheck`,
      RESERVED,
      [
        'Docker’s check whether the program is healthy. OCI only reserves the name.',
        'Kubernetes ignores it: there, only the probes of the pod count.',
      ],
      [
        '프로그램이 정상인지 Docker가 확인하는 방법이다. OCI에서는 이름만 예약해 두었다.',
        'Kubernetes는 무시한다. 거기서는 파드의 프로브만 쓰인다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/Test`,
      dockerImageSpec,
      [
        'The command of the check. Its first word says how it runs: CMD, CMD-SHELL or NONE.',
        'If the program is not in the image, every check fails and the container counts as unhealthy.',
      ],
      [
        '검사 명령이다. 첫 낱말은 CMD, CMD-SHELL, NONE 가운데 하나이고 실행 방법을 정한다.',
        '프로그램이 이미지에 없으면 검사가 늘 실패해 컨테이너가 비정상으로 표시된다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/Test/*`,
      dockerImageSpec,
      [
        'One word of the check command.',
        'A first word other than CMD, CMD-SHELL or NONE is not understood.',
      ],
      ['검사 명령의 낱말 하나다.', '첫 낱말이 CMD, CMD-SHELL, NONE이 아니면 알아듣지 못한다.'],
    ),
    row(
      `${prefix}/Healthcheck/Interval`,
      dockerImageSpec,
      [
        'Pause between two checks, in nanoseconds.',
        'Written in seconds by mistake, 30 means 30 billionths of a second.',
      ],
      [
        '검사와 검사 사이의 간격을 나노초로 적는다.',
        '초로 착각해 30이라고 쓰면 10억분의 30초가 된다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/Timeout`,
      dockerImageSpec,
      [
        'How long one check may take, in nanoseconds.',
        'If it is too short, slow but healthy answers count as failures.',
      ],
      [
        '검사 한 번에 허용하는 시간을 나노초로 적는다.',
        '너무 짧으면 느리지만 정상인 응답도 실패로 센다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/StartPeriod`,
      moby('api/types/container/config.go', 'HealthConfig'),
      [
        'Time to start up, in nanoseconds, during which failed checks do not count.',
        'If it is too short, slow starters are declared unhealthy before they are ready.',
      ],
      [
        '검사에 실패해도 세지 않는 준비 시간을 나노초로 적는다.',
        '너무 짧으면 시작이 느린 프로그램이 준비되기도 전에 비정상으로 판정된다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/StartInterval`,
      dockerImageSpec,
      [
        'Pause between checks while the program starts up, in nanoseconds.',
        'If it is too long, a program that is long ready is noticed late.',
      ],
      [
        '준비 시간 동안의 검사 간격을 나노초로 적는다.',
        '너무 길면 이미 준비된 프로그램을 늦게 알아차린다.',
      ],
    ),
    row(
      `${prefix}/Healthcheck/Retries`,
      dockerImageSpec,
      [
        'How many checks in a row must fail before the container counts as unhealthy.',
        'With 1, a single hiccup is enough.',
      ],
      ['연달아 몇 번 실패해야 비정상으로 볼지 정한다.', '1이면 한 번만 삐끗해도 비정상이 된다.'],
    ),
  ]
}
