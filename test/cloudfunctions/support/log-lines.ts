/** Catches what is logged from here on, instead of letting it out; `end()` tells it, line by line. */
export function linesLogged() {
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  return {
    end(): readonly Record<string, unknown>[] {
      const lines = written.mock.calls.map(([text]) => JSON.parse(String(text)) as Record<string, unknown>)
      written.mockRestore()
      return lines
    },
  }
}
