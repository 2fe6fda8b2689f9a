/** The alarms among the lines of a log, in order. */
export const alarmsIn = (lines: readonly string[]): readonly Readonly<Record<string, unknown>>[] =>
  lines.flatMap((line) => {
    const start = line.indexOf('{"')
    const parsed = start < 0 ? {} : (JSON.parse(line.slice(start)) as Record<string, unknown>)
    return parsed['event'] === 'alarm' ? [parsed] : []
  })

/** The alarms that this very process logs while `work` runs. */
export async function alarmsDuring(work: () => Promise<unknown>): Promise<ReturnType<typeof alarmsIn>> {
  const lines: string[] = []
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  try {
    await work()
  } finally {
    write.mockRestore()
  }
  return alarmsIn(lines)
}
