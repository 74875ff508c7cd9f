import type { ErrorLabWords } from '@/components/panels/error-lab/words'

export const errorsEn = {
  title: 'Error lab',
  lead: 'Each failure of a pull, played against a registry and recorded: what was said, what each tool made of it, what to do next.',
  absent: {
    heading: 'Absent, or private?',
    lead: 'Two pulls by a stranger, at the same registry. One repository exists and is private. The other was never there. Compare the answers: only the name we sent differs.',
    columns: [
      { failure: 'private', name: 'It exists, and is private' },
      { failure: 'missing-repository', name: 'It was never there' },
    ],
    why: 'A registry that told strangers the difference would tell them which private repositories exist. So 401, 403 and 404 can each mean either. Users of Docker Hub report 401 for a repository that does not exist, users of ghcr.io a refusal by its token server; others answer 404 for what you may not see. Nobody without rights can know. Check the spelling before you change credentials.',
    question: {
      asks: 'A pull of a public image gets the answer 401. What does it mean?',
      choices: [
        {
          text: 'The image is private: log in.',
          why: 'Tempting, since tools say “unauthorized”. But many registries answer every first request so, for public images too.',
        },
        {
          text: 'Nothing yet. It depends on what comes after.',
          why: 'A first 401 says where to get a token. Only a 401 after the token is a refusal, and even that does not tell private from absent.',
          right: true,
        },
        {
          text: 'The registry is broken.',
          why: 'A registry that asks who you are is well. A broken one sends 5xx, a page, or nothing.',
        },
      ],
    },
  },
  choose: 'Choose a failure',
  groups: [
    {
      name: 'Is it there?',
      failures: [
        'private',
        'missing-repository',
        'missing-tag',
        'missing-digest',
        'name-unknown',
        'blob-unknown',
      ],
    },
    { name: 'Who are you?', failures: ['wrong-password', 'expired-token', 'insufficient-scope'] },
    {
      name: 'What did you ask for?',
      failures: ['wrong-accept', 'wrong-accept-v3', 'wrong-platform'],
    },
    { name: 'Too much, or no registry', failures: ['rate-limited', 'gateway-page'] },
    { name: 'Bytes', failures: ['digest-mismatch', 'truncated', 'redirect-elsewhere'] },
    {
      name: 'TLS',
      failures: ['unknown-authority', 'wrong-host-name', 'http-at-https', 'https-at-http'],
    },
  ],
  failures: {
    private: {
      name: 'Private repository',
      heading: 'The repository exists, and you may not read it',
      staged:
        'The repository team/secret is private. The token server gives a stranger a token that allows nothing there.',
      cause:
        'The token server does not refuse. It hands out a token without rights, and the registry refuses that token: error="insufficient_scope". Nothing in the answer says whether the repository exists. docker and ctr admit it: “repository does not exist or may require …”. skopeo, buildah and podman add “denied”, a word that the body does not hold.',
      next: [
        'Check the spelling of registry, repository and tag. A typo gives this very answer.',
        'Ask with the credentials of someone who may read it: docker login, skopeo --creds, an imagePullSecret for the kubelet.',
        'Still 401 with credentials? See “Wrong password” and “Token for something else”.',
      ],
    },
    'missing-repository': {
      name: 'No such repository',
      heading: 'The repository was never there',
      staged:
        'There is no repository team/absent. Same registry, same token server, same stranger as for the private one.',
      cause:
        'Status, headers and body are those of the private repository; only the name differs. The registry checks the token before it looks for anything, so a stranger never learns what is there.',
      question: {
        asks: 'The registry knows that there is no such repository. What will it answer a stranger?',
        choices: [
          {
            text: '404 NAME_UNKNOWN',
            why: 'The specification has that code. But the token is checked first, and a stranger’s token is not good here.',
          },
          {
            text: '401 UNAUTHORIZED',
            why: 'The same as for a private one. It cannot say 404 without telling which names exist.',
            right: true,
          },
          {
            text: '200 and an empty manifest',
            why: 'No registry makes up a manifest: its digest would be the digest of nothing anyone pushed.',
          },
        ],
      },
      next: [
        'Check the spelling letter by letter. On Docker Hub an image of one word lives in library/.',
        'Look where the image was pushed: the build’s log names the repository.',
        'Only someone with rights can tell absent from private. Ask before you rotate credentials.',
      ],
    },
    'missing-tag': {
      name: 'No such tag',
      heading: 'The repository is open, the tag is not there',
      staged: 'Everyone may read this registry. hello has only the tag 1.0; 2.0 is asked for.',
      cause:
        'HEAD gets a 404, which has no body. So the GET is sent to hear why: MANIFEST_UNKNOWN, with the tag in its detail. From an open registry that is a clear word. From one that hides names it is not.',
      next: [
        'List the tags: skopeo list-tags, crane ls, regctl tag ls.',
        'Was it pushed here, or to the registry that this one mirrors?',
        'Tags are moved and deleted. A digest outlives a moved tag, but not a deletion.',
      ],
    },
    'missing-digest': {
      name: 'No such digest',
      heading: 'No manifest has this digest here',
      staged: 'A digest is asked for that nothing has.',
      cause:
        'The same status and code as for a tag, but the detail speaks of a Revision. A digest is looked up in one repository: the same manifest may well lie next door.',
      next: [
        'Is it the digest of a manifest? An image ID is the digest of a config, which is a blob.',
        'Ask in the repository it was pushed to.',
        'Was its tag built anew, and the old manifest collected as garbage?',
      ],
    },
    'name-unknown': {
      name: 'Unknown name',
      heading: 'Unknown name, or unknown manifest?',
      staged:
        'At an open registry, the tags of a repository that does not exist are asked for. curl then asks for a manifest there.',
      cause:
        'A list of tags has no manifest to miss, so the code is NAME_UNKNOWN. For a manifest in the same missing repository this registry says MANIFEST_UNKNOWN, as for a missing tag. The code depends on what was asked, not only on what is missing.',
      next: [
        'Do not read more into the code than it holds.',
        'Check the path. A proxy cache or a group of registries often wants a prefix.',
        'A repository comes to be with its first push. Has anything been pushed?',
      ],
    },
    'blob-unknown': {
      name: 'Missing blob',
      heading: 'The manifest is there, one of its parts is not',
      staged: 'The file of one config was taken out of the registry’s storage.',
      cause:
        'The manifest names its config and its layers by digest. If one of them is lost later, by a garbage collection or a replication gone wrong, the manifest still answers 200 and the pull dies half way.',
      next: [
        'Push the image again from where it is whole.',
        'Other tags with the same digest inside have the same hole.',
        'You run the registry? Look at garbage collection and replication, not at the client.',
      ],
    },
    'wrong-password': {
      name: 'Wrong password',
      heading: 'The token server does not believe you',
      staged: 'A user name with a wrong password, at a registry whose image everyone may read.',
      cause:
        'The 401 comes from the token server, and the registry is not asked a second time. A stranger would have got the image: no credentials work where wrong ones fail.',
      next: [
        'Try as a stranger: docker logout, or an empty --authfile.',
        'Find which entry is used: ~/.docker/config.json, REGISTRY_AUTH_FILE, the pod’s imagePullSecret.',
        'An account with a second factor usually wants an access token instead of its password.',
      ],
    },
    'expired-token': {
      name: 'Expired token',
      heading: 'The token was good an hour ago',
      staged:
        'The token server hands out tokens that ended an hour ago. A wrong clock does the same.',
      cause:
        'The second refusal has one word more than the first: error="invalid_token" in WWW-Authenticate. The body is as before. This site drops the token and begins again as a stranger, once, then gives up.',
      next: [
        'Compare the clocks: date -u here, and the Date header of the answer.',
        'A token lives for minutes: 60 seconds where the answer does not say. In a long pull the tool must ask for another.',
        'Only one registry? Then it is the clock of its token server.',
      ],
    },
    'insufficient-scope': {
      name: 'Token for something else',
      heading: 'The token is good, but not for this',
      staged:
        'The recorder takes a token for one repository to another. The tools, as strangers, try to write a tag.',
      cause:
        'The answer says error="insufficient_scope", and its scope names what would be needed. A token lists repositories and actions: pull on one is not pull on another, and pull is not push.',
      next: [
        'Read scope in WWW-Authenticate: the repository, then the actions. Is it the one you meant?',
        'A push wants push. Strangers never have it.',
        'A token of a CI job is often good for its own repository only.',
      ],
    },
    'wrong-accept': {
      name: 'Wrong Accept',
      heading: 'The same tag, three documents',
      staged:
        'Two tags, five questions, each with another Accept header. This site always sends the whole list; here the recorder asked.',
      cause:
        'Accept decides what distribution 2.8 sends for the tag of a Docker index: the index; the linux/amd64 manifest out of it; or, without the header, that manifest rewritten as schema 1. Three documents, three digests. An OCI index has no older form, so there the answer is 404 MANIFEST_UNKNOWN, although the tag exists.',
      question: {
        asks: 'A script without an Accept header and a current tool ask for the same tag. Do they get the same digest?',
        choices: [
          {
            text: 'Yes: a tag names one manifest.',
            why: 'The tag does. But the registry may send another form of it to clients that do not say what they understand.',
          },
          {
            text: 'Not always.',
            why: 'Here they get three documents, depending on Accept. Compare digests only between equal questions.',
            right: true,
          },
        ],
      },
      next: [
        'Send all four types: OCI and Docker, index and manifest. Current tools do.',
        'Your script gets 404 and crane finds the tag? Look at Accept first.',
        'Compare digests only between answers to the same Accept.',
      ],
    },
    'wrong-accept-v3': {
      name: 'Wrong Accept, newer registry',
      heading: 'The same questions at distribution 3',
      staged: 'The same tags and the same five questions, at a newer version over the same files.',
      cause:
        'Schema 1 is gone: without Accept the Docker index gives 400 MANIFEST_INVALID. And an OCI index is sent whatever the client accepts: 200, with a type it did not ask for. Read the Content-Type of the answer, not your own Accept.',
      next: [
        'Test a script against the version of the registry that you run.',
        'Look at Content-Type before you read the body.',
      ],
    },
    'wrong-platform': {
      name: 'Wrong platform',
      heading: 'Nothing failed on the wire',
      staged: 'An image for five platforms is asked for a sixth: linux/ppc64le.',
      cause:
        'The index comes, and the client finds no entry for its platform. No request failed, so no log of the registry shows it, and each tool has a sentence of its own.',
      question: {
        asks: 'Which status does the registry send when the platform is missing?',
        choices: [
          {
            text: '404',
            why: 'It would be, if clients sent their platform. They do not: they get the whole index and choose.',
          },
          {
            text: '200',
            why: 'The index is there. Choosing from it is the client’s work, and so is failing at it.',
            right: true,
          },
          {
            text: '406',
            why: 'Accept is about the form of the document. The platform is not negotiated.',
          },
        ],
      },
      next: [
        'See what there is: crane manifest, regctl manifest get, the desk of this site.',
        'Build for that platform too, or choose nodes by the label kubernetes.io/arch.',
        'Without an index many tools do not look at the platform. Then it fails at the start: exec format error.',
      ],
    },
    'rate-limited': {
      name: 'Rate limit',
      heading: 'Too many pulls from this address',
      staged:
        'The fake registry answers the HEAD, and the GET with what Docker Hub documents. The two seconds in Retry-After are its own, so that tools which wait come to an end.',
      cause:
        'Docker Hub’s manual (2026): without login, 100 manifests in six hours for an IPv4 address or an IPv6 /64. A GET of a manifest counts, a HEAD does not. ratelimit-remaining says how many are left, w how long the window is in seconds.',
      question: {
        asks: 'This site asks with HEAD before each GET. Does that cost twice?',
        choices: [
          {
            text: 'Yes: two requests.',
            why: 'Two requests, but only the GET is counted as a pull.',
          },
          {
            text: 'No.',
            why: 'HEAD is free, and when the digest is known already the GET is not needed. So HEAD first saves pulls.',
            right: true,
          },
        ],
      },
      next: [
        'Wait as long as Retry-After says, in seconds or as a date.',
        'Log in: an account has a count of its own.',
        'Behind one address with many others? Put a pull-through cache in front.',
      ],
    },
    'gateway-page': {
      name: 'A page instead',
      heading: 'Something in front of the registry answered',
      staged:
        'The fake registry answers the HEAD. The GET meets a page such as a proxy in front of a registry sends.',
      cause:
        'No errors, no code: HTML from a proxy or a load balancer. The registry may never have seen the request. Some tools print the page, some only its status, and some ask again several times first.',
      next: [
        'Ask again later: 502, 503 and 504 often pass.',
        'Find out who answered: a corporate proxy, an ingress, a captive portal. That one’s log has the request.',
        'Worse is a page with 200: check Content-Type.',
      ],
    },
    'digest-mismatch': {
      name: 'Changed bytes',
      heading: 'The bytes are not what their name says',
      staged:
        'In the registry’s storage, amd64 became arm64 inside one config. Name and length stayed.',
      cause:
        'The registry notices nothing: 200, and a Docker-Content-Digest that repeats the name it was asked for. Only who hashes finds out. curl does not hash, and prints the changed file.',
      question: {
        asks: 'One config in the registry’s storage was changed. Who notices?',
        choices: [
          {
            text: 'The registry, when it sends the file.',
            why: 'Tempting: it even sends a digest. But it sends the digest it was asked for; it does not hash on the way out.',
          },
          {
            text: 'The client, when it has the bytes.',
            why: 'It hashes what came and compares. This is what the digest is for.',
            right: true,
          },
          {
            text: 'TLS.',
            why: 'TLS guards the way, not the file. The wrong bytes arrive exactly as they were sent.',
          },
        ],
      },
      next: [
        'Use nothing of it.',
        'Fetch it by another way, without the proxy, and hash it: curl … | sha256sum.',
        'The same wrong hash everywhere: the storage is broken. Tell the operators, and push again from a good copy.',
      ],
    },
    truncated: {
      name: 'Cut short',
      heading: 'Fewer bytes came than were promised',
      staged: 'The fake registry ends the connection after 10 of the 78 bytes of a blob.',
      cause:
        'The status went out before the trouble began, so it is 200. Only Content-Length was broken. Where an answer carries no length, the digest alone tells.',
      next: [
        'Ask again.',
        'Always at the same size, or after the same time? Something on the way has a limit.',
      ],
    },
    'redirect-elsewhere': {
      name: 'Redirect to a strange host',
      heading: 'The blobs are somewhere else',
      staged:
        'The registry sends whoever asks for a blob to blobs.example.test, a host that does not exist.',
      cause:
        'Many registries send manifests themselves and blobs from a storage elsewhere. This site follows only to hosts on the registry’s list. The tools follow anywhere, and fail at the name: the same happens behind a firewall that knows the registry but not its storage.',
      next: [
        'Open the way to the storage too: the Location of a blob’s answer names it.',
        'A manifest that arrives proves nothing about the layers.',
        'This site: add ;blobs=… to the registry in EXTRA_REGISTRIES, if you trust that host.',
      ],
    },
    'unknown-authority': {
      name: 'Unknown authority',
      heading: 'Nobody vouches for this certificate',
      staged: 'A self-signed certificate that nobody here was told to trust.',
      cause:
        'There is no HTTP at all: no status, no body. The connection ends while both sides agree on keys, and the registry’s access log stays empty.',
      next: [
        'See who signed: openssl s_client -connect host:port -showcerts.',
        'Give the authority to the one who pulls: not your shell, but containerd or the Docker daemon (certs.d).',
        'Do not switch the check off. Whoever stands in between would read your password.',
      ],
    },
    'wrong-host-name': {
      name: 'Wrong host name',
      heading: 'The certificate is for another name',
      staged:
        'A certificate that is trusted here, made for other.example.test. docker and ctr are left out: their daemons were not given the authority.',
      cause:
        'The signature is good, the name is not: a certificate lists the names it is for (subjectAltName). Most tools print both, the name they wanted and the one they found.',
      next: [
        'Use a name that is in the certificate, or have yours added to subjectAltName.',
        'An IP address needs an entry of its own.',
        'Did DNS or a proxy lead you to another server?',
      ],
    },
    'http-at-https': {
      name: 'http to a TLS port',
      heading: 'Plain http, where TLS is spoken',
      staged:
        'The registry speaks TLS; the clients were told that it does not. docker is left out: it has no such option for one pull.',
      cause:
        'Go’s server sees what happened and answers in plain http: 400 and one sentence, no JSON. Other servers close the connection without a word. curl, oras, regctl and ctr did as they were told and failed. skopeo, crane, buildah and podman tried TLS first in spite of the option, and succeeded.',
      next: [
        'Take the option away: --plain-http, --tls-verify=false, insecure-registries.',
        'In containerd, look into hosts.toml: http:// where https:// belongs.',
      ],
    },
    'https-at-http': {
      name: 'TLS to an http port',
      heading: 'TLS, where plain http is spoken',
      staged: 'The registry speaks no TLS; the clients expect it.',
      cause:
        'The client sends the first bytes of TLS and gets an HTTP answer, which is no TLS: OpenSSL calls it “wrong version number”, Go “server gave HTTP response to HTTPS client”. The host has a name here on purpose. For localhost many tools fall back to http by themselves, which hides the mistake until the image is pulled from elsewhere.',
      next: [
        'Give the registry a certificate: else passwords and tokens travel readable.',
        'In a lab only: allow plain http for this one host (--plain-http, insecure-registries, hosts.toml).',
      ],
    },
  },
  playedBy: 'Played by a real registry: {registry}',
  playedByHarness: 'Played by the fake registry of our tests',
  askedByRecorder: 'Asked by the recorder itself: this site never asks this way',
  recorded: 'Recorded {date}',
  exchange: 'What was said',
  outcome: 'This site says: {says}',
  resolved:
    'The last answer was a success. Whether it was the document that was wanted is for the client to see.',
  body: 'What the error says',
  bodyNone: 'There is no error body: the failure is not an answer of the registry.',
  bodyPlain: 'Not in the form of the specification: no errors, no code.',
  inSpec: 'in the specification',
  notInSpec: 'not in the specification',
  codeUnknown: 'A code that this site does not know.',
  accept: {
    heading: 'What Accept changed',
    repository: 'Tag',
    accept: 'Accept',
    all: 'all four types',
    none: 'no header',
    status: 'Status',
    type: 'Content-Type',
    digest: 'Digest',
  },
  tools: 'What each tool prints',
  toolsHint: 'The one line that matters; open it for the command and everything that was printed.',
  exit: 'exit {exit}',
  command: 'Command',
  stdout: 'Standard output',
  stderr: 'Standard error',
  nothing: 'It printed nothing.',
  seconds: 'took {seconds} s',
  requests: 'requests: {count}',
  site: 'What this site says',
  next: 'What to do next',
  following: 'Next failure: {name}',
  codes: {
    heading: 'The codes',
    lead: 'errors[].code is meant for programs. It is one of these words, if the registry follows the specification.',
    source: 'distribution-spec v1.1.1, error codes',
    spec: 'Codes of the specification',
    other: 'Sent by real registries, not in the specification',
    code: 'Code',
    status: 'Usual status',
    means: 'What it means',
    next: 'What to do',
    push: 'when pushing',
    withoutHeading: 'And without a code',
    without: [
      {
        heading: 'Plain text',
        text: 'The specification lets an error have any body. Go servers, rate limiters and storage often send one line. Read the status.',
      },
      {
        heading: 'An HTML page',
        text: 'It comes from something in front of the registry, or from a host that is no registry.',
      },
      {
        heading: 'No body',
        text: 'Every answer to HEAD. Ask again with GET to hear more; this site does.',
      },
    ],
  },
} satisfies ErrorLabWords
