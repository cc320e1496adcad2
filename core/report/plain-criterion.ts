/** The registry's markdown for people: escapes and list marks off, spaces single. */
export function plainCriterion(text: string): string {
  return text
    .replace(/\\([<>&*[\]_#^~()+.\-=|])/g, '$1')
    .replace(/&(gt|lt|amp|ge|le);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/^[\s*•·.–-]*(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))?[\s*•·.–-]*(?=\S)/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const ENTITIES: Record<string, string> = { gt: '>', lt: '<', amp: '&', ge: '≥', le: '≤' }
