import { type FormMove } from '../../../../miniprogram/shared/domain/form-move'
import { config } from '../../../kernel/config'
import { type DeclarationRow } from '../../../stores/declarations'

/** They hold answers that have no place in a form any more: sealed like the answers. */
const placeOf = (draftId: string): string => `${draftId}/form-moves`

export const sealMoves = (draftId: string, moves: readonly FormMove[]): string =>
  config().sealer.seal(moves, placeOf(draftId))

/** The forms of a draft that were replaced since it was opened. */
export const openMoves = ({ _id, formMoves }: Pick<DeclarationRow, '_id' | 'formMoves'>): readonly FormMove[] =>
  formMoves ? (config().sealer.open(formMoves, placeOf(_id)) as readonly FormMove[]) : []
