import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { AppError, type ErrorCode } from '@carefolio/core/record/errors.ts'

/**
 * A file as it was handed in: its name below the folder given (`/` between folders), where it lies, its size in bytes. One that lies in no
 * folder gives its bytes itself (`open`), and may bring the `id` that its document shall have.
 */
export type ReceivedFile = {
  file: string
  path: string
  bytes: number
  problem?: ErrorCode
  open?: () => Promise<Uint8Array>
  id?: string
}

/**
 * Every file of a folder and the folders in it, or the one file given, in the order of their names. Names that begin with a dot are left
 * out. Links to what lies in the folder are followed, each folder once; one that leads out of it is listed and not followed, so that nobody
 * can put a file of this computer among the records by a link. What cannot be opened is listed with its problem. Throws `not-found`.
 */
export async function receiveFolder(path: string, options: { signal?: AbortSignal } = {}): Promise<ReceivedFile[]> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError(cause.code === 'EACCES' || cause.code === 'EPERM' ? 'no-access' : 'not-found', { cause })
  })
  if (!found.isDirectory()) return [received(basename(path), path, found)]
  const root = await realpath(path)
  const walk: Walk = { root, seen: new Set([root]), files: [], signal: options.signal }
  await walkFolder(path, '', walk)
  return walk.files
}

/** `seen`: the folders entered, by their real names. */
type Walk = { root: string; seen: Set<string>; files: ReceivedFile[]; signal: AbortSignal | undefined }

async function walkFolder(folder: string, name: string, walk: Walk): Promise<void> {
  const { files, seen } = walk
  walk.signal?.throwIfAborted()
  const entries = await readdir(folder).catch(() => undefined)
  if (entries === undefined) {
    files.push({ file: name === '' ? basename(folder) : name, path: folder, bytes: 0, problem: 'no-access' })
    return
  }
  const ofReport = await filesOfReport(folder, entries)
  for (const entry of entries.filter((one) => !one.startsWith('.')).sort(byName)) {
    if (files.length >= MOST_FILES) return
    const path = join(folder, entry)
    const file = name === '' ? entry : `${name}/${entry}`
    const itself = await lstat(path).catch(() => undefined)
    const real = itself && (await realpath(path).catch(() => undefined))
    const found = real === undefined ? undefined : await stat(real).catch(() => undefined)
    if (itself?.isSymbolicLink() && real !== undefined && !isWithin(walk.root, real))
      files.push({ file, path, bytes: 0, problem: 'link-outside' })
    else if (real === undefined || found === undefined) files.push({ file, path, bytes: 0, problem: 'no-access' })
    else if (!found.isDirectory())
      files.push(ofReport.has(entry) ? { file, path, bytes: 0, problem: 'own-report' } : received(file, real, found))
    else if (!seen.has(real)) {
      seen.add(real)
      await walkFolder(path, file, walk)
    }
  }
}

/**
 * What `carefolio report` wrote, when the folder is one of its: read as records, its sentences would become evidence of themselves. Its
 * match.json, which only we write, tells it.
 */
async function filesOfReport(folder: string, entries: readonly string[]): Promise<ReadonlySet<string>> {
  if (!entries.includes('match.json') || !entries.includes('report.html')) return new Set()
  const file = await open(join(folder, 'match.json')).catch(() => undefined)
  try {
    const head = (await file?.read({ buffer: Buffer.alloc(64) }))?.buffer.toString('latin1') ?? ''
    return new Set(/^\{"form":\d+,"asOf":"/.test(head) ? REPORT_FILES : [])
  } finally {
    await file?.close()
  }
}

const REPORT_FILES = ['match.json', 'report.html', 'report.pdf', 'trials.csv']

const isWithin = (root: string, path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** Pipes and devices are no files: reading one could wait for ever. */
function received(file: string, path: string, found: { isFile(): boolean; size: number }): ReceivedFile {
  return found.isFile() ? { file, path, bytes: found.size } : { file, path, bytes: 0, problem: 'unknown-format' }
}

/** The same on every computer, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const MOST_FILES = 100_000
