import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { criteriaPage } from '../core/match/criteria-page.ts'

/** Writes docs/criteria.md from the kinds themselves: node tools/criteria-docs.ts */
writeFileSync(fileURLToPath(new URL('../docs/criteria.md', import.meta.url)), criteriaPage())
