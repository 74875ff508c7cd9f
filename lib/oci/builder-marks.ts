/** Programs that leave a mark in what they build. */
export type BuilderName =
  | 'buildkit'
  | 'buildah'
  | 'jib'
  | 'buildpacks'
  | 'kaniko'
  | 'ko'
  | 'umoci'
  | 'apko'
  | 'rules-docker'
  | 'nix'

/** A sign that one builder leaves. */
export type BuilderMark = {
  /** names its sentence in the interface's words */
  id: MarkId
  builder: BuilderName
  document: 'index' | 'manifest' | 'config'
  /** JSON Pointer; `*` for any item or key, and within a key for the rest of it */
  pattern: string
  /** what the text there looks like; a key's presence alone when missing */
  looks?: RegExp
  /**
   * `name`: the builder says who it is. `habit`: what it does by default, and others may do too;
   * it supports a name and proves nothing alone.
   */
  strength: 'name' | 'habit'
  /** whether a recording of ours shows it; a mark that none shows is cited from its source alone */
  recorded: boolean
  source: { label: string; url: string }
}

export type MarkId =
  | 'buildkit-comment'
  | 'buildkit-exporter'
  | 'buildkit-created-by'
  | 'buildkit-cache'
  | 'buildkit-buildinfo'
  | 'buildkit-attestation'
  | 'buildah-label'
  | 'jib-author'
  | 'jib-created-by'
  | 'jib-epoch'
  | 'buildpacks-label'
  | 'buildpacks-step'
  | 'buildpacks-entrypoint'
  | 'buildpacks-created'
  | 'kaniko-author'
  | 'ko-author'
  | 'ko-step'
  | 'umoci-step'
  | 'apko-author'
  | 'apko-step'
  | 'rules-docker-step'
  | 'nix-created'

const source = (repository: string, version: string, file: string) => ({
  label: `${repository} ${version}, ${file}`,
  url: `https://github.com/${repository}/blob/${version}/${file}`,
})

const BUILDKIT = source('moby/buildkit', 'v0.32.2', 'frontend/dockerfile/dockerfile2llb/convert.go')
const BUILDKIT_EXPORTER = source('moby/buildkit', 'v0.32.2', 'exporter/containerimage/writer.go')
const JIB = source(
  'GoogleContainerTools/jib',
  'fb949e26',
  'jib-core/src/main/java/com/google/cloud/tools/jib/builder/steps/BuildImageStep.java',
)
const LIFECYCLE_LABELS = source('buildpacks/lifecycle', 'v0.21.17', 'platform/labels.go')
const LIFECYCLE_LAYERS = source('buildpacks/lifecycle', 'v0.21.17', 'layers/factory.go')
const KO = source('ko-build/ko', 'main', 'pkg/build/gobuild.go')
const APKO = source('chainguard-dev/apko', 'main', 'pkg/build/oci/image.go')

