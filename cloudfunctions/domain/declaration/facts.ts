import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { factsOfIdCard } from '../../../miniprogram/shared/form'
import { isIdCard } from '../../../miniprogram/shared/form/checksums'
import { formParameters } from '../../matters/forms'
import { materialKeysOf, situationOf } from '../../matters/ids'
import { type Profile } from '../../one-network/mappers/account'
import { CREDIT_FACTS } from '../../one-network/mappers/credit'
import { type DeclarationRow } from '../../stores/declarations'
import { openSources, type ReadSources } from './sources'

/** The account does not say of which document a number is: an ID card's shows by its check character. */
const documentOf = (number: string | undefined): string | null => (number && isIdCard(number) ? 'id' : null)

/** The account's facts under the names that the forms' prefill and rules use; null = the account does not say. */
function accountFacts(profile: Profile): Readonly<Record<string, string | null>> {
  const { subjectType, name, idNo, uscc, phone, legalPerson, legalPersonIdNo, agentName, agentIdNo, address } = profile
  const person = subjectType === 'person'
  const idFacts = person && idNo ? factsOfIdCard(idNo) : null
  return {
    subject_type: subjectType,
    subject_name: name,
    real_name: person ? name : (agentName ?? null),
    id_card: person ? (idNo ?? null) : (agentIdNo ?? null),
    id_type: documentOf(person ? idNo : agentIdNo),
    birth: idFacts?.birth ?? null,
    sex: idFacts?.sex ?? null,
    nation: null,
    email: null,
    mobile: phone ?? null,
    address: address ?? null,
    post_address: null,
    ent_name: person ? null : name,
    uscc: uscc ?? null,
    legal_person: legalPerson ?? null,
    legal_person_id: legalPersonIdNo ?? null,
    legal_person_id_type: documentOf(legalPersonIdNo),
  }
}

/** What the credit service said when it was asked; null = it did not say, or was not reached. */
function creditFacts(sources: ReadSources | undefined): DeclarationFacts['credit'] {
  const facts = sources?.credit?.facts
  return Object.fromEntries(CREDIT_FACTS.map((name) => [name, facts?.[name] ?? null]))
}

/** What the forms' rules read besides the answers; the same for the page and for the server's verdict. */
export function factsOf(
  row: Pick<DeclarationRow, '_id' | 'matterId' | 'optionIds' | 'sources'>,
  profile: Profile,
): DeclarationFacts {
  const sources = openSources(row)
  return {
    situation: situationOf(row.matterId, row.optionIds),
    account: accountFacts(profile),
    credit: creditFacts(sources),
    ...(sources?.credit ? { creditAsOf: sources.credit.askedOn } : {}),
    param: formParameters(),
    materialKeys: materialKeysOf(row.matterId),
  }
}
