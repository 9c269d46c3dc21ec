/** How long a check may take. It is handed in, so that nothing here needs a clock. */
export interface Budget {
  /** Whether the work has to stop: the time is used up, or the answer is no longer wanted. Asked between chunks. */
  spent(): boolean;
  /** Watches how long each rule takes; absent where rules are not timed. */
  readonly share?: RuleShare;
}

/** How long a single rule may take. */
export interface RuleShare {
  /** A clock in milliseconds. */
  now(): number;
  /** What one rule may use for one file, in milliseconds. A rule above it is left out of the rest of the file. */
  readonly limit: number;
}

/** A budget without an end. */
export const unlimited: Budget = { spent: () => false };
