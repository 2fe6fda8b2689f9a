import type { BeijingDate, BeijingTime } from './time'

/** A punishment, as published (contract #10). */
interface Penalty {
  readonly docNo: string
  readonly reason?: string
  readonly content?: string
  readonly authority?: string
  readonly decidedOn?: BeijingDate
  /** Last day of its publication. */
  readonly publishedUntil?: BeijingDate
}

/** An entry in 经营异常名录. */
interface Abnormality {
  readonly reason: string
  readonly authority?: string
  readonly listedOn?: BeijingDate
  /** Absent = still listed. */
  readonly removedOn?: BeijingDate
}

/** An entry among 失信被执行人. */
interface Execution {
  readonly courtCaseNo: string
  readonly court?: string
  readonly publishedOn?: BeijingDate
  readonly performance?: string
}

interface TrustRecord {
  readonly name: string
  readonly authority?: string
  readonly year?: string
}

/** What 信用中国 and the register say of an enterprise. A member that is absent was not said. */
export interface CreditRecords {
  readonly name?: string
  readonly uscc?: string
  readonly legalPerson?: string
  readonly type?: string
  readonly status?: string
  readonly capital?: string
  readonly establishedOn?: BeijingDate
  readonly address?: string
  readonly scope?: string
  readonly registrar?: string
  /** 严重失信主体. */
  readonly isDishonest: boolean
  readonly executions: readonly Execution[]
  readonly penalties: readonly Penalty[]
  readonly abnormalities: readonly Abnormality[]
  readonly trust: readonly TrustRecord[]
  /** Day of the data. */
  readonly dataOn?: BeijingDate
}

export interface CreditReport {
  readonly askedAt: BeijingTime
  /** null = the service does not know this enterprise. */
  readonly records: CreditRecords | null
}

/** Who has such a record may promise nothing (承诺后补, 告知承诺). The same rule as the gate's. */
export const hasDishonestyRecord = ({ isDishonest, executions }: CreditRecords): boolean =>
  isDishonest || executions.length > 0
