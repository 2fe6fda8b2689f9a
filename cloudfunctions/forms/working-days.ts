import { getWorkdaysInRange } from 'chinese-days'
import type { WorkingDays } from '../../miniprogram/shared/form'

/**
 * Days on which offices work after `start` and up to `end` (`2026-11-02`), with 调休 and public holidays; 0 when `end` is
 * not later. Beyond the years that the library knows, Monday to Friday count.
 */
export const workingDays: WorkingDays = (start, end) => {
  if (end <= start) return 0
  return getWorkdaysInRange(start, end, true).filter((day) => day > start).length
}
