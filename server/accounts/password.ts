import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '@carefolio/core/record/errors.ts'

/** argon2id with 64 MiB and two passes (RFC 9106; more than OWASP's least), about a tenth of a second. */
const MEMORY_KIB = 65_536
const PASSES = 2
const TAG = 32
/** Hashing is the one costly thing that anybody may ask for: so many at a time, the others wait. */
const AT_ONCE = 2
const MOST_WAITING = 200

const derive = promisify(argon2)

/** As `$argon2id$v=19$m=65536,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derived(password, salt, MEMORY_KIB, PASSES)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${base64(salt)}$${base64(tag)}`
}

/** Without a hash to compare with it takes as long and is false, so that nobody can tell who has an account. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, memory, passes, salt, tag] = FORM.exec(hash ?? '') ?? []
  if (salt === undefined || tag === undefined) {
    await derived(password, Buffer.alloc(16), MEMORY_KIB, PASSES)
    return false
  }
  const wanted = Buffer.from(tag, 'base64')
  const found = await derived(password, Buffer.from(salt, 'base64'), Number(memory), Number(passes))
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** Common words, one's own name or address, keys in a row, or one thing again and again. `own`: name and address. */
export function isWeak(password: string, own: readonly string[]): boolean {
  const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const left = [...own.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((one) => one.length > 2), ...COMMON].reduce(
    (text, word) => text.replaceAll(word, ''),
    plain,
  )
  if (new Set(plain).size < 5 || left.length < 6) return true
  return isRow(plain)
}

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

let running = 0
const waiting: (() => void)[] = []

async function derived(password: string, nonce: Buffer, memory: number, passes: number): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) throw new AppError('too-many-requests')
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    // The same characters may be typed in several encodings (NIST SP 800-63B, 5.1.1.2).
    const message = Buffer.from(password.normalize('NFKC'))
    return await derive('argon2id', { message, nonce, parallelism: 1, tagLength: TAG, memory, passes })
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** Mostly letters or digits that follow each other, in the alphabet or on the keyboard. */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).filter((sign, i) => {
    const pair = `${text[i]}${sign}`
    return ROWS.some((row) => row.includes(pair))
  })
  return steps.length > text.length * 0.7
}
const STRAIGHT = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const ROWS = [...STRAIGHT, ...STRAIGHT.map((row) => [...row].reverse().join(''))]

/** Words that begin or make up most of the passwords people are caught with. */
const COMMON = [
  'password',
  'passwort',
  'passw0rd',
  'contraseña',
  'welcome',
  'letmein',
  'iloveyou',
  'iloveu',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'dragon',
  'monkey',
  'shadow',
  'master',
  'michael',
  'jennifer',
  'jessica',
  'charlie',
  'qwerty',
  'qwertz',
  'azerty',
  'admin',
  'administrator',
  'login',
  'secret',
  'changeme',
  'trustno',
  'starwars',
  'pokemon',
  'whatever',
  'computer',
  'internet',
  'hospital',
  'carefolio',
  'cancer',
  'patient',
  'health',
  'doctor',
  'nurse',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'monday',
  'family',
  'mother',
  'father',
  'forever',
  'angel',
  'flower',
  'butterfly',
  'cookie',
  'cheese',
  'liverpool',
  'chelsea',
  'arsenal',
  'yankees',
]
