import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ccdaReader } from '@carefolio/core/read/ccda/reader.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { convertCcdaToFhir, convertXmlToCcda } from '@medplum/ccda'
import { type BenchPlace, type Figures, inTurn, perSecond, ratio } from './measure.ts'

/** C-CDA documents: narrative and entries, against @medplum/ccda on those documents that it can convert. */
export async function benchCcda({ root, shared }: BenchPlace): Promise<Figures> {
  const folder = shared ? join(shared, 'data/records') : join(root, 'corpus/patients')
  const all = xmlIn(folder).map((file) => ({ file, bytes: readFileSync(file) }))
  const theirs = all.filter(({ bytes }) => {
    try {
      convertCcdaToFhir(convertXmlToCcda(bytes.toString()))
      return true
    } catch {
      return false
    }
  })
  const read = (bytes: Uint8Array, file: string) => ccdaReader.read(bytes, { id: DocumentId.parse('bench'), file })
  const ours = (await Promise.all(all.map(({ bytes, file }) => read(bytes, file)))).filter(({ document }) => document.read).length
  const [us = 0, them = 0] = await inTurn(3, [
    () => Promise.all(theirs.map(({ bytes, file }) => read(bytes, file))),
    () => theirs.map(({ bytes }) => convertCcdaToFhir(convertXmlToCcda(bytes.toString()))),
  ])
  return {
    [`documents read, of ${all.length} XML files`]: `${ours} (@medplum/ccda ${theirs.length})`,
    [`speed on the ${theirs.length} that both read`]: perSecond(theirs.length, us),
    '@medplum/ccda': `${perSecond(theirs.length, them)} (we are ${ratio(us, them)})`,
  }
}

function xmlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .map((name) => join(folder, name))
}
