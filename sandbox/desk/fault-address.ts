/** Stands in the address of a fault that is on every function. */
const EVERY = 'every'

/** A fault's name in `DELETE faults/:id`: the number of its function. */
export const addressOfFault = (functionNo: number | undefined): string => String(functionNo ?? EVERY)

/** The function's number in such an address; undefined = every function. */
export const functionIn = (address: string): number | undefined => (address === EVERY ? undefined : Number(address))
