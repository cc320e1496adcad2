import { cohortNamed } from './cohorts.ts'
import type { LeadIn } from './headings.ts'
import { endsInJoin, endsInOr } from './joining.ts'
import type { Marker } from './markers.ts'
import type { Segment } from './segments.ts'

type Style = Marker['style'] | 'text' | 'topic' | 'cohort'
export type Item = { index: number; segment: Segment; words: string; style: Style; lead: LeadIn | undefined }
/**
 * The last piece of an open list. `flat`: its list stands at the same indentation as the line that announces it, `first` are the words of
 * its first point and `firstSign` its bullet. `isJoined`: all points before it end with "or" or "and". `hasDeeper`: a list further in was found under it.
 */
type Level = Item & {
  indent: number
  value: number
  flat: boolean
  first: string
  firstSign: string | undefined
  isJoined: boolean
  hasDeeper: boolean
}

/**
 * Finds the piece that each next piece is listed under: by indentation, by the way it is marked, and, where a text has lost its
 * indentation, by what the lines say. Keeps the open lists as a stack.
 */
export class Nesting {
  #heading: number | undefined
  #levels: Level[] = []

  /** A heading of a whole section: what follows is listed under it. */
  open(index: number): void {
    this.#heading = index
    this.#levels = []
  }

  clear(): void {
    this.#heading = undefined
    this.#levels = []
  }

  /** The index of the piece that `item` is listed under. */
  place(item: Item): number | undefined {
    const { segment } = item
    const levels = this.#levels
    if (item.style === 'text' && isNote(item.words) && levels.length > 0 && !item.lead) return levels.at(-1)?.index
    const indent = this.#indentOf(item)
    while ((levels.at(-1)?.indent ?? -1) > indent + 1) levels.pop()
    const level: Level = {
      ...item,
      style: styleAmong(levels, item),
      indent,
      value: segment.marker?.value ?? 0,
      flat: false,
      first: item.words,
      firstSign: segment.marker?.sign,
      isJoined: false,
      hasDeeper: false,
    }
    const top = levels.at(-1)
    if (top && near(top, level)) this.#amongEqual(level)
    else if (top) top.hasDeeper = true
    if (levels.length >= DEEPEST) levels.pop()
    levels.push(level)
    return levels.at(-2)?.index ?? this.#heading
  }

  /** How far in a piece is: as its author meant it where the marks say more than the blanks before them. */
  #indentOf({ segment, words, lead, style }: Item): number {
    const top = this.#levels.at(-1)
    const { marker, indent } = segment
    // "… treatment OR" ends no list: the next point is another way, though it stands further out.
    if (top && top.indent > indent + 1 && top.style === style && top.isJoined && endsInOr(top.words) && !lead && rankOf(words) < 3)
      return top.indent
    // "8." behind "7." with a list of bullets between.
    const before = marker && marker.value > 1 ? this.#levels.findLast((level) => level.style === style) : undefined
    return before && before.value + 1 === marker?.value && before.indent < indent ? before.indent : indent
  }

  /** Makes room on the stack for a piece as far in as the last one: below it, beside it, or beside one further out. */
  #amongEqual(level: Level): void {
    const levels = this.#levels
    const top = levels.at(-1)
    if (!top) return
    if (top.style === level.style) {
      if (startsFlatList(top, level)) {
        level.flat = true
        return
      }
      let last = top
      levels.pop()
      for (let announcing = levels.at(-1); last.flat && announcing && closesFlatList(announcing, last, level); announcing = levels.at(-1)) {
        last = announcing
        levels.pop()
      }
      const isJoined = (last.isJoined || last.first === last.words) && endsInJoin(last.words)
      Object.assign(level, { flat: last.flat, first: last.first, firstSign: last.firstSign, isJoined })
      return
    }
    const same = levels.findLastIndex((one) => near(one, level) && markOf(one) === markOf(level) && !one.flat && !beginsAnew(one, level))
    if (same >= 0) levels.length = same
    else if (!top.lead && rankOf(level.words) === 3) levels.length = levels.findIndex((one) => near(one, level))
    else if (!nests(top, level)) levels.pop()
  }
}

