import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Config } from './config.ts'

/**
 * An S3 service on loopback, made after Amazon's API reference: it checks signature, hash and clock of every call on its own, keeps objects
 * in memory, lists in pages, puts uploads together from parts, and breaks in the ways a test asks for.
 */
export type LocalS3 = AsyncDisposable & {
  config: S3Config
  objects: Map<string, { bytes: Buffer; at: Date }>
  uploads: Map<string, { key: string; parts: Map<number, Buffer>; at: Date }>
  /** Method and path of every call. */
  calls: string[]
  /** What goes wrong with a call; asked once for each. */
  fault: (call: { method: string; key: string; query: URLSearchParams; count: number }) => Fault | undefined
}
/** `error`: that status; `late error`: status 200 with an error inside; `cut`: half the body, then the line breaks; `lost`: done, but no answer. */
export type Fault = { error: number } | 'late error' | 'cut' | 'slow' | 'drop' | 'lost'

const BUCKET = 'originals'
const PAGE = 3
const SMALLEST_PART = 5 * 1024 * 1024
const SLOW_MS = 400

export async function localS3(): Promise<LocalS3> {
  const objects: LocalS3['objects'] = new Map()
  const uploads: LocalS3['uploads'] = new Map()
  const service: Pick<LocalS3, 'calls' | 'fault'> = { calls: [], fault: () => undefined }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const method = request.method ?? ''
    const key = decodeURIComponent(url.pathname).slice(`/${BUCKET}/`.length)
    service.calls.push(`${method} ${url.pathname}${url.search}`)
    const fault = service.fault({ method, key, query: url.searchParams, count: service.calls.length })
    if (fault === 'drop') return void request.socket.destroy()
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const body = Buffer.concat(pieces)
    const refusal = refused(request, url, body, server.address() as AddressInfo)
    if (refusal) return send(response, 403, error(refusal))
    if (url.pathname !== `/${BUCKET}` && !url.pathname.startsWith(`/${BUCKET}/`)) return send(response, 404, error('NoSuchBucket'))
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    if (typeof fault === 'object') return send(response, fault.error, error('InternalError'))
    if (fault === 'late error') return send(response, 200, error('InternalError'))
    const done = serve(method, key, url.searchParams, request, body)
    if (fault === 'lost') return void request.socket.destroy()
    if (fault === 'cut') {
      response.writeHead(done.status, { ...done.headers, 'content-length': done.body.length })
      response.write(done.body.subarray(0, Math.floor(done.body.length / 2)), () => setTimeout(() => response.destroy(), 20))
      return
    }
    send(response, done.status, done.body, done.headers)
  }

  function serve(method: string, key: string, query: URLSearchParams, { headers }: IncomingMessage, body: Buffer): Served {
    const upload = uploads.get(query.get('uploadId') ?? '')
    if (query.has('uploadId') && upload?.key !== key) return served(404, error('NoSuchUpload'))
    if (method === 'GET' && key === '') return query.has('uploads') ? listUploads(query) : list(query)
    if (method === 'POST' && query.has('uploads')) {
      const id = randomBytes(8).toString('hex')
      uploads.set(id, { key, parts: new Map(), at: new Date() })
      return served(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (method === 'PUT' && upload) {
      upload.parts.set(Number(query.get('partNumber')), body)
      return served(200, '', { etag: tagOf(body) })
    }
    if (method === 'POST' && upload) return complete(query.get('uploadId') ?? '', key, upload, body)
    if (method === 'DELETE') {
      if (upload) uploads.delete(query.get('uploadId') ?? '')
      else objects.delete(key)
      return served(204, '')
    }
    if (method === 'PUT') {
      const from = headers['x-amz-copy-source']
      const source = typeof from === 'string' ? objects.get(decodeURIComponent(from).slice(`/${BUCKET}/`.length)) : { bytes: body }
      if (!source) return served(404, error('NoSuchKey'))
      objects.set(key, { bytes: source.bytes, at: new Date() })
      const tag = tagOf(source.bytes)
      return from === undefined ? served(200, '', { etag: tag }) : served(200, `<CopyObjectResult><ETag>${tag}</ETag></CopyObjectResult>`)
    }
    const found = objects.get(key)
    if (!found) return served(404, error('NoSuchKey'))
    const etag = tagOf(found.bytes)
    if (headers['if-match'] !== undefined && headers['if-match'] !== etag) return served(412, error('PreconditionFailed'))
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
    if (from === undefined) return served(200, found.bytes, { etag })
    return served(206, found.bytes.subarray(Number(from), to ? Number(to) + 1 : undefined), { etag })
  }

  function complete(id: string, key: string, upload: { parts: Map<number, Buffer> }, body: Buffer): Served {
    const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]*)<\/ETag>/g)]
    const parts = named.map(([, number]) => upload.parts.get(Number(number)))
    const isRight = named.every(([, , tag], i) => parts[i] !== undefined && tag === tagOf(parts[i]))
    if (!isRight || parts.length === 0) return served(400, error('InvalidPart'))
    if (parts.slice(0, -1).some((part) => (part?.length ?? 0) < SMALLEST_PART)) return served(400, error('EntityTooSmall'))
    objects.set(key, { bytes: Buffer.concat(parts.flatMap((part) => part ?? [])), at: new Date() })
    uploads.delete(id)
    return served(200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
  }

  function list(query: URLSearchParams): Served {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).toSorted()
    const from = Number((query.get('continuation-token') ?? '0&').split('&')[0])
    const page = keys.slice(from, from + PAGE)
    const isMore = from + PAGE < keys.length
    const lines = page.map(
      (key) => `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified></Contents>`,
    )
    // A token is opaque: this one needs care in XML and in an address.
    const next = isMore ? `<NextContinuationToken>${from + PAGE}&amp;+ %</NextContinuationToken>` : ''
    return served(200, `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${next}${lines.join('')}</ListBucketResult>`)
  }

  function listUploads(query: URLSearchParams): Served {
    const found = [...uploads].filter(([, { key }]) => key.startsWith(query.get('prefix') ?? ''))
    const lines = found.map(
      ([id, { key, at }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
    )
    return served(200, `<ListMultipartUploadsResult>${lines.join('')}</ListMultipartUploadsResult>`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(service, {
    objects,
    uploads,
    config: {
      url: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: 'eu-test-1',
      prefix: 'place one/',
      keyId: KEY_ID,
      secret: SECRET,
      style: 'path' as const,
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

const KEY_ID = 'TESTKEY'
const SECRET = 'a secret/with+signs'

type Served = { status: number; body: Buffer; headers: Record<string, string> }
const served = (status: number, body: Buffer | string, headers: Record<string, string> = {}): Served => ({
  status,
  body: Buffer.from(body),
  headers,
})
const error = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`
const tagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`

function send(response: ServerResponse, status: number, body: Buffer | string, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end(body)
}

/** Why a call is refused: worked out from the bytes of the call alone. */
function refused({ headers, method, url: raw = '' }: IncomingMessage, url: URL, body: Buffer, address: AddressInfo): string | undefined {
  const [, keyId, day, region, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (keyId !== KEY_ID || region !== 'eu-test-1') return 'InvalidAccessKeyId'
  const time = String(headers['x-amz-date'])
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - at) < 900_000) || !time.startsWith(day ?? '-')) return 'RequestTimeTooSkewed'
  if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch'
  const signedNames = names.split(';')
  const mustBeSigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') || name === 'host')
  if (mustBeSigned.some((name) => !signedNames.includes(name)) || headers.host !== `127.0.0.1:${address.port}`) return 'AccessDenied'
  const query = (raw.split('?')[1] ?? '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => (part.includes('=') ? part : `${part}=`))
  const request = [
    method,
    url.pathname,
    query.toSorted().join('&'),
    ...signedNames.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, day ?? ''), region), 's3'), 'aws4_request')
  const text = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${createHash('sha256').update(request).digest('hex')}`
  return hmac(key, text).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch'
}
