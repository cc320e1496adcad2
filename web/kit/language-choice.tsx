import { isLanguage, LANGUAGES, language, speak, words } from '../words/words.ts'

/** The names of the languages, each in its own; who cannot read the page finds theirs. */
export function LanguageChoice({ label }: { label?: string }) {
  return (
    <select
      className="language"
      aria-label={label ?? words.kit.language}
      value={language}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) speak(value)
      }}
    >
      {Object.keys(LANGUAGES)
        .filter(isLanguage)
        .map((one) => (
          <option key={one} value={one} lang={one}>
            {words.kit.languages[one]}
          </option>
        ))}
    </select>
  )
}
