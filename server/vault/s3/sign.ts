import { createHash, createHmac } from 'node:crypto'

export type Signer = { keyId: string; secret: string; sessionToken?: string; region: string }
/** `headers` in lower case, without `host`; `payload`: SHA-256 of the body, in hex. */
export type Unsigned = { method: string; url: URL; headers: Record<string, string>; payload: string }

/** The headers of a call to S3 with its signature (AWS Signature Version 4, "Authenticating Requests: Using the Authorization Header"). */
export function signed({ method, url, headers, payload }: Unsigned, signer: Signer, at: Date): Record<string, string> {
  const time = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const scope = `${time.slice(0, 8)}/${signer.region}/s3/aws4_request`
  const own: Record<string, string> = {
    ...headers,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...(signer.sessionToken === undefined ? {} : { 'x-amz-security-token': signer.sessionToken }),
  }
  const names = [...Object.keys(own), 'host'].toSorted()
  const canonical = [
    method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${(name === 'host' ? url.host : (own[name] ?? '')).trim()}`),
    '',
    names.join(';'),
    payload,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [time.slice(0, 8), signer.region, 's3', 'aws4_request'].reduce<Buffer>(
    (sofar, part) => createHmac('sha256', sofar).update(part).digest(),
    Buffer.from(`AWS4${signer.secret}`),
  )
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${signer.keyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`
  return { ...own, authorization }
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** As RFC 3986 has it: more than `encodeURIComponent` encodes. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
