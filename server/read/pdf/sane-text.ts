/**
 * Whether the words of a text layer are words: fonts without a map to Unicode give private signs or shifted letters, and a bad OCR layer
 * gives scraps. A page whose layer is not sane is read from its picture instead.
 */
export function isSaneText(words: readonly string[]): boolean {
  let letters = 0
  let foreign = 0
  let long = 0
  let withVowel = 0
  let lettersAlone = 0
  for (const word of words) {
    for (const character of word) {
      if (/[\p{L}\p{N}]/u.test(character)) letters++
      else if (/[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(character)) foreign++
    }
    if (/^\p{L}$/u.test(word)) lettersAlone++
    if (/^\p{L}{4,}$/u.test(word)) {
      long++
      if (/[aeiouyäöüéèáíóúàâêîôûæøå]/iu.test(word)) withVowel++
    }
  }
  if (letters === 0 || foreign > 0.1 * (letters + foreign)) return false
  if (words.length >= 30 && lettersAlone > 0.5 * words.length) return false
  return long < 10 || withVowel >= 0.7 * long
}
