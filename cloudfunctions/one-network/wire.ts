import { type components, type operations } from './wire.generated'

/** Operation ids of the contract, e.g. `listItems`. */
type OperationId = keyof operations

type Ok<Answer> = Answer extends { code: '0'; data?: infer Data } ? Data : never

/** `data` of a successful JSON answer of an operation, as the contract promises it. */
export type Data<O extends OperationId> = operations[O]['responses'][200]['content'] extends {
  'application/json': infer Answer
}
  ? Ok<Answer>
  : never

/** JSON body that an operation takes. */
export type Body<O extends OperationId> = operations[O] extends {
  requestBody: { content: { 'application/json': infer Request } }
}
  ? Request
  : never

/** Text parts of an upload, without the file itself. */
export type Parts<O extends OperationId> = operations[O] extends {
  requestBody: { content: { 'multipart/form-data': infer Request } }
}
  ? Omit<Request, 'file'>
  : never

/**
 * The same shape as it may really arrive: every member, at every depth, may be null or missing. Mappers take this, so
 * that the compiler refuses to trust the provider.
 */
export type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[] | null | undefined
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> } | null | undefined
    : T | null | undefined

/** A schema of the contract as it may really arrive. */
export type Wire<Name extends keyof components['schemas']> = Loose<components['schemas'][Name]>
