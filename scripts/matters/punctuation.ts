const HAN = '[\\u4e00-\\u9fa5“”《》、。]'

/**
 * Words with the punctuation of Chinese text: brackets around Chinese words or after them, commas,
 * colons and semicolons beside them. `dB(A)` and `22:00` stay.
 */
export function fullWidth(text: string): string {
  return text
    .replace(new RegExp(`(${HAN})\\(([^()]*)\\)`, 'g'), '$1（$2）')
    .replace(new RegExp(`\\(([^()]*${HAN}[^()]*)\\)`, 'g'), '（$1）')
    .replace(new RegExp(`(?<=${HAN}|[）\\d]),(?=.*${HAN})`, 'g'), '，')
    .replace(new RegExp(`,(?=${HAN})`, 'g'), '，')
    .replace(new RegExp(`(?<=${HAN}|）):|:(?=${HAN})`, 'g'), '：')
    .replace(new RegExp(`(?<=${HAN}|）);|;(?=${HAN})`, 'g'), '；')
}
