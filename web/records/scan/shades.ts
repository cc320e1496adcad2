import type { Window } from '@carefolio/core/read/dicom/pictures.ts'

/** Where the usual parts of a body are best seen in a CT, in Hounsfield units. */
export const CT_WINDOWS = {
  soft: { center: 40, width: 400 },
  lung: { center: -600, width: 1500 },
  bone: { center: 480, width: 2500 },
  liver: { center: 60, width: 160 },
  brain: { center: 40, width: 80 },
} as const satisfies Record<string, Window>

/** From the darkest to the brightest value of a picture. */
export function wholeWindow(values: Float32Array): Window {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return Number.isFinite(least) ? { center: (least + most) / 2, width: Math.max(1, most - least) } : { center: 0, width: 1 }
}

/** Values as grey dots: below the window black, above it white, in between in even steps (PS3.3 C.11.2.1.2). */
export function shaded(values: Float32Array, { center, width }: Window, inverted: boolean): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(values.length * 4)
  const scale = 255 / Math.max(1e-6, width)
  const low = center - width / 2
  for (let i = 0; i < values.length; i++) {
    const grey = Math.min(255, Math.max(0, ((values[i] ?? 0) - low) * scale))
    const dot = inverted ? 255 - grey : grey
    rgba[4 * i] = dot
    rgba[4 * i + 1] = dot
    rgba[4 * i + 2] = dot
    rgba[4 * i + 3] = 255
  }
  return rgba
}
