import type { DataSet, Element } from 'dicom-parser'
import dicomParser from 'dicom-parser'

export type Header = { data: DataSet; cut: boolean }

/** Everything before the pixels; a file that is cut off gives what stands before the cut. Undefined when it is no DICOM at all. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  if (hasMark(bytes)) return parse(bytes, undefined)
  if (!startsLikeData(bytes)) return undefined
  for (const syntax of BARE_SYNTAXES) {
    const header = parse(bytes, syntax)
    if (header && (header.data.elements[TAGS.modality] ?? header.data.elements[TAGS.sopClass])) return header
  }
  return undefined
}

/** `DICM` after a preamble of 128 bytes. */
export const hasMark = (bytes: Uint8Array): boolean =>
  bytes.length >= 132 && bytes[128] === 0x44 && bytes[129] === 0x49 && bytes[130] === 0x43 && bytes[131] === 0x4d

/** A data set without preamble begins with a small element of group 0002 or 0008. */
export function startsLikeData(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || bytes[1] !== 0 || bytes[3] !== 0) return false
  return (bytes[0] === 0x08 || bytes[0] === 0x02) && (bytes[2] ?? 255) <= 0x20
}

/** The words of an element, in the character set the file names. */
export function wordsAt(data: DataSet, tag: string, charset: string): string | undefined {
  const element = data.elements[tag]
  if (!element || element.length <= 0 || element.length > LONGEST_WORDS) return undefined
  const end = Math.min(data.byteArray.length, element.dataOffset + element.length)
  const raw = new TextDecoder(charset).decode(data.byteArray.subarray(element.dataOffset, end))
  const words = raw.replaceAll('\u0000', '').replace(/\^+/g, ' ').replace(/\s+/g, ' ').trim()
  return words === '' ? undefined : words
}

/** The encoding for TextDecoder that Specific Character Set (0008,0005) names. */
export function charsetOf(data: DataSet): string {
  const name = data.string('x00080005') ?? ''
  if (name.includes('192')) return 'utf-8'
  return CHARSETS.get(/(?:ISO_IR|ISO 2022 IR) (\d+)/.exec(name)?.[1] ?? '') ?? 'windows-1252'
}

/** The data sets of a sequence. */
export function itemsAt(data: DataSet, tag: string): DataSet[] {
  const element: Element | undefined = data.elements[tag]
  return (element?.items ?? []).flatMap((item) => item.dataSet ?? [])
}

export const TAGS = {
  sopClass: 'x00080016',
  modality: 'x00080060',
  studyDate: 'x00080020',
  seriesDate: 'x00080021',
  contentDate: 'x00080023',
  acquisitionDate: 'x00080022',
  institution: 'x00080080',
  studyDescription: 'x00081030',
  seriesDescription: 'x0008103e',
  patientName: 'x00100010',
  birthDate: 'x00100030',
  sex: 'x00100040',
  bodyPart: 'x00180015',
  protocol: 'x00181030',
  laterality: 'x00200060',
  directory: 'x00041220',
  recordType: 'x00041430',
  content: 'x0040a730',
  conceptName: 'x0040a043',
  codeMeaning: 'x00080104',
  text: 'x0040a160',
  conceptCode: 'x0040a168',
  measured: 'x0040a300',
  number: 'x0040a30a',
  unit: 'x004008ea',
} as const

/** Compressed pixels come in fragments without a length of the whole. */
const UNDEFINED_LENGTH = 0xffffffff
const PIXELS = 'x7fe00010'
const BARE_SYNTAXES = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1'] as const

function parse(bytes: Uint8Array, syntax: string | undefined): Header | undefined {
  try {
    const options = { untilTag: PIXELS, ...(syntax === undefined ? {} : { TransferSyntaxUID: syntax }) }
    const data = dicomParser.parseDicom(bytes, options)
    const pixels = data.elements[PIXELS]
    const cut = pixels !== undefined && pixels.length !== UNDEFINED_LENGTH && pixels.dataOffset + pixels.length > bytes.length
    return { data, cut }
  } catch (error) {
    const data = typeof error === 'object' && error !== null && 'dataSet' in error ? (error.dataSet as DataSet | undefined) : undefined
    return data?.elements ? { data, cut: true } : undefined
  }
}

const CHARSETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '6': 'windows-1252',
    '100': 'windows-1252',
    '101': 'iso-8859-2',
    '109': 'iso-8859-3',
    '110': 'iso-8859-4',
    '144': 'iso-8859-5',
    '127': 'iso-8859-6',
    '126': 'iso-8859-7',
    '138': 'iso-8859-8',
    '148': 'windows-1254',
    '13': 'shift_jis',
    '87': 'iso-2022-jp',
    '149': 'euc-kr',
  } satisfies Record<string, string>),
)
const LONGEST_WORDS = 100_000
