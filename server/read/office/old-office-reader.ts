import { unreadDocument } from '@carefolio/core/read/reader.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import type { ServerReader } from '../world.ts'

/** Word, Excel and PowerPoint files of before 2007 and Outlook's .msg: one container that is not opened here; it is listed with the way out. */
export const oldOfficeReader: ServerReader = {
  format: 'unknown',
  score: (bytes) => (SIGNATURE.every((byte, i) => bytes[i] === byte) ? 0.9 : 0),
  read: (bytes, source) => ({ document: unreadDocument(source, bytes.length, 'unknown', [problem('old-office')]) }),
}

/** [MS-CFB] 2.2: the signature of a compound file. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
