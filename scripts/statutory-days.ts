import { LunarDay, SolarDay, SolarTerm } from 'tyme4ts'
import { generate } from './write-or-check'

const HEAD = '/** Days off that the law gives, by year. Written by scripts/statutory-days.ts. */\n'
const [FIRST_YEAR, LAST_YEAR] = [2025, 2045]

const written = (day: SolarDay): string =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-')

const fromOn = (day: SolarDay, count: number): SolarDay[] => Array.from({ length: count }, (_, n) => day.next(n))

/** 全国年节及纪念日放假办法 (国务院令第795号, in force since 2025-01-01), article 2: the days off of all citizens. */
function daysOff(year: number): readonly (readonly SolarDay[])[] {
  return [
    [SolarDay.fromYmd(year, 1, 1)],
    fromOn(LunarDay.fromYmd(year, 1, 1).getSolarDay().next(-1), 4),
    [SolarTerm.fromName(year, '清明').getSolarDay()],
    fromOn(SolarDay.fromYmd(year, 5, 1), 2),
    [LunarDay.fromYmd(year, 5, 5).getSolarDay()],
    [LunarDay.fromYmd(year, 8, 15).getSolarDay()],
    fromOn(SolarDay.fromYmd(year, 10, 1), 3),
  ]
}

const isWeekend = (day: SolarDay): boolean => [0, 6].includes(day.getWeek().getIndex())

/**
 * The statutory days of a year and, for each that falls on a weekend, the next working day (the same text: 补假 for days off of
 * all citizens). Where the State Council puts them, and what else it moves (调休), it says each November.
 */
function statutoryDays(year: number): string[] {
  const off = new Set(daysOff(year).flat().map(written))
  for (const holiday of daysOff(year)) {
    let day = holiday.at(-1)
    for (let lost = holiday.filter(isWeekend).length; day && lost > 0;) {
      day = day.next(1)
      if (isWeekend(day) || off.has(written(day))) continue
      off.add(written(day))
      lost -= 1
    }
  }
  return [...off].sort()
}

/** `tsx scripts/statutory-days.ts` writes the days off that are known without a notice; `--check` says whether they are. */
generate('statutory-days.ts', () => {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n)
  const rows = years.map((year) => `  '${year}': ${JSON.stringify(statutoryDays(year)).replaceAll('"', "'")},\n`)
  const table = `export const STATUTORY_DAYS: Readonly<Record<string, readonly string[]>> = {\n${rows.join('')}}\n`
  return { 'cloudfunctions/calendar/statutory-days.generated.ts': HEAD + table }
})
