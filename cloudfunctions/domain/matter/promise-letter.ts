import { type Material } from '../../../miniprogram/shared/domain/matter'
import { PROMISE_FORM_ID } from '../../matters/ids'

/** 容缺补正承诺书: the form in which a promise is signed. */
export const isLetter = ({ formId }: Material): boolean => formId === PROMISE_FORM_ID
