import { describe, expect, it } from 'vitest'
import { findWindow } from './time-window.ts'

describe('a time window', () => {
  it.each<[string, string, string, number, 'within' | 'beyond']>([
    [
      'prior to the anchor',
      'stroke within 6 months prior to the first dose of study drug.',
      'within 6 months prior to the first dose of study drug',
      183,
      'within',
    ],
    ['past', 'infarction in the past 12 months', 'in the past 12 months', 365, 'within'],
    ['number twice', 'surgery within four (4) weeks of enrollment or', 'within four (4) weeks of enrollment', 28, 'within'],
    [
      'half-lives',
      'therapy within 28 days or 5 half-lives, whichever is shorter, before',
      'within 28 days or 5 half-lives, whichever is shorter, before',
      28,
      'within',
    ],
    ['a range is read at its longer end', 'within 6-12 months', 'within 6-12 months', 365, 'within'],
    ['at least since', 'at least 3 weeks since last dose', 'at least 3 weeks since', 21, 'beyond'],
    ['ago', 'cured > 5 years ago', '> 5 years ago', 1826, 'beyond'],
    ['less than', 'chemotherapy < 14 days before randomization', '< 14 days before randomization', 14, 'within'],
    ['last', 'during the last 2 years', 'during the last 2 years', 731, 'within'],
    ['hyphen', 'outside the 14-day period', '14-day', 14, 'within'],
    ['abbreviated', 'within 4 wks of study entry', 'within 4 wks of study entry', 28, 'within'],
  ])('%s', (_trap, text, words, days, side) => {
    const window = findWindow(text)
    expect(window && text.slice(window.start, window.end)).toBe(words)
    expect(window).toMatchObject({ days, side })
  })

  it('is no name of a day of the trial', () => {
    expect(findWindow('pneumonitis prior to cycle 1 day 1')).toBeUndefined()
    expect(findWindow('defined before cycle 1 day 1: at least 3 weeks since chemotherapy')).toMatchObject({ days: 21 })
  })

  it('is not found where no time is named', () => {
    expect(findWindow('platelets ≥ 100 x 10^9/l')).toBeUndefined()
  })
})
