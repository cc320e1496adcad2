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
    text: 'Every fact about you points at words in your own records, with the file and the page. What the records do not say is shown as unknown. It is never taken as "no".',
  },
  {
    heading: 'How trials were judged',
    text: 'Every trial in the registry copy was looked at. Each of its criteria was read on its own and compared with your records: it fits, it does not fit, it is unknown, or only the trial team can tell. A trial is ruled out only when a criterion does not fit on the words of your records. If that may change with time (a blood value, a waiting period after treatment), the trial is listed under "not now". A criterion that the program did not understand never rules a trial out; it is listed to be checked.',
  },
  { heading: 'How trials were put in order', text: ORDER_RULE },
  {
    heading: 'Limits',
    text: 'Registry entries can be out of date, and sites are placed at the centre of their city. Words that were read from scans can be misread; such places are marked. Treatments and results that are in no file you gave are not known here. Ask the trial team about the newest version of the criteria.',
  },
]
