import { words } from '../words/words.ts'

const { sections } = words.profile
/** Where an oncologist looks next; the names are also the places on the page. */
const JUMPS = [
  'spread',
  'receptors',
  'treatments',
  'biomarkers',
  'labs',
  'conditions',
  'medications',
] as const satisfies readonly (keyof typeof sections)[]
export type Jumped = (typeof JUMPS)[number]

/** The ways to the parts of a long page. */
export function Jump() {
  return (
    <nav className="jump no-print" aria-label={words.profile.parts}>
      {JUMPS.map((part) => (
        <a key={part} href={`#${part}`} className="chip">
          {sections[part]}
        </a>
      ))}
    </nav>
  )
}
