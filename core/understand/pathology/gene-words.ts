// Words that say what is told of a gene. `…AFTER` begins behind the gene's name, `…BEFORE` ends in front of it.

/** What a panel tests is no result. */
export const PANEL_LIST =
  /\b(?:genes? (?:including|tested|analy[sz]ed|evaluated|sequenced|covered)|tests? for \d+|panel (?:includes|covers|of))\b/i
export const VUS = /\b(?:VUS|(?:uncertain|unknown|undetermined) (?:clinical )?significance)\b/i
export const VUS_HEADING = /\bvariants?(?:\s?\(s\))? of (?:unknown|uncertain)|^VUS\b/i
export const NEGATIVE_HEADING =
  /\b(?:pertinent negatives?|no reportable alterations?|negative (?:results|genes|findings)|genes? with no|no (?:\w+ ){0,3}(?:alterations?|mutations?|variants?) (?:detected|identified|found)|not detected)\b/i
export const POSITIVE_HEADING =
  /\b(?:detected (?:somatic )?alterations?|alterations? detected|genomic (?:findings|alterations)|positive results?|summary of detected|pathogenic variants?|variants? detected|reportable alterations|results? summary)\b/i
export const SKIP =
  /^(?:about|genes? (?:analy[sz]ed|tested|list|included|on)|list of genes|method\w*|panel content|the following genes|clinical trials?|references|family history|limitations|assay (?:description|information)|background|therap\w+ (?:options|implications)|appendix)\b/i
export const NEGATIVE_AFTER =
  /^(?:\/[A-Z]{0,8}\d)*[\s:,)(=–-]{0,30}(?:\([^)]{0,80}\)[\s:–-]{0,4})?(?:(?:gene|exons?\s\d{1,2}(?:\s?(?:,|and|&|\/|-)\s?\d{1,2}){0,4}|(?:likely )?pathogenic|deleterious|clinically significant|reportable|mutations?|variants?|status|results?|hotspots?|somatic|germline|genetic testing|testing|panel|alterations?|amplification|fusions?|seq|ihc|cna|ngs|dna[\w-]{0,8}|rna[\w-]{0,8}|protein)\s*[:=-]?\s*){0,4}(?:is |are |was |were )?(?:not (?:detected|identified|found|mutated|amplified|present|altered)|no (?:[\w/-]+ ){0,5}(?:alterations?|mutations?|variants?|amplification)|negative\b|neg\b|wild[\s-]?type|WT\b|wt\b|absent|none(?: (?:detected|found|seen|identified))?\b|normal\b|inconspicuous|unremarkable|nil\b|not seen|undetected|unmutated|unamplified|non-?amplified|no mutation|absence de mutations?|pas de mutations?|non (?:mut[ée]+e?|d[ée]tect[ée]+e?|retrouv[ée]+e?)|sauvage)(?:\s+(?:detected|identified|found))?/i
export const NEGATIVE_BEFORE =
  /\b(?:(?:do|does|did) not (?:carry|have|harbou?r|identify|show|reveal|detect|find) (?:an? |any |either )?(?:[\w/-]+ ){0,3}|(?:is )?not (?:a )?carriers? of (?:a |an )?|non-?carrier (?:of|for) |no (?:[\w/-]+ ){0,5}(?:alterations?|mutations?|variants?|amplifications?)(?: (?:were|was))?(?: (?:detected|identified|found|seen))?(?: in)?|negative(?: for pathogenic variants)?\s?[(:]|negative for (?:(?:a |any )?(?:[\w/-]+ ){0,3}(?:mutations?|variants?|alterations?) (?:in|of) )?|not detected:|without (?:[\w-]+ ){0,2}mutations? in|genes? with no [\w/ -]{0,30}(?:variants?|alterations?|mutations?):)(?: (?:the )?(?:\d+ genes?|genes?)[^.;:]{0,40}?(?:including|incl\.?)?| the following(?: genes)?)?[\s:]*(?:the |any )?$|\b(?:no)\s+$/i
export const POSITIVE_AFTER =
  /^[\s:,)(=-]{0,4}(?:\([^)]{0,40}\)\s*)?(?:gene\s+|germline\s+|somatic\s+|pathogenic\s+|deleterious\s+|activating\s+)*(?:-?\s?mutated|m(?:ut)?\b(?!\s*\/)|mutant|mutations?\b(?!\s+(?:testing|status|analysis|test|is pending|pending|panel|carriers? in))|positive\b|\+(?=[\s,;.)]|$)|(?:likely )?pathogenic(?: variant| mutation)?|altered|alteration (?:detected|present)|detected\b|carrier)/i
export const POSITIVE_BEFORE =
  /\b(?:positive for (?:a |an )?(?:[\w-]+ ){0,3}(?:mutations?|variants?) (?:in|of) (?:the )?|(?:pathogenic|deleterious) (?:variant|mutation)s? (?:in|of) (?:the )?|carries (?:a |an )?(?:[\w-]+ ){0,2}|harbou?rs (?:a |an )?)$/i
export const EXPLANATION =
  /\b(?:is (?:a |an |the )?(?:well|tumou?r|known|associated|frequently|one of|member)|encodes?|has been|have been|may (?:be|confer|predict|respond)|associated with|syndrome|approved|clinical benefit|inhibitors? (?:may|are|is)|studies|preclinical|sensitivity|resistance to|also known as|targets?|pathway)\b/i
export const FAMILY = /^\s*(?:FH|FHx|family (?:history|hx))\b/i
export const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grand(?:mother|father|parents?)|cousin|daughter|son|niece|nephew|maternal|paternal|family (?:history|hx)|relatives?)\b[^.;]{0,90}$/i
export const HYPOTHETICAL_BEFORE =
  /\b(?:if|whether|nobody|no[ -]one|none of (?:us|them|my|her|his|the)|test(?:ing|ed)? for|check(?:ing)? for|pending|await\w*|would|patients? (?:with|whose)|eligib\w+|requires?|sent for|order(?:ed)?|consider\w*|screen(?:ing|ed)? for|trial (?:of|for|in)|indicated (?:for|in)|looking for)\b[^.;:]{0,50}$/i
export const HYPOTHETICAL_AFTER =
  /^\s*(?:testing(?![\s:(-]{0,3}(?:was |is |were |results? |came back )?(?:neg|pos|normal))|test\b(?!\W{0,3}(?:was )?neg)|status (?:pending|unknown)|analysis|panel|pending|would|inhibitor|sequencing|to be|is pending|results? pending|not (?:tested|done|performed)|sent\b|-?(?:mutated|mutant|altered|positive)\s+(?:breast|tumou?rs|cancers|disease,? (?:is|should)|patients))/i

/** Proteins that pathologists stain: "GATA3+" is no alteration of the gene. */
export const STAINED: ReadonlySet<string> = new Set([
  'GATA3',
  'WT1',
  'SOX2',
  'SOX9',
  'TP63',
  'EGFR',
  'KIT',
  'PAX5',
  'BCL2',
  'CDH1',
  'CCND1',
  'MYB',
  'CD274',
  'TP53',
  'AR',
])
export const IMMUNO =
  /^\s*(?:\(\w+\)\s*)?(?:\(?[+-]\)?|(?:is |was |weakly |weak |strongly |diffusely |focally )?(?:positive|negative|pos\b|neg\b|lost|retained))/i
/** Told by their star alleles alone. */
export const PHARMACOGENES: ReadonlySet<string> = new Set(['UGT1A1', 'DPYD', 'CYP2D6'])