/** How a piece is marked in its list; a marked line that names a cohort with its own list further in is a point like its neighbours. */
const markOf = (level: Level): Style =>
  level.style === 'cohort' && level.hasDeeper ? (level.segment.marker?.style ?? 'cohort') : level.style

/** "1." goes on with no list that has come to "2.". */
const beginsAnew = (above: Level, below: Level): boolean => below.value === 1 && above.value > 1

/** No real list is deeper; a hostile text could be. */
const DEEPEST = 30

const near = (a: Level, b: Level) => Math.abs(a.indent - b.indent) <= 1

/** "i." after "h." is a letter, not a Roman number. */
function styleAmong(levels: readonly Level[], { style, segment, words }: Item): Style {
  if (style !== 'roman') return style
  const letter = (segment.marker?.value === 1 ? 9 : segment.marker?.value === 5 ? 22 : segment.marker?.value === 10 ? 24 : 0) - 1
  return words !== '' && levels.some((level) => level.style === 'letter' && level.value === letter) ? 'letter' : style
}

/** Whether a piece marked in another way, as far in as `above`, is listed under it. */
function nests(above: Level, below: Level): boolean {
  if (above.style === 'cohort' || above.style === 'topic') return true
  if (below.style === 'cohort' || below.style === 'topic') return false
  if (above.lead) return true
  if (below.style === 'text' || above.style === 'text') return false
  if (below.style === 'bullet') return true
  return below.value === 1 && above.style !== 'bullet'
}

function startsFlatList(above: Level, below: Level): boolean {
  if (!above.lead || above.hasDeeper || above.style === 'cohort' || above.style === 'topic') return false
  return below.style === 'bullet' || below.style === 'text' ? !below.lead || above.lead.generic : below.value === 1
}

/** Whether `next` is no longer part of the list that `announcing` opened at its own indentation; `last` is the last point of that list. */
function closesFlatList(announcing: Level, last: Level, next: Level): boolean {
  if (next.style !== 'bullet' && next.style !== 'text') return next.value === announcing.value + 1 && next.value !== last.value + 1
  if (announcing.lead?.wholeSection) return false
  const sign = next.segment.marker?.sign
  // "* Methods: ** condom ** cap * Age": the bullets tell.
  if (announcing.segment.marker?.sign !== last.firstSign && sign !== undefined) return sign !== last.firstSign
  if (next.lead) return true
  // "A, or B. C": the list ends where nothing joins its next point.
  if (last.isJoined && !endsInJoin(last.words)) return true
  if (cohortNamed(announcing.words, false) !== undefined && cohortNamed(last.first, false) === undefined)
    if (cohortNamed(next.words, false) !== undefined) return true
  const own = rankOf(next.words)
  return own > 0 && own > rankOf(last.first)
}

/** How sure it is that words begin a criterion of their own rather than a point of a list: 3 by their topic, 2 sure, 1 likely, 0 no. */
function rankOf(words: string): 0 | 1 | 2 | 3 {
  return OWN_TOPIC.test(words) ? 3 : SURELY_OWN.test(words) ? 2 : LIKELY_OWN.test(words) ? 1 : 0
}
const OWN_TOPIC =
  /^(?:(?:has|have|an?|the|patients?|participants?|subjects?|must|with) )*(?:ecog\b|eastern coop|karnofsky|performance status|life expectancy|written informed|signed|informed consent|histolog|cytolog|patholog|biopsy[- ]proven|measurable disease)/i
const SURELY_OWN =
  /^(?:(?:the |all |male |female |adult |pregnant |fertile |eligible )*(?:patients?|subjects?|participants?|women|men|males?|females?)\b|must\b|no\b|ecog\b|eastern coop|karnofsky|performance status|life expectancy|written|signed|informed consent|able to|ability|willing|adequate|histolog)/i
const LIKELY_OWN =
  /^(?:age\b|aged\b|not\b|patholog|measurable|has\b|have\b|prior\b|previous|history of|known\b|pregnan|any other|concurrent|currently|(?:at least|more than) \d+ (?:days|weeks))/i

const isNote = (words: string) => /^(?:note|notes|nb|n\.b\.|exceptions?)\b/i.test(words)
