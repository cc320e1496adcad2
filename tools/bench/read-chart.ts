/** Reads a folder, understands it and makes the profile, and prints what each took as JSON: `node tools/bench/read-chart.ts FOLDER`. */
import { profileOf } from '@carefolio/core/profile/profile.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { readRecords } from '@carefolio/server/receive/read-records.ts'
import { PAGE_CHARACTERS } from './make-chart.ts'

const [folder = '.'] = process.argv.slice(2)
const start = performance.now()
const documents = await readRecords(folder)
const read = performance.now()
const before = process.cpuUsage()
const facts = documents.flatMap(understand)
const { user, system } = process.cpuUsage(before)
const understood = performance.now()
const profile = profileOf(facts, documents, { asOf: PartialDate.parse('2026-10-01') })
const done = performance.now()

/** Formats without pages are one page, however long: they count by their length. */
const pages = documents.reduce(
  (sum, { format, pages }) =>
    sum + (format === 'pdf' ? pages.length : Math.ceil(pages.reduce((length, { text }) => length + text.length, 0) / PAGE_CHARACTERS)),
  0,
)
console.log(
  JSON.stringify({
    files: documents.length,
    unread: documents.filter((document) => !document.read).length,
    same: documents.filter((document) => document.sameAs !== undefined).length,
    pages,
    characters: documents.reduce((sum, { pages }) => sum + pages.reduce((length, { text }) => length + text.length, 0), 0),
    facts: facts.length,
    treatments: profile.treatments.length,
    readMs: read - start,
    understandMs: understood - read,
    understandCpuMs: (user + system) / 1000,
    profileMs: done - understood,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
)
