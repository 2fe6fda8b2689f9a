/** An id of ours that nobody has. */
export const NO_ID = '0'.repeat(32)

/**
 * An input of each action that passes its check and finds nothing: made-up ids, an account that nobody has. Optional
 * members are there too, so that each can be broken.
 */
export const SOUND_INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'account.get': {},
  'account.bind': { subjectType: 'person', account: 'nobody-has-this', password: 'invented-1' },
  'account.switch': { subjectType: 'enterprise' },
  'account.unbind': { subjectType: 'enterprise' },
  'home.open': {},
  'matter.list': {},
  'matter.open': { matterId: 'SX000000000000' },
  'matter.checklist': { matterId: 'SX000000000000', optionIds: ['QX0'] },
  'declaration.start': { matterId: 'SX000000000000', optionIds: ['QX0'], startKey: 'sound-start' },
  'declaration.open': { draftId: NO_ID },
  'declaration.offers': { draftId: NO_ID },
  'declaration.previewSituation': { draftId: NO_ID, optionIds: ['QX0'] },
  'declaration.changeSituation': { draftId: NO_ID, version: 1, optionIds: ['QX0'] },
  'declaration.promise': { draftId: NO_ID, version: 1, materialIds: ['CL0'] },
  'declaration.save': { draftId: NO_ID, baseVersion: 1, forms: [] },
  'declaration.review': { draftId: NO_ID },
  'declaration.print': { draftId: NO_ID, version: 1 },
  'declaration.submit': { draftId: NO_ID, version: 1 },
  'declaration.outcome': { draftId: NO_ID },
  'declaration.discard': { draftId: NO_ID },
  'attachment.begin': {
    draftId: NO_ID,
    materialId: 'CL0',
    fieldId: 'sign',
    fileName: 'x.pdf',
    size: 1,
    uploadKey: 'sound-upload',
    sha1: '0'.repeat(40),
  },
  'attachment.deliver': { attachmentId: NO_ID, fileId: 'cloud://x/y' },
  'attachment.remove': { attachmentId: NO_ID },
  'attachment.preview': { attachmentId: NO_ID },
  'attachment.earlier': { draftId: NO_ID, materialId: 'CL0', pageNo: 1 },
  'attachment.caseFiles': { draftId: NO_ID, materialId: 'CL0', caseNo: 'BJ0' },
  'attachment.reuse': { draftId: NO_ID, materialId: 'CL0', earlierIds: ['FJ0'] },
  'attachment.previewEarlier': { draftId: NO_ID, earlierId: 'FJ0' },
  'table.template': { draftId: NO_ID, materialId: 'CL0', fieldId: 'rows', fileType: 'csv' },
  'table.begin': { draftId: NO_ID, materialId: 'CL0', fieldId: 'rows', fileName: 'x.csv', size: 1 },
  'table.read': { importId: NO_ID, fileId: 'cloud://x/y' },
  'case.list': { category: '2', pageNo: 1 },
  'case.open': { caseNo: 'BJ0' },
}
