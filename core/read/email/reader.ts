import PostalMime, { type Address, type Email, type Attachment as MimeAttachment } from 'postal-mime'
import { problem } from '../../record/errors.ts'
import { textOfHtml } from '../html/text-of-html.ts'
import { type Attachment, type Reader, readDocument, unreadDocument } from '../reader.ts'

/** E-mail as saved by a mail program (.eml): who, when, what about, the best body, and its attachments as documents of their own. */
export const emailReader: Reader = {
  format: 'email',
  score(bytes) {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192))
    const lines = head.split(/\r?\n/)
    const names = new Set<string>()
    for (const line of lines) {
      if (line.trim() === '') break
      const name = /^([A-Za-z][A-Za-z0-9-]{1,60}):\s?/.exec(line)?.[1]?.toLowerCase()
      if (name) names.add(name)
      else if (!/^[ \t]/.test(line) && !/^From /.test(line)) return 0
    }
    const known = [...names].filter((name) => HEADERS.has(name)).length
    const technical = [...names].some((name) => TECHNICAL.has(name))
    return known >= 2 && technical ? 0.8 : 0
  },
  async read(bytes, source) {
    let email: Email
    try {
      email = await new PostalMime({ forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' }).parse(bytes)
    } catch {
      return { document: unreadDocument(source, bytes.length, 'email', [problem('damaged-email')]) }
    }
    const text = [headersOf(email), bodyOf(email)].filter((part) => part !== '').join('\n\n')
    const attachments = email.attachments.flatMap((attachment, index) => attachmentOf(attachment, index))
    if (text === '' && attachments.length === 0) {
      return { document: unreadDocument(source, bytes.length, 'email', [problem('damaged-email')]) }
    }
    const document = readDocument(source, bytes, 'email', [{ number: 1, text, source: 'markup' }], {
      ...(email.subject ? { title: email.subject } : {}),
      ...(email.from?.name ? { author: email.from.name } : {}),
    })
    return { document, attachments }
  },
}

function headersOf(email: Email): string {
  const lines: string[] = []
  if (email.from) lines.push(`From: ${who(email.from)}`)
  if (email.to?.length) lines.push(`To: ${email.to.map(who).join(', ')}`)
  const date = email.headers.find((header) => header.key === 'date')?.value
  if (date) lines.push(`Date: ${date}`)
  if (email.subject) lines.push(`Subject: ${email.subject}`)
  return lines.join('\n')
}

function who(address: Address): string {
  return [address.name, address.address ? `<${address.address}>` : ''].filter((part) => part).join(' ')
}

/** The marked-up body where it has tables (plain text loses their rows) or when there is no plain one. */
function bodyOf(email: Email): string {
  const plain = email.text?.replace(/\r\n?/g, '\n').trim() ?? ''
  if (email.html === undefined || (plain !== '' && !/<table\b/i.test(email.html))) return plain
  const rich = textOfHtml(email.html).text
  return rich.length >= plain.length * 0.5 ? rich : plain
}

/** Small pictures inside the text are logos and signatures. */
function attachmentOf(attachment: MimeAttachment, index: number): Attachment[] {
  const bytes = typeof attachment.content === 'string' ? new TextEncoder().encode(attachment.content) : new Uint8Array(attachment.content)
  const inline = attachment.disposition === 'inline' || attachment.related === true
  if (bytes.length === 0 || (inline && attachment.mimeType.startsWith('image/') && bytes.length < LOGO)) return []
  return [{ name: attachment.filename ?? `attachment ${index + 1}`, bytes }]
}

const LOGO = 20_000
const HEADERS = new Set(
  'received from to cc subject date mime-version message-id return-path delivered-to content-type reply-to x-mailer'.split(' '),
)
const TECHNICAL = new Set('received mime-version message-id return-path delivered-to content-type x-mailer'.split(' '))
