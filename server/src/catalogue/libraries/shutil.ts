import type { Api, Library } from '../schema';

const contents: Api = { blocks: 'file' };
const path: Api = { blocks: 'path' };

export const shutil: Library = {
  module: 'shutil',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/shutil.html',
  apis: {
    copy: contents,
    copy2: contents,
    copyfile: contents,
    copyfileobj: contents,
    copytree: contents,
    // Removes file by file: seconds for a large tree.
    rmtree: contents,
    // A rename on one file system, a copy between two.
    move: contents,
    make_archive: contents,
    unpack_archive: contents,
    disk_usage: path,
    chown: path,
    copymode: path,
    copystat: path,
    // Some system calls for each folder of PATH.
    which: { ...path, confidence: 'low' },
  },
};
