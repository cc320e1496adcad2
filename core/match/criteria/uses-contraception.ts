import { canBecomePregnant } from '../childbearing.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'

/** `refuses`: the sentence speaks of those who do not agree. */
type Asked = { of: 'women' | 'men' | 'both'; refuses: boolean; donation: boolean }

export const usesContraception = defineKind<Asked>({
  name: 'uses-contraception',
  reads: 'Contraception, abstinence and not donating eggs or sperm, of women who can become pregnant and of men.',
  source: 'CTFG 2020; does not apply where a pregnancy is not possible',
  find(clause) {
    const { text } = clause
    if (!QUICK.test(text)) return []
    const mentions: Mention<Asked>[] = []
    for (const { start, end } of sentences(text)) {
      const sentence = text.slice(start, end)
      if (!ABOUT.test(sentence) || EXPLAINS.test(sentence)) continue
      const women = /wom[ae]n|female|child-? ?bearing|ova\b|eggs|wocbp|pregnan/.test(sentence)
      const men = /\bmen\b|\bmales?\b|sperm|partners? (?:is|are|of|with)|father/.test(sentence)
      const onlyMen =
        /^(?:[^a-z]*|both |for |non-?sterile |sexually active |fertile )*(?:men\b|males?\b|for (?:men|males?)|a male|all (?:men|males))/.test(
          sentence,
        ) ||
        (men && !/wom[ae]n|female(?! partner)/.test(sentence) && !/ova\b|eggs/.test(sentence))
      mentions.push({
        start,
        end,
        params: {
          of: onlyMen
            ? 'men'
            : women && !/\bmen\b|\bmales?\b/.test(sentence.replace(/female|women|male partners?|partners?/g, ''))
              ? 'women'
              : 'both',
          refuses: REFUSES.test(sentence) || (clause.section === 'exclusion' && PLANS.test(sentence)),
          donation: /donat|freez|cryopreserv|retriev/.test(sentence),
        },
      })
    }
    return mentions
  },
  judge({ of, refuses }, subject) {
    const { sex, evidence } = subject.profile.person
    const settled = (because: string, words: typeof evidence) => (refuses ? no(because, words) : yes(because, words))
    if (sex === 'female' && of === 'men') return settled('This is asked of men only.', evidence)
    if (sex === 'male' && of === 'women') return settled('This is asked of women only.', evidence)
    if (sex === 'male') return forTeam('Contraception is agreed between you and the trial team.', evidence)
    const possible = canBecomePregnant(subject)
    if (possible?.holds === 'no') return settled(`${possible.because} Contraception is not asked of you.`, possible.evidence)
    if (sex === undefined) return missing('Sex was not found in the records.', 'sex', 'What is your sex?')
    return forTeam('Contraception is agreed between you and the trial team.', possible?.evidence ?? evidence)
  },
})

const QUICK =
  /contracep|birth control|abstain|abstinen|barrier|intrauterine|condom|donat|child-? ?bearing|childbearing|reproductive|fertil|father a child|become pregnant|effective method/
const ABOUT =
  /contracep|birth[- ]control|(?:true|sexual|total|complete)? ?abstinence|abstain from (?:sex|heterosexual|donat|freez)|intrauterine device|condoms?\b|(?:donat\w*|freez\w*|retriev\w*|preserv\w*)[^.;]{0,60}(?:sperm|ova|eggs?|oocytes|semen)|method to (?:avoid|prevent) pregnancy|(?:avoid|prevent) (?:a )?pregnanc|avoid (?:conceiving|becoming pregnant|impregnating)|double[- ]barrier|not (?:become|get) pregnant|father(?:ing)? a child|highly effective method|(?:effective|adequate) method of (?:birth|contra)/
/** "Men who plan to father a child" are kept out. */
const PLANS = /\b(?:plan|plans|planning|intend\w*|wish|desire)\b[^.;]{0,30}(?:father|conceive|child)/
/** Lists and definitions of methods ask nothing. */
const EXPLAINS =
  /^(?:highly effective|acceptable|adequate|effective|examples?|(?:these|such|the) methods?|methods? )[^.;]{0,80}(?:includ|defin|are\b|is\b|such as)|^[^.;]{0,60}(?:is defined as|are defined as|failure rate)/
const REFUSES =
  /\b(?:not (?:willing|agree|us(?:e|ing)|prepared|able|practi)|unwilling|unwillingness|refus\w+|unable|inability|without|fail(?:ure|ing)? to|do(?:es)? not|who are not|not on)\b(?![^.;]{0,20}(?:donat|freez|abstain))/

/** Sentences at full stops and semicolons, list marks left outside. */
function sentences(text: string): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = []
  let from = 0
  for (const stop of [...text.matchAll(/(?<!e\.g|i\.e|\be|\bi)[.;](?=\s|$)/g)].map(({ index }) => index).concat(text.length)) {
    const lead = /^[\s.;*•-]*(?:\(?\w{1,3}[.)]\s+)?(?:note:\s*)?/.exec(text.slice(from, stop))?.[0].length ?? 0
    if (stop > from + lead) all.push({ start: from + lead, end: stop })
    from = stop
  }
  return all
}
