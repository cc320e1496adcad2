import { matchesOf } from '../../codes/matches-of.ts'
/** An alteration as written: `H1047R`, `c.68_69del (p.Glu23Valfs*17)`, `amplification`. */
export type Variant = { name: string; start: number; end: number; kind: 'sequence' | 'structural' }

/** Alterations in a stretch of text that follows a gene's name, in reading order. */
export function variantsIn(text: string): Variant[] {
  const found: Variant[] = []
  for (const match of matchesOf(text, ALTERATION)) {
    const name = match[0].replace(/\s+/g, ' ').trim()
    const structural = STRUCTURAL.test(name)
    found.push({
      name: structural ? structuralName(name) : balanced(name.replace(/^p\.\s?(?=[A-Z]\d)/, '')),
      start: match.index,
      end: match.index + match[0].length,
      kind: structural ? 'structural' : 'sequence',
    })
  }
  return found.flatMap((one, i) => (isSameChange(text, found[i - 1], one) ? [] : [withProtein(text, one, found[i + 1])]))
}

/** "c.1100delC, p.(Thr367Metfs*15)": the change of the gene, and what that does to the protein, are one. */
const isSameChange = (text: string, first: Variant | undefined, next: Variant | undefined) =>
  first !== undefined &&
  next !== undefined &&
  first.name.startsWith('c.') &&
  !first.name.includes('p.') &&
  /^\(?p\./.test(next.name) &&
  /^[\s,;]{1,3}$/.test(text.slice(first.end, next.start))
const withProtein = (text: string, one: Variant, next: Variant | undefined): Variant =>
  next !== undefined && isSameChange(text, one, next) ? { ...one, name: `${one.name} ${next.name}`, end: next.end } : one

/** "mutant (E17K)": the bracket that closes is not the variant's. */
const balanced = (name: string) => (name.includes('(') || !name.endsWith(')') ? name : name.slice(0, -1))

const structuralName = (words: string): string => {
  const plain = words.toLowerCase()
  if (/^amp/.test(plain) || /amplif/.test(plain)) return 'amplification'
  if (/homozygous|deletion/.test(plain) && !/exon/.test(plain)) return 'deletion'
  if (/^loss/.test(plain)) return 'loss'
  return plain
}

const AA = '[ACDEFGHIKLMNPQRSTVWY]'
const PROTEIN = String.raw`(?:p\.\s?\(?)?${AA}\d{1,4}(?:_${AA}\d{1,4})?(?:${AA}?fs(?:\*\d+|Ter\d+)?|delins\w*|del\w{0,6}|dup\w{0,6}|ins\w{1,12}|splice|${AA}(?![A-Za-z0-9])|\*(?!\d))\)?`
const LONG_PROTEIN = String.raw`\(?p\.\s?\(?[A-Z][a-z]{2}\d{1,4}(?:_[A-Z][a-z]{2}\d{1,4})?(?:[A-Z][a-z]{2}fs(?:\*|Ter)?\d*|[A-Z][a-z]{2}|\*|Ter|fs\*?\d*|del\w*|dup\w*|ins\w*)\)?\)?`
const CODING = String.raw`c\.[-*]?\d+(?:[+-]\d+)?(?:_[-*]?\d+(?:[+-]\d+)?)?(?:[ACGT]{1,20}>[ACGT]{1,20}|delins[ACGT]*|del[ACGT]*|dup[ACGT]*|ins[ACGT]+)(?:\s*\(?(?:p\.\s?\(?)[A-Za-z0-9*_]+\)?\)?)?`
/** Names of before the HGVS rules, as founder mutations are still called: 185delAG, 5382insC, 1100delC. */
const LEGACY = String.raw`\d{3,5}(?:del|ins|dup)[ACGT]{1,12}(?![A-Za-z])`
const STRUCTURAL = /\bamp\b|amplif|loss|deletion|fusion|rearrange|truncat|splice site|exon|copy number/i
const ALTERATION = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:${CODING}|${LEGACY}|${LONG_PROTEIN}|${PROTEIN}|(?:amp|AMP)(?![A-Za-z-])|(?:[Hh]igh[\s-]level |[Ll]ow[\s-]level )?(?:[Aa]mplification|AMPLIFICATION)|(?<!not |non-|un|Not )(?:[Aa]mplified|AMPLIFIED)|[Hh]omozygous (?:deletion|loss)|(?:[Ww]hole gene |[Gg]ene )?[Dd]eletion|[Ll]oss(?! of (?:the )?(?:wild|hetero))|[A-Z0-9]{2,8}[-:]{1,2}[A-Z0-9]{2,8} fusion|[Ff]usion|[Rr]earrangement|[Tt]runcation|[Tt]runcating mutation|[Ss]plice site [\w+>._-]+|[Ee]xon \d{1,2} (?:skipping|insertion|deletion|mutation|duplication)|[Cc]opy number (?:gain|loss))`,
  'g',
)
