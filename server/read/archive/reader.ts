import { type Attachment, readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import type { ReadProblem } from '@carefolio/core/record/document.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import type { ServerReader } from '../world.ts'
import { withZip, type ZipEntry } from './zip-entries.ts'

/** ZIP: its files become documents of their own. Whatever would unpack to far more than it is stays packed, and is said. */
export const archiveReader: ServerReader = {
  format: 'archive',
  score: (bytes) => (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) ? 0.6 : 0),
  async read(bytes, source) {
    const problems: ReadProblem[] = []
    const attachments: Attachment[] = []
    try {
      await withZip(bytes, async (entries) => {
        const wanted = entries.filter((entry) => !isLitter(entry.name))
        if (wanted.length > MOST_FILES) problems.push(problem('too-large', `files after ${MOST_FILES}`))
        let total = 0
        for (const entry of wanted.slice(0, MOST_FILES)) {
          const code = entry.locked ? 'damaged-archive' : isBomb(entry) || total + entry.size > LARGEST_TOTAL ? 'archive-bomb' : undefined
          if (code) {
            problems.push(problem(code, entry.name))
            continue
          }
          try {
            attachments.push({ name: entry.name, bytes: await entry.open() })
            total += entry.size
          } catch {
            problems.push(problem('damaged-archive', entry.name))
          }
        }
      })
    } catch {
      problems.push(problem('damaged-archive'))
    }
    if (attachments.length === 0) {
      const why = problems.length > 0 ? problems : [problem('empty-file')]
      return { document: unreadDocument(source, bytes.length, 'archive', why) }
    }
    return { document: readDocument(source, bytes, 'archive', [], { problems }), attachments }
  },
}

/** Real records shrink to a tenth at best, blank scans to a hundredth. */
function isBomb(entry: ZipEntry): boolean {
  return entry.size > LARGEST_FILE || (entry.size > 10_000_000 && entry.size > MOST_RATIO * Math.max(1, entry.packed))
}

/** What systems leave in archives beside the files a person put in. */
function isLitter(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db' || part === 'desktop.ini')
}

const MOST_FILES = 5000
const MOST_RATIO = 200
const LARGEST_FILE = 256_000_000
const LARGEST_TOTAL = 512_000_000
