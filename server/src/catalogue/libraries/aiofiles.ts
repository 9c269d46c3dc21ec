import type { Api, Library } from '../schema';

const coroutine: Api = { isAsync: true };
const file: Api = {
  methods: {
    read: coroutine,
    readline: coroutine,
    readlines: coroutine,
    write: coroutine,
    writelines: coroutine,
    flush: coroutine,
    close: coroutine,
    seek: coroutine,
    tell: coroutine,
    truncate: coroutine,
  },
};

export const aiofiles: Library = {
  module: 'aiofiles',
  checkedAgainst: '24.1',
  docs: 'https://github.com/Tinche/aiofiles',
  apis: {
    // Awaited or entered with `async with`. In binary mode the type is another, with the same methods.
    open: { isAsync: true, returns: 'aiofiles.threadpool.text.AsyncTextIOWrapper', enters: 'aiofiles.threadpool.text.AsyncTextIOWrapper' },
    'threadpool.text.AsyncTextIOWrapper': file,
    'os.stat': coroutine,
    'os.rename': coroutine,
    'os.remove': coroutine,
    'os.mkdir': coroutine,
    'os.makedirs': coroutine,
    'os.listdir': coroutine,
    'os.scandir': coroutine,
    'os.replace': coroutine,
    'os.unlink': coroutine,
    'os.rmdir': coroutine,
    'os.link': coroutine,
    'os.symlink': coroutine,
    'os.readlink': coroutine,
    'os.access': coroutine,
    // For `async with`.
    'tempfile.NamedTemporaryFile': {},
    'tempfile.TemporaryFile': {},
    'tempfile.TemporaryDirectory': {},
  },
  aliases: { 'threadpool.open': 'open' },
};
