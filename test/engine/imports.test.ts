import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { parseText } from '../support/check';
import { editing } from '../support/editing';

/** A function that uses what is imported, put under the imports of a case. */
const use = 'async def work():\n    HERE()\n';

interface Case {
  readonly title: string;
  readonly code: string;
  /** `asyncio` for an import of the module, `asyncio:sleep` for a name of it. */
  readonly wanted: string;
  /** How the code can write it; undefined where it cannot. */
  readonly name: string | undefined;
  /** The code afterwards; the same where nothing is to be added. */
  readonly after?: string;
}

const modules: readonly Case[] = [
  { title: 'nothing there', code: use, wanted: 'asyncio', name: 'asyncio', after: `import asyncio\n\n\n${use}` },
  {
    title: 'a plain statement follows',
    code: `x = 1\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\n\nx = 1\n${use}`,
  },
  { title: 'imported', code: `import asyncio\n\n${use}`, wanted: 'asyncio', name: 'asyncio' },
  { title: 'imported under another name', code: `import asyncio as aio\n\n${use}`, wanted: 'asyncio', name: 'aio' },
  { title: 'imported beside others', code: `import os, asyncio\n\n${use}`, wanted: 'asyncio', name: 'asyncio' },
  { title: 'on one line with others', code: `import os; import asyncio\n\n${use}`, wanted: 'asyncio', name: 'asyncio' },
  { title: 'a submodule is imported', code: `import os.path\n\n${use}`, wanted: 'os', name: 'os' },
  {
    title: 'a submodule of what is imported',
    code: `import concurrent\n\n${use}`,
    wanted: 'concurrent.futures',
    name: 'concurrent.futures',
    after: `import concurrent\nimport concurrent.futures\n\n${use}`,
  },
  { title: 'a submodule under another name', code: `import concurrent.futures as cf\n\n${use}`, wanted: 'concurrent.futures', name: 'cf' },
  {
    title: 'a module imported from its package',
    code: `from concurrent import futures\n\n${use}`,
    wanted: 'concurrent.futures',
    name: 'futures',
  },
  {
    title: 'an alias of a submodule does not bind the package',
    code: `import os.path as path\n\n${use}`,
    wanted: 'os',
    name: 'os',
    after: `import os\nimport os.path as path\n\n${use}`,
  },
  {
    title: 'sorted before',
    code: `import time\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\nimport time\n\n${use}`,
  },
  {
    title: 'sorted between',
    code: `import abc\nimport time\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import abc\nimport asyncio\nimport time\n\n${use}`,
  },
  {
    title: 'sorted after',
    code: `import abc\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import abc\nimport asyncio\n\n${use}`,
  },
  {
    title: 'not sorted: after the last',
    code: `import time\nimport abc\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import time\nimport abc\nimport asyncio\n\n${use}`,
  },
  {
    title: 'before from imports, as sorters do',
    code: `import os\nfrom abc import ABC\n\n${use}`,
    wanted: 'time',
    name: 'time',
    after: `import os\nimport time\nfrom abc import ABC\n\n${use}`,
  },
  {
    title: 'sorted by module alone',
    code: `from abc import ABC\nimport os\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `from abc import ABC\nimport asyncio\nimport os\n\n${use}`,
  },
  {
    title: 'the group of the standard library',
    code: `import os\n\nimport httpx\n\n${use}`,
    wanted: 'time',
    name: 'time',
    after: `import os\nimport time\n\nimport httpx\n\n${use}`,
  },
  {
    title: 'the group of installed packages',
    code: `import os\n\nimport httpx\n\nfrom . import db\n\n${use}`,
    wanted: 'anyio',
    name: 'anyio',
    after: `import os\n\nimport anyio\nimport httpx\n\nfrom . import db\n\n${use}`,
  },
  {
    title: 'installed packages before own ones',
    code: `import fastapi\n\nfrom app import db\n\n${use}`,
    wanted: 'httpx',
    name: 'httpx',
    after: `import fastapi\nimport httpx\n\nfrom app import db\n\n${use}`,
  },
  {
    title: 'a new first group',
    code: `import httpx\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\n\nimport httpx\n\n${use}`,
  },
  { title: 'a new last group', code: `import os\n\n${use}`, wanted: 'httpx', name: 'httpx', after: `import os\n\nimport httpx\n\n${use}` },
  {
    title: 'groups are not apart',
    code: `import os\nfrom . import db\n\n${use}`,
    wanted: 'httpx',
    name: 'httpx',
    after: `import os\nimport httpx\nfrom . import db\n\n${use}`,
  },
  {
    title: 'a docstring',
    code: `"""About."""\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `"""About."""\n\nimport asyncio\n\n${use}`,
  },
  {
    title: 'a long docstring',
    code: `"""About.\n\nMore.\n"""\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `"""About.\n\nMore.\n"""\n\nimport asyncio\n\n${use}`,
  },
  {
    title: 'a docstring with code right below',
    code: `"""About."""\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `"""About."""\n\nimport asyncio\n\n\n${use}`,
  },
  {
    title: 'a __future__ import',
    code: `from __future__ import annotations\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `from __future__ import annotations\n\nimport asyncio\n\n${use}`,
  },
  {
    title: 'docstring, __future__ and imports',
    code: `"""About."""\n\nfrom __future__ import annotations\n\nimport time\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `"""About."""\n\nfrom __future__ import annotations\n\nimport asyncio\nimport time\n\n${use}`,
  },
  {
    title: 'interpreter and encoding',
    code: `#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport asyncio\n\n\n${use}`,
  },
  {
    title: 'a licence above',
    code: `# Licence\n# of this\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `# Licence\n# of this\n\nimport asyncio\n\n\n${use}`,
  },
  {
    title: 'a comment belongs to the statement below',
    code: `# Licence\n\n# The work.\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `# Licence\n\nimport asyncio\n\n\n# The work.\n${use}`,
  },
  {
    title: 'a comment above the first of a group',
    code: `import abc\n\n# Installed.\nimport httpx\n\n${use}`,
    wanted: 'anyio',
    name: 'anyio',
    after: `import abc\n\nimport anyio\n# Installed.\nimport httpx\n\n${use}`,
  },
  {
    title: 'a trailing comment stays',
    code: `import abc  # first\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import abc  # first\nimport asyncio\n\n${use}`,
  },
  {
    title: 'for type checking only',
    code: `from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import asyncio\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import asyncio\n\n${use}`,
  },
  { title: 'in a try', code: `try:\n    import httpx\nexcept ImportError:\n    raise\n\n${use}`, wanted: 'httpx', name: 'httpx' },
  {
    title: 'in a try with a substitute',
    code: `try:\n    import ujson as json\nexcept ImportError:\n    import json\n\n${use}`,
    wanted: 'json',
    name: undefined,
  },
  {
    title: 'in a condition',
    code: `import sys\n\nif sys.version_info > (3, 11):\n    import tomllib\n\n${use}`,
    wanted: 'tomllib',
    name: 'tomllib',
    after: `import sys\nimport tomllib\n\nif sys.version_info > (3, 11):\n    import tomllib\n\n${use}`,
  },
  { title: 'the name is a variable', code: `asyncio = make()\n\n${use}`, wanted: 'asyncio', name: undefined },
  { title: 'the name is a function', code: `def asyncio(): ...\n\n${use}`, wanted: 'asyncio', name: undefined },
  { title: 'the name is another module', code: `import trio as asyncio\n\n${use}`, wanted: 'asyncio', name: undefined },
  { title: 'the name comes from elsewhere', code: `from app import asyncio\n\n${use}`, wanted: 'asyncio', name: undefined },
  {
    title: 'the name is a parameter',
    code: 'import asyncio\n\n\nasync def work(asyncio):\n    HERE()\n',
    wanted: 'asyncio',
    name: undefined,
  },
  {
    title: 'the name is a local variable',
    code: 'import asyncio\n\n\nasync def work():\n    asyncio = 1\n    HERE()\n',
    wanted: 'asyncio',
    name: undefined,
  },
  {
    title: 'a local variable of another function',
    code: `import asyncio\n\n\ndef other(asyncio): ...\n\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
  },
  {
    title: 'an outer parameter',
    code: 'async def outer(asyncio):\n    async def inner():\n        HERE()\n',
    wanted: 'asyncio',
    name: undefined,
  },
  {
    title: 'a name of the class is not seen in its methods',
    code: 'class A:\n    asyncio = 1\n\n    async def work(self):\n        HERE()\n',
    wanted: 'asyncio',
    name: 'asyncio',
    after: 'import asyncio\n\n\nclass A:\n    asyncio = 1\n\n    async def work(self):\n        HERE()\n',
  },
  {
    title: 'reassigned after the import',
    code: `import asyncio\n\nasyncio = patch(asyncio)\n\n\n${use}`,
    wanted: 'asyncio',
    name: undefined,
  },
  { title: 'imported in the function', code: 'async def work():\n    import asyncio\n\n    HERE()\n', wanted: 'asyncio', name: 'asyncio' },
  {
    title: 'imported in the function under another name',
    code: 'async def work():\n    import asyncio as aio\n\n    HERE()\n',
    wanted: 'asyncio',
    name: 'aio',
  },
  {
    title: 'imported in the function, but later',
    code: 'async def work():\n    HERE()\n    import asyncio\n',
    wanted: 'asyncio',
    name: undefined,
  },
  {
    title: 'imported in one branch of the function',
    code: 'async def work(x):\n    if x:\n        import asyncio\n    HERE()\n',
    wanted: 'asyncio',
    name: undefined,
  },
  {
    title: 'imported in another function',
    code: `def other():\n    import asyncio\n\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\n\n\ndef other():\n    import asyncio\n\n\n${use}`,
  },
  {
    title: 'imported in an outer function',
    code: 'def outer():\n    import asyncio\n\n    async def inner():\n        HERE()\n',
    wanted: 'asyncio',
    name: 'asyncio',
  },
  {
    title: 'a star import gives no names',
    code: `from asyncio import *\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\nfrom asyncio import *\n\n${use}`,
  },
  {
    title: 'imported below module code that needs it',
    code: 'HERE()\nimport asyncio\n',
    wanted: 'asyncio',
    name: 'asyncio',
    after: 'import asyncio\n\nHERE()\nimport asyncio\n',
  },
  { title: 'imported below the function', code: `${use}\n\nimport asyncio\n`, wanted: 'asyncio', name: 'asyncio' },
  {
    title: 'Windows line ends',
    code: `import time\r\n\r\n${use.replaceAll('\n', '\r\n')}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\r\nimport time\r\n\r\n${use.replaceAll('\n', '\r\n')}`,
  },
  { title: 'no line end at the end', code: 'import time; HERE()', wanted: 'json', name: 'json', after: 'import json\nimport time; HERE()' },
  {
    title: 'a string goes on below the imports',
    code: `import abc; TEXT = """\n"""\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import abc; TEXT = """\n"""\nimport asyncio\n\n${use}`,
  },
  {
    title: 'an import over several lines',
    code: `from abc import (\n    ABC,\n)\n\n${use}`,
    wanted: 'asyncio',
    name: 'asyncio',
    after: `import asyncio\nfrom abc import (\n    ABC,\n)\n\n${use}`,
  },
];

const names: readonly Case[] = [
  { title: 'nothing there', code: use, wanted: 'asyncio:sleep', name: 'sleep', after: `from asyncio import sleep\n\n\n${use}` },
  { title: 'imported', code: `from asyncio import sleep\n\n${use}`, wanted: 'asyncio:sleep', name: 'sleep' },
  { title: 'imported under another name', code: `from asyncio import sleep as nap\n\n${use}`, wanted: 'asyncio:sleep', name: 'nap' },
  {
    title: 'merged last',
    code: `from asyncio import gather\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import gather, sleep\n\n${use}`,
  },
  {
    title: 'merged first',
    code: `from asyncio import sleep\n\n${use}`,
    wanted: 'asyncio:gather',
    name: 'gather',
    after: `from asyncio import gather, sleep\n\n${use}`,
  },
  {
    title: 'merged between classes and functions',
    code: `from asyncio import Queue, sleep\n\n${use}`,
    wanted: 'asyncio:TaskGroup',
    name: 'TaskGroup',
    after: `from asyncio import Queue, TaskGroup, sleep\n\n${use}`,
  },
  {
    title: 'merged into names that are not sorted',
    code: `from asyncio import sleep, gather\n\n${use}`,
    wanted: 'asyncio:wait',
    name: 'wait',
    after: `from asyncio import sleep, gather, wait\n\n${use}`,
  },
  {
    title: 'merged beside a comment',
    code: `from asyncio import gather  # why\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import gather, sleep  # why\n\n${use}`,
  },
  {
    title: 'merged in parentheses',
    code: `from asyncio import (gather)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (gather, sleep)\n\n${use}`,
  },
  {
    title: 'merged before a trailing comma',
    code: `from asyncio import (gather,)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (gather, sleep,)\n\n${use}`,
  },
  {
    title: 'merged on a line of its own',
    code: `from asyncio import (\n    gather,  # all\n    run,  # one\n)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (\n    gather,  # all\n    run,  # one\n    sleep,\n)\n\n${use}`,
  },
  {
    title: 'merged on a line between',
    code: `from asyncio import (\n    gather,  # all\n    # The one that waits.\n    wait,\n)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (\n    gather,  # all\n    sleep,\n    # The one that waits.\n    wait,\n)\n\n${use}`,
  },
  {
    title: 'merged on a line before the first',
    code: `from asyncio import (\n    gather,\n    wait,\n)\n\n${use}`,
    wanted: 'asyncio:create_task',
    name: 'create_task',
    after: `from asyncio import (\n    create_task,\n    gather,\n    wait,\n)\n\n${use}`,
  },
  {
    title: 'merged where the last name has no comma',
    code: `from asyncio import (\n    gather,\n    run  # one\n)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (\n    gather,\n    sleep,\n    run  # one\n)\n\n${use}`,
  },
  {
    title: 'merged into names that hang',
    code: `from asyncio import (gather,\n                     run)\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (gather,\n                     run, sleep)\n\n${use}`,
  },
  {
    title: 'merged after a backslash',
    code: `from asyncio import gather, \\\n    run\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import gather, \\\n    run, sleep\n\n${use}`,
  },
  {
    title: 'merged with Windows line ends',
    code: `from asyncio import (\r\n    gather,\r\n)\r\n\r\n${use.replaceAll('\n', '\r\n')}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import (\r\n    gather,\r\n    sleep,\r\n)\r\n\r\n${use.replaceAll('\n', '\r\n')}`,
  },
  {
    title: 'merged beside an alias',
    code: `from asyncio import gather as g\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import gather as g, sleep\n\n${use}`,
  },
  {
    title: 'not merged into a star import',
    code: `from asyncio import *\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import *\nfrom asyncio import sleep\n\n${use}`,
  },
  {
    title: 'not merged into an import for type checking',
    code: `from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from asyncio import Task\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `from asyncio import sleep\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from asyncio import Task\n\n${use}`,
  },
  {
    title: 'an import of the module is another thing',
    code: `import asyncio\n\n${use}`,
    wanted: 'asyncio:sleep',
    name: 'sleep',
    after: `import asyncio\nfrom asyncio import sleep\n\n${use}`,
  },
  {
    title: 'relative',
    code: `from .db import engine\n\n${use}`,
    wanted: '.db:session',
    name: 'session',
    after: `from .db import engine, session\n\n${use}`,
  },
  { title: 'the name is taken', code: `from time import sleep\n\n${use}`, wanted: 'asyncio:sleep', name: undefined },
  { title: 'the name is a parameter', code: 'async def work(sleep):\n    HERE()\n', wanted: 'asyncio:sleep', name: undefined },
  {
    title: 'the name is a builtin only',
    code: use,
    wanted: 'asyncio:TimeoutError',
    name: 'TimeoutError',
    after: `from asyncio import TimeoutError\n\n\n${use}`,
  },
];

describe('importing', () => {
  for (const each of modules) test(`a module: ${each.title}`, () => holds(each));
  for (const each of names) test(`a name: ${each.title}`, () => holds(each));
});

function holds({ code, wanted, name, after = code }: Case): void {
  const { edit, here, after: edited } = editing(code);
  const [module = '', imported] = wanted.split(':');
  const found = imported === undefined ? edit.importModule(module, here) : edit.importFrom(module, imported, here);
  assert.equal(found?.name, name);
  const text = edited(found?.edits ?? []);
  assert.equal(text, after);
  assert.equal(parseText(text).hasErrors, false);
  if (name === undefined) return;
  const again = editing(text);
  const second = imported === undefined ? again.edit.importModule(module, again.here) : again.edit.importFrom(module, imported, again.here);
  assert.deepEqual(second, { name, edits: [] }, 'the second time it is there');
}
