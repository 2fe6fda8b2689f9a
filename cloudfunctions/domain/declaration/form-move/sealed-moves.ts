import { type FormMove } from '../../../../miniprogram/shared/domain/form-move'
import { Sealed } from '../../../kernel/sealed'
import { type DeclarationRow } from '../../../stores/declarations'

/** They hold answers that have no place in a form any more: sealed like the answers. */
export const MOVES = new Sealed<readonly FormMove[]>('form-moves')

/** The forms of a draft that were replaced since it was opened. */
export const openMoves = ({ _id, formMoves }: Pick<DeclarationRow, '_id' | 'formMoves'>): readonly FormMove[] =>
  formMoves ? MOVES.open(_id, formMoves) : []
