import { canBecomePregnant } from '../childbearing.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention } from '../kind.ts'
import { roleOf } from '../sentences.ts'
import { isPregnantOrNursing } from './is-pregnant-or-nursing.ts'

/** `passes`: what answers "asks nothing of you" in this sentence, which may require or keep out. */
type Asked = { of: 'women' | 'men' | 'both'; explains: boolean; passes: 'yes' | 'no'; test?: 'serum' | 'any' }

export const usesContraception = defineKind<Asked>({
  name: 'uses-contraception',
  reads:
    'Contraception, abstinence and not donating eggs or sperm, of women who can become pregnant and of men, with the explanations around it.',
  source: 'CTFG 2020; does not apply where a pregnancy is not possible',
  triggers:
    /contracep|birth control|abstain|abstinen|barrier|intrauterine|condom|donat|vasectom|tubal|sterili[sz]|fertil|father a child|become pregnant|effective method|fetus|teratogen|foetus/,
  find(clause) {
    const { text } = clause
    const mentions: Mention<Asked>[] = []
    for (const { start, end, first } of sentences(text)) {
      const sentence = text.slice(start, end)
      const explains = EXPLAINS.test(sentence) && !ASKS.test(sentence)
      if (!explains && !ABOUT.test(sentence)) continue
      if (!explains && /pregnan|breast-? ?feed|lactat/.test(sentence) && !ABOUT.test(sentence) && !FETUS.test(sentence)) continue
      mentions.push({
        start,
        end,
        params: {
          of: whose(sentence),
          explains,
          ...(TEST.test(sentence) ? { test: SERUM.test(sentence) && !/urine/.test(sentence) ? ('serum' as const) : ('any' as const) } : {}),
          passes: roleOf(sentence, clause.section, first) === 'excludes' ? 'no' : 'yes',
        },
      })
    }
    return mentions
  },
  judge({ of, explains, passes, test }, subject) {
    const { sex, evidence } = subject.profile.person
    const settled = (because: string, words: typeof evidence): Finding =>
      (passes === 'no' ? no : yes)(because, words, { asksNothing: true })
    if (explains) return settled('This explains; it asks nothing of you.', [])
    if (sex === 'female' && of === 'men') return settled('This is asked of men only.', evidence)
    if (sex === 'male' && of === 'women') return settled('This is asked of women only.', evidence)
    if (sex === 'male') return forTeam('Contraception is agreed between you and the trial team.', evidence)
    const possible = canBecomePregnant(subject)
    if (possible?.holds === 'no') return settled(`${possible.because} Contraception is not asked of you.`, possible.evidence)
    if (sex === undefined) return missing('Sex was not found in the records.', 'sex', 'What is your sex?')
    const result = test
      ? isPregnantOrNursing.judge({ asks: 'negative-test', ...(test === 'serum' ? { serum: true } : {}) }, subject)
      : undefined
    if (result?.holds === 'unknown') return result
    if (result?.holds === 'no') return { ...result, holds: passes === 'no' ? 'yes' : 'no' }
    return forTeam('Contraception is agreed between you and the trial team.', possible?.evidence ?? evidence)
  },
})

/** Also a negative pregnancy test is asked in the same breath. */
const TEST = /negative[^.;]{0,40}pregnancy test/
const SERUM = /negative (?:serum|blood)/
const ASKS =
  /\b(?:must|should|shall|agree[sd]?|required|be using|are using|commit)\b[^.;]{0,120}(?:contracep|birth[- ]control|abstinen|abstain|pregnancy test|barrier)/

const ABOUT =
  /contracep|birth[- ]control|(?:true|sexual|total|complete)? ?abstinence|abstain from (?:sex|heterosexual|donat|freez)|intrauterine device|condoms?\b|(?:donat\w*|freez\w*|retriev\w*|preserv\w*)[^.;]{0,60}(?:sperm|ova|eggs?|oocytes|semen)|method to (?:avoid|prevent) pregnancy|(?:avoid|prevent) (?:a )?pregnanc|avoid (?:conceiving|becoming pregnant|impregnating)|double[- ]barrier|not (?:become|get) pregnant|father(?:ing)? a child|highly effective method|effective method of (?:birth|contra)/
const FETUS = /(?:human )?(?:fetus|foetus)|teratogen/
/** Lists and definitions of methods, and why it is asked. */
const EXPLAINS =
  /^(?:the )?(?:highly effective|acceptable|adequate|effective|examples?|these|such|methods?|periodic abstinence|abstinence is|sexual abstinence(?: is|$)|not all methods|it is (?:strongly )?recommended|(?:non-?hormonal |hormonal )?intrauterine (?:device|system|hormone)[^.;]{0,60}$|bilateral tubal (?:occlusion|ligation)|vasectomi[sz]ed partner|have a vasectomi[sz]ed partner|(?:male )?condoms?[^.;]{0,40}$)(?![^.;]{0,60}must)|(?<!must[^.;]{0,400})(?:\bis defined as|are defined as|failure rate)|not acceptable methods|acceptable only|(?:effects?|risks?)[^.;]{0,90}(?:fetus|foetus)[^.;]{0,40}(?:unknown|not known)|known (?:genotoxic|to be teratogenic)(?![^.;]{0,200}must)|^should (?:an? |the )?(?:woman|female|patient|participant|subject|pocbp|wocbp|iocbp)[^.;]{0,60}become pregnant|inform (?:her|their|his)[^.;]{0,40}physician/

function whose(sentence: string): Asked['of'] {
  const plain = sentence.replace(/female partners?|male partners?|partners?[^.;,]{0,60}(?:women|female|male|wocbp)|women with male/g, '')
  const women = /wom[ae]n|female|ova\b|eggs|wocbp|pocbp/.test(plain)
  const men = /\bmen\b|\bmales?\b|sperm|father/.test(plain)
  return women && men ? 'both' : men ? 'men' : women ? 'women' : 'both'
}

/** Sentences at full stops and semicolons, list marks left outside. */
function sentences(text: string): { start: number; end: number; first: boolean }[] {
  const all: { start: number; end: number; first: boolean }[] = []
  let from = 0
  let depth = 0
  let at = 0
  for (const stop of [...text.matchAll(/(?<!e\.g|i\.e|\be|\bi)[.;](?=\s|$)/g)].map(({ index }) => index).concat(text.length)) {
    for (; at < stop; at++) depth = text[at] === '(' ? depth + 1 : text[at] === ')' ? Math.max(0, depth - 1) : depth
    // "(hormonal; barrier method)" is one list, unless its bracket never closes.
    if (depth > 0 && stop < text.length && text.indexOf(')', stop) > 0) continue
    const lead = /^[\s.;*•-]*(?:\(?\w{1,3} ?[.)]\s+)?(?:note:\s*)?/.exec(text.slice(from, stop))?.[0].length ?? 0
    if (stop > from + lead) all.push({ start: from + lead, end: stop, first: all.length === 0 })
    from = stop
  }
  return all
}
