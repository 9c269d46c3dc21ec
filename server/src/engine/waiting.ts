/** What rules may ask about calls that can wait: whether they are told not to, or have nothing to wait for. */
export { isSettled } from '../semantic/settling';
export { isToldNotToWait } from '../semantic/waiting';
