import type { DataSet } from 'dicom-parser'
import type { Entry } from '../../record/entry.ts'
import { type PartialDate, partialDate } from '../../record/partial-date.ts'
import { present } from '../present.ts'
import { sideIn } from '../side.ts'
import { charsetOf, itemsAt, TAGS, wordsAt } from './data-set.ts'

type Draft = Omit<Entry, 'page' | 'start' | 'end'>

/** Who the images are of. */
export function personOf(data: DataSet): NonNullable<Entry['person']> | undefined {
  const charset = charsetOf(data)
  const sex = wordsAt(data, TAGS.sex, charset)
  const name = wordsAt(data, TAGS.patientName, charset)
  const birthDate = dateAt(data, TAGS.birthDate)
  if (name === undefined && birthDate === undefined && sex !== 'F' && sex !== 'M') return undefined
  return present({ name, birthDate, sex: sex === 'F' ? ('female' as const) : sex === 'M' ? ('male' as const) : undefined })
}

/** The study that one image, report or plan belongs to. */
export function studyOf(data: DataSet): Draft {
  const charset = charsetOf(data)
  const words = (tag: string) => wordsAt(data, tag, charset)
  const modality = words(TAGS.modality)
  const date =
    dateAt(data, TAGS.studyDate) ?? dateAt(data, TAGS.seriesDate) ?? dateAt(data, TAGS.acquisitionDate) ?? dateAt(data, TAGS.contentDate)
  const bodyPart = words(TAGS.bodyPart)
  const side = words(TAGS.laterality)
  const description = [words(TAGS.studyDescription), words(TAGS.seriesDescription)].filter(Boolean).join(', ')
  const kind = modality === undefined ? undefined : MODALITIES.get(modality)
  return {
    type: 'imaging-study',
    path: 'dataset',
    text: description || kind || modality || 'Images',
    codes: [],
    ...present({
      begins: date,
      bodySite: bodyPart?.toLowerCase(),
      laterality: side === 'L' ? ('left' as const) : side === 'R' ? ('right' as const) : sideIn(description),
      method: kind ?? modality,
      note: words(TAGS.institution),
    }),
  }
}

/** The studies that a DICOMDIR lists, each with the series below it. */
export function studiesOfDirectory(data: DataSet): { person: ReturnType<typeof personOf>; studies: Draft[] } {
  const studies: Draft[] = []
  let person: ReturnType<typeof personOf>
  for (const record of itemsAt(data, TAGS.directory)) {
    const type = record.string(TAGS.recordType)?.trim()
    if (type === 'PATIENT') person ??= personOf(record)
    else if (type === 'STUDY') studies.push({ ...studyOf(record), path: `directory/study[${studies.length + 1}]` })
    else if (type === 'SERIES') {
      const study = studies.at(-1)
      const { method, text } = studyOf(record)
      if (!study) continue
      const parts = [study.method, method].filter((one) => one !== undefined)
      studies[studies.length - 1] = {
        ...study,
        text: study.text === 'Images' ? text : study.text,
        ...(parts.length > 0 ? { method: [...new Set(parts.flatMap((one) => one.split(', ')))].join(', ') } : {}),
      }
    }
  }
  return { person, studies }
}

/** The words of a structured report, a line for each item that says something. */
export function reportLines(data: DataSet, depth = 0): string[] {
  if (depth > 20) return []
  const charset = charsetOf(data)
  return itemsAt(data, TAGS.content).flatMap((item) => {
    const name = itemsAt(item, TAGS.conceptName).map((one) => wordsAt(one, TAGS.codeMeaning, charset))[0]
    const coded = itemsAt(item, TAGS.conceptCode).map((one) => wordsAt(one, TAGS.codeMeaning, charset))[0]
    const measured = itemsAt(item, TAGS.measured).map((one) => {
      const unit = itemsAt(one, TAGS.unit).map((code) => wordsAt(code, TAGS.codeMeaning, charset))[0]
      return [wordsAt(one, TAGS.number, charset), unit].filter(Boolean).join(' ')
    })[0]
    const value = wordsAt(item, TAGS.text, charset) ?? measured ?? coded
    const inner = reportLines(item, depth + 1)
    if (value === undefined) return inner.length > 0 && name !== undefined ? [`${name}:`, ...inner] : inner
    return [name === undefined ? value : `${name}: ${value}`, ...inner]
  })
}

function dateAt(data: DataSet, tag: string): PartialDate | undefined {
  const digits = /^(\d{4})\.?(\d{2})\.?(\d{2})/.exec(wordsAt(data, tag, 'windows-1252') ?? '')
  return digits ? partialDate(digits.slice(1, 4).join('-')) : undefined
}

const MODALITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CT: 'CT',
    MR: 'MRI',
    MG: 'mammography',
    US: 'ultrasound',
    PT: 'PET',
    NM: 'nuclear medicine',
    CR: 'radiograph',
    DX: 'radiograph',
    XA: 'angiography',
    RF: 'fluoroscopy',
    ECG: 'ECG',
    SR: 'structured report',
    RTPLAN: 'radiotherapy plan',
    RTDOSE: 'radiotherapy dose',
    RTSTRUCT: 'radiotherapy structures',
    RTRECORD: 'radiotherapy record',
    OT: 'other images',
    SC: 'secondary capture',
  } satisfies Record<string, string>),
)
