import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { AppError } from '@carefolio/core/record/errors.ts'
import { standBack } from '../../stand-back.ts'
import { pgmOf } from '../image/grey-picture.ts'
import type { OcrEngine, OcrWord } from './ocr.ts'

/** True when this computer has the tesseract program (4 or newer) with English. */
export function hasNativeEngine(): boolean {
  const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8', timeout: 5000 })
  if (version.status !== 0 || !/tesseract v?[4-9]/.test(`${version.stdout}${version.stderr}`)) return false
  const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8', timeout: 5000 })
  return /^eng$/m.test(`${languages.stdout}${languages.stderr}`)
}

/** The tesseract program, one process a picture, one core each. */
export function nativeEngine(timeoutMs: number): OcrEngine {
  let running: ChildProcess | undefined
  return {
    recognise: (picture, layout) =>
      new Promise((resolve, reject) => {
        const child = spawn('tesseract', ['stdin', 'stdout', '-l', 'eng', '--psm', layout === 'page' ? '3' : '6', '--dpi', '300', 'tsv'], {
          env: { ...process.env, OMP_THREAD_LIMIT: '1' },
          stdio: ['pipe', 'pipe', 'ignore'],
          timeout: timeoutMs,
          killSignal: 'SIGKILL',
        })
        running = child
        if (child.pid !== undefined) standBack(child.pid)
        const parts: Buffer[] = []
        child.stdout.on('data', (part: Buffer) => parts.push(part))
        child.stdin.on('error', () => {})
        child.on('error', (cause) => reject(new AppError('ocr-unavailable', { cause })))
        child.on('close', (code, signal) => {
          running = undefined
          if (code === 0) resolve(wordsOfTsv(Buffer.concat(parts).toString('utf8')))
          else reject(new AppError(signal === 'SIGKILL' ? 'took-too-long' : 'damaged-image'))
        })
        child.stdin.end(pgmOf(picture))
      }),
    async close() {
      running?.kill('SIGKILL')
    },
  }
}

/** The words (level 5) of tesseract's table of results. */
export function wordsOfTsv(tsv: string): OcrWord[] {
  return tsv.split('\n').flatMap((line) => {
    const [level, , , , , , left, top, width, height, confidence, ...text] = line.split('\t')
    if (level !== '5' || text.join('').trim() === '') return []
    return [
      {
        text: text.join('\t').trim(),
        left: Number(left),
        top: Number(top),
        right: Number(left) + Number(width),
        bottom: Number(top) + Number(height),
        confidence: Math.max(0, Number(confidence)) / 100,
      },
    ]
  })
}
