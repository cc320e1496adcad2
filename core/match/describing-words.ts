/**
 * True for words that only describe ("uncontrolled", "bacterial", "symptomatic"): they name nothing of their own and share the noun of what
 * stands beside them, as in "bacterial or viral infection".
 */
export function describesOnly(words: string): boolean {
  return words.split(' ').every((word) => {
    const plain = word.replace(/[^a-z0-9]+$/, '')
    return DESCRIBING.has(plain) || (BY_FORM.test(plain) && !NOUNS.test(plain))
  })
}

const BY_FORM = /^(?:non-?)?[a-z-]{3,}(?:[^a]al|ic|ous|[^e]ar|ary)$/
/** Words of such a form that name something. */
const NOUNS =
  /^(?:anti.*|withdrawal|refusal|removal|approval|interval|hospital|referral|survival|renewal|proposal|manual|signal|panic|clinic|arsenic|topic|plastic|mucous|callous|diary|library|pituitary|ovary|summary|secondary|primary|cellular|familial|marital|physical|legal|illegal|scar|collar|pharmacologic(?:al)?|biologic(?:al)?|surgical|cytotoxic|steroidal|hormonal|metabolic|genomic|genetic|electrolytic|psychotropic|narcotic|nal|cardiotoxic|neurotoxic|hepatotoxic|nephrotoxic|pregnan.*)$/
const DESCRIBING = new Set(
  `acute active asymptomatic symptomatic chronic untreated uncontrolled unstable stable severe serious moderate mild major minor progressive progressing
  worsening persistent persisting recurrent recurring refractory unresolved unexplained suspected possible probable known newly personal strong potent weak requiring needing involving
  therapeutic definitive conventional adequately inadequately ipsilateral contralateral bilateral unilateral extensive intensive invasive noninvasive residual
  open closed deep superficial mixed predominantly solid organ hematopoietic allogeneic autologous investigational approved equivalent similar similarly
  anticipated planned inactivated initiating actively accompanying accompanied coexisting concurrent unexplained developed developing emerging certain complementary alternative
  features suggestive ever symptoms signs sequelae ischemic ischaemic hemorrhagic haemorrhagic viral fungal bacterial mycobacterial parasitic prescription non-prescription nonprescription over-the-counter`.split(
    /\s+/,
  ),
)
