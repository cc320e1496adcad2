import type { Profile } from '@carefolio/core/record/profile.ts'
import { exampleProfile } from '@carefolio/core/report/example.test-data.ts'
import { describe, expect, it } from 'vitest'
import { coursesOf, drawn } from './courses.ts'

const lab = (test: string, value: number | string, date: string | undefined, more: object = {}) => ({
  test,
  value,
  date,
  evidence: [],
  ...more,
})
const profileWith = (labs: object[]): Profile => ({
  ...exampleProfile(),
  labs: labs as Profile['labs'],
  asOf: '2026-10-01' as Profile['asOf'],
})

describe('the course of a value', () => {
  it('has its dated numbers in order of time; words and values without a day are no part of it', () => {
    const [course] = coursesOf(
      profileWith([lab('CEA', 5, '2026-05-01'), lab('CEA', 3, '2025-01'), lab('CEA', 'normal', '2026-01-01'), lab('CEA', 9, undefined)]),
    )
    expect(course?.values.map(({ value }) => value)).toEqual([3, 5])
  })

  it('is never drawn through values of two units', () => {
    const [course] = coursesOf(
      profileWith([lab('creatinine', 80, '2025-01-01', { unit: 'umol/L' }), lab('creatinine', 0.9, '2026-01-01', { unit: 'mg/dL' })]),
    )
    expect(course?.values.map(({ value }) => value)).toEqual([0.9])
  })

  it('takes the limits that were printed before the usual ones', () => {
    const [course] = coursesOf(profileWith([lab('hemoglobin', 11, '2026-01-01', { unit: 'g/dL', low: 10.5, high: 15 })]))
    expect(course).toMatchObject({ low: 10.5, high: 15 })
  })

  it('begins with the markers', () => {
    const names = coursesOf(profileWith([lab('ALT', 20, '2026-01-01'), lab('ALT', 21, '2026-02-01'), lab('CA 15-3', 50, '2026-01-01')]))
    expect(names.map(({ test }) => test)).toEqual(['CA 15-3', 'ALT'])
  })

  it('stands on its drawing: later is further right, more is higher, all inside', () => {
    const profile = profileWith([lab('CEA', 2, '2024-03-01'), lab('CEA', 40, '2025-03-01'), lab('CEA', 10, '2026-03-01')])
    const [course] = coursesOf(profile)
    if (!course) throw new Error('no course')
    const size = { left: 40, width: 300, top: 10, height: 200 }
    const { points, scale, years } = drawn(course, profile, size)
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b))
    expect(points[1]?.y).toBeLessThan(points[2]?.y ?? 0)
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(40)
      expect(x).toBeLessThanOrEqual(340)
      expect(y).toBeGreaterThanOrEqual(10)
      expect(y).toBeLessThanOrEqual(210)
    }
    expect(scale.length).toBeGreaterThan(2)
    expect(years.map(({ year }) => year)).toEqual([2025, 2026])
  })
})
