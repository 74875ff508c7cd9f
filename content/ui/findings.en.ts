import type { FindingVocabulary } from '../../components/panels/finding/words.ts'

export const findingsEn = {
  locale: 'en',
  sentences: {
    bom: {
      says: 'The document begins with a byte order mark.',
      so: 'These three bytes count for the digest. JSON must not begin with them (RFC 8259), so some readers refuse it.',
    },
    'duplicate-key': {
      says: 'The key “{key}” comes twice in one object.',
      so: 'Parsers do not agree on which one counts. Two clients can see two documents under one digest.',
    },
    'unsafe-integer': {
      says: 'The integer {text} needs more than 53 bits.',
      so: 'It is legal. Programs that keep numbers as floating point, as JavaScript does, round it without a word. Here it is shown as written.',
    },
    'media-type-missing': {
      says: 'The document does not say what it is. It was read as: {assumed}.',
      so: 'OCI allows that: the Content-Type header or the descriptor decides. Docker’s form requires the field.',
    },
    'media-type-mismatch': {
      says: 'It came as {declared}, but calls itself {body}.',
      so: 'Here its own word counts. A client that goes by the other sees another document, so careful clients refuse it (CVE-2021-41190).',
    },
    'shape-mismatch': {
      says: 'A document of type {mediaType} should not have the field “{field}”.',
      so: 'With the fields of two kinds, the same bytes are one image to one client and another to the next. Careful clients refuse them (CVE-2021-41190).',
    },
    schema1: {
      says: 'This is Docker’s schema 1 ({signed}), the form before configs had digests of their own.',
      so: 'It can be shown, but containerd (since 2.1) and the distribution registry (since 3.0) no longer take it.',
    },
    'unknown-field': {
      says: 'The specification has no field “{field}” here.',
      so: 'It is legal: whoever does not know a field must ignore it. It still counts for the digest.',
    },
    'missing-required': {
      says: 'The required field “{field}” is missing.',
      so: 'A client has to guess it or refuse the document. Strict ones refuse.',
    },
    'wrong-type': {
      says: 'This value has the wrong type. Found: {got}. Expected: {expected}.',
      so: 'Clients that decode into fixed types, such as those written in Go, refuse the whole document.',
    },
    'wrong-form': {
      says: '“{text}” breaks the rules for this field. Expected: {expected}.',
      so: 'The type is right, the text is not. Some clients let it pass and others refuse it.',
    },
    'size-negative': {
      says: 'The size {text} is negative.',
      so: 'No content has such a length, so a client that compares sizes refuses whatever it gets.',
    },
    'unknown-digest-algorithm': {
      says: 'The digest algorithm {algorithm} is not registered in image-spec v1.1.1.',
      so: 'It is legal if its spelling fits the grammar. Who cannot compute it cannot verify the content.',
    },
    'empty-layers': {
      says: 'The list of layers is empty.',
      so: 'It is legal, but not portable. An artifact without files should have one layer: the empty descriptor.',
    },
    'foreign-layer': {
      says: 'The type {mediaType} marks a layer that should not be pushed to registries.',
      so: 'Image-spec 1.1 deprecates such layers. Where their own addresses cannot be reached, the image is incomplete.',
    },
    urls: {
      says: 'This content can also be fetched elsewhere: {urls}.',
      so: 'It is legal. A client that goes there must check digest and size. This site does not go there.',
    },
    'data-mismatch': {
      says: 'The embedded data is {got} bytes long, but the descriptor says {size}.',
      so: 'So it cannot be the content that the digest names. A client that uses it unchecked reads something else.',
    },
    'artifact-type-missing': {
      says: 'The config is the empty descriptor, but artifactType is missing.',
      so: 'The specification requires it here, because nothing else tells what the artifact is.',
    },
    'history-mismatch': {
      says: 'History entries that made a layer: {history}. DiffIDs: {diffIds}. The two should be equal.',
      so: 'A container runs all the same. Tools that print the history put sizes beside the wrong steps.',
    },
  },
  expected: {
    object: 'an object',
    array: 'a list',
    string: 'a string',
    integer: 'an integer',
    boolean: 'true or false',
    'string-array': 'a list of strings',
    'string-map': 'an object whose values are strings',
    'media-type': 'a media type such as application/json',
    digest: 'a digest such as sha256:…',
    base64: 'base64',
    'date-time': 'an RFC 3339 date and time',
    uri: 'a URL',
    environment: 'NAME=value',
    'schema-version': '2',
  },
  types: {
    object: 'an object',
    array: 'a list',
    string: 'a string',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
  },
  signed: 'signed',
  unsigned: 'unsigned',
  unknown: 'unknown',
  more: '{count} more',
} satisfies FindingVocabulary
