import type { ProblemVocabulary } from '../../components/panels/problem/words.ts'

export const problemsEn = {
  locale: 'en',
  sentences: {
    'reference-syntax': {
      says: '“{input}” is not an image reference: {reason}.',
      try: 'Write registry/repository:tag, such as ghcr.io/owner/app:1.0, or only a name, such as nginx.',
    },
    'digest-syntax': {
      says: '“{input}” is not a digest.',
      try: 'A digest is algorithm:value. For sha256 that is sha256: and 64 lower-case hexadecimal digits.',
    },
    'platform-syntax': {
      says: '“{input}” is not a platform.',
      try: 'Write os/architecture, such as linux/amd64, or os/architecture/variant, such as linux/arm/v7.',
    },
    'registry-not-listed': {
      says: 'This site does not ask {registry}: the host is not on its list of registries.',
      try: 'Choose a registry from the list, or run the site yourself with {registry} in EXTRA_REGISTRIES.',
    },
    offline: {
      says: 'This site cannot reach {registry} from where it runs.',
      try: 'Check the network of the machine that serves the site, or read on with a recorded image.',
    },
    'live-off': {
      says: 'Live requests are switched off here (LIVE=off), so {registry} was not asked.',
      try: 'Use a recorded image, or start the site without LIVE=off.',
    },
    timeout: {
      says: '{host} was too slow: {phase} took longer than {limit}.',
      try: 'Try again. If it stays slow, use a recorded image.',
    },
    tls: {
      says: 'No secure connection to {host} could be made ({code}).',
      try: 'Check the certificate. If your own authority signed it, start the site with NODE_EXTRA_CA_CERTS.',
    },
    'address-refused': {
      says: '{host} leads to {address}, a private or reserved address, so nothing was sent there.',
      try: 'If this is your own registry, put it in EXTRA_REGISTRIES: only those may have private addresses.',
    },
    'redirect-refused': {
      says: 'The answer from {from} points to {to}. This site did not follow: {reason}.',
      try: 'Use a recorded image. If you run this site and trust that host, allow it in EXTRA_REGISTRIES.',
    },
    'too-many-redirects': {
      says: 'The registry redirected more than {limit} times and never delivered.',
      try: 'Try again later. If it goes round again, the fault is at the registry.',
    },
    'challenge-missing': {
      says: '{registry} answered 401 but did not say how to log in: the WWW-Authenticate header is missing.',
      try: 'Check the host name: this may not be a registry, or its set-up is incomplete.',
    },
    'challenge-unsupported': {
      says: '{registry} asks for {scheme} authentication. This site speaks only Bearer and Basic.',
      try: 'Fetch the image with a tool that speaks {scheme}, or take it from another registry.',
    },
    'realm-refused': {
      says: '{registry} sends clients to {realm} for a token. That address is not on its list, so no token was asked for.',
      try: 'If this is your own registry, add ;realm={realm} to its entry in EXTRA_REGISTRIES.',
    },
    'token-failed': {
      says: 'The token server of {registry} refused with {status} ({diagnostics}).',
      try: 'Check the spelling of the repository. If it is private, the site needs credentials for it.',
    },
    'token-redirect': {
      says: 'The token server of {registry} answered with a redirect ({status}). It was not followed, because that could hand a password to another host.',
      try: 'Use a recorded image, and tell whoever runs the registry.',
    },
    'not-found-or-private': {
      says: '{reference} is absent or private: the registry answered {status} ({diagnostics}) and does not say which.',
      try: 'Check the spelling of repository and tag. A private image needs credentials where the site runs: REGISTRY_AUTH_FILE and PRIVATE_REPOSITORIES.',
    },
    'credentials-needed': {
      says: '{registry} answers nobody without a login, and this site has none for it.',
      try: 'Choose a public image, or run the site with REGISTRY_AUTH_FILE.',
    },
    'rate-limited': {
      says: '{registry} has had too many requests from this address and refuses for now (429).',
      try: 'Try again in {retryAfter}, or use a recorded image.',
    },
    'visitor-limited': {
      says: 'New images were asked for faster than this site allows one address.',
      try: 'Try again in {retryAfter}. Recorded images, and images fetched before, have no limit.',
    },
    'cross-site': {
      says: 'Another website asked for this. Registry answers go only to this site’s own pages.',
      try: 'Open the address directly, or use a command-line client such as curl or skopeo.',
    },
    'host-refused': {
      says: 'This site was called by the name {host}, and it does not answer to it.',
      try: 'Use localhost, or add {host} to ALLOWED_HOSTS.',
    },
    registry: {
      says: '{registry} answered with an error: {status} ({diagnostics}).',
      try: 'Look at the conversation to see which request failed, then try again.',
    },
    'link-refused': {
      says: 'The list goes on at {link}, says the registry. This site did not follow: {reason}.',
      try: 'What was listed so far is not the whole list. Tell whoever runs the registry, or list it with skopeo.',
    },
    'too-many-pages': {
      says: 'The list did not end after {limit} pages, or came round to a page again.',
      try: 'Search for a tag by its name instead of listing all of them.',
    },
    'referrers-unsupported': {
      says: '{registry} has no list of referrers: it answered {status} ({diagnostics}).',
      try: 'Look under the tag that stands in for the list: the subject’s digest with a hyphen for its colon.',
    },
    'too-large': {
      says: 'The {what} is larger than this site accepts (size: {size}, limit: {limit}).',
      try: 'Fetch it with a command-line client such as skopeo.',
    },
    truncated: {
      says: 'The answer broke off: {got} of {want} arrived.',
      try: 'Try again. If it always breaks off at the same place, a proxy or a firewall in between may be cutting it.',
    },
    'digest-mismatch': {
      says: 'These bytes are not what their name says: {want} was asked for, and the bytes hash to {got}.',
      try: 'Do not use them. Fetch again. If they still differ, the registry or something on the way changes content.',
    },
    'size-mismatch': {
      says: 'The descriptor promises {want}, but the content has {got}.',
      try: 'Do not use the content. Fetch again. If it stays so, the manifest is wrong or the blob was replaced.',
    },
    'content-encoding': {
      says: 'The answer came compressed ({encoding}) although plain bytes were asked for. The digest is that of the plain bytes.',
      try: 'Look for a proxy that compresses, and ask the registry without it.',
    },
    'media-type-refused': {
      says: 'The registry sent a type that is not a known manifest type: {mediaType}.',
      try: 'Check that the reference names an image or an artifact, and not some other content.',
    },
    'blob-not-named': {
      says: 'No manifest verified here in {repository} names the blob {digest}.',
      try: 'Fetch a manifest that names it first: this mirror passes on only what images need.',
    },
    'blob-omitted': {
      says: 'The recording does not contain the blob {digest}: {reason}.',
      try: 'Its descriptor still tells type, size and digest. For the bytes, fetch the image live.',
    },
    'sample-unknown': {
      says: 'No recorded image is called {name}.',
      try: 'Choose one from the list of recorded images.',
    },
    'text-encoding': {
      says: 'The document is not UTF-8: the first wrong byte is at offset {at}.',
      try: 'Look at the raw bytes. JSON that travels between systems must be UTF-8.',
    },
    'json-syntax': {
      says: 'The document is not JSON: at offset {at} there should be {expected}.',
      try: 'Look at the raw bytes. An HTML error page or a cut answer often stands in its place.',
    },
    'json-depth': {
      says: 'The document is nested more than {limit} levels deep, so this site stopped reading.',
      try: 'No image needs that depth. Treat the document with suspicion.',
    },
    'document-shape': {
      says: 'The document has the wrong shape: at {at} there should be {expected}.',
      try: 'Look at the raw bytes there. Other clients will probably refuse the document, too.',
    },
    'digest-unverifiable': {
      says: 'This site cannot compute {algorithm}, so it cannot check these bytes.',
      try: 'Ask for the image by its sha256 or sha512 digest, or by tag.',
    },
    'platform-missing': {
      says: 'The index has nothing for {platform}. Offered: {offered}.',
      try: 'Choose one of the offered platforms.',
    },
    'layer-foreign': {
      says: 'This layer ({mediaType}) may not be passed on by registries, so it was not fetched. Its owner offers it at: {urls}.',
      try: 'Read its size and digest in the manifest. Only a machine that is licensed to use the layer should fetch it, from its owner.',
    },
    'not-a-layer': {
      says: 'This blob ({mediaType}) is no layer: there are no files in it.',
      try: 'Choose a digest from the layers of the manifest.',
    },
    'compression-unsupported': {
      says: 'This site cannot unpack {compression} here.',
      try: 'For zstd, run the site on Node.js 22.15 or newer. For anything else, fetch the layer with a tool that knows the format.',
    },
    'compression-broken': {
      says: 'The {compression} data cannot be unpacked: {reason}.',
      try: 'Treat what was listed so far as incomplete. If the digest is right, the layer was broken when it was pushed, and engines will refuse it, too.',
    },
    'compression-ratio': {
      says: '{compressed} unpacked to {unpacked}: more than {limit} to 1, as a decompression bomb does. This site stopped reading.',
      try: 'Do not unpack this layer on a machine that matters before you know who made it.',
    },
    'tar-syntax': {
      says: 'The layer is not a sound tar archive: at offset {at} of the unpacked bytes, {reason}.',
      try: 'Treat what was listed so far as incomplete. Check that the blob is a layer, and how it was made.',
    },
    'path-too-long': {
      says: 'Entry {index} has a path or a link longer than {limit}, the longest that Linux opens. This site stopped reading.',
      try: 'No engine can unpack that entry. Treat the layer with suspicion.',
    },
    'too-many-entries': {
      says: 'The layer has more than {limit} entries. This site stopped reading.',
      try: 'List it on your own machine with skopeo and tar.',
    },
    'entry-unknown': {
      says: 'The layer has no entry {index}: it has {entries}, counted from 0.',
      try: 'Take the index from the listing of the same digest.',
    },
    'entry-not-file': {
      says: '“{path}” has no bytes to show: it is {what}.',
      try: 'Choose a regular file. This site shows where a link points and never follows it.',
    },
    'archive-syntax': {
      says: 'The archive is not a sound tar: at offset {at}, {reason}.',
      try: 'Check that the file was copied whole: compare its size and its SHA-256 with the original. Then save it again.',
    },
    'archive-entries': {
      says: 'The archive holds more than {limit} files. An image archive has a few for each layer, so this site stopped reading.',
      try: 'If it is a root filesystem packed with tar, list it with tar -tvf. To make an image archive of it, use docker import or buildah.',
    },
    'archive-too-large': {
      says: 'Unpacked, the archive is larger than a browser can keep at hand (size: {size}, limit: {limit}).',
      try: 'Unpack it yourself with gunzip or zstd -d, then open the .tar: an archive that is not compressed can be read in place, however large.',
    },
    'document-too-large': {
      says: 'The JSON document is larger than this page reads (size: {size}, limit: {limit}).',
      try: 'No manifest or config may be that large: registries refuse them at 4 MiB. Of a list, open a part: jq ".[0]" takes the first item.',
    },
    'file-unreadable': {
      says: 'The browser could no longer read {name}: it was changed, moved or removed after it was opened here.',
      try: 'Open it again.',
    },
    'conversation-cut': {
      says: 'The connection to this site broke before the answer was complete.',
      try: 'Try again. What was already shown may be incomplete.',
    },
    internal: {
      says: 'Something failed inside this site. The registry is not to blame.',
      try: 'Try again. If it fails again, report it with the reference that you typed.',
    },
  },
  referenceReasons: {
    empty: 'nothing was typed',
    'too-long': 'the name is too long',
    'upper-case': 'repository names have no capital letters',
    scheme: 'a reference does not start with http:// or https://',
    'white-space': 'it contains white space',
    character: 'it contains a character that is not allowed there',
    host: 'the part before the first slash is not a host',
    tag: 'the part after the colon is not a tag',
    digest: 'the part after @ is not a digest',
    repository: 'the repository name is malformed',
    'hex-name': '64 hexadecimal digits look like an image ID, so no name may look like that',
  },
  redirectReasons: {
    'host-not-listed': 'the new host is not on this registry’s list',
    'not-https': 'the new address is not https',
    userinfo: 'the new address contains a user name or a password',
    port: 'the new address has an unexpected port',
    malformed: 'the new address is not a valid URL',
  },
  linkReasons: {
    malformed: 'the Link header cannot be read',
    'other-origin': 'the next page is at another host, port or scheme',
    'other-list': 'the next page belongs to another list',
    parameter: 'the next page needs a parameter that this site does not pass on',
  },
  timeoutPhases: {
    connect: 'connecting',
    headers: 'waiting for the answer to begin',
    idle: 'a pause inside the answer',
    total: 'the whole exchange',
  },
  bodyKinds: {
    manifest: 'manifest',
    config: 'image config',
    blob: 'blob',
    token: 'answer of the token server',
    error: 'error message',
    tags: 'list of tags',
    referrers: 'list of referrers',
    layer: 'layer',
    unpacked: 'unpacked layer',
    listing: 'list of the layer’s entries',
    file: 'file',
  },
  expected: {
    value: 'a value',
    key: 'a key in quotes',
    colon: 'a colon',
    'comma-or-brace': 'a comma or }',
    'comma-or-bracket': 'a comma or ]',
    digit: 'a digit',
    escape: 'a valid escape',
    character: 'a character that needs no escape',
    quote: 'a closing quote',
    end: 'the end',
    object: 'an object',
    array: 'a list',
    string: 'a string',
    integer: 'an integer',
    boolean: 'true or false',
    'string-array': 'a list of strings',
    'string-map': 'an object whose values are strings',
    base64: 'base64',
  },
  compressionReasons: {
    truncated: 'it ends too early',
    corrupt: 'it is damaged',
    trailing: 'foreign bytes follow after its end',
    window: 'it asks for more memory than this site gives one layer',
    frames: 'it is cut into more frames than a layer has use for',
  },
  tarReasons: {
    checksum: 'a header does not match its checksum',
    number: 'a number in a header cannot be read',
    records: 'an extended header is malformed',
    'records-too-long': 'an extended header is larger than 1 MiB',
    truncated: 'it ends inside an entry',
  },
  entryKinds: {
    directory: 'a directory',
    symlink: 'a symbolic link',
    hardlink: 'a hard link',
    'character-device': 'a character device',
    'block-device': 'a block device',
    fifo: 'a named pipe',
    other: 'of a type that engines do not unpack',
    sparse: 'a sparse file, stored without its holes',
  },
  absent: {
    time: 'a while',
    size: 'not announced',
    mediaType: 'none given',
    diagnostics: 'no error code given',
    offered: 'no platform at all',
    pointer: 'the top level',
    urls: 'no address',
  },
  played: 'See this failure played',
  more: '{count} more',
} satisfies ProblemVocabulary
