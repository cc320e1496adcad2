import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawingThread } from './drawing-thread.ts'

const SCAN = readFileSync(join(import.meta.dirname, '../../corpus/patients/maria/records/Liver biopsy 2024.pdf'))

describe('pages drawn in a thread', { timeout: 60_000 }, () => {
  it('are drawn after a rest, and after one that could not be', async () => {
    await using drawing = drawingThread()
    const draw = (bytes: Uint8Array) =>
      drawing.draw({ open: async () => new Uint8Array(bytes), format: 'pdf', page: { number: 1 }, width: 200 })
    for (let round = 0; round < 2; round++) {
      expect(
        Buffer.from(await draw(SCAN))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG')
      await new Promise((resolve) => setTimeout(resolve, 200))
      await expect(draw(Buffer.from('no file'))).rejects.toMatchObject({ code: 'no-picture' })
    }
  })
})
