import type { FieldEntry } from '../../lib/content/fields.ts'
import { notaryJws } from './clauses.ts'
import { row } from './row.ts'

/** A Notary Project signature as JWS. */
export const jws: FieldEntry[] = [
  row(
    '',
    notaryJws,
    [
      'A JSON Web Signature over the descriptor of the image.',
      'The descriptor in it has to be compared with the one that was pulled.',
    ],
    [
      '이미지의 디스크립터에 한 JSON 웹 서명이다.',
      '그 안의 디스크립터를 실제로 받은 것과 비교해야 한다.',
    ],
  ),
  row(
    '/protected',
    notaryJws,
    [
      'The signed header in base64url: algorithm, scheme, time.',
      'A critical field that is not understood has to lead to refusal.',
    ],
    [
      'base64url로 적은 서명된 헤더다. 알고리즘, 방식, 시각이 들어 있다.',
      '이해하지 못하는 critical 필드가 있으면 거부해야 한다.',
    ],
  ),
  row(
    '/payload',
    notaryJws,
    [
      'The payload in base64url: the target’s descriptor.',
      'Another digest in it is a signature for another image.',
    ],
    [
      'base64url로 적은 내용이다. 대상의 디스크립터가 들어 있다.',
      '다이제스트가 다르면 다른 이미지의 서명이다.',
    ],
  ),
  row(
    '/header',
    notaryJws,
    ['The unsigned header.', 'Nothing in it may be trusted by itself.'],
    ['서명되지 않은 헤더다.', '여기 있는 것을 그대로 믿으면 안 된다.'],
  ),
  row(
    '/header/x5c',
    notaryJws,
    [
      'The certificates, signer first.',
      'They are checked against the verifier’s own trust store, or they say nothing.',
    ],
    [
      '인증서 목록이다. 서명자가 맨 앞이다.',
      '검증하는 쪽의 신뢰 저장소에 견주어 보지 않으면 아무 의미가 없다.',
    ],
  ),
  row(
    '/header/x5c/*',
    notaryJws,
    ['One certificate in base64.', 'A missing link and the chain cannot be built.'],
    ['base64로 적은 인증서 하나다.', '하나라도 빠지면 사슬을 이을 수 없다.'],
  ),
]
