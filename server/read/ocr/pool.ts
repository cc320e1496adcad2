import { availableParallelism } from 'node:os'
import type { GreyPicture } from '../image/grey-picture.ts'
import { javascriptEngine } from './javascript-engine.ts'
import { hasNativeEngine, nativeEngine } from './native-engine.ts'
import type { OcrEngine, OcrLayout, OcrWord } from './ocr.ts'

export type OcrPool = {
  recognise(picture: GreyPicture, layout: OcrLayout): Promise<OcrWord[]>
  size: number
  /** Which engine reads: the tesseract program where it is installed (faster), else the one that came with npm. */
  engine: 'native' | 'javascript'
  [Symbol.asyncDispose](): Promise<void>
}

/** As many engines as cores, started when first needed; pictures wait their turn in order. */
export function ocrPool(options: { size?: number; engine?: 'native' | 'javascript'; timeoutMs?: number } = {}): OcrPool {
  const size = options.size ?? availableParallelism()
  const timeoutMs = options.timeoutMs ?? PAGE_TIMEOUT_MS
  let kind = options.engine
  const engines: OcrEngine[] = []
  const idle: OcrEngine[] = []
  const waiting: ((engine: OcrEngine) => void)[] = []

  const take = async (): Promise<OcrEngine> => {
    const free = idle.pop()
    if (free) return free
    if (engines.length < size) {
      kind ??= hasNativeEngine() ? 'native' : 'javascript'
      const engine = kind === 'native' ? nativeEngine(timeoutMs) : javascriptEngine(timeoutMs)
      engines.push(engine)
      return engine
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (engine: OcrEngine): void => {
    const next = waiting.shift()
    if (next) next(engine)
    else idle.push(engine)
  }

  return {
    size,
    get engine() {
      kind ??= hasNativeEngine() ? 'native' : 'javascript'
      return kind
    },
    async recognise(picture, layout) {
      const engine = await take()
      try {
        return await engine.recognise(picture, layout)
      } finally {
        giveBack(engine)
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}

const PAGE_TIMEOUT_MS = 120_000
