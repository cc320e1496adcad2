import { matchesOf } from '../../codes/matches-of.ts'
import type { ReceptorResult } from './receptor-groups.ts'
import type { Label } from './receptor-labels.ts'

/** Sentences that tell of the gene and name HER2 behind it: "FISH demonstrates amplification of the HER2 gene", "no evidence of HER2 gene amplification". */
export function her2GeneStatements(text: string, labels: readonly Label[], done: Set<number>): ReceptorResult[] {
  return matchesOf(text, STATEMENT).flatMap((match): ReceptorResult[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    const label = labels.find((one) => one.marker === 'her2' && one.start >= from && one.start < to)
    const before = (/[^.;:\n]*$/.exec(text.slice(Math.max(0, from - 110), from))?.[0] ?? '').slice(-110)
    if (!label || done.has(label.start) || NOT_SAID.test(before) || NOT_SAID_AFTER.test(text.slice(to, to + 60))) return []
    const ish = DENIED.test(before) ? ('not-amplified' as const) : ('amplified' as const)
    // without a verb or a method it only names the test: "HER2 gene amplification: …"
    if (ish === 'amplified' && !SHOWN.test(before)) return []
    done.add(label.start)
    const denied = DENIED.exec(before)
    const start = denied ? from - before.length + denied.index : from
    return [{ marker: 'her2', value: { ish, status: ish === 'amplified' ? 'positive' : 'negative' }, start, end: to, label: label.start }]
  })
}

const STATEMENT =
  /\bamplification of (?:the )?her[\s-]?2(?:\s{0,3}\/?\s{0,3}neu)?(?: (?:gene|oncogene|locus))?|\bher[\s-]?2(?:\s{0,3}\/?\s{0,3}neu)?(?: \(ERBB2\))?(?: (?:gene|oncogene))? amplification\b/gi
const DENIED = /\b(?:no|not|without|negative for|lack(?:s|ing)?|absence of|fail(?:s|ed) to)\b[^.;:\n]{0,60}$/i
const SHOWN =
  /\b(?:shows?|showed|demonstrates?|demonstrated|reveals?|revealed|confirms?|confirmed|detects?|detected|identified|positive for|there is|evidence of|presence of|with)\b[^.;:\n]{0,60}$/i
const NOT_SAID =
  /\b(?:if|whether|may|might|can|could|associated|defined|eligible|patients|cases|tested|test(?:ing)? for|assess\w*|evaluat\w*|to (?:detect|determine|exclude)|equivocal)\b[^.;:\n]{0,80}$/i
const NOT_SAID_AFTER =
  /^\s*(?:is (?:defined|considered|associated)|status\b|test\b|analysis\b|pending|to follow|by FISH (?:is|was) (?:pending|ordered))/i
