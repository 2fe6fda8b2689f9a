import type { Answers } from '../form/answers'
import { fieldsOf } from '../form/fields-of'
import type { FormSchema } from '../form/schema'
import type { DeclarationFacts } from './declaration'

/** A field that names another person than the account. */
export interface OtherPerson {
  readonly materialId: string
  readonly fieldId: string
  readonly label: string
}

interface FilledForm {
  readonly materialId: string
  readonly schema: FormSchema
  readonly answers: Answers
}

/** What the account says of a person: who it is. */
const WHO: ReadonlySet<string> = new Set(['real_name', 'id_card'])

/** 居民身份证 numbers end with x or X; blanks come with pasted text. */
const plain = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() : '')

/**
 * Where somebody who files as a person, in person (本人), named another one than the account: to be asked about, since an
 * account's data may be old. Empty for an enterprise, and when an institution files for its people (机构代办).
 */
export function otherPersons(
  forms: readonly FilledForm[],
  { account, situation }: Pick<DeclarationFacts, 'account' | 'situation'>,
): readonly OtherPerson[] {
  const inPerson = situation['apply_by']?.includes('self') ?? true
  if (account['subject_type'] !== 'person' || !inPerson) return []
  return forms.flatMap(({ materialId, schema, answers }) =>
    fieldsOf(schema).flatMap(({ id, label, prefill }) => {
      if (prefill?.source !== 'account' || !WHO.has(prefill.path)) return []
      const [filled, known] = [plain(answers[id]), plain(account[prefill.path])]
      return filled !== '' && known !== '' && filled !== known ? [{ materialId, fieldId: id, label }] : []
    }),
  )
}
