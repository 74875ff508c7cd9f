import { describe, expect, test } from 'vitest'
import { type JvmTrial, readJvmMemory } from './jvm-memory.ts'
import { readRecording } from './recording.ts'

const MIB = 2 ** 20

/** On each kind of cgroups: where the files are, and who dies where only the cgroup above has a limit. */
const MACHINES = [
  {
    ...{ name: 'jvm-memory', cgroups: 'hybrid', emulated: false },
    ...{ group: '/sys/fs/cgroup/memory/lab-jvm', limit: 'memory.limit_in_bytes' },
    ...{ counters: 'memory.oom_control', jibUnderOuter: '1 0' },
  },
  {
    ...{ name: 'jvm-memory-cgroup-v2', cgroups: 'v2', emulated: true },
    ...{ group: '/sys/fs/cgroup/lab-jvm', limit: 'memory.max' },
    ...{ counters: 'memory.events', jibUnderOuter: '137 1' },
  },
]

const flag = ({ flags }: JvmTrial, name: string) => flags?.find((each) => each.name === name)
const bytes = (each: JvmTrial, name: string) => Number(flag(each, name)?.value)
const variable = ({ process }: JvmTrial, name: string) =>
  process?.environment.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1)
/** `-Xmx484507K` to bytes */
const sized = (text: string, option: string) => {
  const [, amount, unit = ''] = new RegExp(`${option}=?(\\d+)([KM])`).exec(text) ?? []
  return Number(amount) * ({ K: 1024, M: MIB }[unit] ?? Number.NaN)
}

