import type { Api, Library, TimeoutFact } from '../schema';

const timeout: TimeoutFact = { parameter: 'kill_after_timeout', kind: 'seconds', whenAbsent: 'forever', whenNone: 'forever' };
/** Runs `git` and waits for it. */
const run: Api = { blocks: 'subprocess' };

export const gitPython: Library = {
  module: 'git',
  distribution: 'GitPython',
  checkedAgainst: '3.2',
  docs: 'https://gitpython.readthedocs.io/en/stable/reference.html',
  apis: {
    // Looks for the folder and reads its settings: a few small files.
    Repo: {
      blocks: 'file',
      confidence: 'low',
      methods: {
        clone_from: { ...run, timeout, returns: 'git.Repo' },
        clone: { ...run, returns: 'git.Repo' },
        is_dirty: run,
        iter_commits: run,
        create_head: run,
        remote: { returns: 'git.Remote' },
        git: { isValue: true, returns: 'git.Git' },
        close: {},
      },
    },
    Remote: {
      methods: {
        fetch: { ...run, timeout: { ...timeout, position: 3 } },
        pull: { ...run, timeout: { ...timeout, position: 2 } },
        push: { ...run, timeout: { ...timeout, position: 2 } },
      },
    },
    // Each other method is a command of `git` (git/cmd.py, `__getattr__`).
    Git: {
      methods: {
        '*': run,
        execute: { ...run, timeout: { ...timeout, position: 7 } },
        environment: {},
        custom_environment: {},
        update_environment: {},
        set_persistent_git_options: {},
        transform_kwarg: {},
        transform_kwargs: {},
        clear_cache: {},
        polish_url: {},
        is_cygwin: {},
        check_unsafe_options: {},
        check_unsafe_protocols: {},
        working_dir: { isValue: true },
        version_info: { isValue: true },
      },
    },
  },
  aliases: { 'repo.Repo': 'Repo', 'repo.base.Repo': 'Repo', 'remote.Remote': 'Remote', 'cmd.Git': 'Git' },
};
