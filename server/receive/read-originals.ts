import { availableParallelism } from 'node:os'
import type { DocumentLine, Reading } from '@carefolio/core/api/originals.ts'
import { listing } from '@carefolio/core/profile/sources.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { ocrPool } from '../read/ocr/pool.ts'
import type { Originals } from '../vault/originals.ts'
import { readAll } from './read-all.ts'
import type { Claim } from './reading-queue.ts'
import { ReadingThread } from './reading-thread.ts'
import type { Progress, Readings, WhatWasRead } from './readings.ts'
import type { Signals } from './signals.ts'
import { understandingThread } from './understanding-thread.ts'

/** Reads what waits, as many originals at once as there are cores, until closed. One that hangs or breaks costs only itself. */
export type OriginalReader = AsyncDisposable & {
  /** Something new waits. */
  wake(): void
  /** Ends the reading of an original under way here. */
  stop(person: string, original: string): void
  /** Ends all reading for a person. */
  stopAll(person: string): void
}

type Needs = { readings: Readings; originals: Originals; signals: Signals; lanes?: number; onFault: (error: unknown) => void }

/** Nothing new is told to this process when another one takes in files. */
const LOOK_EVERY_MS = 5000
const TELL_EVERY_MS = 250
const KEEP_EVERY_MS = 2000
/** Often enough that several may fail before somebody else takes it on, also while a file says nothing of how far it is. */
const HOLD_EVERY_MS = 30_000
const FILE_TIMEOUT_MS = 120_000
const MOST_ATTEMPTS = 3
/** What may go better another time. */
const PASSING: ReadonlySet<string> = new Set(['read-crashed', 'ocr-unavailable', 'no-access'])

export function startReading({ readings, originals, signals, lanes = availableParallelism(), onFault }: Needs): OriginalReader {
  const ocr = ocrPool()
  const closing = new AbortController()
  const running = new Map<string, { claim: Claim; end: AbortController }>()
  let wakers: (() => void)[] = []
  const wake = () => {
    for (const waker of wakers.splice(0)) waker()
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS)
      wakers.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })

  async function lane(): Promise<void> {
    const thread = new ReadingThread(ocr, FILE_TIMEOUT_MS)
    await using understanding = understandingThread()
    const findFacts = (document: Document, signal: AbortSignal) => understanding.facts(document, signal)
    try {
      while (!closing.signal.aborted) {
        const claim = await readings.take([...running.values()].map((one) => one.claim)).catch((error: unknown) => {
          onFault(error)
          return undefined
        })
        if (claim) await readOne(claim, thread, findFacts)
        else await rest()
      }
    } finally {
      await thread.close()
    }
  }

  async function readOne(claim: Claim, thread: ReadingThread, findFacts: FindFacts): Promise<void> {
    const { person, original } = claim
    const stop = new AbortController()
    const key = `${person} ${original}`
    running.set(key, { claim, end: stop })
    const signal = AbortSignal.any([stop.signal, closing.signal])
    const tell = (reading: Reading) => signals.tell(person, { kind: 'reading', original, reading })
    let isKept = false
    const said = teller(claim, readings, tell, () => stop.abort())
    const holding = setInterval(() => void readings.hold(claim).then((isOurs) => isOurs || stop.abort(), onFault), HOLD_EVERY_MS)
    try {
      const documents = await readAll([await received(originals, person, original)], {
        engine: { ocr, threads: [thread] },
        signal,
        onProgress: ({ file, page, pages }) =>
          said({ step: 'read pages', file, ...(page === undefined || pages === undefined ? {} : { page, pages }) }),
      })
      if (isPassing(documents) && claim.attempts < MOST_ATTEMPTS) {
        await readings.fail(claim, 'read-crashed', true)
        return
      }
      const read: WhatWasRead = []
      for (const document of documents) {
        said({ step: 'find facts', file: document.file })
        read.push(await understood(document, findFacts, signal))
      }
      isKept = await readings.keep(claim, read)
    } catch (error) {
      if (closing.signal.aborted) await readings.giveBack(claim).catch(onFault)
      if (signal.aborted) return
      if (!(error instanceof AppError)) onFault(error)
      const code = error instanceof AppError ? error.code : 'read-crashed'
      const again = code !== 'damaged-original' && code !== 'original-unknown' && claim.attempts < MOST_ATTEMPTS
      await readings.fail(claim, code, again).catch(onFault)
    } finally {
      clearInterval(holding)
      if (running.get(key)?.claim === claim) running.delete(key)
      const reading = await readings.states(person, original).catch(() => undefined)
      const now = reading?.get(original)
      if (now) tell(now)
      if (isKept) signals.tell(person, { kind: 'profile' })
    }
  }

  const working = Promise.all(Array.from({ length: Math.max(1, lanes) }, lane)).catch(onFault)
  return {
    wake,
    stop: (person, original) => running.get(`${person} ${original}`)?.end.abort(),
    stopAll(person) {
      for (const [key, { end }] of running) if (key.startsWith(`${person} `)) end.abort()
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      wake()
      wakers = []
      await working
      await ocr[Symbol.asyncDispose]()
    },
  }
}

type FindFacts = (document: Document, signal: AbortSignal) => Promise<Fact[]>

/** Says how far it is, not more often than anybody can read, and keeps it now and then. */
function teller(claim: Claim, readings: Readings, tell: (reading: Reading) => void, onGone: () => void): (progress: Progress) => void {
  let told = 0
  let kept = 0
  return (progress) => {
    const at = performance.now()
    if (at - told >= TELL_EVERY_MS) {
      told = at
      tell({ state: 'reading', ...progress })
    }
    if (at - kept < KEEP_EVERY_MS) return
    kept = at
    readings.progress(claim, progress).then(
      (isOurs) => {
        if (!isOurs) onGone()
      },
      () => {},
    )
  }
}

async function received(originals: Originals, person: string, original: string) {
  const found = await originals.get(person, original)
  const open = async () => {
    const pieces: Uint8Array[] = []
    for await (const piece of originals.read(person, original)) pieces.push(piece)
    return new Uint8Array(Buffer.concat(pieces))
  }
  return { file: found.name, path: '', bytes: found.bytes, id: original, open }
}

const isPassing = (documents: readonly Document[]): boolean =>
  documents.length === 1 && documents[0]?.read === false && documents[0].problems.some(({ code }) => PASSING.has(code))

/** A document whose facts cannot be found is kept with its words, and says so. */
async function understood(document: Document, findFacts: FindFacts, signal: AbortSignal): Promise<WhatWasRead[number]> {
  try {
    const facts = await findFacts(document, signal)
    return { document, line: lineOf(document, facts.length), facts }
  } catch (error) {
    signal.throwIfAborted()
    const code = error instanceof AppError ? error.code : 'read-crashed'
    const told = { ...document, problems: [...document.problems, problem(code)] }
    return { document: told, line: lineOf(told, 0), facts: [] }
  }
}

function lineOf(document: Document, facts: number): DocumentLine {
  return {
    id: document.id,
    file: document.file,
    format: document.format,
    ...listing(document),
    ...(document.title === undefined ? {} : { title: document.title }),
    pages: document.pages.length,
    read: document.read,
    pictures: document.read && (document.format === 'pdf' || document.format === 'image') && document.parent === undefined,
    facts,
    problems: document.problems,
  }
}
