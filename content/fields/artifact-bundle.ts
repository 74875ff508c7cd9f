import type { FieldEntry } from '../../lib/content/fields.ts'
import { rekorEntry, sigstoreBundle } from './clauses.ts'
import { row } from './row.ts'

/** A Sigstore bundle. */
export const bundle: FieldEntry[] = [
  row(
    '',
    sigstoreBundle('Bundle'),
    [
      'Signature, signer and proofs in one file.',
      'A bundle without proof of time cannot be checked once the certificate has expired.',
    ],
    [
      '서명과 서명자와 증거를 파일 하나에 담았다.',
      '시각을 증명하는 것이 없으면 인증서가 만료된 뒤에는 확인할 수 없다.',
    ],
  ),
  row(
    '/mediaType',
    sigstoreBundle('Bundle'),
    [
      'The version: in a parameter until 0.2, in the name since 0.3.',
      'Clients refuse a version that they do not know.',
    ],
    [
      '버전이다. 0.2까지는 매개변수에, 0.3부터는 이름에 적는다.',
      '클라이언트는 모르는 버전을 거부한다.',
    ],
  ),
  row(
    '/verificationMaterial',
    sigstoreBundle('VerificationMaterial'),
    [
      'What is needed to check the signature without asking anyone.',
      'The verifier has to go online, or give up.',
    ],
    [
      '아무에게도 묻지 않고 서명을 확인하는 데 필요한 것들이다.',
      '검증하는 쪽이 온라인으로 물어보거나 포기해야 한다.',
    ],
  ),
  row(
    '/verificationMaterial/publicKey',
    sigstoreBundle('VerificationMaterial'),
    ['Signed with a key: the key itself is not here.', 'The verifier must already have it.'],
    [
      '키로 서명했을 때 온다. 키 자체는 여기에 없다.',
      '검증하는 쪽이 키를 미리 가지고 있어야 한다.',
    ],
  ),
  row(
    '/verificationMaterial/publicKey/hint',
    sigstoreBundle('VerificationMaterial'),
    ['A hint which key, for cosign a hash of it.', 'The right key is not found among many.'],
    [
      '어떤 키인지 알려 주는 힌트다. cosign은 키의 해시를 적는다.',
      '여러 키 가운데 맞는 것을 찾지 못한다.',
    ],
  ),
  row(
    '/verificationMaterial/certificate',
    sigstoreBundle('VerificationMaterial'),
    [
      'Since 0.3: the signer’s certificate alone. The chain comes from the trust root.',
      'Without it nobody knows whose key signed.',
    ],
    [
      '0.3부터 서명자의 인증서 하나만 온다. 나머지 사슬은 신뢰 루트에서 가져온다.',
      '없으면 누구의 키로 서명했는지 알 수 없다.',
    ],
  ),
  row(
    '/verificationMaterial/certificate/rawBytes',
    sigstoreBundle('VerificationMaterial'),
    [
      'The certificate in DER, as base64.',
      'It cannot be read, so there is no identity to compare.',
    ],
    ['DER로 된 인증서를 base64로 적은 것이다.', '읽을 수 없으면 비교할 신원이 없다.'],
  ),
  row(
    '/verificationMaterial/x509CertificateChain',
    sigstoreBundle('VerificationMaterial'),
    [
      'Until 0.2: the certificates, signer first.',
      'A root in it proves nothing: the verifier’s own root counts.',
    ],
    [
      '0.2까지 쓰던 인증서 사슬이다. 서명자가 맨 앞이다.',
      '루트가 들어 있어도 증거가 못 된다. 검증하는 쪽이 가진 루트만 센다.',
    ],
  ),
  row(
    '/verificationMaterial/x509CertificateChain/certificates',
    sigstoreBundle('VerificationMaterial'),
    ['The list of them.', 'In another order the chain does not close.'],
    ['그 목록이다.', '순서가 바뀌면 사슬이 이어지지 않는다.'],
  ),
  row(
    '/verificationMaterial/x509CertificateChain/certificates/*',
    sigstoreBundle('VerificationMaterial'),
    ['One certificate.', 'An intermediate that is missing has to come from elsewhere.'],
    ['인증서 하나다.', '중간 인증서가 빠졌으면 다른 데서 구해야 한다.'],
  ),
  row(
    '/verificationMaterial/x509CertificateChain/certificates/*/rawBytes',
    sigstoreBundle('VerificationMaterial'),
    ['That certificate in DER, as base64.', 'One broken byte and its signature is void.'],
    ['그 인증서의 DER를 base64로 적은 것이다.', '한 바이트만 깨져도 인증서의 서명이 무효가 된다.'],
  ),
  row(
    '/verificationMaterial/tlogEntries',
    rekorEntry('TransparencyLogEntry'),
    [
      'Entries of a transparency log, with the proofs that they stand there.',
      'None, as when signing without a log: then nothing public shows that the signature exists.',
    ],
    [
      '투명성 로그의 항목과, 로그에 실제로 있다는 증거다.',
      '로그 없이 서명하면 비어 있고, 서명이 있었다는 공개된 흔적이 없다.',
    ],
  ),
  row(
    '/verificationMaterial/tlogEntries/*',
    rekorEntry('TransparencyLogEntry'),
    ['One entry.', 'An entry of a log that the verifier does not trust counts for nothing.'],
    ['항목 하나다.', '검증하는 쪽이 믿지 않는 로그의 항목은 쳐주지 않는다.'],
  ),
  row(
    '/verificationMaterial/tlogEntries/*/logIndex',
    rekorEntry('TransparencyLogEntry'),
    [
      'Its place in the log, as text, since it may exceed 53 bits.',
      'It leads to somebody else’s entry.',
    ],
    [
      '로그에서 몇 번째인지를 글자로 적는다. 53비트를 넘을 수 있기 때문이다.',
      '다른 사람의 항목으로 이어진다.',
    ],
  ),
  row(
    '/verificationMaterial/tlogEntries/*/logId',
    rekorEntry('TransparencyLogEntry'),
    ['Which log.', 'The proof is checked against the wrong key.'],
    ['어떤 로그인지 나타낸다.', '엉뚱한 키로 증거를 확인하게 된다.'],
  ),
  row(
    '/verificationMaterial/tlogEntries/*/logId/keyId',
    rekorEntry('TransparencyLogEntry'),
    ['SHA-256 of the log’s public key, in base64.', 'The log is unknown to the verifier.'],
    [
      '로그의 공개 키를 SHA-256으로 해시해 base64로 적은 것이다.',
      '검증하는 쪽이 모르는 로그가 된다.',
    ],
  ),
  row(
    '/verificationMaterial/tlogEntries/*/kindVersion',
    rekorEntry('KindVersion'),
    [
      'What kind of entry: hashedrekord for a signature, dsse for an envelope.',
      'The body is parsed by other rules.',
    ],
    ['항목의 종류다. 서명이면 hashedrekord, 봉투면 dsse다.', '본문을 다른 규칙으로 읽게 된다.'],
  ),
  row(
    '/verificationMaterial/tlogEntries/*/integratedTime',
    rekorEntry('TransparencyLogEntry'),
    [
      'When the log took it, in seconds since 1970. The new log (Rekor v2) leaves it out.',
      'A short-lived certificate cannot be shown to have been valid then.',
    ],
    [
      '로그가 받아들인 때다. 1970년부터 센 초이며, 새 로그(Rekor v2)는 적지 않는다.',
      '수명이 짧은 인증서가 그때 유효했다는 것을 보일 수 없다.',
    ],
  ),
  row(
    '/verificationMaterial/timestampVerificationData',
    sigstoreBundle('TimestampVerificationData'),
    [
      'Proofs of time from a timestamp authority.',
      'Without log time and without this, expiry cannot be judged.',
    ],
    ['타임스탬프 기관이 준 시각 증거다.', '로그의 시각도 이것도 없으면 만료를 판단할 수 없다.'],
  ),
  row(
    '/verificationMaterial/timestampVerificationData/rfc3161Timestamps',
    sigstoreBundle('TimestampVerificationData'),
    ['Signed timestamps as in RFC 3161.', 'Each is checked with the authority’s own certificate.'],
    ['RFC 3161 방식의 서명된 타임스탬프다.', '하나하나를 그 기관의 인증서로 확인해야 한다.'],
  ),
  row(
    '/messageSignature',
    sigstoreBundle('Bundle'),
    [
      'A signature over bytes that are not in the bundle.',
      'Bundle and file have to be kept together.',
    ],
    ['번들에 들어 있지 않은 바이트에 한 서명이다.', '번들과 파일을 함께 간수해야 한다.'],
  ),
  row(
    '/messageSignature/messageDigest',
    sigstoreBundle('Bundle'),
    [
      'The digest of those bytes, to find them by. The verifier computes it again.',
      'Trusted as it stands, it lets another file pass.',
    ],
    [
      '그 바이트를 찾을 때 쓰는 다이제스트다. 검증하는 쪽이 다시 계산한다.',
      '적힌 대로 믿으면 다른 파일이 통과한다.',
    ],
  ),
  row(
    '/dsseEnvelope',
    sigstoreBundle('Bundle'),
    [
      'A signed statement in its envelope.',
      'Neither this nor a message signature: there is nothing to check.',
    ],
    ['봉투에 든 서명된 진술이다.', '이것도 메시지 서명도 없으면 확인할 것이 없다.'],
  ),
  row(
    '/dsseEnvelope/payload',
    sigstoreBundle('Bundle'),
    [
      'The statement in base64.',
      'Decoded and trusted without its signature, it is anybody’s text.',
    ],
    ['base64로 적은 진술이다.', '서명을 보지 않고 풀어서 믿으면 누구나 쓸 수 있는 글일 뿐이다.'],
  ),
  row(
    '/dsseEnvelope/payloadType',
    sigstoreBundle('Bundle'),
    [
      'application/vnd.in-toto+json for a statement.',
      'A verifier for statements refuses anything else.',
    ],
    ['진술이면 application/vnd.in-toto+json이다.', '진술을 검증하는 쪽은 다른 값을 거부한다.'],
  ),
  row(
    '/dsseEnvelope/signatures',
    sigstoreBundle('Bundle'),
    [
      'In a bundle exactly one.',
      'With two, it would be unclear whose certificate stands beside them.',
    ],
    ['번들에는 서명이 꼭 하나만 들어간다.', '둘이면 옆의 인증서가 누구의 것인지 알 수 없다.'],
  ),
]
