import type { ReadProblem } from '../../record/document.ts'
import type { Entry } from '../../record/entry.ts'
import { problem } from '../../record/errors.ts'
import { lineOfEntry } from '../entry-line.ts'
import { PageWriter } from '../page-writer.ts'
import { present } from '../present.ts'
import { type Reader, readDocument, unreadDocument } from '../reader.ts'
import { hasMark, readHeader, startsLikeData, TAGS } from './data-set.ts'
import { personOf, reportLines, studiesOfDirectory, studyOf } from './studies.ts'

/** DICOM: the header is read (who, which study, when), pictures are listed and not interpreted; the words of structured reports are read. */
export const dicomReader: Reader = {
  format: 'dicom',
  score(bytes) {
    if (hasMark(bytes)) return 1
    return startsLikeData(bytes) && readHeader(bytes.subarray(0, 65_536)) ? 0.7 : 0
  },
  read(bytes, source) {
    const header = readHeader(bytes)
    if (!header || Object.keys(header.data.elements).length === 0)
      return { document: unreadDocument(source, bytes.length, 'dicom', [problem('damaged-dicom')]) }
    const { data, cut } = header
    const directory = data.elements[TAGS.directory] === undefined ? undefined : studiesOfDirectory(data)
    const studies = directory?.studies ?? [studyOf(data)]
    const person = directory ? directory.person : personOf(data)
    const page = new PageWriter()
    const entries: Entry[] = []
    if (person) {
      const words = [person.name, person.sex, person.birthDate && `born ${person.birthDate}`].filter(Boolean).join(', ')
      entries.push({
        type: 'patient',
        path: 'dataset',
        text: person.name ?? 'Patient',
        codes: [],
        person,
        page: 1,
        ...page.line(`Patient: ${words}`),
      })
    }
    for (const study of studies) entries.push({ ...study, page: 1, ...page.line(lineOfEntry(study)) })
    const report = reportLines(data)
    for (const line of report) page.line(line)
    const problems: ReadProblem[] = [
      ...(cut ? [problem('damaged-dicom', 'after the part that was read')] : []),
      ...(report.length > 0 ? [] : [problem('imaging-listed')]),
    ]
    const first = studies[0]
    return {
      document: readDocument(source, bytes, 'dicom', [{ number: 1, text: page.text(), source: 'markup' }], {
        entries,
        problems,
        ...present({ title: first?.text, date: first?.begins, declaredKind: first?.method }),
      }),
    }
  },
}
