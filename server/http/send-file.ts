import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/**
 * A received file, given back as it came. It may be hostile: it is always a download, never shown or run as part of our pages, whatever it says
 * it is.
 */
export async function sendFile(
  reply: FastifyReply,
  { name, bytes, content }: { name: string; bytes?: number; content: AsyncIterable<Uint8Array> },
): Promise<void> {
  const plain = (name.split('/').at(-1) ?? name).replaceAll(/[^\w.()+ -]/g, '_').slice(0, 150) || 'file'
  const coded = encodeURIComponent(name.split('/').at(-1) ?? name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  void reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${coded}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
  if (bytes !== undefined) void reply.header('content-length', String(bytes))
  await reply.send(Readable.from(content, { objectMode: false }))
}
