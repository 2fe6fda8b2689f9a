import { endVisit, visits } from '../../../../behaviors/visit'
import { tell, withLoading } from '../../../../platform/feedback'
import { fetchFile, isOnComputer, offerShare, openFile, saveToComputer } from '../../../../platform/open-file'
import { previewDocument } from '../../../../services/documents'
import { failureOf } from '../../../../services/service-error'
import type { IssuedDocument } from '../../../../shared/domain/case'
import { documentRows, notOpenedText, paperText, unshownText, type DocumentView } from './document-view'

type KeyTap = WechatMiniprogram.TouchEvent<object, object, { key: string }>

/** The file that was fetched to be forwarded: that needs a tap of its own (WeChat's rule). */
const NOT_FETCHED = { filePath: '', fileName: '' }
const visitOf = visits(() => ({ file: NOT_FETCHED }))

/** The documents of a case: each is opened, and forwarded or saved. */
Component({
  properties: {
    caseNo: { type: String, value: '' },
    documents: { type: Array, value: [] as readonly IssuedDocument[] },
    /** The window's telephone; '' = not known now. */
    phone: { type: String, value: '' },
  },

  data: {
    rows: [] as readonly DocumentView[],
    paper: '',
    busy: false,
    /** Key of the row whose file lies on the phone; '' = none. */
    here: '',
    computer: false,
  },

  observers: {
    'documents, phone'(documents: readonly IssuedDocument[] | null, phone: string) {
      const rows = documentRows(documents ?? [])
      visitOf(this).work = { file: NOT_FETCHED }
      visitOf(this).show({
        rows,
        paper: rows.some(({ documentId }) => documentId === '') ? paperText(phone) : '',
        here: '',
      })
    },
  },

  lifetimes: {
    attached() {
      visitOf(this).show({ computer: isOnComputer() })
    },
    detached: endVisit,
  },

  methods: {
    onOpenTap(event: KeyTap): Promise<void> {
      return this.during('文书没有打开', event, '正在打开', async (url, fileName) => {
        const unshown = unshownText(fileName)
        if (unshown === '') await openFile(url, fileName)
        return unshown
      })
    },

    onFetchTap(event: KeyTap): Promise<void> {
      const { key } = event.currentTarget.dataset
      return this.during('文书没有取到', event, '正在取文书', async (url, fileName) => {
        const filePath = await fetchFile(url)
        visitOf(this).work = { file: { filePath, fileName } }
        visitOf(this).show({ here: key })
        return ''
      })
    },

    /** Asks for the row's address and does something with it; `act` resolves with why it cannot be done, '' = it was. */
    async during(
      title: string,
      event: KeyTap,
      message: string,
      act: (url: string, fileName: string) => Promise<string>,
    ): Promise<void> {
      const row = this.data.rows.find(({ key }) => key === event.currentTarget.dataset.key)
      if (row === undefined || row.documentId === '') return
      const open = async (): Promise<void> => {
        const unshown = await withLoading(message, async () => {
          const { url, fileName } = await previewDocument(this.data.caseNo, row.documentId)
          return act(url, fileName)
        })
        if (unshown !== '') await tell(title, unshown)
      }
      await visitOf(this).act(open, (error) => tell(title, notOpenedText(failureOf(error))))
    },

    onShareTap(): Promise<void> {
      const { filePath, fileName } = visitOf(this).work.file
      return offerShare(filePath, fileName, '请再试一次，或先打开文书，用右上角的菜单转发。')
    },

    onSaveTap(): Promise<void> {
      return saveToComputer(visitOf(this).work.file.filePath)
    },
  },
})
