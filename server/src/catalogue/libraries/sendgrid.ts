import type { Library } from '../schema';

export const sendgrid: Library = {
  module: 'sendgrid',
  checkedAgainst: 'git 2025-09-19',
  docs: 'https://github.com/sendgrid/sendgrid-python',
  // Waits without an end, and has no argument for that.
  apis: { SendGridAPIClient: { methods: { send: { blocks: 'http' } } } },
};
