import type { Api, Library } from '../schema';

const contents: Api = { blocks: 'file' };
const names: Api = { blocks: 'path' };
/** One system call: users of other linters call reports on them noise. */
const question: Api = { ...names, confidence: 'low' };
const pure: Api = { returns: 'pathlib.Path' };

/** Building a path does not touch the disk. */
export const pathlib: Library = {
  module: 'pathlib',
  checkedAgainst: '3.13',
  docs: 'https://docs.python.org/3/library/pathlib.html',
  apis: {
    Path: {
      asyncTwin: 'anyio.Path',
      methods: {
        open: { ...contents, opens: true, returns: 'io.TextIOWrapper' },
        read_text: { ...contents, returns: 'builtins.str' },
        read_bytes: { ...contents, returns: 'builtins.bytes' },
        write_text: { ...contents, returns: 'builtins.int' },
        write_bytes: { ...contents, returns: 'builtins.int' },
        copy: { ...contents, since: '3.14' },
        copy_into: { ...contents, since: '3.14' },
        move: { ...contents, since: '3.14' },
        move_into: { ...contents, since: '3.14' },

        // Generators: each step reads a folder.
        iterdir: { ...names, opens: true, each: 'pathlib.Path' },
        glob: { ...names, opens: true, each: 'pathlib.Path' },
        rglob: { ...names, opens: true, each: 'pathlib.Path' },
        walk: { ...names, opens: true, since: '3.12' },
        mkdir: names,
        rmdir: names,
        unlink: names,
        rename: names,
        replace: names,
        touch: names,
        symlink_to: names,
        hardlink_to: { ...names, since: '3.10' },
        link_to: { ...names, removed: '3.12' },
        chmod: names,
        lchmod: question,

        exists: question,
        is_file: question,
        is_dir: question,
        is_symlink: question,
        is_mount: question,
        is_socket: question,
        is_fifo: question,
        is_block_device: question,
        is_char_device: question,
        stat: question,
        lstat: question,
        samefile: question,
        // Read the lists of users and groups, which may be on another machine.
        owner: question,
        group: question,
        readlink: { ...question, returns: 'pathlib.Path' },
        // One for each part of the path.
        resolve: { ...question, returns: 'pathlib.Path' },

        cwd: pure,
        home: pure,
        absolute: pure,
        expanduser: pure,
        joinpath: pure,
        with_suffix: pure,
        with_name: pure,
        with_stem: pure,
        relative_to: pure,
        parent: { isValue: true, returns: 'pathlib.Path' },
        name: { isValue: true, returns: 'builtins.str' },
        stem: { isValue: true, returns: 'builtins.str' },
        suffix: { isValue: true, returns: 'builtins.str' },
        // `folder / 'name'`
        __truediv__: pure,
      },
    },
    PosixPath: { bases: ['pathlib.Path'] },
    WindowsPath: { bases: ['pathlib.Path'] },
  },
};
