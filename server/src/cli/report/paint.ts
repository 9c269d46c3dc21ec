import picocolors from 'picocolors';
import type { Severity } from '../../settings/levels';

/** Colours for text reports, or none. Nothing is said by colour alone. */
export interface Paint {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  removed(text: string): string;
  added(text: string): string;
}

/** The colours of a report; none where there are to be none. */
export function paintFor(hasColor: boolean): Paint {
  const colors = picocolors.createColors(hasColor);
  const bySeverity = { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.blue } as const;
  return {
    severity: (severity, text) => bySeverity[severity](text),
    strong: colors.bold,
    faint: colors.dim,
    removed: colors.red,
    added: colors.green,
  };
}
