import { en } from './en.ts'

/** Every text of the app in one language; `en.ts` is the full one, and every other has to have its form. */
export type Words = typeof en

/** The languages that are complete. One joins when `es.ts` and its like have every text (see `es.ts`). */
const LANGUAGES: Record<string, Words> = { en }

const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
/** The first language of the reader's that we have. */
export const language: string = wanted.map((one) => one.slice(0, 2)).find((one) => one in LANGUAGES) ?? 'en'
export const words: Words = LANGUAGES[language] ?? en
