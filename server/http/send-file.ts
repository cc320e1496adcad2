import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { pacedOut } from './pace.ts'

/**
 * A received file, given back as it came. It may be hostile: it is always a download, never shown or run as part of our pages, whatever it says
 * it is.
 */
export async function sendFile(
  reply: FastifyReply,
  { name, bytes, content }: { name: string; bytes?: number; content: AsyncIterable<Uint8Array> },
): Promise<void> {
  // Half a sign cannot be coded.
  const last = (name.split('/').at(-1) ?? name).toWellFormed()
  const plain = last.replaceAll(/[^\w.()+ -]/g, '_').slice(0, 150) || 'file'
  const coded = encodeURIComponent(last).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  void reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${coded}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
  if (bytes !== undefined) void reply.header('content-length', String(bytes))
  await reply.send(
    Readable.from(
      pacedOut(content, () => reply.raw.destroy()),
      { objectMode: false },
    ),
  )
}
