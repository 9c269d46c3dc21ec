/** How a command ends. A later one is the graver one, and wins. */
export const exitCodes = {
  /** Nothing at or above the level that fails. */
  clean: 0,
  findings: 1,
  /** Wrong usage or configuration. Findings are shown all the same. */
  usage: 2,
  /** A file was not checked to the end. */
  incomplete: 3,
  /** As shells report a process that SIGINT ended. */
  interrupted: 130,
} as const;
