import { matchesOf } from '../../codes/matches-of.ts'
import { sideOfColumn } from './side-columns.ts'
import { type Specimen, sideOf, specimensOf } from './specimens.ts'

/** What a stretch of a pathology report is: its diagnosis (with synoptic and comment), the gross description, quoted history, or an imaging report bound to it. */
export type ReportPart = 'diagnosis' | 'gross' | 'history' | 'imaging'

/** Which part of the report each place belongs to; text before any heading is diagnosis. */
export function reportParts(text: string): (at: number) => ReportPart {
  const cuts = matchesOf(text, HEADINGS)
    .flatMap((match): { at: number; part: ReportPart }[] => {
      const part = partOf(match[0])
      // a history told behind its heading ends with its paragraph
      const told = part === 'history' ? TOLD.exec(text.slice(match.index + match[0].length, match.index + 1500)) : null
      const end = told ? match.index + match[0].length + told[0].length : undefined
      return [{ at: match.index, part }, ...(end === undefined ? [] : [{ at: end, part: 'diagnosis' as const }])]
    })
    .sort((a, b) => a.at - b.at)
  return (at) => {
    let part: ReportPart = 'diagnosis'
    for (const cut of cuts) {
      if (cut.at > at) break
      part = cut.part
    }
    return part
  }
}

/** The side that each place of a report speaks of, and whether it speaks of a lymph node or margin part. */
export function reportRegions(text: string): (at: number) => { side?: 'left' | 'right'; specimen?: Specimen } {
  const specimens = specimensOf(text)
  const letters = new Map(specimens.flatMap((one) => (one.letter && one.side ? [[one.letter, one.side] as const] : [])))
  const anchors: { at: number; side?: 'left' | 'right'; specimen?: Specimen }[] = [
    ...specimens.map((specimen) => ({ at: specimen.start, specimen, ...(specimen.side ? { side: specimen.side } : {}) })),
    ...matchesOf(text, SIDE_SAID).flatMap((match) => {
      const letter = /\b([A-Z])\s*(?:\)|:)?\s*$/.exec(match[0])?.[1]
      const side = sideOf(match[0]) ?? letters.get(letter ?? '')
      return side ? [{ at: match.index, side }] : []
    }),
  ].sort((a, b) => a.at - b.at)
  return (at) => {
    let region: { side?: 'left' | 'right'; specimen?: Specimen } = {}
    for (const { at: from, ...found } of anchors) {
      if (from > at) break
      region = found
    }
    const side = sideOfColumn(text, at)
    return side ? { ...region, side } : region
  }
}

/** Words behind a heading, to an empty line or the line of a specimen. */
const TOLD =
  /^[^\n]{0,30}?:?[ \t]*[^\s:](?:(?!\n[ \t]*\n|\n[ \t]*(?:[A-Z][.)]\s*)?(?:(?:LEFT|RIGHT|Left|Right|L|R) )?(?:BREAST|Breast|WLE|MASTECTOMY|Mastectomy|LUMPECTOMY|Lumpectomy)\b)[\s\S]){0,1400}(?=\n)/

const partOf = (heading: string): ReportPart =>
  /radiology|mammogra|ultrasound|\bmri\b/i.test(heading)
    ? 'imaging'
    : /^(?:received|specimen|the specimen)$/i.test(heading) || /gross|macroscop|intra-?\s?op|frozen section/i.test(heading)
      ? 'gross'
      : /clin|history|pre-?\s?op|indication/i.test(heading)
        ? 'history'
        : 'diagnosis'

