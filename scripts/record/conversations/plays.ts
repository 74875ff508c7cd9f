/**
 * A conversation to be had: commands as a person types them, in a folder with two layouts: `hello`
 * is for one platform, `every` for all.
 */
export type Play = {
  name: string
  client: 'skopeo' | 'buildah' | 'crane' | 'oras' | 'regctl' | 'curl'
  registry: 'docker-registry' | 'distribution'
  staged: string
  /** run before, unheard */
  before: string[]
  commands: string[]
  /** of the last command; 0 unless told */
  exit?: number
  /** without a password */
  stranger?: true
  /** blobs lie on another host */
  redirects?: true
}

const HOST = 'localhost:5000'
const image = `${HOST}/team/hello:1.0`
const copy = `${HOST}/team/copy:1.0`

const skopeo = 'skopeo copy --dest-tls-verify=false oci:hello:1.0 docker://'
const push = {
  skopeo: [`${skopeo}${image}`],
  buildah: [`buildah push --tls-verify=false hello ${image}`],
  crane: [`crane push hello ${image}`],
  oras: [`oras copy --from-oci-layout --to-plain-http hello:1.0 ${image}`],
  regctl: [`regctl image copy ocidir://hello:1.0 ${image}`],
}
const filled = push.skopeo
const plainRegctl = `regctl registry set ${HOST} --tls disabled`
const CHUNK = 256

const pull = {
  skopeo: `skopeo copy --src-tls-verify=false docker://${image} dir:pulled`,
  buildah: `buildah pull --tls-verify=false ${image}`,
  crane: `crane pull --format oci ${image} pulled`,
  oras: `oras copy --from-plain-http --to-oci-layout ${image} pulled:1.0`,
}

/** The same of an image for many platforms, of which one is wanted that the machine does not have. */
const pick = {
  skopeo: `skopeo --override-arch arm64 copy --src-tls-verify=false docker://${image} dir:pulled`,
  crane: `crane pull --platform linux/arm64 --format oci ${image} pulled`,
  oras: `oras copy --platform linux/arm64 --from-plain-http --to-oci-layout ${image} pulled:1.0`,
}

const both = ['docker-registry', 'distribution'] as const
const suffix = (registry: Play['registry']) => (registry === 'distribution' ? '-v3' : '')

const empty = 'The registry is empty.'
const held = 'The registry holds team/hello:1.0.'
const elsewhere =
  'It sends whoever asks for a blob to another host, a plain file server of the recorder over the registry’s own files.'

export const PLAYS: Play[] = [
  ...(['skopeo', 'buildah', 'crane', 'oras', 'regctl'] as const).map(
    (client): Play => ({
      ...{ name: `push-by-${client}`, client, registry: 'docker-registry', staged: empty },
      before: {
        ...{ skopeo: [], crane: [], oras: [] },
        buildah: ['buildah pull oci:hello:1.0', 'buildah tag $(buildah images --quiet) hello'],
        regctl: [plainRegctl],
      }[client],
      commands: push[client],
    }),
  ),
  ...both.map(
    (registry): Play => ({
      ...{ name: `push-in-chunks${suffix(registry)}`, client: 'regctl', registry, staged: empty },
      before: [`${plainRegctl} --blob-chunk ${CHUNK} --blob-max ${CHUNK}`],
      commands: push.regctl,
    }),
  ),
  {
    ...{ name: 'mount-by-skopeo', client: 'skopeo', registry: 'docker-registry' },
    staged: `${held} The same skopeo put it there, and remembers.`,
    before: filled,
    commands: [`${skopeo}${copy}`],
  },
  ...(['crane', 'oras', 'regctl'] as const).map(
    (client): Play => ({
      ...{ name: `mount-by-${client}`, client, registry: 'docker-registry', staged: held },
      before: [...filled, ...(client === 'regctl' ? [plainRegctl] : [])],
      commands: [
        {
          crane: `crane copy ${image} ${copy}`,
          oras: `oras copy --from-plain-http --to-plain-http ${image} ${copy}`,
          regctl: `regctl image copy ${image} ${copy}`,
        }[client],
      ],
    }),
  ),
  ...(['skopeo', 'buildah', 'crane', 'oras'] as const).map(
    (client): Play => ({
      ...{ name: `pull-by-${client}`, client, registry: 'docker-registry', staged: held },
      before: filled,
      commands: [pull[client]],
      stranger: true,
    }),
  ),
  ...(['skopeo', 'crane', 'oras'] as const).map(
    (client): Play => ({
      ...{ name: `redirect-by-${client}`, client, registry: 'docker-registry' },
      staged: `${held} ${elsewhere}`,
      before: filled,
      commands: [pull[client]],
      redirects: true,
    }),
  ),
  ...(['skopeo', 'crane', 'oras'] as const).map(
    (client): Play => ({
      ...{ name: `platform-by-${client}`, client, registry: 'docker-registry' },
      staged: `The registry holds team/hello:1.0 for every platform, under one index. ${elsewhere}`,
      before: [`skopeo copy --all --dest-tls-verify=false oci:every:1.0 docker://${image}`],
      commands: [pick[client]],
      ...{ stranger: true, redirects: true },
    }),
  ),
  ...both.flatMap((registry) => [
    {
      ...{ name: `attach-by-oras${suffix(registry)}`, client: 'oras' as const, registry },
      ...{ staged: held, before: filled },
      commands: [
        `oras attach --plain-http --artifact-type text/plain ${image} note.txt`,
        `oras attach --plain-http --artifact-type text/plain ${image} second.txt`,
        `oras discover --plain-http ${image}`,
      ],
    },
  ]),
  {
    ...{ name: 'attach-by-regctl', client: 'regctl', registry: 'docker-registry', staged: held },
    before: [...filled, plainRegctl],
    commands: [
      `regctl artifact put --artifact-type text/plain --subject ${image} --file note.txt`,
      `regctl artifact list ${image}`,
    ],
  },
  ...(['skopeo', 'crane', 'oras', 'regctl'] as const).map(
    (client): Play => ({
      ...{ name: `delete-by-${client}`, client, registry: 'docker-registry', staged: held },
      before: [...filled, ...(client === 'regctl' ? [plainRegctl] : [])],
      commands: {
        skopeo: [
          `skopeo delete --tls-verify=false docker://${image}`,
          `skopeo inspect --tls-verify=false docker://${image}`,
        ],
        crane: [
          `crane delete ${HOST}/team/hello@$(crane digest ${image})`,
          `crane manifest ${image}`,
        ],
        oras: [
          `oras manifest delete --force --plain-http ${image}`,
          `oras manifest fetch --plain-http ${image}`,
        ],
        regctl: [
          `regctl manifest delete --force-tag-dereference ${image}`,
          `regctl manifest get ${image}`,
        ],
      }[client],
      exit: 1,
    }),
  ),
  ...both.map(
    (registry): Play => ({
      ...{ name: `untag-by-regctl${suffix(registry)}`, client: 'regctl', registry, staged: held },
      before: [...filled, plainRegctl],
      commands: [`regctl tag delete ${image}`, `regctl manifest get ${image}`],
      exit: 1,
    }),
  ),
]
