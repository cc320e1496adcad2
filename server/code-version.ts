import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/**
 * A hash over the program text in folders, given from the root of Carefolio, as `core/read`: whatever changes in it, what was kept by it
 * no longer counts, and nobody has to remember a number. Tests do not count.
 */
export async function codeVersion(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    const paths = files.filter((file) => file.isFile() && !/\.test\.|\.test-data\./.test(file.name))
    for (const path of paths.map((file) => join(file.parentPath, file.name)).sort())
      hash.update(`${relative(ROOT, path)}\n`).update(await readFile(path))
  }
  return hash.digest('hex')
}

const ROOT = join(import.meta.dirname, '..')
