import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { checkWritable } from '../writable-folder.ts'
import { type Finding, failing } from './finding.ts'

/** The data folder: that it is there, can be written to, is closed to others, and has room. */
export async function checkFolder({ data }: Config): Promise<Finding[]> {
  const about = 'data folder'
  if (!existsSync(data)) return [{ about, is: 'care', says: `There is none at ${data} yet; carefolio serve makes it.` }, await room(data)]
  try {
    checkWritable(data)
  } catch (error) {
    return [failing(about, error)]
  }
  const isOpen = process.platform !== 'win32' && (statSync(data).mode & 0o077) !== 0
  return [
    isOpen
      ? { about, is: 'care', says: `Others on this computer can look into ${data}: chmod 700 closes it.` }
      : { about, is: 'good', says: `${data} is there, can be written to, and is closed to others.` },
    await room(data),
  ]
}

async function room(data: string): Promise<Finding> {
  let there = resolve(data)
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  const { bavail, bsize } = await statfs(there)
  const free = bavail * bsize
  const says = `${(free / 1e9).toFixed(1)} GB are free.`
  if (free < LEAST) return { about: 'disk', is: 'bad', says: `${says} Files can soon be kept no more: make room.` }
  return free < ENOUGH ? { about: 'disk', is: 'care', says: `${says} That is little: make room.` } : { about: 'disk', is: 'good', says }
}

const LEAST = 200_000_000
const ENOUGH = 2_000_000_000
