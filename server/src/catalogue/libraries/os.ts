import type { Api, Library } from '../schema';

/** Over when the child is, but for `P_NOWAIT` (and the Windows modes that do not wait). */
const spawn: Api = { blocks: 'subprocess', unless: { position: 0, values: ['os.P_NOWAIT', 'os.P_NOWAITO', 'os.P_DETACH'] } };
/** One call of the file system about names: microseconds on a local disk, without bound on NFS or FUSE. */
const path: Api = { blocks: 'path' };
const contents: Api = { blocks: 'file' };
/** One cheap system call: users of other linters call reports on them noise. */
const question: Api = { ...path, confidence: 'low' };
/** On the event loop a descriptor is most often a non-blocking one, and `os.open` is reported. */
const descriptor: Api = { ...contents, confidence: 'low' };

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
    fork: { blocks: 'process-start' },
    forkpty: { blocks: 'process-start' },
    // Windows.
    startfile: { blocks: 'process-start' },

    wait: { blocks: 'os-wait' },
    wait3: { blocks: 'os-wait', unless: { position: 0, keyword: 'options', values: ['os.WNOHANG'] } },
    wait4: { blocks: 'os-wait', unless: { position: 1, keyword: 'options', values: ['os.WNOHANG'] } },
    waitpid: { blocks: 'os-wait', unless: { position: 1, values: ['os.WNOHANG'] } },
    // Its options are flags, of which WNOHANG is one among others: `os.WEXITED | os.WNOHANG`.
    waitid: { blocks: 'os-wait', unless: { position: 2, values: ['os.WNOHANG'] } },
    lockf: { blocks: 'lock', unless: { position: 1, values: ['os.F_TLOCK', 'os.F_TEST', 'os.F_ULOCK'] } },
    // Waits early while the system starts.
    getrandom: { blocks: 'lock', confidence: 'low', unless: { keyword: 'flags', position: 1, values: ['os.GRND_NONBLOCK'] } },

    open: contents,
    fdopen: { ...descriptor, opens: true, returns: 'io.TextIOWrapper' },
    read: descriptor,
    readv: descriptor,
    pread: descriptor,
    preadv: descriptor,
    write: descriptor,
    writev: descriptor,
    pwrite: descriptor,
    pwritev: descriptor,
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
    posix_fallocate: path,
    statvfs: path,
    setxattr: path,
    getxattr: path,
    listxattr: path,
    removexattr: path,

    stat: question,
    lstat: question,
    fstat: question,
    access: question,
    // Known to the kernel, which asks no disk.
    getcwd: { returns: 'builtins.str' },
  },
};
