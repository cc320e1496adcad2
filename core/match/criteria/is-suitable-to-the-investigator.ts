import { teamKind } from '../team-kind.ts'

export const isSuitableToTheInvestigator = teamKind({
  name: 'is-suitable-to-the-investigator',
  reads: 'Catch-alls left to judgement: "any other condition that, in the opinion of the investigator, would interfere with the study".',
  source: 'The judgement of the trial team',
  triggers:
    /investigator|impair|limit|compromis|interfer|prevent|preclud|hamper|hinder|affect|opinion|judge?ment|discretion|physician|sponsor|unsuitab|inappropriate|candidate|judge?ment|contra-?indicat|prohibited|disallowed|exception|compatible|good|health|co-?morbid/,
  words: [
    // "… for metastatic disease or are considered by the investigator": what stands before the "or" is another clause.
    /(?:\b(?!(?:diseases?|therapy|treatment|conditions?)\s+or\s+(?:who\s+|(?:is|are|were|was|have been)\s+)*(?:considered|deemed|judged))(?:has|have|had|a|an|any|other|severe|serious|significant|clinically|known|presence|evidence|history|of|current|concurrent|uncontrolled|underlying|acute|or|and|chronic|intercurrent|concomitant|ongoing|medical|psychiatric|psychological|physical|social|laboratory|clinical|addictive|non-malignant|pre-existing|substance|mental|circumstances?|disease|diseases|disorders?|condition|conditions|conditions?\/?|illness|illnesses|abnormalit\w+|findings?|test|factors?|reasons?|situations?|problems?|comorbidit\w+|dysfunctions?|therapy|treatment|metabolic|examination|patients?|participants?|subjects?|with|who|considered|deemed|judged|to|be|unsuitable|unfit|inappropriate|not|suitable|for)[\s,/()-]+){1,30}(?:\([^()]{0,80}\)[\s,]*)?(?:(?:that|which|or|would|could|might|may|make|makes|is|are|has|have|been|not|ineligible|because|if|when|as|by|to|be|in|the|and)[\s,]+)*(?:in the (?:opinion|judge?ment|view|estimation)|(?:the )?(?:treating |study |principal |local |responsible )*(?:investigator|physician|sponsor|oncologist|doctor)s?(?:'s?)?(?:\(s\)|\/sponsor)? (?:opinion|judge?ment|discretion|feels?|considers?|believes?|deems?|determines?|judges?|thinks?)|(?<!test(?:s|ing)?\b[^.;]{0,80})at the discretion|(?:as )?(?:judged|deemed|determined|assessed|considered) by (?:the |an? )?(?:treating |study |principal |local )?(?:investigator|physician|sponsor))[^.;]{0,300}/g,
    /\b(?:any |an |other |a |history of |current |or |evidence of |known |severe |serious |significant |underlying |uncontrolled |concurrent )*(?:(?:medical|psychiatric|psychological|social|physical|mental|clinical|underlying|chronic|acute|serious|or|and|\/)[\s/,]*)*(?:conditions?|disorders?|illness(?:es)?|diseases?)(?: that| which)?(?: (?:would|could|may|might|will|is likely to|are likely to))*[ ,]+(?:impair(?:ing|s)?|limit(?:ing|s)?|compromis(?:e|es|ing)|interfer(?:e|es|ing) with|affect(?:ing|s)?|prevent(?:ing|s)?|preclud(?:e|es|ing)|hamper(?:ing)?|hinder(?:ing|s)?) (?:the |a |an )?(?:(?:patient|participant|subject)(?:'?s'?)?|his|her|their|study|compliance|participation|ability|safe)\b[^.;]{0,260}/g,
    /(?:\b(?:has|a|history|or|current|evidence|of|any|other)\s)*(?:disease|condition|therapy)[^.;]{0,120}(?:laboratory (?:abnormality|finding)|physical examination finding)[^.;]{0,400}/g,
    /\b(?:is |are )?(?:a |an |considered |deemed )*(?:(?:suitable|appropriate|good|reasonable|medically fit|fit|eligible) )?candidates? for (?:the )?(?:chemotherapy|endocrine therapy|study (?:treatment|therapy)|treatment|systemic therapy|protocol therapy|cytotoxic chemotherapy|[a-z-]{5,20} monotherapy)\b(?:,? (?:in the (?:opinion|judge?ment)|as (?:judged|determined)|per|according)[^.;]{0,60})?/g,
    /\b(?:is|are) (?:a |an )?(?:chemotherapy|suitable|appropriate) candidates?\b[^.;]{0,40}/g,
    /\b(?:unsuitable|inappropriate|unfit|not suitable|not appropriate|unlikely to (?:complete|benefit|tolerate)) (?:for |to |candidates? )(?:(?! and (?:treated|received|have|has|had|must|progressed|who|are|is)\b)[^.;]){0,120}/g,
    /\b(?:any )?(?:reasons?|contra-?indications?) (?:why|that would|to (?:the )?(?:study|trial|participat)[a-z]*)[^.;]{0,200}/g,
    /\bjudge?ment (?:by|of) the (?:investigator|physician)[^.;]{0,260}/g,
    /\b(?:any )?(?:other )?contra-?indications? (?:for|to) (?:the |any |use of |applicable )*(?:combination partners?|study (?:drug|treatment|intervention|medication)s?|protocol (?:drug|therapy|treatment)s?|investigational (?:product|drug|agent)s?|any of the study|treatment)[^.;]{0,160}/g,
    /\b(?:(?:is |are )?(?:currently )?(?:taking|receiving|use of|using|requires?) )?(?:any |a |of )?(?:prohibited|disallowed|restricted) (?:concomitant )?(?:co-?)?(?:medications?|treatments?|therap(?:y|ies)|drugs?)\b[^.;]{0,120}/g,
    /\b(?:exceptions?|exemptions?)(?: to (?:this|these) (?:criteri(?:on|a)|requirements?))? (?:may|can|will) be (?:granted|made|allowed|considered)[^.;]{0,160}/g,
    /\b(?:medically compatible|in (?:good|adequate) (?:general )?(?:health|medical condition))\b[^.;]{0,80}/g,
    /\bco-?morbid systemic illnesses?(?: or other severe concurrent disease)?[^.;]{0,240}/g,
  ],
  because: 'This is left to the judgement of the trial team.',
})
