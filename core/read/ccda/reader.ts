import type { ReadProblem } from '../../record/document.ts'
import { problem } from '../../record/errors.ts'
import { type Reader, readDocument, unreadDocument } from '../reader.ts'
import { decodeText } from '../text/decode.ts'
import { attachmentsOf } from './attachments.ts'
import { writeHeader } from './header.ts'
import { Narrative } from './narrative.ts'
import { writeSections } from './sections.ts'
import { at, readXml, type XmlElement } from './xml-tree.ts'

/** C-CDA R1.1 and R2.1, CCD, C32 and other CDA R2 documents: header, narrative and discrete entries on one page. */
export const ccdaReader: Reader = {
  format: 'ccda',
  score(bytes) {
    const head = decodeText(bytes.subarray(0, 8192)) ?? ''
    if (!/^\s*</.test(head)) return 0
    if (/<(?:[\w-]+:)?ClinicalDocument[\s>]/.test(head)) return 0.95
    if (head.includes('urn:hl7-org:v3')) return 0.8
    return /^\s*<\?xml\b/.test(head) || /^\s*<!DOCTYPE (?!html)/i.test(head) ? 0.3 : 0
  },
  read(bytes, source) {
    const unread = (found: ReadProblem) => ({ document: unreadDocument(source, bytes.length, 'ccda', [found]) })
    if (bytes.length > LARGEST) return unread(problem('too-large'))
    const xml = decodeText(bytes, /encoding\s*=\s*["']([\w.-]{2,30})/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1])
    if (xml === undefined) return unread(problem('damaged-xml'))
    const tree = readXml(xml)
    if ('refused' in tree) return unread(problem(tree.refused))
    const root = clinicalDocumentIn(tree.root)
    if (!root) return unread(problem(tree.damaged ? 'damaged-xml' : 'not-a-clinical-document'))

    const problems: ReadProblem[] = tree.damaged ? [problem('damaged-xml', 'after the part that was read')] : []
    const narrative = new Narrative()
    const { entries: people, ...header } = writeHeader(root, narrative)
    const body = at(root, 'component', 'structuredBody')
    const entries = [...people, ...(body ? writeSections(body, narrative, problems) : [])]
    const attachments = attachmentsOf(root)
    const page = { number: 1, text: narrative.page.text(), source: 'markup' as const }
    return {
      document: readDocument(source, bytes, 'ccda', [page], { ...header, entries, problems }),
      ...(attachments.length > 0 ? { attachments } : {}),
    }
  },
}

/** Bytes; more than any text can be held in. */
const LARGEST = 400_000_000

/** The document itself, or the first one inside an envelope. */
function clinicalDocumentIn(root: XmlElement): XmlElement | undefined {
  const queue: XmlElement[] = [root]
  for (let index = 0; index < queue.length && index < 2000; index++) {
    const element = queue[index]
    if (element?.name === 'ClinicalDocument') return element
    for (const child of element?.children ?? []) if (typeof child !== 'string') queue.push(child)
  }
  return undefined
}
