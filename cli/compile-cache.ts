import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Loaded before all else: what Node made of our files is kept beside the packages, so that the next start takes half the time. Where that
// folder cannot be written to nothing is kept. It is no folder that others can write to: what lies there is run.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/carefolio'))
