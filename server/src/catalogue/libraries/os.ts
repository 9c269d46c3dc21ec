import type { Api, Library } from '../schema';

/** Over when the child is, but for `P_NOWAIT` (and the Windows modes that do not wait). */
const spawn: Api = { blocks: 'subprocess', unless: { position: 0, values: ['os.P_NOWAIT', 'os.P_NOWAITO', 'os.P_DETACH'] } };
/** One call of the file system about names: microseconds on a local disk, without bound on NFS or FUSE. */
const path: Api = { blocks: 'path' };
const contents: Api = { blocks: 'file' };

/** Rows for single, cheap look-ups (`os.stat`, `os.access`, `os.path.exists`) are left out: nobody gains by hearing of them. */
export const os: Library = {
  module: 'os',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/os.html',
  apis: {
    system: { blocks: 'subprocess' },
    // Starts at once, but all that can be done with the pipe, reading and closing, waits for the command.
    popen: { blocks: 'subprocess', opens: true },
    spawnl: spawn,
    spawnle: spawn,
    spawnlp: spawn,
    spawnlpe: spawn,
    spawnv: spawn,
    spawnve: spawn,
    spawnvp: spawn,
    spawnvpe: spawn,
    posix_spawn: { blocks: 'process-start' },
    posix_spawnp: { blocks: 'process-start' },

    wait: { blocks: 'os-wait' },
    wait3: { blocks: 'os-wait', unless: { position: 0, keyword: 'options', values: ['os.WNOHANG'] } },
    wait4: { blocks: 'os-wait', unless: { position: 1, keyword: 'options', values: ['os.WNOHANG'] } },
    waitpid: { blocks: 'os-wait', unless: { position: 1, values: ['os.WNOHANG'] } },
    // Its options are flags, of which WNOHANG is one among others: `os.WEXITED | os.WNOHANG`.
    waitid: { blocks: 'os-wait', unless: { position: 2, values: ['os.WNOHANG'] } },

    // Reading and writing a descriptor has no rows: on the event loop it is most often a non-blocking one, and `os.open` is reported.
    open: contents,
    fdopen: { returns: 'io.TextIOWrapper' },
    sync: contents,
    fsync: contents,
    fdatasync: contents,
    sendfile: contents,
    copy_file_range: contents,

    rename: path,
    renames: path,
    replace: path,
    remove: path,
    unlink: path,
    rmdir: path,
    removedirs: path,
    mkdir: path,
    makedirs: path,
    link: path,
    symlink: path,
    readlink: path,
    listdir: path,
    scandir: { ...path, opens: true },
    // Generators: each step lists a folder.
    walk: { ...path, opens: true },
    fwalk: { ...path, opens: true },
    truncate: path,
    ftruncate: path,
    chmod: path,
    chown: path,
    lchown: path,
    utime: path,
    mkfifo: path,
    statvfs: path,
    setxattr: path,
    getxattr: path,
    listxattr: path,
    removexattr: path,
  },
};
