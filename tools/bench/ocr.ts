import { cpus } from 'node:os'
import { greyOf } from '@carefolio/server/read/image/change-picture.ts'
import { hasNativeEngine } from '@carefolio/server/read/ocr/native-engine.ts'
import { ocrPool } from '@carefolio/server/read/ocr/pool.ts'
import sharp from 'sharp'
import { make } from '../corpus/make.ts'
import { type Figures, inTurn, perSecond, ratio } from './measure.ts'

const PAGES = 4

/** Pages of a photographed report through each engine on all cores. */
export async function benchOcr(): Promise<Figures> {
  const text = Array.from(
    { length: 24 },
    (_, i) => `Line ${i + 1}: estrogen receptor ${60 + i}% of nuclei, HER2 1+, ANC ${i / 10} 10*3/uL`,
  ).join('\n')
  const picture = await greyOf(sharp(await make('photo', text)).rotate(-1.2, { background: 'white' }))
  const engines = hasNativeEngine() ? (['javascript', 'native'] as const) : (['javascript'] as const)
  const pools = engines.map((engine) => ocrPool({ engine, size: cpus().length }))
  const times = await inTurn(
    2,
    pools.map((pool) => () => Promise.all(Array.from({ length: PAGES }, () => pool.recognise(picture, 'page')))),
  )
  await Promise.all(pools.map((pool) => pool[Symbol.asyncDispose]()))
  const [javascript = 0, native] = times
  return {
    [`OCR in JavaScript, ${cpus().length} cores`]: perSecond(PAGES, javascript),
    ...(native === undefined
      ? {}
      : { 'native tesseract, same cores': `${perSecond(PAGES, native)} (JavaScript is ${ratio(javascript, native)})` }),
  }
}
