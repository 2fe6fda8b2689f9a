import type { OfferView, PrefillView } from '../../components/prefill-offer/prefill-view'
import { openDeclaration, readOffers } from '../../../../services/declarations'
import { failureOf, numberedSentence } from '../../../../services/service-error'
import type { OutsideSource } from '../../../../shared/domain/declaration'
import {
  displayMasked,
  displayValue,
  fieldById,
  originText,
  type Field,
  type Offer,
} from '../../../../shared/form/index'
import type { Draft } from '../../draft/draft'
import type { DraftSaver } from '../../draft/draft-saver'
import { fieldKey } from '../../draft/form-view'
import type { Step } from '../../draft/form-steps'
import { isOn, openOffers, TakenOffers, type OpenOffer } from '../../draft/open-offers'

const SOURCE_NAMES: Readonly<Record<OutsideSource, string>> = {
  credit: '企业信用信息',
  previous: '您以前填写的内容',
}

/** In a word, for the one line; the sheet says it in full. */
const PLACES: Readonly<Partial<Record<Offer['source'], string>>> = {
  account: '一网通账号',
  credit: '企业信用信息',
  previous: '您以前填的',
}

/** What the form page does with values that other places offer. */
export class PrefillSession {
  private readonly taken: TakenOffers
  /** The one on the screen. */
  private step: Step | undefined
  private retrying = false
  private failure = ''

  constructor(
    private readonly draft: Draft,
    private readonly saver: DraftSaver,
    private readonly render: () => void,
  ) {
    this.taken = new TakenOffers(draft)
  }

  /** What can be filled in, on whatever step, as long as something of it is on this one. @param step the one on the screen */
  view(step: Step | undefined): PrefillView {
    this.step = step
    const all = openOffers(this.draft)
    const open = step !== undefined && all.some(isOn(step)) ? all : []
    return {
      offers: open.map((one) => this.offerView(one)),
      from: fromText(open.map(({ offer }) => offer.source)),
      taken: step === undefined ? 0 : this.taken.countOn(step),
      missing: missingText(this.draft.filled.missingSources ?? []),
      retry: this.failure,
      retrying: this.retrying,
    }
  }

  private offerView({ materialId, fieldId, offer }: OpenOffer): OfferView {
    const schema = this.draft.form(materialId)?.schema
    const field: Field = (schema && fieldById(schema, fieldId)) ?? { id: fieldId, label: '', type: 'text' }
    return {
      key: fieldKey(materialId, fieldId),
      label: field.label,
      masked: displayMasked(field, offer.value),
      text: displayValue(field, offer.value),
      source: originText(offer),
    }
  }

  takeAll(): void {
    this.taken.takeAll()
    this.changed()
  }

  /** Takes the offer of one field. @param key as FieldView.key */
  take(key: string): void {
    const offer = openOffers(this.draft).find(({ materialId, fieldId }) => fieldKey(materialId, fieldId) === key)
    if (!offer) return
    this.taken.take(offer)
    this.changed()
  }

  /** What the step on the screen shows of them; what cannot be seen stays. */
  undo(): void {
    if (this.step) this.taken.undo(this.step)
    this.changed()
  }

  /** Asks again for what is missing. */
  async retry(): Promise<void> {
    if (this.retrying) return
    this.retrying = true
    this.failure = ''
    this.render()
    try {
      await this.reload()
    } catch (error) {
      this.failure = numberedSentence(failureOf(error))
    }
    this.retrying = false
    this.render()
  }

  private async reload(): Promise<void> {
    await this.saver.flush()
    const draftId = this.draft.id
    const { declaration } = await readOffers(draftId)
    // Saved meanwhile: the answer is older than what is here, but what it found is written down.
    const isOld = declaration.version < this.draft.version
    const newest = isOld ? (await openDeclaration(draftId)).declaration : declaration
    this.saver.reportClashes(this.draft.rebase(newest))
  }

  private changed(): void {
    this.saver.touch()
    this.render()
  }
}

/** `一网通账号`; of several places only how many: all of them stand in the sheet. */
function fromText(sources: readonly Offer['source'][]): string {
  const places = [...new Set(sources.map((source) => PLACES[source] ?? '系统'))]
  return places.length > 1 ? `${places.length} 个来源` : (places[0] ?? '')
}

function missingText(missing: readonly OutsideSource[]): string {
  if (missing.length === 0) return ''
  const names = missing.map((source) => SOURCE_NAMES[source]).join('和')
  return `${names}暂时没有取到。不影响申报：可以自己填写，也可以重试。`
}
