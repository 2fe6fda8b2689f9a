import { type CreditRecords } from '../../../miniprogram/shared/domain/credit'
import { compact, day, flag, list, text } from '../read'
import { type Wire } from '../wire'

/** Everything that the credit service tells of an enterprise (contract #10); undefined when it was not found. */
export function toCreditRecords(wire: Wire<'CreditData'>): CreditRecords | undefined {
  if (!flag(wire?.foundFlag)) return undefined
  return compact({
    name: text(wire?.name),
    uscc: text(wire?.uscc),
    legalPerson: text(wire?.legalPerson),
    type: text(wire?.entType),
    status: text(wire?.regStatusName) ?? text(wire?.regStatus),
    capital: text(wire?.regCapital),
    establishedOn: day(wire?.establishDate),
    address: text(wire?.regAddress),
    scope: text(wire?.businessScope),
    registrar: text(wire?.regAuthority),
    isDishonest: flag(wire?.dishonestFlag),
    executions: list(wire?.dishonestExecuted).map((row) =>
      compact({
        courtCaseNo: text(row.courtCaseNo) ?? '',
        court: text(row.court),
        publishedOn: day(row.publishedAt),
        performance: text(row.performance),
      }),
    ),
    penalties: list(wire?.penalties).map((row) =>
      compact({
        docNo: text(row.docNo) ?? '',
        reason: text(row.reason),
        content: text(row.content),
        authority: text(row.authority),
        decidedOn: day(row.decidedAt),
        publishedUntil: day(row.publishUntil),
      }),
    ),
    abnormalities: list(wire?.abnormals).map((row) =>
      compact({
        reason: text(row.reason) ?? '',
        authority: text(row.authority),
        listedOn: day(row.listedAt),
        removedOn: day(row.removedAt),
      }),
    ),
    trust: list(wire?.trustRecords).map((row) =>
      compact({ name: text(row.listName) ?? '', authority: text(row.authority), year: text(row.year) }),
    ),
    dataOn: day(wire?.dataDate),
  })
}
