import type { Library, TimeoutFact } from '../schema';
import { socketModuleDefault } from '../timeouts';

const timeout: TimeoutFact = { ...socketModuleDefault, position: 2 };

export const urllibRequest: Library = {
  module: 'urllib.request',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/urllib.request.html',
  apis: {
    urlopen: { blocks: 'http', opens: true, timeout, returns: 'http.client.HTTPResponse' },
    // Has no timeout argument at all; only `socket.setdefaulttimeout` bounds it.
    urlretrieve: { blocks: 'http' },
    // Removes the files that `urlretrieve` made.
    urlcleanup: { blocks: 'path', confidence: 'low' },
    build_opener: { returns: 'urllib.request.OpenerDirector' },
    OpenerDirector: { methods: { open: { blocks: 'http', opens: true, timeout, returns: 'http.client.HTTPResponse' } } },
    URLopener: { removed: '3.14', methods: { open: { blocks: 'http', opens: true }, retrieve: { blocks: 'http' } } },
  },
};
