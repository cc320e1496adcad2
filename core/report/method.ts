import { ORDER_RULE } from '../match/order.ts'

/** How the report was made and what it cannot do, in words for the person and the oncologist. */
export type MethodParagraph = { heading: string; text: string }

export const METHOD: readonly MethodParagraph[] = [
  {
    heading: 'This is not medical advice',
    text: 'This report is made by a program from your records. It helps you and your care team to look; it does not decide. Only the trial team can say whether you can join. Do not change any treatment because of it.',
  },
  {
    heading: 'Where the facts come from',
    text: 'Every fact about you points at words in your own records, with the file and the page. Some judgements of criteria rest on silence: that a history or list does not mention a thing. They say "not mentioned"; do not rely on them.',
  },
  {
    heading: 'How trials were judged',
    text: 'Trials for other diseases, and those that do not treat, were set aside and are counted with the reason. The criteria of the others were compared with your records by rules, one by one. These rules make mistakes in both directions: a trial called possible may not take you, and a trial called ruled out may. Check the words of the criterion beside each judgement, above all where a trial is ruled out. If a reason may pass with time (a blood value, a waiting period), the trial stands under "not now". A trial that publishes no criteria was not judged, and is listed as possible.',
  },
  { heading: 'How trials were put in order', text: ORDER_RULE },
  {
    heading: 'Limits',
    text: 'Registry entries can be out of date, and sites are placed at the centre of their city. Words that were read from scans can be misread; such places are marked. Treatments and results that are in no file you gave are not known here. Ask the trial team about the newest version of the criteria.',
  },
]
