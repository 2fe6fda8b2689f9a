import { recommendMatters } from './matters'
import { seenPhone } from './seen-phone'

/** The window's telephone; '' when it is not known now. Never rejects: it is asked for beside something else. */
export async function windowPhone(): Promise<string> {
  const seen = seenPhone()
  if (seen !== '') return seen
  try {
    return (await recommendMatters([])).phone
  } catch {
    return ''
  }
}
