import type { PickedFile } from '../../../../platform/media'
import type { Attachment } from '../../../../shared/domain/attachment'
import type { Draft } from '../../draft/draft'
import type { DraftSaver } from '../../draft/draft-saver'
import { fieldKey } from '../../draft/form-view'
import { attachmentIdsOf, SignatureUploads } from './signature-uploads'

/** What the signatures need of the visit that they are part of. */
interface Visit {
  /** The form on the screen. */
  readonly materialId: () => string | undefined
  /** Something has to be shown; `key` names a field that was signed. */
  readonly changed: (key?: string) => void
}

/** The signatures of one visit to the form page. */
export class SignatureSession {
  private readonly uploads: SignatureUploads

  constructor(
    private readonly draft: Draft,
    private readonly saver: DraftSaver,
    private readonly visit: Visit,
  ) {
    this.uploads = new SignatureUploads(draft.id, () => visit.changed())
  }

  get states(): SignatureUploads['states'] {
    return this.uploads.states
  }

  async sign(fieldId: string, file: PickedFile): Promise<void> {
    await this.store(fieldId, (materialId) => this.uploads.upload(materialId, fieldId, file))
  }

  async retry(fieldId: string): Promise<void> {
    await this.store(fieldId, (materialId) => this.uploads.retry(materialId, fieldId))
  }

  async preview(fieldId: string): Promise<void> {
    const materialId = this.visit.materialId()
    if (materialId === undefined) return
    const [id] = attachmentIdsOf(this.draft.value(materialId, fieldId))
    if (id !== undefined) await this.uploads.preview(materialId, fieldId, id)
  }

  private async store(fieldId: string, upload: (materialId: string) => Promise<Attachment | null>): Promise<void> {
    const materialId = this.visit.materialId()
    if (materialId === undefined) return
    const before = this.draft.value(materialId, fieldId)
    const attachment = await upload(materialId)
    if (!attachment) return
    this.draft.setAttachment(attachment)
    this.draft.set(materialId, fieldId, [attachment.attachmentId])
    this.visit.changed(fieldKey(materialId, fieldId))
    // The old picture goes only after the draft names the new one: a signature is never missing in between.
    if (await this.saver.flush()) await this.uploads.discard(before)
  }
}
