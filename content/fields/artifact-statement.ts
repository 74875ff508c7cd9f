import type { FieldEntry } from '../../lib/content/fields.ts'
import { inTotoStatement as SPEC } from './clauses.ts'
import { row } from './row.ts'

/** An in-toto statement, v0.1 or v1: what is claimed about which artifacts. */
export const statement: FieldEntry[] = [
  row(
    '',
    SPEC,
    [
      'A claim about artifacts that are named by their digests. It carries no signature itself: that is the envelope’s task.',
      'An unsigned statement is only as good as whoever could write to the repository. BuildKit’s are unsigned.',
    ],
    [
      '다이제스트로 적은 아티팩트에 관한 주장이다. 서명은 들어 있지 않고, 그것은 봉투가 맡는다.',
      '서명이 없는 진술은 리포지터리에 쓸 수 있는 사람 누구나 만들 수 있다. BuildKit의 진술에는 서명이 없다.',
    ],
  ),
  row(
    '/_type',
    SPEC,
    [
      'Says that this is a statement, and in which version: v0.1 or v1. The fields are the same in both.',
      'A verifier does not take it for a statement and passes it by.',
    ],
    [
      '이 문서가 진술이라는 것과 그 버전(v0.1, v1)을 적는다. 두 버전의 필드는 같다.',
      '검증하는 쪽이 진술로 보지 않고 그냥 지나친다.',
    ],
  ),
  row(
    '/predicateType',
    SPEC,
    [
      'A URI that says what kind of claim follows: provenance, SBOM, test result.',
      'A policy looks for one type by its exact text, so another version of it counts as missing.',
    ],
    [
      '어떤 종류의 주장이 이어지는지 나타내는 URI다. 출처, SBOM, 시험 결과 따위가 있다.',
      '정책은 이 글자 그대로 타입을 찾는다. 버전만 달라도 없는 것으로 친다.',
    ],
  ),
  row(
    '/subject',
    SPEC,
    [
      'The artifacts that the claim is about. Digests identify them, names only help people.',
      'A claim with another subject says nothing about this image, however well it is signed.',
    ],
    [
      '주장의 대상이 되는 아티팩트들이다. 다이제스트로 구별하고, 이름은 사람이 알아보게 할 뿐이다.',
      '대상이 다르면 아무리 서명이 훌륭해도 이 이미지에 관해서는 아무 말도 하지 않은 것이다.',
    ],
  ),
  row(
    '/subject/*',
    SPEC,
    [
      'One artifact. BuildKit writes one for each tag that was pushed, all with the same digest.',
      'An entry without a digest identifies nothing.',
    ],
    [
      '아티팩트 하나다. BuildKit은 푸시한 태그마다 하나씩 적는데 다이제스트는 모두 같다.',
      '다이제스트가 없는 항목은 아무것도 가리키지 못한다.',
    ],
  ),
  row(
    '/subject/*/name',
    SPEC,
    [
      'A name for people, often a package URL with registry, repository and platform.',
      'Nothing breaks: verifiers must go by the digest. Who goes by the name can be fooled.',
    ],
    [
      '사람이 볼 이름이다. 레지스트리, 리포지터리, 플랫폼을 담은 패키지 URL일 때가 많다.',
      '검증은 다이제스트로 하므로 깨지는 것은 없다. 이름만 믿는 쪽은 속을 수 있다.',
    ],
  ),
  row(
    '/subject/*/digest',
    SPEC,
    [
      'Digests of that artifact by algorithm. For an image: the hex part of its manifest’s digest, without “sha256:”.',
      'It no longer fits the image that was pulled, and verification fails.',
    ],
    [
      '그 아티팩트의 다이제스트를 알고리즘별로 적는다. 이미지라면 매니페스트 다이제스트에서 “sha256:”을 뺀 부분이다.',
      '받은 이미지와 맞지 않아 검증에 실패한다.',
    ],
  ),
  row(
    '/subject/*/digest/*',
    SPEC,
    [
      'The digest in hex. The key above it is the algorithm.',
      'A verifier compares it letter by letter, so upper-case hex is another digest.',
    ],
    [
      '16진수로 적은 다이제스트다. 키가 알고리즘 이름이다.',
      '한 글자씩 비교하므로 대문자로 적으면 다른 다이제스트가 된다.',
    ],
  ),
  row(
    '/subject/*/annotations',
    SPEC,
    [
      'Notes about that subject. cosign writes an empty object.',
      'No verifier needs them; they must not change what is verified.',
    ],
    [
      '그 대상에 붙인 메모다. cosign은 빈 객체를 적는다.',
      '검증에는 필요 없다. 여기에 따라 검증 결과가 달라지면 안 된다.',
    ],
  ),
  row(
    '/predicate',
    SPEC,
    [
      'The claim itself. Its form is what the predicate type says.',
      'A reader that expects another form finds empty fields and may take them for “not given”.',
    ],
    [
      '주장 그 자체다. 형식은 술어 타입이 정한다.',
      '다른 형식을 기대하고 읽으면 필드가 비어 보이고, 적지 않은 것으로 오해하기 쉽다.',
    ],
  ),
]
