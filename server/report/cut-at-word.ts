/** Cut at a word, with a sign that something is missing; the page has the whole. */
export function cutAtWord(text: string, most = 110): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most - 1)).replace(/[,;:(]+$/, '')} …`
}
