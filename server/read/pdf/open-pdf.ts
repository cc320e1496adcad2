import type { Attachment } from '@carefolio/core/read/reader.ts'
import type { ErrorCode } from '@carefolio/core/record/errors.ts'
import { type Pdfium, withMemory } from './pdfium.ts'

/** An open PDF. `page` hands a loaded page to `work` and closes it after. */
export type OpenPdf = {
  pages: number
  page<T>(index: number, work: (page: number) => T): T | undefined
  title: string | undefined
  attachments(): Attachment[]
  [Symbol.dispose](): void
}

export function openPdf(engine: Pdfium, bytes: Uint8Array): OpenPdf | ErrorCode {
  const address = engine.pdfium.wasmExports.malloc(bytes.length)
  if (address === 0) return 'too-large'
  engine.pdfium.HEAPU8.set(bytes, address)
  const file = engine.FPDF_LoadMemDocument(address, bytes.length, '')
  if (file === 0) {
    const code = engine.FPDF_GetLastError()
    engine.pdfium.wasmExports.free(address)
    return code === PASSWORD || code === SECURITY ? 'password-pdf' : 'damaged-pdf'
  }
  return {
    pages: engine.FPDF_GetPageCount(file),
    page(index, work) {
      const page = engine.FPDF_LoadPage(file, index)
      if (page === 0) return undefined
      try {
        return work(page)
      } finally {
        engine.FPDF_ClosePage(page)
      }
    },
    title: metaText(engine, file, 'Title'),
    attachments: () => attachmentsOf(engine, file),
    [Symbol.dispose]() {
      engine.FPDF_CloseDocument(file)
      engine.pdfium.wasmExports.free(address)
    },
  }
}

function metaText(engine: Pdfium, file: number, key: string): string | undefined {
  return withMemory(engine, 2048, (buffer) => {
    const length = engine.FPDF_GetMetaText(file, key, buffer, 2048)
    if (length <= 2 || length > 2048) return undefined
    return engine.pdfium.UTF16ToString(buffer).trim() || undefined
  })
}

function attachmentsOf(engine: Pdfium, file: number): Attachment[] {
  const count = Math.min(engine.FPDFDoc_GetAttachmentCount(file), MOST_ATTACHMENTS)
  const found: Attachment[] = []
  for (let index = 0; index < count; index++) {
    const attachment = engine.FPDFDoc_GetAttachment(file, index)
    if (attachment === 0) continue
    const name = withMemory(engine, 1024, (buffer) => {
      const length = engine.FPDFAttachment_GetName(attachment, buffer, 1024)
      return length > 2 && length <= 1024 ? engine.pdfium.UTF16ToString(buffer) : `attachment ${index + 1}`
    })
    const bytes = withMemory(engine, 8, (size) => {
      if (!engine.FPDFAttachment_GetFile(attachment, 0, 0, size)) return undefined
      const length = engine.pdfium.HEAPU32[size >> 2] ?? 0
      if (length === 0 || length > LARGEST_ATTACHMENT) return undefined
      return withMemory(engine, length, (buffer) =>
        engine.FPDFAttachment_GetFile(attachment, buffer, length, size) ? engine.pdfium.HEAPU8.slice(buffer, buffer + length) : undefined,
      )
    })
    if (bytes) found.push({ name, bytes })
  }
  return found
}

const PASSWORD = 4
const SECURITY = 5
const MOST_ATTACHMENTS = 200
const LARGEST_ATTACHMENT = 100_000_000
