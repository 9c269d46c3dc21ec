/** What rules may ask about wrappers: functions that decorators put in the place of others. */
export { asksForKind, coveredAt, coverOf, functionsIn, isReturned, usesOf, wrapperOf } from '../semantic/wrappers';
export type { Covered, Wrapper } from '../semantic/wrappers';
