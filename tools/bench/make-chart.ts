import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Form, make } from '../corpus/make.ts'

/** About as many characters as a page of a clinic note holds. */
export const PAGE_CHARACTERS = 2500
/** What fits on a printed page. */
const PAGE_LINES = 52
const LINE_CHARACTERS = 95
const PDF_PAGES = 8

/**
 * Writes the chart of a long illness into a folder, about `pages` pages: text PDFs of eight pages, notes, Word and RTF letters, C-CDA and
 * FHIR exports. The words are those of an invented patient; every document has its own dates and numbers, so that few are copies.
 */
export async function makeChart(root: string, folder: string, pages: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const sources = sourcesOf(join(root, 'corpus/patients/maria/source'))
  const prose = sources.filter(({ name, text }) => name.endsWith('.txt') && text.trim() !== '').map(({ text }) => text)
  const exports = sources.filter(({ name }) => name === 'ccd.xml' || name === 'labs.json')
  let nth = 0
  const page = (): string => {
    nth++
    const lines: string[] = [`Visit ${nth}`]
    for (let i = 0, printed = 1; printed < PAGE_LINES; i++) {
      for (const line of shifted(prose[(nth * 7 + i * 5) % prose.length] ?? '', nth)
        .trim()
        .split('\n')) {
        printed += Math.ceil(Math.max(1, line.length) / LINE_CHARACTERS)
        if (printed <= PAGE_LINES) lines.push(line)
      }
    }
    return lines.join('\n')
  }
  const write = async (form: Form, ending: string, text: string): Promise<void> =>
    writeFileSync(join(folder, `${String(nth).padStart(5, '0')}.${ending}`), await make(form, text))
  while (nth < pages) {
    // Twelve pages and more to a round: two thirds in PDFs, as portals and hospitals print them.
    await write('pdf', 'pdf', Array.from({ length: PDF_PAGES }, page).join('\f'))
    await write('copy', 'txt', page())
    await write('copy', 'txt', page())
    const { name, text } = exports[nth % exports.length] ?? { name: 'ccd.xml', text: '' }
    nth++
    await write('copy', name.endsWith('xml') ? 'xml' : 'json', shifted(text, nth))
    if (nth % 3 === 0) await write('docx', 'docx', page())
    if (nth % 3 === 1) await write('rtf', 'rtf', page())
  }
}

function sourcesOf(folder: string): { name: string; text: string }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** The same text with its days of this illness (not the birth date) moved by the number, so that two visits on one template stay two. */
function shifted(text: string, by: number): string {
  const day = (words: string) => String(((Number(words) + by) % 28) + 1).padStart(2, '0')
  return text
    .replace(/\b(20[12]\d-\d\d-)(\d\d)\b/g, (_, before: string, words: string) => before + day(words))
    .replace(/\b(\d{1,2}\/)(\d{1,2})(\/20[12]\d)\b/g, (_, month: string, words: string, year: string) => month + day(words) + year)
    .replace(/"(20[12]\d[01]\d)([0-3]\d)(?=["\d])/g, (_, before: string, words: string) => `"${before}${day(words)}`)
    .replace(/\b(\d{1,2})\.(\d)\b(?! ?(?:cm|mm))/g, (_, whole: string) => `${whole}.${by % 100}`)
}
