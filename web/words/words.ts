import { en } from './en.ts'
import { es } from './es.ts'

/** Every text of the app in one language; `en.ts` has them all, and every other has its form. */
export type Words = typeof en

export const LANGUAGES = { en, es } satisfies Record<string, Words>
export type Language = keyof typeof LANGUAGES

/** The one thing this browser remembers: which language was chosen. It says nothing about anybody. */
const KEPT_AS = 'carefolio-language'

/** The language that was chosen here, else the first of the reader's that we have. */
export const language: Language =
  [kept(), ...(typeof navigator === 'undefined' ? [] : navigator.languages)].map((one) => one?.slice(0, 2)).find(isLanguage) ?? 'en'
export const words: Words = LANGUAGES[language]

/** Everything is written anew in the other language. */
export function speak(next: Language): void {
  localStorage.setItem(KEPT_AS, next)
  location.reload()
}

export function isLanguage(one: string | undefined): one is Language {
  return one !== undefined && Object.hasOwn(LANGUAGES, one)
}

function kept(): string | undefined {
  // A browser that keeps nothing for anybody throws.
  try {
    return localStorage.getItem(KEPT_AS) ?? undefined
  } catch {
    return undefined
  }
}
