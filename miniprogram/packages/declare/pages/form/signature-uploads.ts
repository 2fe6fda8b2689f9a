import { NO_SIGNATURE, type SignatureState } from '../../components/field-signature/signature-state'
import type { PickedFile } from '../../../../platform/media'
import { previewAttachment, removeAttachment, uploadAttachment } from '../../../../services/attachments'
import { failureOf, numberedSentence } from '../../../../services/service-error'
import type { Attachment } from '../../../../shared/domain/attachment'
import type { AnswerValue } from '../../../../shared/form/index'
import { fieldKey } from '../../draft/form-view'

/** Signature pictures on their way to the provider, by field. */
export class SignatureUploads {
  readonly states = new Map<string, SignatureState>()
  private readonly files = new Map<string, PickedFile>()
  /** Ledger rows of tries that got stuck: each takes a place of the field until it goes. */
  private readonly stuck = new Map<string, string>()

  constructor(
    private readonly draftId: string,
    private readonly onChange: () => void,
  ) {}

  /** Uploads a picture; null when it failed (the state says why). */
  async upload(materialId: string, fieldId: string, file: PickedFile): Promise<Attachment | null> {
    const key = fieldKey(materialId, fieldId)
    this.files.set(key, file)
    this.show(key, { state: 'uploading', image: file.path })
    try {
      await this.discard([this.stuck.get(key) ?? ''].filter(Boolean))
      const attachment = await uploadAttachment({ draftId: this.draftId, materialId, fieldId }, file, {
        onBegun: ({ attachmentId }) => this.stuck.set(key, attachmentId),
        onProgress: (percent) => this.show(key, { state: 'uploading', percent, image: file.path }),
      }).done
      if (attachment.state === 'refused') {
        this.show(key, {
          state: 'failed',
          // The reason speaks of a file that somebody picked; this one was drawn here.
          message: '签名没有通过检查，请重新签名。',
        })
        return null
      }
      this.files.delete(key)
      this.stuck.delete(key)
      this.show(key, { state: 'signed', image: file.path })
      return attachment
    } catch (error) {
      this.show(key, { state: 'failed', message: numberedSentence(failureOf(error)) })
      return null
    }
  }

  /** Uploads the same picture again; null when there is none any more. */
  async retry(materialId: string, fieldId: string): Promise<Attachment | null> {
    const file = this.files.get(fieldKey(materialId, fieldId))
    return file ? this.upload(materialId, fieldId, file) : null
  }

  /** Shows a stored picture in the field. */
  async preview(materialId: string, fieldId: string, attachmentId: string): Promise<void> {
    const key = fieldKey(materialId, fieldId)
    try {
      const { url } = await previewAttachment(attachmentId)
      this.show(key, { state: 'signed', image: url })
    } catch (error) {
      this.show(key, { state: 'failed', message: numberedSentence(failureOf(error)) })
    }
  }

  /** Removes the pictures that a new signature replaced. One that stays behind does no harm: no form names it. */
  async discard(value: AnswerValue): Promise<void> {
    await Promise.allSettled(attachmentIdsOf(value).map((id) => removeAttachment(id)))
  }

  private show(key: string, state: Partial<SignatureState>): void {
    this.states.set(key, { ...NO_SIGNATURE, ...state })
    this.onChange()
  }
}

/** The value of a signature field: ids of attachments. */
export function attachmentIdsOf(value: AnswerValue): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.filter((id): id is string => typeof id === 'string')
}