/** The signs we know, each with the place in the builder's source or documentation that makes it. */
export const builderMarks: readonly BuilderMark[] = [
  {
    id: 'buildkit-comment',
    builder: 'buildkit',
    document: 'config',
    pattern: '/history/*/comment',
    looks: /^buildkit\.dockerfile\.v0$/,
    strength: 'name',
    recorded: true,
    source: BUILDKIT,
  },
  {
    id: 'buildkit-exporter',
    builder: 'buildkit',
    document: 'config',
    pattern: '/history/*/comment',
    looks: /^buildkit\.exporter\.image\.v0$/,
    strength: 'name',
    recorded: false,
    source: BUILDKIT_EXPORTER,
  },
  {
    id: 'buildkit-created-by',
    builder: 'buildkit',
    document: 'config',
    pattern: '/history/*/created_by',
    looks: / # buildkit$/,
    strength: 'name',
    recorded: true,
    source: BUILDKIT,
  },
  {
    id: 'buildkit-cache',
    builder: 'buildkit',
    document: 'config',
    pattern: '/moby.buildkit.cache.v0',
    strength: 'name',
    recorded: false,
    source: BUILDKIT_EXPORTER,
  },
  {
    id: 'buildkit-buildinfo',
    builder: 'buildkit',
    document: 'config',
    pattern: '/moby.buildkit.buildinfo.v1',
    strength: 'name',
    recorded: false,
    source: source('moby/buildkit', 'v0.11.6', 'docs/buildinfo.md'),
  },
  {
    id: 'buildkit-attestation',
    builder: 'buildkit',
    document: 'index',
    pattern: '/manifests/*/annotations/vnd.docker.reference.type',
    looks: /^attestation-manifest$/,
    strength: 'name',
    recorded: true,
    source: source('moby/buildkit', 'v0.32.2', 'docs/attestations/attestation-storage.md'),
  },
  {
    id: 'buildah-label',
    builder: 'buildah',
    document: 'config',
    pattern: '/config/Labels/io.buildah.version',
    strength: 'name',
    recorded: true,
    source: source('containers/buildah', 'main', 'docs/buildah-build.1.md'),
  },
  {
    id: 'jib-author',
    builder: 'jib',
    document: 'config',
    pattern: '/history/*/author',
    looks: /^Jib$/,
    strength: 'name',
    recorded: true,
    source: JIB,
  },
  {
    id: 'jib-created-by',
    builder: 'jib',
    document: 'config',
    pattern: '/history/*/created_by',
    looks: /^jib(?:-[a-z-]+)?(?::|$)/,
    strength: 'name',
    recorded: true,
    source: JIB,
  },
  {
    id: 'jib-epoch',
    builder: 'jib',
    document: 'config',
    pattern: '/created',
    looks: /^1970-01-01T00:00:00(?:\.0+)?Z$/,
    strength: 'habit',
    recorded: true,
    source: source('GoogleContainerTools/jib', 'fb949e26', 'docs/faq.md'),
  },
  {
    id: 'buildpacks-label',
    builder: 'buildpacks',
    document: 'config',
    pattern: '/config/Labels/io.buildpacks.*',
    strength: 'name',
    recorded: true,
    source: LIFECYCLE_LABELS,
  },
  {
    id: 'buildpacks-step',
    builder: 'buildpacks',
    document: 'config',
    pattern: '/history/*/created_by',
    looks:
      /^(?:Layer: '.*', Created by buildpack: |Buildpacks (?:Application Launcher|Launcher Config|Process Types)$)/,
    strength: 'name',
    recorded: true,
    source: LIFECYCLE_LAYERS,
  },
  {
    id: 'buildpacks-entrypoint',
    builder: 'buildpacks',
    document: 'config',
    pattern: '/config/Entrypoint/0',
    looks: /^\/cnb\/(?:process\/|lifecycle\/launcher$)/,
    strength: 'name',
    recorded: true,
    source: source('buildpacks/lifecycle', 'v0.21.17', 'phase/exporter.go'),
  },
  {
    id: 'buildpacks-created',
    builder: 'buildpacks',
    document: 'config',
    pattern: '/created',
    looks: /^1980-01-01T00:00:01Z$/,
    strength: 'habit',
    recorded: true,
    source: source('buildpacks/lifecycle', 'v0.21.17', 'archive/writer.go'),
  },
  {
    id: 'kaniko-author',
    builder: 'kaniko',
    document: 'config',
    pattern: '/history/*/author',
    looks: /^kaniko$/,
    strength: 'name',
    recorded: true,
    source: source('GoogleContainerTools/kaniko', 'v1.24.0', 'pkg/constants/constants.go'),
  },
  {
    id: 'ko-author',
    builder: 'ko',
    document: 'config',
    pattern: '/author',
    looks: /^github\.com\/(?:ko-build|google)\/ko$/,
    strength: 'name',
    recorded: true,
    source: KO,
  },
  {
    id: 'ko-step',
    builder: 'ko',
    document: 'config',
    pattern: '/history/*/created_by',
    looks: /^ko (?:build|publish) /,
    strength: 'name',
    recorded: true,
    source: KO,
  },
  {
    id: 'umoci-step',
    builder: 'umoci',
    document: 'config',
    pattern: '/history/*/created_by',
    looks: /^umoci (?:repack|config|insert)$/,
    strength: 'name',
    recorded: true,
    source: source('opencontainers/umoci', 'v0.6.0', 'cmd/umoci/repack.go'),
  },
  {
    id: 'apko-author',
    builder: 'apko',
    document: 'config',
    pattern: '/author',
    looks: /^github\.com\/chainguard-dev\/apko$/,
    strength: 'name',
    recorded: true,
    source: APKO,
  },
  {
    id: 'apko-step',
    builder: 'apko',
    document: 'config',
    pattern: '/history/*/author',
    looks: /^apko$/,
    strength: 'name',
    recorded: true,
    source: APKO,
  },
  {
    id: 'rules-docker-step',
    builder: 'rules-docker',
    document: 'config',
    pattern: '/history/*/created_by',
    looks: /^bazel build \.\.\.$/,
    strength: 'name',
    recorded: false,
    source: source(
      'bazelbuild/rules_docker',
      'v0.25.0',
      'container/go/cmd/create_image_config/create_image_config.go',
    ),
  },
  {
    id: 'nix-created',
    builder: 'nix',
    document: 'config',
    pattern: '/created',
    looks: /^1970-01-01T00:00:01(?:\.0+)?(?:Z|\+00:00)$/,
    strength: 'habit',
    recorded: false,
    source: source('NixOS/nixpkgs', 'master', 'pkgs/build-support/docker/default.nix'),
  },
]
