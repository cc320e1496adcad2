import { findLab, type LabTest } from '../../codes/labs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { type LabReading, readLabValue } from './lab-words.ts'

/** Values whose names stand apart from them. */
export type ListedValue = LabReading & { name: string; label: number }

/** "AST/ALT 24/31", "Hb/WBC/Plt: 10.2 / 3.4 / 145": as many values as names. And the shorthand of blood counts, "3.4>10.2/31<145". */
export function listedTogether(text: string): ListedValue[] {
  return text.includes('/') || text.includes('>') ? [...namesThenValues(text), ...fishbone(text), ...corrected(text)] : []
}

function namesThenValues(text: string): ListedValue[] {
  return matchesOf(text, VALUES).flatMap((match): ListedValue[] => {
    const names = NAMES.exec(text.slice(Math.max(0, match.index - 60), match.index))
    if (names === null) return []
    const words = (names[1] ?? '')
      .replace(/\bS?GOT\s?\/\s?PT$/i, 'AST/ALT')
      .split('/')
      .map((word) => word.trim())
    const values = match[0].split('/').map((value) => value.trim())
    const tests = words.map((word, index) => findLab(word) ?? findLab(word.replace(/^[\w.]+\s(?=\S)/, index === 0 ? '' : '$&')))
    if (words.length !== values.length || tests.some((test) => test === undefined)) return []
    const place = { start: match.index, end: match.index + match[0].length, label: match.index - names[0].length }
    return tests.flatMap((test, index) => (test === undefined ? [] : reading(test, values[index] ?? '', place)))
  })
}
const VALUES = /(?<![\d./>])\d{1,4}(?:[.,]\d{1,2})?(?:\s?\/\s?\d{1,4}(?:[.,]\d{1,2})?){1,4}(?![\d/.]*\d)/g
const NAMES = /(?<![A-Za-z])([A-Za-z][A-Za-z. ]{0,14}(?:\s?\/\s?[A-Za-z][A-Za-z. ]{0,14}){1,4})[\s:=]*$/

/** "QT/QTc 380/432": only the corrected one is kept. */
function corrected(text: string): ListedValue[] {
  const match = /\bQT\s?\/\s?QTc[BF]?\b[^\d.;]{0,20}\d{3}\s?\/\s?(\d{3})(?![\d/])/i.exec(text)
  const test = findLab('QTcF')
  if (match?.[1] === undefined || test === undefined) return []
  return reading(test, match[1], { start: match.index, end: match.index + match[0].length, label: match.index })
}

/** White cells > haemoglobin / haematocrit < platelets. */
function fishbone(text: string): ListedValue[] {
  const match = FISHBONE.exec(text)
  if (match === null) return []
  const place = { start: match.index, end: match.index + match[0].length, label: match.index }
  return FISHBONE_TESTS.flatMap((name, index) => {
    const test = findLab(name)
    const value = match[index + 1]
    return test === undefined || value === undefined ? [] : reading(test, value, place)
  })
}
const FISHBONE = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s?>[\s-]?(\d{1,2}(?:\.\d)?)\s?(?:\/\s?(\d{2}(?:\.\d)?)\s?)?[\s-]?<\s?(\d{2,4})(?![\d.])/
const FISHBONE_TESTS = ['WBC', 'hemoglobin', 'hematocrit', 'platelets']

function reading(test: LabTest, value: string, place: { start: number; end: number; label: number }): ListedValue[] {
  const read = readLabValue(value, 0, test, false)
  return read === undefined ? [] : [{ ...read, ...place, name: test.name }]
}
