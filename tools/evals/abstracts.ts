import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { carefolio, type EvalOptions } from './run.ts'

/** The abstract that the command line makes of each patient's records, once a run: its file, and where the truth lies. */
export function abstractsOf(options: EvalOptions): AbstractFile[] {
  return options.patients.map((id) => {
    const name = options.model ? `${id}-model` : id
    const known = MADE.get(name)
    if (known) return known
    const file = join(options.out, `${name}.json`)
    const records = join(options.shared, 'gold/patients', id, 'records')
    writeFileSync(file, carefolio(['abstract', records, '--as-of', '2026-10-01', '--json', ...(options.model ? ['--model'] : ['--quiet'])]))
    const made = { id, file, records, truth: join(options.shared, 'gold/patients', id, 'truth.json') }
    MADE.set(name, made)
    return made
  })
}

export type AbstractFile = { id: string; file: string; records: string; truth: string }
const MADE = new Map<string, AbstractFile>()

export const jsonOf = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'))
