import { type Frame, type Pictures, picturesOf } from '@carefolio/core/read/dicom/pictures.ts'
import { addressOf } from '../../api/call.ts'
import { type Disc, openDisc } from './disc.ts'

/** A picture that can be drawn: grey with its values, so that brightness can change, or colour as it is. */
export type Drawable =
  | { kind: 'grey'; width: number; height: number; values: Float32Array; inverted: boolean }
  | { kind: 'colour'; width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> }

const opened = new Map<string, Promise<Pictures | undefined>>()
const discs = new Map<string, Promise<Disc | undefined>>()
/** So many files of a series are kept open, the newest of them. */
const MOST_OPEN = 24

/** The pictures of a document; those of a disc come out of its ZIP, which is fetched once. Throws when the server cannot be reached. */
export function openScan(person: string, document: string): Promise<Pictures | undefined> {
  const key = `${person} ${document}`
  const known = opened.get(key)
  const open = known ?? bytesOf(person, document).then((bytes) => bytes && picturesOf(bytes))
  opened.delete(key)
  opened.set(key, open)
  open.catch(() => opened.delete(key))
  const [oldest] = opened.keys()
  if (opened.size > MOST_OPEN && oldest !== undefined) opened.delete(oldest)
  return open
}

/** A frame as it can be drawn; a JPEG is opened by the browser. */
export async function drawableOf(frame: Frame | undefined): Promise<Drawable | undefined> {
  if (frame === undefined || frame.kind !== 'jpeg') return frame
  const { bytes, width, height, grey, inverted } = frame
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })).catch(() => undefined)
  const context = bitmap && new OffscreenCanvas(width, height).getContext('2d')
  if (!context || !bitmap) return undefined
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  if (!grey) return { kind: 'colour', width, height, rgba: new Uint8ClampedArray(data) }
  return { kind: 'grey', width, height, values: Float32Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0), inverted }
}

async function bytesOf(person: string, document: string): Promise<Uint8Array | undefined> {
  const [original = '', ...inside] = document.split('/')
  if (inside.length === 0) return new Uint8Array(await (await fetched(person, original)).arrayBuffer())
  const key = `${person} ${original}`
  const disc = discs.get(key) ?? fetched(person, original).then(openDisc)
  // One at a time: a disc may be large.
  discs.clear()
  discs.set(key, disc)
  disc.catch(() => discs.clear())
  return (await disc)?.open(inside.join('/'))
}

async function fetched(person: string, original: string): Promise<Blob> {
  const response = await fetch(addressOf('originalContent', { person, original }))
  if (!response.ok) throw new TypeError('the file did not come')
  return response.blob()
}
