/** A text whose gaps between columns (several spaces, dot leaders, bars) are one space, and where each place of it stands in the text itself. */
export function squeezed(text: string): { text: string; at(place: number): number } {
  const cuts: { from: number; less: number }[] = []
  let less = 0
  const short = text.replace(GAP, (gap, offset: number) => {
    less += gap.length - 1
    cuts.push({ from: offset + gap.length - less, less })
    return ' '
  })
  return {
    text: short,
    at(place) {
      let [low, high] = [0, cuts.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cuts[middle]?.from ?? 0) <= place) low = middle + 1
        else high = middle
      }
      return place + (cuts[low - 1]?.less ?? 0)
    },
  }
}

const GAP = /[ \t]{2,}(?:[.|_]+[ \t]*)*|[ \t]?(?:\.{3,}|\||_{2,})[ \t.|_]*/g
