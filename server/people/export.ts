import { Readable } from 'node:stream'
import { Answer, Mark } from '@carefolio/core/api/trials.ts'
import { abstractOf } from '@carefolio/core/profile/abstract.ts'
import { toMcode } from '@carefolio/core/profile/fhir/to-mcode.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import type { Place } from '../place.ts'
import type { SeenPerson } from './people.ts'

const README = `Everything that was kept of you, as of the day this was made.

originals/      your files, byte for byte as you gave them, with the names they had
profile.json    what they say, each entry with the words it came from
mcode.json      the same for other programs (FHIR R4, mCODE)
documents.json  the text that was read from each file, page by page
told.json       what you corrected and answered, and the trials you saved or dismissed
log.json        who did what with your records
damaged.txt     files that are no longer what you gave, if any
about.json      your name, birth date, ZIP and consents
`

/** A ZIP file of everything that is kept of a person, made while it is read. A file that is damaged is told in it, and costs only itself. */
export async function exportOf(place: Place, person: SeenPerson): Promise<Readable> {
  const { caregivers, log, originals, profiles, readings, values } = place
  const zip = new ZipFile()
  const add = (name: string, value: unknown) => zip.addBuffer(Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`), name)
  const { profile } = await profiles.of(person)
  const { documents, facts } = await readings.all(person.id)
  zip.addBuffer(Buffer.from(README), 'README.txt')
  add('about.json', {
    name: person.name,
    birthDate: person.birthDate,
    zip: person.zip,
    consents: person.consents,
    caregivers: await caregivers.list(person.id),
  })
  add('profile.json', abstractOf(profile))
  add('mcode.json', toMcode(profile))
  add('documents.json', { documents, facts })
  add('told.json', {
    corrections: await profiles.corrections(person.id),
    answers: await values.list(person.id, 'answer', Answer),
    trials: await values.list(person.id, 'mark', Mark.extend({ trial: z.string() })),
  })
  add('log.json', await wholeLog(log, person.id))
  const names = new Set<string>()
  const damaged: string[] = []
  for (const { id, name, receivedAt } of await originals.list(person.id)) {
    const path = uniqueName(name, names)
    const content = async function* () {
      try {
        yield* originals.read(person.id, id)
      } catch (error) {
        // Only what is damaged for good is told as damaged: a store that cannot be reached ends the download.
        if (!(error instanceof AppError) || error.code !== 'damaged-original') throw error
        damaged.push(path)
      }
    }
    // Opened one after the other, so that thousands of files are not open at once.
    zip.addReadStreamLazy(path, { mtime: receivedAt }, (given) => given(null, Readable.from(content(), { objectMode: false })))
  }
  // Opened last: by then it is known.
  zip.addReadStreamLazy('damaged.txt', (given) =>
    given(null, Readable.from([damaged.length === 0 ? 'No file is damaged.\n' : `${damaged.join('\n')}\n`])),
  )
  const stream = Readable.from(zip.outputStream, { objectMode: false })
  zip.on('error', (error) => stream.destroy(error))
  zip.end()
  return stream
}

async function wholeLog(log: Place['log'], person: string): Promise<unknown[]> {
  const entries: unknown[] = []
  for (let before: Date | undefined; ; ) {
    const page = await log.list(person, before, (action) => action)
    entries.push(...page.entries)
    const last = page.entries.at(-1)
    if (!page.more || last === undefined) return entries
    before = new Date(last.last)
  }
}

/** The file's own name without anything that could lead out of the folder; the same name twice gets a number. */
function uniqueName(name: string, taken: Set<string>): string {
  const parts = name.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const plain = parts.join('/').replaceAll(/[\p{Cc}<>:"|?*]/gu, '_') || 'file'
  const [, stem = plain, ending = ''] = /^(.*?)(\.[^./]{1,8})?$/.exec(plain) ?? []
  let unique = `originals/${plain}`
  for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `originals/${stem} (${copy})${ending}`
  taken.add(unique.toLowerCase())
  return unique
}
