import { teamKind } from '../team-kind.ts'

export const givesConsent = teamKind({
  name: 'gives-consent',
  reads: 'Informed consent, its signature and being able to understand it.',
  source: 'ICH E6 4.8',
  quick: /consent|hipaa|assent\b|authori[sz]ation|understand/,
  words: [
    /(?:\b(?:(?:the )?(?:patient|participant|subject)s?(?: or (?:the )?(?:patient|participant|subject)?'?s? ?(?:legal(?:ly)?[a-z ]{0,40}representative|guardian)s?)?|must|has|have|having|able|ability|capable|capacity|willing|willingness|unwilling|unable|inability|competent|agree[sd]?|to|and|or|of|be|provid\w+|giv\w+|sign\w*|dated?|read|understand\w*|obtain\w*|voluntar\w+|personally|fully|written|verbal|oral|a|an|the|provision|comprehend|his|her|their|own|irb|iec|approved|institutional|review|board|study[- ]specific|before|prior|any|undertaking|given|is|are|who|documented|consent to|appropriate|fully-informed|freely|protocol-specific|adequate|mental|mentally|cognitively|legally|effective|completed?|main|study|trial|screening|purpose|risks|nature|this|with|signature|on|in|for|an?)[\s,/()]+){0,30}(?:informed[- ]?consents?|consent (?:form|document)s?|consent(?= (?:and|prior|before|obtained|must|according|to participat))|signed consent|written consent|hipaa|assent form)\b(?:\([a-z/]{2,8}\)|[^.;]){0,260}/g,
    /(?:\b(?:able|ability|capable|capacity|unable|inability|willing|willingness|must|be|and|to|have|has|the|is|are) )+(?:understand|comprehend)\b[^.;]{0,160}/g,
  ],
  not: /\b(?:time|date|day|signature|age) $|(?:time|date|day) of (?:the )?$/,
  because: 'Consent is between you and the trial team.',
})