const HEADINGS =
  /(?<=\n[ \t]{0,12})(?:Histology|HISTOLOGY|Histopathology|HISTOPATHOLOGY|M\/E|Micro(?:scopic(?:al)?)? [Ee]xam\w*|Histological [Ff]indings|FINAL DX|Final [Dd]x|DX|Dx|PATH DX|Path [Dd]x)(?=\s*[:\n])|(?<=\n[ \t]*\n[ \t]*)(?:Specimen(?=\s+(?:\d|consists|measur|is\b|compris))|Received(?=\s+(?!:))|The specimen|Sections?(?=\s)|Histology(?=\s+\w)|Histologically|Microscopically)\b|(?<=\n[ \t]{0,20})(?:[A-Z ]{0,40}\bRADIOLOGY\b|(?:DIAGNOSTIC |SCREENING |BILATERAL |BREAST )*(?:MAMMOGRAM|ULTRASOUND|MRI)\b[^\n]*)(?=[ \t:\n])|\b(?:GROSS(?: (?:DESCRIPTION|EXAMINATION|ANATOMIC DESCRIPTION))?(?=\s*[:.\n(])|Gross (?:(?:Anatomic )?Description|Examination)(?=\s*[:.\n])|MACROSCOPIC[A-Z ]*(?=[:\n])|(?:Macroscopy|Macroscopic (?:description|examination|findings))(?=\s*[:\n])|Microscopy(?=\s*[:\n])|(?<=\n[ \t]{0,12})Gross(?=\s*:)|MACRO(?=\s*:)|Macro(?=\s*:)|INTRA-?\s?OPERATIVE CONSULT[A-Z]*|Intraoperative (?:Consult\w*|Diagnosis)|FROZEN SECTION DIAGNOSIS|CLINICAL (?:HISTORY|DATA|INFORMATION|DIAGNOSIS)[A-Z/ ]*|Clinical (?:[Hh]istory|[Dd]ata|[Ii]nformation|[Dd]iagnosis)[A-Za-z ]*(?=[:.\n])|CLINICAL (?:DETAILS|SUMMARY|INFO|CONTEXT|BACKGROUND)|Clinical (?:[Dd]etails|[Ss]ummary|info|context|background|notes)(?=\s*[:.\n])|(?<=\n[ \t]{0,12})Clin(?: (?:hx|info|details))?(?=\s*:)|PRE-?\s?OP(?:ERATIVE)? (?:DIAGNOSIS|DX)|(?<=\n[ \t]{0,12})(?:REPORT|RESULT|SUPPLEMENTARY|Supplementary)(?=[^\n:]{0,20}:)|(?:FINAL |PATHOLOGIC |SURGICAL |MICROSCOPIC )*DIAGNOSIS(?=\s*[:.\n(])|Diagnosis(?=\s*[:\n])|(?:Final )?[Pp]athologic(?:al)? [Dd]iagnosis|SYNOPTIC|Synoptic|MICROSCOPIC(?: DESCRIPTION| EXAMINATION| PATHOLOGY| FINDINGS| REPORT)?(?=\s*[:.\n])|Microscopic Description|COMMENT(?:S|\(S\))?(?=\s*[:.\n(])|Tumor Summary|TUMOR SUMMARY|ADDENDUM|Addendum|PATHOLOGIC STAG|Pathologic Staging|Pathologic Parameters|Breast Pathologic|SPECIMENS? RECEIVED|PROTOCOL FOR|CANCER CASE SUMMARY|TISSUE CHECKLIST|BIOMARKERS|(?<=\n\s{0,12})(?:PROCEDURE|FINDINGS|OPERATION)(?=\s*:)|PATHOLOGY(?=\s+[A-Z]{1,3}\d\d-)|DEPARTMENT OF PATHOLOGY|(?<=\n\s{0,12})(?:Histologic type|HISTOLOGIC TYPE)|FINAL REPORT|(?<=\n[ \t]{0,12})(?:IMPRESSION|Impression|CONCLUSION|Conclusion|SUMMARY|Summary|OPINION|Opinion|INTERPRETATION|MICROSCOPY|MICRO|Micro)(?=\s*[:\n]))/g
const SIDE_SAID =
  /\b(?:(?:specimen )?laterality\W{0,3}(?:left|right)\b|(?:part|specimens?:?)\s+[A-Z]\b[ :)]*(?:left|right)?|synoptic[^\n.]{0,40}[(–:-]\s?(?:left|right) breast)|(?<=^[ \t]{0,12}|\n[ \t]{0,12})(?:left|right) breast(?=[ \t]{0,3}[:\n–-])/gi
