import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = ['core', 'server', 'cli']

/** Lays out the files of a revision in a folder, with the libraries of this installation and the packages of that revision. */
export function layOutRevision(repository: string, revision: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const archive = spawnSync('git', ['archive', '--format=tar', revision], { cwd: repository, maxBuffer: 1 << 30 })
  if (archive.status !== 0) throw new Error(`git does not know the revision ${revision}`)
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout })
  if (unpacked.status !== 0) throw new Error('the revision could not be unpacked')
  for (const place of ['.', ...PACKAGES]) linkLibraries(join(repository, place, 'node_modules'), join(folder, place, 'node_modules'))
  mkdirSync(join(folder, 'node_modules/@carefolio'), { recursive: true })
  for (const name of PACKAGES) symlinkSync(join(folder, name), join(folder, 'node_modules/@carefolio', name))
}

function linkLibraries(from: string, to: string): void {
  let names: string[]
  try {
    names = readdirSync(from)
  } catch {
    return
  }
  mkdirSync(to, { recursive: true })
  for (const name of names) if (name !== '@carefolio') symlinkSync(join(from, name), join(to, name))
}
