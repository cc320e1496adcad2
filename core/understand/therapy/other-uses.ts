/** True when words beside a cancer drug name another illness that it is given for: methotrexate for arthritis, leuprolide for endometriosis. */
export function isOtherUse(names: readonly string[], before: string, after: string): boolean {
  const words = `${before.slice(-60)} ${after.slice(0, 80)}`
  return names.every((name) => USES.some(([drugs, illness]) => drugs.includes(name) && illness.test(words)))
}

const USES: readonly (readonly [drugs: readonly string[], illness: RegExp])[] = [
  [
    ['methotrexate', 'cyclophosphamide', 'imatinib'],
    /\b(?:rheumatoid|RA|arthritis|psoria\w+|lupus|SLE|vasculitis|sarcoid\w*|crohn\w*|colitis|ectopic|scleroderma|myositis|nephritis|GPA|GVHD)\b/i,
  ],
  [['sirolimus', 'everolimus', 'temsirolimus'], /\b(?:transplant\w*|rejection|tuberous sclerosis)\b/i],
  [['leuprolide', 'goserelin', 'triptorelin'], /\b(?:endometriosis|fibroids?|leiomyoma\w*|precocious|IVF|fertility treatment)\b/i],
  [['raloxifene', 'bazedoxifene'], /\b(?:osteo(?:porosis|penia)|bone (?:density|health|loss))\b/i],
  [
    ['megestrol', 'medroxyprogesterone'],
    /\b(?:appetite|cachexia|anorexia|contracepti\w+|birth control|hot flash\w*|bleeding|menorrhagia|endometrial hyperplasia)\b/i,
  ],
  [
    ['tamoxifen', 'anastrozole', 'exemestane', 'raloxifene'],
    /\b(?:chemoprevention|risk[- ]reduc\w+|prevention of breast cancer|infertility|ovulation|gyn(?:a?)ecomastia)\b/i,
  ],
  [['fluorouracil'], /\b(?:actinic|keratos[ie]s|topical|cream)\b/i],
  [['bevacizumab', 'mitomycin'], /\b(?:macular|intravitreal|eye|retina\w*|glaucoma)\b/i],
]
