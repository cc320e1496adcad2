import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openDisc } from './disc.ts'

/** A ZIP of one packed file, whose directory says that it is so large. */
function zipOf(name: string, content: Buffer, said = content.length): Blob {
  const packed = deflateRawSync(content)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(said, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name), packed])
  const directory = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Blob([local, directory, end])
}

it('opens a part of a disc', async () => {
  const disc = await openDisc(zipOf('scan.dcm', Buffer.from('picture')))
  expect(Buffer.from((await disc?.open('scan.dcm')) ?? []).toString()).toBe('picture')
  expect(await disc?.open('other.dcm')).toBeUndefined()
})

it('does not open a part that unpacks to more than there may be, though the directory says that it is small', async () => {
  const disc = await openDisc(zipOf('bomb.dcm', Buffer.alloc(2_000_000), 100), 1_000_000)
  expect(await disc?.open('bomb.dcm')).toBeUndefined()
})
