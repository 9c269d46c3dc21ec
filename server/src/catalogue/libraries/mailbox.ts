import type { Library } from '../schema';

export const mailbox: Library = {
  module: 'mailbox',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/mailbox.html',
  apis: {
    mbox: { blocks: 'file', opens: true, methods: {} },
    // A folder, whose files are opened when they are read.
    Maildir: { blocks: 'path', confidence: 'low', opens: true, methods: {} },
  },
};
