/**
 * Makes the records of the invented patients: `corpus/patients/<id>/source/records.json` says which file is made from which text and how.
 * `node tools/corpus/build.ts` writes `corpus/patients/<id>/records/`. The same source gives the same words; bytes may differ with library versions.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FORMS, type Form, make } from './make.ts'

const Records = z.array(z.object({ file: z.string(), from: z.string(), as: z.enum(FORMS as [Form, ...Form[]]) }))

const patients = fileURLToPath(new URL('../../corpus/patients/', import.meta.url))
for (const id of readdirSync(patients)) {
  const source = join(patients, id, 'source')
  const records = Records.parse(JSON.parse(readFileSync(join(source, 'records.json'), 'utf8')))
  const folder = join(patients, id, 'records')
  mkdirSync(folder, { recursive: true })
  for (const { file, from, as } of records) {
    writeFileSync(join(folder, file), await make(as, readFileSync(join(source, from), 'utf8')))
    console.log(`${id}/records/${file}`)
  }
}
