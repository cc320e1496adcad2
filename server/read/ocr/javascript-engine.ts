import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { pgmOf } from '../image/grey-picture.ts'
import type { OcrEngine } from './ocr.ts'

/** Tesseract as WebAssembly with the English model of an npm package: works everywhere, without network. */
export function javascriptEngine(timeoutMs: number): OcrEngine {
  let starting: Promise<Worker> | undefined
  const stop = async (): Promise<void> => {
    const worker = await starting?.catch(() => undefined)
    starting = undefined
    await worker?.terminate()
  }
  return {
    async recognise(picture, layout) {
      starting ??= startWorker()
      const worker = await starting.catch((cause) => {
        throw new AppError('ocr-unavailable', { cause })
      })
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new AppError('took-too-long')), timeoutMs)
      })
      try {
        await worker.setParameters({ tessedit_pageseg_mode: layout === 'page' ? PSM.AUTO : PSM.SINGLE_BLOCK, user_defined_dpi: '300' })
        const { data } = await Promise.race([worker.recognize(Buffer.from(pgmOf(picture)), {}, { blocks: true, text: false }), tooLong])
        return (data.blocks ?? []).flatMap((block) =>
          block.paragraphs.flatMap((paragraph) =>
            paragraph.lines.flatMap((line) =>
              line.words
                .filter((word) => word.text.trim() !== '')
                .map((word) => ({
                  text: word.text.trim(),
                  left: word.bbox.x0,
                  top: word.bbox.y0,
                  right: word.bbox.x1,
                  bottom: word.bbox.y1,
                  confidence: word.confidence / 100,
                })),
            ),
          ),
        )
      } catch (error) {
        await stop()
        throw error instanceof AppError ? error : new AppError('damaged-image', { cause: error })
      } finally {
        clearTimeout(timer)
      }
    },
    close: stop,
  }
}

async function startWorker(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  })
}