describe.each(MACHINES)('$name', async ({ name, group, limit, counters, ...machine }) => {
  const { images, trials, availableBytes } = await readJvmMemory(name)
  const trial = (name: string): JvmTrial => {
    const found = trials.find((each) => each.name === name)
    if (!found) throw new Error(`no trial ${name}`)
    return found
  }

  test('the recording says what it is, and on which cgroups', async () => {
    const { cgroups, emulated } = machine
    expect(await readRecording(name)).toMatchObject({ kind: 'jvm', cgroups, emulated })
  })

  test('both images hold the same jar, and start it in another way', () => {
    expect(new Set(images.map(({ jar }) => jar.digest)).size).toBe(1)
    expect(images.map(({ entrypoint }) => entrypoint[0])).toEqual(['java', '/cnb/process/web'])
  })

  test('who ends how, in every run the same', () => {
    const endings = trials.map(({ name, heldMiB, runs }) => {
      const seen = new Set(runs.map(({ exitCode, oomKills }) => `${exitCode} ${oomKills}`))
      return [name, [...seen].join(), heldMiB]
    })
    expect(endings).toEqual([
      ['jib-128', '0 0', 32],
      ['buildpacks-128', '82 0', 0],
      ['jib-256', '0 0', 32],
      ['buildpacks-256', '82 0', 0],
      ['jib-512', '0 0', 32],
      ['buildpacks-512', '82 0', 0],
      ['jib-768', '0 0', 32],
      ['buildpacks-768', '0 0', 32],
      ['jib-1024', '0 0', 32],
      ['buildpacks-1024', '0 0', 32],
      ['jib-1024-hold-320', '1 0', 240],
      ['buildpacks-1024-hold-320', '0 0', 320],
      ['buildpacks-1024-hold-1024', '3 0', 448],
      ['jib-outer-1024', machine.jibUnderOuter, expect.any(Number)],
      ['buildpacks-outer-1024', '137 1', expect.any(Number)],
      ['buildpacks-512-threads-50-code-64', '0 0', 32],
      ['jib-1024-percentage-75', '0 0', 320],
    ])
  })

  test('the kernel killed where the exit code says so, and nowhere else', () => {
    for (const { cgroupFiles, runs } of trials) {
      for (const { exitCode, oomKills } of runs) expect(oomKills > 0).toBe(exitCode === 137)
      const counted = cgroupFiles[`${group}/jvm/${counters}`]
      expect(counted).toMatch(new RegExp(`^oom_kill ${runs[0]?.oomKills}$`, 'm'))
    }
  })

  describe('by Jib', () => {
    const own = trials.filter(({ builder, settings }) => builder === 'jib' && settings.length === 0)

    test('java is the first process, and nobody gave it a flag', () => {
      for (const each of own) {
        expect(each.process?.commandLine.slice(0, 2)).toEqual(['java', '-cp'])
        expect(variable(each, 'JAVA_TOOL_OPTIONS')).toBeUndefined()
        const origins = each.flags?.map(({ origin }) => origin) ?? []
        expect(origins.length).toBeGreaterThan(8)
        expect(origins.every((origin) => ['default', 'ergonomic'].includes(origin))).toBe(true)
      }
    })

    test('the heap is a quarter of the limit, or half of one that is small', () => {
      const heaps = own
        .filter(({ limitMiB, holdMiB }) => limitMiB && holdMiB === 32)
        .map((each) => [each.limitMiB, bytes(each, 'MaxHeapSize') / MIB])
      expect(heaps).toEqual([
        [128, 64],
        [256, 126],
        [512, 128],
        [768, 192],
        [1024, 256],
      ])
    })

    test('over it the program ends by itself, and the kernel has nothing to do', () => {
      const over = trial('jib-1024-hold-320')
      expect(over.stderr).toContain('java.lang.OutOfMemoryError: Java heap space')
      expect(Math.max(...over.runs.map(({ peakBytes }) => peakBytes))).toBeLessThan(300 * MIB)
    })
  })

  describe('by Buildpacks', () => {
    const calculated = trials.filter((each) => each.builder === 'buildpacks' && each.process)

    test('the process became java, with the flags that were calculated before it', () => {
      expect(calculated).toHaveLength(6)
      for (const each of calculated) {
        expect(each.process?.commandLine.slice(0, 2)).toEqual(['java', '-jar'])
        const said = /Calculated JVM Memory Configuration: (.*) \(/.exec(each.stdout)?.[1] ?? ''
        for (const option of said.split(' ')) {
          expect(variable(each, 'JAVA_TOOL_OPTIONS')).toContain(option)
        }
        // Without a limit it follows what the machine has free, which another run finds changed.
        if (each.limitMiB === null) continue
        const asked = sized(said, '-Xmx')
        // Rounded up to what the collector can divide.
        expect(bytes(each, 'MaxHeapSize')).toBeGreaterThanOrEqual(asked)
        expect(bytes(each, 'MaxHeapSize') - asked).toBeLessThan(2 * MIB)
      }
    })

    // libjvm v1.46.0, calc/calculator.go and helper/memory_calculator.go
    test.each(['buildpacks-768', 'buildpacks-1024'])('%s: what is left is heap', (name) => {
      const each = trial(name)
      const options = variable(each, 'JAVA_TOOL_OPTIONS') ?? ''
      const classes = Math.trunc((Number(variable(each, 'BPI_JVM_CLASS_COUNT')) + 1) * 0.35)
      const metaspace = sized(options, '-XX:MaxMetaspaceSize')
      expect(metaspace).toBe(Math.trunc((14_000_000 + 5_800 * classes) / 1024) * 1024)
      const fixed =
        sized(options, '-XX:MaxDirectMemorySize') +
        metaspace +
        sized(options, '-XX:ReservedCodeCacheSize') +
        250 * sized(options, '-Xss')
      const left = (each.limitMiB ?? 0) * MIB - fixed - sized(options, '-Xmx')
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThan(2048)
    })

    test.each(['buildpacks-128', 'buildpacks-256', 'buildpacks-512'])(
      '%s: what is fixed does not fit, so there is no JVM',
      (name) => {
        const each = trial(name)
        expect([each.process, each.flags, each.maxMemory]).toEqual([null, null, null])
        expect(each.stderr).toContain(
          `fixed memory regions require 564068K which is greater than ${each.limitMiB}M available`,
        )
        expect(each.stdout).toContain('failed to launch: exec.d')
      },
    )

    test('over its heap the JVM ends without an exception, since it is told to', () => {
      const each = trial('buildpacks-1024-hold-1024')
      expect(each.stdout).toContain('Terminating due to java.lang.OutOfMemoryError')
      expect(flag(each, 'ExitOnOutOfMemoryError')).toMatchObject({
        ...{ value: 'true', origin: 'environment' },
      })
    })

    test('fewer threads and less code fit into 512 MiB', () => {
      const each = trial('buildpacks-512-threads-50-code-64')
      expect(sized(variable(each, 'JAVA_TOOL_OPTIONS') ?? '', '-Xmx') / MIB).toBeGreaterThan(330)
    })
  })

  describe('a limit above the container, none of its own', () => {
    const [jib, buildpacks] = [trial('jib-outer-1024'), trial('buildpacks-outer-1024')]

    test('is in force for both', () => {
      for (const each of [jib, buildpacks]) {
        expect(each.cgroupFiles[`${group}/${limit}`]).toBe(`${1024 * MIB}\n`)
      }
    })

    test('the JVM finds it where cgroups v1 tell it, and not with v2', () => {
      const heap = bytes(jib, 'MaxHeapSize')
      if (machine.cgroups === 'v2') expect(heap).toBeGreaterThan(1024 * MIB)
      else expect(heap).toBe(256 * MIB)
    })

    test('the calculator never does, and takes what the machine has; the kernel kills', () => {
      const [, amount] = /based on (\d+)K available memory/.exec(buildpacks.stdout) ?? []
      expect(Number(amount) * 1024).toBeGreaterThan(availableBytes / 2)
      expect(bytes(buildpacks, 'MaxHeapSize')).toBeGreaterThan(1024 * MIB)
      expect(buildpacks.heldMiB).toBeLessThan(1024)
      expect(buildpacks.stdout + buildpacks.stderr).not.toContain('java.lang.OutOfMemoryError')
    })
  })
})
