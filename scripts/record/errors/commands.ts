import { DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from '../../../lib/oci/media-type.ts'

/** A command as a person types it, in a shell, in a folder of its own. */
export type Command = { tool: Tool; line: string }

export type Tool =
  | 'curl'
  | 'skopeo'
  | 'crane'
  | 'oras'
  | 'regctl'
  | 'buildah'
  | 'podman'
  | 'docker'
  | 'ctr'

/** What the tools are asked to do. */
export type Task = {
  /** `localhost:5000/hello:1.0` */
  reference: string
  /** a manifest, one by a wrong list of types, all of an image, a copy of it in a repository, its tags, or one platform of it */
  goal: 'manifest' | 'accept' | 'image' | 'push' | 'tags' | 'platform'
  scheme?: 'http' | 'https'
  /** path for curl after `/v2/`, where it is not the manifest */
  path?: string
  /** a file in the folder with an authority to be trusted */
  trust?: string
  /** `name:password`; the folder `auth` holds the same, for crane */
  login?: string
  /** tools that cannot be told this task */
  without?: Tool[]
}

const accept = `-H 'Accept: ${OCI_INDEX}, ${OCI_MANIFEST}'`

/** One task in the words of each tool that can do it. */
export function commandsFor(task: Task): Command[] {
  return allCommands(task).filter(({ tool }) => !task.without?.includes(tool))
}

function allCommands(task: Task): Command[] {
  const { reference, goal, scheme = 'http', trust, login } = task
  const plain = scheme === 'http'
  const env = trust ? `SSL_CERT_FILE=${trust} ` : ''
  const [, host = '', repository = '', name = ''] =
    /^([^/]+)\/(.+?)(?::([\w.-]+)|@(.+))?$/.exec(reference) ?? []
  const digest = reference.includes('@') ? reference.slice(reference.indexOf('@') + 1) : null
  const mine = `${host}/${repository}:mine`
  const path = task.path ?? `${repository}/manifests/${digest ?? name}`
  const tls = plain ? ' --tls-verify=false' : ''
  const side = plain ? ' --src-tls-verify=false' : ''
  const creds = login ? ` --creds ${login}` : ''
  const hosts = plain || login ? ` --host ${regctlHost(host, plain, login)}` : ''
  const orasFlags = `${plain ? ' --plain-http' : ''}${orasLogin(login)}`
  const config = login ? 'DOCKER_CONFIG=auth ' : ''
  const craneFlags = plain ? ' --insecure' : ''
  const curl = `${env}curl -sS -i${login ? ` -u ${login}` : ''}`
  const url = `${scheme}://${host}/v2/${path}`

  switch (goal) {
    case 'manifest':
      return [
        { tool: 'curl', line: `${curl} ${accept} ${url}` },
        { tool: 'skopeo', line: `${env}skopeo inspect${tls}${creds} docker://${reference}` },
        { tool: 'crane', line: `${env}${config}crane${craneFlags} manifest ${reference}` },
        { tool: 'oras', line: `${env}oras manifest fetch${orasFlags} ${reference}` },
        { tool: 'regctl', line: `${env}regctl${hosts} manifest get ${reference}` },
        { tool: 'buildah', line: `${env}buildah pull${tls}${creds} ${reference}` },
        ...engines(reference, plain, login),
      ]
    case 'accept':
      return [
        { tool: 'curl', line: `${curl} -H 'Accept: ${DOCKER_MANIFEST}' ${url}` },
        { tool: 'curl', line: `${curl} ${url}` },
        {
          tool: 'curl',
          line: `curl -sS -D - -o body ${scheme}://${host}/v2/hello-docker/manifests/1.0`,
        },
      ]
    case 'image':
      return [
        { tool: 'curl', line: `${curl} ${url}` },
        { tool: 'skopeo', line: `skopeo copy${side} docker://${reference} dir:image` },
        { tool: 'crane', line: `crane${craneFlags} pull ${reference} image.tar` },
        { tool: 'oras', line: `oras copy --from-plain-http --to-oci-layout ${reference} layout:1` },
        { tool: 'regctl', line: `regctl${hosts} image export ${reference} image.tar` },
        { tool: 'buildah', line: `buildah pull${tls} ${reference}` },
        ...engines(reference, plain, login),
      ]
    case 'push':
      return [
        { tool: 'curl', line: `${curl} -X POST ${url}` },
        {
          tool: 'skopeo',
          line: `skopeo copy${side} --dest-tls-verify=false docker://${reference} docker://${mine}`,
        },
        { tool: 'crane', line: `crane${craneFlags} tag ${reference} mine` },
        { tool: 'oras', line: `oras tag${orasFlags} ${reference} mine` },
        { tool: 'regctl', line: `regctl${hosts} image copy ${reference} ${mine}` },
      ]
    case 'tags':
      return [
        { tool: 'curl', line: `${curl} ${url}` },
        { tool: 'curl', line: `${curl} ${scheme}://${host}/v2/${repository}/manifests/1.0` },
        { tool: 'skopeo', line: `skopeo list-tags${tls} docker://${reference}` },
        { tool: 'crane', line: `crane${craneFlags} ls ${reference}` },
        { tool: 'oras', line: `oras repo tags${orasFlags} ${reference}` },
        { tool: 'regctl', line: `regctl${hosts} tag ls ${reference}` },
      ]
    case 'platform':
      return [
        {
          tool: 'skopeo',
          line: `skopeo inspect${tls} --override-arch ppc64le docker://${reference}`,
        },
        {
          tool: 'crane',
          line: `crane${craneFlags} manifest --platform linux/ppc64le ${reference}`,
        },
        {
          tool: 'oras',
          line: `oras manifest fetch${orasFlags} --platform linux/ppc64le ${reference}`,
        },
        {
          tool: 'regctl',
          line: `regctl${hosts} manifest get --platform linux/ppc64le ${reference}`,
        },
        { tool: 'buildah', line: `buildah pull${tls} --arch ppc64le ${reference}` },
        { tool: 'podman', line: `podman pull${tls} --arch ppc64le ${reference}` },
        { tool: 'docker', line: `docker pull --platform linux/ppc64le ${reference}` },
        {
          tool: 'ctr',
          line: `ctr images pull --plain-http --platform linux/ppc64le ${reference}`,
        },
      ]
  }
}

function engines(reference: string, plain: boolean, login?: string): Command[] {
  const creds = login ? ` --creds ${login}` : ''
  const user = login ? ` --user ${login}` : ''
  return [
    {
      tool: 'podman',
      line: `podman pull${plain ? ' --tls-verify=false' : ''}${creds} ${reference}`,
    },
    ...(login ? [] : [{ tool: 'docker' as const, line: `docker pull ${reference}` }]),
    { tool: 'ctr', line: `ctr images pull${plain ? ' --plain-http' : ''}${user} ${reference}` },
  ]
}

function regctlHost(host: string, plain: boolean, login?: string): string {
  const [user, password] = (login ?? '').split(':')
  return [
    `reg=${host}`,
    ...(plain ? ['tls=disabled'] : []),
    ...(login ? [`user=${user}`, `pass=${password}`] : []),
  ].join(',')
}

function orasLogin(login?: string): string {
  const [user, password] = (login ?? '').split(':')
  return login ? ` --username ${user} --password ${password}` : ''
}
