import { linesOf } from '@carefolio/core/read/page/lines.ts'
import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import type { Page, ReadProblem } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import { eachInOrder } from '../each-in-order.ts'
import { pageOfPicture } from '../image/page-of-picture.ts'
import type { ServerReader, World } from '../world.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'
import { pagePicture, pictureShare } from './page-picture.ts'
import { type PageWords, pageWords } from './page-words.ts'
import { type Pdfium, pdfium } from './pdfium.ts'
import { isSaneText } from './sane-text.ts'

/** PDF: the text layer where it holds the page's words, else the page is drawn and read like a scan. */
export const pdfReader: ServerReader = {
  format: 'pdf',
  score(bytes) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
    const at = head.indexOf('%PDF-')
    return at === 0 ? 1 : at > 0 ? 0.85 : 0
  },
  async read(bytes, source, world) {
    const engine = await pdfium()
    const opened = openPdf(engine, bytes)
    if (typeof opened === 'string') return { document: unreadDocument(source, bytes.length, 'pdf', [problem(opened)]) }
    using pdf = opened
    if (pdf.pages <= 0) return { document: unreadDocument(source, bytes.length, 'pdf', [problem('damaged-pdf')]) }
    const problems: ReadProblem[] = []
    const count = Math.min(pdf.pages, MOST_PAGES)
    if (count < pdf.pages) problems.push(problem('too-large', `pages after ${count}`))
    let done = 0
    const pages = await eachInOrder(count, world.parallel, async (index) => {
      const page = await readPage(engine, pdf, index, world, problems)
      world.onPage(++done, count)
      return page
    })
    const attachments = pdf.attachments()
    if (pages.every((page) => page.text.trim() === '')) {
      const why = problems.length > 0 ? problems : [problem('no-text')]
      return { document: unreadDocument(source, bytes.length, 'pdf', why), attachments }
    }
    return { document: readDocument(source, bytes, 'pdf', pages, { problems, ...(pdf.title ? { title: pdf.title } : {}) }), attachments }
  },
}

async function readPage(engine: Pdfium, pdf: OpenPdf, index: number, world: World, problems: ReadProblem[]): Promise<Page> {
  const where = `page ${index + 1}`
  pdf.page(index, (page) => flattenForms(engine, page))
  const found = pdf.page(index, (page) => {
    const layer = pageWords(engine, page)
    return needsPicture(engine, page, layer) ? { layer, drawn: pagePicture(engine, page) } : { layer, drawn: undefined }
  })
  if (!found) {
    problems.push(problem('damaged-pdf', where))
    return { number: index + 1, text: '', source: 'text-layer' }
  }
  const { layer, drawn } = found
  const fromLayer = pageOfLayer(layer, index + 1)
  if (!drawn) return fromLayer
  try {
    const { page, confidence } = await pageOfPicture(drawn.picture, index + 1, drawn.dpi, world)
    const sane = isSaneText(layer.words.map((word) => word.text))
    if (sane && layer.characters > page.text.length) return fromLayer
    if (page.text !== '' && confidence < DOUBTFUL) problems.push(problem('ocr-doubtful', where))
    return page
  } catch (error) {
    problems.push(problem(error instanceof AppError ? error.code : 'damaged-image', where))
    return fromLayer
  }
}

/** A page needs its picture read when its text layer is missing, is no text, or is only a stamp on a scan. */
function needsPicture(engine: Pdfium, page: number, layer: PageWords): boolean {
  const { share, empty } = pictureShare(engine, page)
  if (layer.characters === 0) return !empty
  if (!isSaneText(layer.words.map((word) => word.text))) return true
  return share >= 0.5 && layer.characters < STAMP
}

function pageOfLayer({ words, size, rotation }: PageWords, number: number): Page {
  const { text, words: placed } = linesOf(words, size)
  return { number, text, source: 'text-layer', size, words: placed, ...(rotation === 0 ? {} : { rotation }) }
}

/** What was filled into a form or written on top of the page becomes part of it, so that it is read like the rest. */
function flattenForms(engine: Pdfium, page: number): void {
  if (engine.FPDFPage_GetAnnotCount(page) > 0) engine.FPDFPage_Flatten(page, FOR_SCREEN)
}

const FOR_SCREEN = 0
const MOST_PAGES = 5000
/** Fewer characters on a page that is mostly a picture are a fax header or a stamp, not the page. */
const STAMP = 250
const DOUBTFUL = 0.6
