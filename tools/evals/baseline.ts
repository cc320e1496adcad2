import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Named shares, 0…1. */
export type Numbers = Record<string, number>

const file = fileURLToPath(new URL('../../docs/quality-baseline.json', import.meta.url))
const baseline = (): Numbers => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** A number may fall by less than this without it meaning anything (OCR differs a little between machines). */
const NOISE = 0.003

/** Prints each number beside its baseline; returns how many fell. */
export function compareWithBaseline(numbers: Numbers): number {
  const before = baseline()
  let fallen = 0
  for (const [name, value] of Object.entries(numbers)) {
    const old = before[name]
    const fell = old !== undefined && value < old - NOISE
    if (fell) fallen++
    console.log(
      `${name.padEnd(36)} ${percent(value)}${old === undefined ? '   (new)' : `   baseline ${percent(old)}${fell ? '   FELL' : ''}`}`,
    )
  }
  return fallen
}

/** Keeps the higher of each. */
export function updateBaseline(numbers: Numbers): void {
  const before = baseline()
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...numbers }).map(([name, value]) => [
      name,
      Math.round(Math.max(value, before[name] ?? 0) * 10_000) / 10_000,
    ]),
  )
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(Object.entries(merged).sort()), undefined, 2)}\n`)
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(7)
