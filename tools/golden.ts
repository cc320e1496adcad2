import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/**
 * Compares text with a file of the repository (path from its root). `npm run golden` writes the file instead; a missing file is a failure.
 */
export function expectGolden(path: string, text: string): void {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return
  }
  if (!existsSync(file)) expect.fail(`${path} is missing: npm run golden writes it`)
  expect(text, `${path} differs: read the difference, then npm run golden`).toBe(readFileSync(file, 'utf8'))
}
