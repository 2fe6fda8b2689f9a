const HALF: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':', '；': ';', '？': '?' }

/**
 * The provider's clerks type names with the half-width punctuation of their keyboards, the office's files have that of
 * Chinese text: nobody may count on the two being equal letter by letter.
 */
export const asClerksType = (name: string): string => name.replace(/[（），：；？]/g, (mark) => HALF[mark] ?? mark)
