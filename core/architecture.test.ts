import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The order of the stages: a stage may use the ones before it (ARCHITECTURE.md). */
const STAGES = ['record', 'codes', 'read', 'understand', 'profile', 'trials', 'match', 'report', 'api']
const PACKAGES: Record<string, readonly string[]> = {
  core: ['core'],
  server: ['server', 'core'],
  cli: ['cli', 'server', 'core'],
  web: ['web', 'core'],
}

const root = fileURLToPath(new URL('..', import.meta.url))
const files = Object.keys(PACKAGES).flatMap((name) => sources(join(root, name)))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

describe('the layout', () => {
  it('lets no package reach for one above it', () => {
    const wrong = [...imports].flatMap(([file, targets]) => {
      const from = packageOf(file)
      return targets
        .filter((target) => target.startsWith(root) && !PACKAGES[from]?.includes(packageOf(target)))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`)
    })
    expect(wrong).toEqual([])
  })

  it('lets no stage of core reach for a later one', () => {
    const wrong = [...imports].flatMap(([file, targets]) => {
      const from = stageOf(file)
      if (from === -1) return []
      return targets.filter((target) => stageOf(target) > from).map((target) => `${relative(root, file)} → ${relative(root, target)}`)
    })
    expect(wrong).toEqual([])
  })

  it('keeps core pure: no disk, network, process, clock or chance', () => {
    const wrong = files
      .filter((file) => packageOf(file) === 'core' && !isTest(file))
      .flatMap((file) => {
        const text = withoutComments(readFileSync(file, 'utf8'))
        const impure = [
          ...text.matchAll(
            /\bfrom 'node:[^']+'|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bBuffer\b|\bsetTimeout\(/g,
          ),
        ]
        return impure.map((match) => `${relative(root, file)}: ${match[0]}`)
      })
    expect(wrong).toEqual([])
  })

  it('has no cycles', () => {
    const done = new Set<string>()
    const cycles: string[] = []
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].map((one) => relative(root, one)).join(' → '))
        return
      }
      if (done.has(file)) return
      for (const target of imports.get(file) ?? []) walk(target, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(cycles).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Files a file needs at run time; imports of types alone make no arrow. */
function importsOf(file: string): string[] {
  const text = withoutComments(readFileSync(file, 'utf8'))
  if (isTest(file)) return []
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'([^']+)'/gm)].flatMap(([, target = '']) => {
    if (target.startsWith('.')) return [resolve(dirname(file), target)]
    const own = /^@carefolio\/(.+)$/.exec(target)
    return own?.[1] ? [join(root, own[1])] : []
  })
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts')
}

function packageOf(file: string): string {
  return relative(root, file).split('/')[0] ?? ''
}

function stageOf(file: string): number {
  return packageOf(file) === 'core' ? STAGES.indexOf(relative(root, file).split('/')[1] ?? '') : -1
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
