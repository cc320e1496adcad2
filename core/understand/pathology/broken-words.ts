/**
 * Words that the layout of a page has torn: hyphens at line ends ("progester-\none") and letters set apart ("P O S I T I V E") are joined,
 * the gap moved behind the word. The length stays, so that places stay true.
 */
export function withoutBrokenWords(text: string): string {
  return text
    .replace(AT_LINE_END, (whole, first: string, second: string) =>
      COMPOUND.test(first) ? whole : `${first}${second}${' '.repeat(whole.length - first.length - second.length)}`,
    )
    .replace(SPLIT_WORD, (whole) => (whole.includes(' ') ? whole.replaceAll(' ', '').padEnd(whole.length) : whole))
    .replace(SET_APART, (whole) => whole.replaceAll(' ', '').padEnd(whole.length))
}

const AT_LINE_END = /(?<![A-Za-z])([A-Za-z]{2,14})-[ \t]*\n[ \t]*([a-z]{2,14}|(?<=[A-Z]-[ \t]{0,3}\n[ \t]{0,9})[A-Z]{2,14})(?![A-Za-z])/g
const SET_APART = /(?<![A-Za-z0-9] ?)(?:[A-Z] ){3,20}[A-Z](?![A-Za-z0-9]| [A-Z0-9])/g
/** Long words of reports into which a scan put a space or two; no other words make them. */
const SPLIT_WORD = new RegExp(
  `(?<![A-Za-z0-9])(?:${[
    'oestrogen',
    'estrogen',
    'progesterone',
    'receptors?',
    'positive',
    'negative',
    'carcinoma',
    'infiltrating',
    'differentiated',
    'moderately',
    'amplification',
    'amplified',
    'sentinel',
    'nottingham',
    'histologic',
  ]
    .map(
      (word) =>
        word
          .match(/[a-z]\??/g)
          ?.map((letter) => letter.replace('o', '[o0]').replace(/[il]/, '[il1]'))
          .join(' ?') ?? word,
    )
    .join('|')})(?![A-Za-z0-9])`,
  'gi',
)
/** First halves that keep their hyphen. */
const COMPOUND =
  /^(?:well|poorly|moderately|high|low|triple|non|self|ill|grade|node|lymph|receptor|hormone|margin|tumou?r|cell|ER|PR|HER|post|pre|re|core|needle|wide|half|mid|multi|anti|intra|extra|dual|full|long|short|left|right|skin|nipple|wire|image|guided|sub|semi|two|three|one|co|micro|macro)$/i
