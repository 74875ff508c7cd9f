import type { FieldEntry } from '../../lib/content/fields.ts'
import { cosignPayload, dsse } from './clauses.ts'
import { row } from './row.ts'

/** A DSSE envelope. */
export const envelope: FieldEntry[] = [
  row(
    '',
    dsse,
    [
      'A payload and signatures over it, with the payload’s type signed too.',
      'Opened before the signature is checked, hostile content reaches the parser.',
    ],
    [
      '내용과 그 내용에 한 서명이다. 내용의 타입까지 함께 서명한다.',
      '서명을 확인하기 전에 열면 악의적인 내용이 파서에 닿는다.',
    ],
  ),
  row(
    '/payloadType',
    dsse,
    [
      'What the payload is. The signature covers it.',
      'Changed, the signature no longer fits: the same bytes cannot pass as something else.',
    ],
    [
      '내용이 무엇인지 적는다. 서명이 이것도 덮는다.',
      '바꾸면 서명이 맞지 않는다. 같은 바이트를 다른 것으로 속일 수 없다.',
    ],
  ),
  row(
    '/payload',
    dsse,
    [
      'The payload in base64, in either alphabet.',
      'A reader of one alphabet alone fails on half of the envelopes.',
    ],
    [
      'base64로 적은 내용이다. 두 가지 알파벳이 다 쓰인다.',
      '한쪽 알파벳만 읽는 프로그램은 봉투 절반을 읽지 못한다.',
    ],
  ),
  row(
    '/signatures',
    dsse,
    [
      'One signature or more. How many are needed is the policy’s decision.',
      'An envelope with none is only base64.',
    ],
    [
      '서명이 하나 이상 있다. 몇 개가 필요한지는 정책이 정한다.',
      '하나도 없으면 그냥 base64일 뿐이다.',
    ],
  ),
  row(
    '/signatures/*',
    dsse,
    ['One signature.', 'Which key made it is not told by it.'],
    ['서명 하나다.', '어떤 키로 한 것인지는 서명만 보아서는 모른다.'],
  ),
  row(
    '/signatures/*/keyid',
    dsse,
    [
      'A hint for finding the key. It is not signed.',
      'Who trusts it instead of the key can be led to any key.',
    ],
    [
      '키를 찾을 때 쓰는 힌트다. 서명되지 않는다.',
      '키 대신 이것을 믿으면 아무 키에나 속을 수 있다.',
    ],
  ),
  row(
    '/signatures/*/sig',
    dsse,
    ['The signature in base64.', 'Then nothing in the envelope can be trusted.'],
    ['base64로 적은 서명이다.', '그러면 봉투 안의 어떤 것도 믿을 수 없다.'],
  ),
]

/** cosign’s signed payload. */
export const simpleSigning: FieldEntry[] = [
  row(
    '',
    cosignPayload,
    [
      'What is signed in place of the image: small, and with the image’s digest in it.',
      'The signature fits these bytes, to the last space.',
    ],
    [
      '이미지 대신 서명하는 글이다. 짧고, 그 안에 이미지의 다이제스트가 들어 있다.',
      '서명은 띄어쓰기 하나까지 이 바이트에 맞는다.',
    ],
  ),
  row(
    '/critical',
    cosignPayload,
    [
      'What a verifier must understand and check.',
      'An unknown field in here means that the signature must be refused.',
    ],
    [
      '검증하는 쪽이 반드시 이해하고 확인해야 하는 부분이다.',
      '여기에 모르는 필드가 있으면 서명을 거부해야 한다.',
    ],
  ),
  row(
    '/critical/identity',
    cosignPayload,
    [
      'Under which name the image was signed.',
      'Checked by few: cosign itself compares only the digest.',
    ],
    ['어떤 이름으로 서명했는지 적는다.', '확인하는 곳이 드물다. cosign도 다이제스트만 비교한다.'],
  ),
  row(
    '/critical/identity/docker-reference',
    cosignPayload,
    [
      'The repository, without tag.',
      'A copy of the image elsewhere keeps the old name, and stays valid.',
    ],
    [
      '태그를 뺀 리포지터리 이름이다.',
      '이미지를 다른 곳에 복사해도 예전 이름이 남고, 서명은 그대로 유효하다.',
    ],
  ),
  row(
    '/critical/image',
    cosignPayload,
    ['Which image was signed.', 'Without it the signature is about nothing.'],
    ['어떤 이미지에 서명했는지 적는다.', '이것이 없으면 무엇에 한 서명인지 알 수 없다.'],
  ),
  row(
    '/critical/image/docker-manifest-digest',
    cosignPayload,
    [
      'The digest of the index or manifest. This is what the signature protects.',
      'If it is not the digest that was pulled, the signature belongs to another image.',
    ],
    [
      '인덱스나 매니페스트의 다이제스트다. 서명이 지키는 것이 바로 이것이다.',
      '받은 것의 다이제스트와 다르면 다른 이미지의 서명이다.',
    ],
  ),
  row(
    '/critical/type',
    cosignPayload,
    [
      'Always “cosign container image signature” for cosign.',
      'Another text is another kind of signature and must not pass as this one.',
    ],
    [
      'cosign이라면 언제나 “cosign container image signature”다.',
      '글자가 다르면 다른 종류의 서명이므로 통과시키면 안 된다.',
    ],
  ),
  row(
    '/optional',
    cosignPayload,
    [
      'Notes that the signer added with -a key=value. They are signed too.',
      'A policy may ask for one of them; null means that there are none.',
    ],
    [
      '서명한 사람이 -a key=value로 덧붙인 메모다. 이것도 함께 서명된다.',
      '정책이 그중 하나를 요구할 수 있다. null이면 메모가 없다는 뜻이다.',
    ],
  ),
]
