import type { Library } from '../schema';

export const webbrowser: Library = {
  module: 'webbrowser',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/webbrowser.html',
  apis: {
    // Waits as well where the browser is one for the terminal.
    open: { blocks: 'process-start' },
  },
};
