import { refuse } from '../refuse'
import { isRemote } from './address'
import { MACROS, REMOTE, EMBEDDED } from './words'
import { type Attributes } from './xml'

/** Content types of what runs: macros, macro sheets, controls (ECMA-376 part 1, annex; [MS-OFFMACRO2]). */
const RUNS = /macroEnabled|vba(Project|Data)|macrosheet|activeX|attachedToolbars/i

/** The last words of the relations to what runs. */
const TO_WHAT_RUNS =
  /\/(vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet|control|activeXControlBinary|attachedToolbars)$/i

/** A part in another format (a web page, RTF) that Word alone takes into the document; others show nothing there. */
const TO_FOREIGN_TEXT = /\/aFChunk$/i

/** A link that somebody has to tap. */
const TO_PAGE = /\/hyperlink$/i
/** Pictures that were copied from a web page stay on it. */
const TO_PICTURE = /\/image$/i

/** Throws FILE_REFUSED for a content type of [Content_Types].xml that runs. */
export function requireHarmlessType({ ContentType: type = '' }: Attributes): void {
  if (RUNS.test(type)) throw refuse(MACROS)
}

/** Throws FILE_REFUSED for a relation to what runs, or to another computer that is asked when the document is opened. */
export function requireHarmlessRelation(relation: Attributes): void {
  const { Type: type = '', Target: target = '', TargetMode: mode = '' } = relation
  if (TO_WHAT_RUNS.test(type)) throw refuse(MACROS)
  if (TO_FOREIGN_TEXT.test(type)) throw refuse(EMBEDDED)
  if (!/^external$/i.test(mode) || TO_PAGE.test(type)) return
  if (TO_PICTURE.test(type) && /^https?:\/\//i.test(target.trim())) return
  if (isRemote(target)) throw refuse(REMOTE)
}
