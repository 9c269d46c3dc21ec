/**
 * Modules of the standard library that talk to nobody and wait for nothing: what their functions raise is no failure of a
 * connection and no time-out. Those with rows of their own say so there.
 */
export const quietModules: ReadonlySet<string> = new Set(
  `abc ast base64 binascii bisect builtins calendar cmath collections colorsys contextlib copy csv dataclasses datetime decimal
  difflib enum fractions functools gc hashlib heapq hmac html inspect io itertools json locale logging math numbers operator
  pprint random re secrets statistics string struct textwrap time traceback types typing typing_extensions unicodedata uuid
  warnings weakref zoneinfo urllib.parse os.path os.environ`.split(/\s+/),
);
