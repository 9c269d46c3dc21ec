/**
 * The shape of facts about Python libraries. Facts are data: a row per callable, checked against the real library, with
 * the version it was checked against. No row may hold code.
 *
 * Sources, and why a row says what it says, stand beside it as comments: so they are read where they are needed, and the
 * bundle is free of them.
 */

/**
 * What a call waits for while it holds its thread. `file` moves contents, `path` asks the file system about names;
 * `process-start` is over when the process runs; `session` is a database behind an engine or a session that has a form for async
 * code; `event-loop` drives a loop of its own; `declared` is what the project's settings call blocking.
 */
export type BlockingKind =
  | 'sleep'
  | 'http'
  | 'subprocess'
  | 'process-start'
  | 'file'
  | 'path'
  | 'input'
  | 'os-wait'
  | 'database'
  | 'session'
  | 'socket'
  | 'lock'
  | 'queue'
  | 'cpu'
  | 'event-loop'
  | 'declared';

/** What can be set for all code of a process: a limit for the waits of sockets; that event loops may run inside of one another. */
export type ProcessSetting = 'socket-default' | 'nested-loops';

/** The unit and shape of a timeout argument. */
export type TimeoutKind = 'seconds' | 'milliseconds' | 'object';

/** What happens without the argument, or with `None`: waits without end, is bounded, takes the client's, returns at once. */
export type Wait = 'forever' | 'bounded' | 'inherits' | 'immediate' | 'error';

/** How a call is given a timeout. */
export interface TimeoutFact {
  readonly parameter: string;
  /** The 0-based place among the call's arguments; undefined when it can only be given by keyword. */
  readonly position?: number;
  /** The place that it had in older versions, where that was another: what stands there is the argument too. */
  readonly olderPosition?: number;
  readonly kind: TimeoutKind;
  readonly whenAbsent: Wait;
  /** The limit that the library sets itself, also where the client passes it on: words that go on after "it waits". */
  readonly limit?: string;
  /** What held for versions of the library below this one. */
  readonly whenAbsentBefore?: { readonly version: string; readonly wait: Wait };
  readonly whenNone: Wait;
  /** What `0` does, where it does not simply wait no time. */
  readonly whenZero?: Wait;
  /** Other keywords that bound the wait as well: `sock_read` where `total` is missing. */
  readonly orElse?: readonly string[];
  /** One of `orElse` that decides alone over the wait for an answer where it is given, as `read` in `httpx.Timeout(10, read=None)`. */
  readonly outrankedBy?: string;
  /** For kind `object`: the class whose instances it takes; the class's own row names the argument that bounds. */
  readonly objectClass?: string;
  /** Set when the socket module's default holds where the argument is absent. */
  readonly obeysSocketDefault?: true;
  /** Set when the wait is for another machine, so that a call without an end is a fault of the caller. */
  readonly isNetwork?: true;
}

/** An argument by keyword, and by its 0-based place where it may stand there too. */
export interface ArgumentPlace {
  readonly keyword: string;
  readonly position?: number;
}

/** How a retrying callable (decorator, context manager, caller, or an object that a client is given) is told what to do. */
export interface RetryFact {
  /**
   * The arguments that bound attempts or time; one of them is enough. An absent one may count otherwise than the first. What is
   * passed for `pauses` bounds them where it is an iterable of the times to wait, and not where it is a number.
   */
  readonly limits: readonly (ArgumentPlace & { readonly whenAbsent?: 'forever'; readonly takes?: 'pauses' })[];
  /** With none of the limits. With `None` for each of them it never ends. */
  readonly whenAbsent: 'forever' | 'bounded';
  /**
   * Which failures it retries: `strategy` is an object that decides, `classes` are exception classes, `classes-or-function` may be
   * a function that is asked about the exception, `result` a function that looks at what the call gave.
   */
  readonly on?: ArgumentPlace & {
    readonly takes: 'strategy' | 'classes' | 'classes-or-function' | 'result';
    readonly whenAbsent?: 'exceptions';
  };
  /** The argument that is asked whether to give up on an exception. */
  readonly giveUp?: string;
  /** How long it waits between attempts: `strategy` is an object that decides, `generator` makes the times, `factor` grows. */
  readonly wait?: ArgumentPlace & { readonly takes: 'strategy' | 'generator' | 'factor'; readonly whenAbsent: 'none' | 'growing' };
  /** The argument that adds chance to the waits, and what holds without it; lifted by `None` or 0. */
  readonly jitter?: { readonly keyword: string; readonly whenAbsent: 'none' | 'random' };
  /** The arguments that bound the time of all attempts together; `strategy` where a limit is one that may do so. */
  readonly deadline?: ArgumentPlace & { readonly takes: 'strategy' | 'seconds'; readonly whenAbsent: 'forever' | 'bounded' };
  /** The arguments by which somebody hears of attempts that failed; none where the library logs them by itself. */
  readonly hooks?: readonly string[];
  /** The statuses of answers that are retried. */
  readonly statuses?: ArgumentPlace;
  /** Set where what is retried is async, whatever else can be seen of it. */
  readonly isAsync?: true;
  /** Set where a generator function is called like any other: that only makes the generator, so nothing of its body is retried. */
  readonly callsGenerators?: true;
  /** Set where one argument alone is the function to retry. */
  readonly wrapsFirst?: true;
  /** For what is only put into a client, and wraps nothing by itself. */
  readonly isSetting?: true;
}

/** What a part of a retry policy decides: whether to try again, when to stop, how long to wait. */
export type StrategyFact =
  | ConditionFact
  | { readonly stops: 'attempts' | 'time' | 'event' | 'never'; readonly by?: ArgumentPlace }
  | { readonly waits: 'none' | 'fixed' | 'growing' | 'random' | 'asked'; readonly by?: ArgumentPlace; readonly longest?: ArgumentPlace }
  /** Several of one kind as one. */
  | { readonly joins: 'any' | 'all' | 'sum' | 'chain' };

/** `others`: every exception but the listed ones; `predicate`: a function is asked; `causes`: by the cause of the exception. */
export interface ConditionFact {
  readonly retries: 'errors' | 'others' | 'causes' | 'predicate' | 'results' | 'message' | 'always' | 'never';
  readonly by?: ArgumentPlace;
  /** What is listed where nothing is. */
  readonly whenAbsent?: string;
  /** Set where a call that raises nothing is tried again too. */
  readonly orResults?: true;
}

/**
 * What an exception says of the next attempt: `transient` may have passed by then, `permanent` will be the same; `answer` stands
 * for what another machine answered, which only its status tells; `mixed` has several of these below it. `cancellation` is not
 * meant to be caught at all.
 */
export type ErrorKind = 'transient' | 'permanent' | 'answer' | 'mixed' | 'cancellation';

/** An exception class. */
export interface ErrorFact {
  /** The bases: names of the same table, or qualified ones. */
  readonly of: readonly string[];
  readonly kind?: ErrorKind;
  /** Other names of the class, below the module. */
  readonly also?: readonly string[];
}

/** How a pool of connections is set up by the arguments of the call that makes it. */
export interface PoolFact {
  /** The keywords that say how many connections it holds, each with what stands there without it, as Python writes it. */
  readonly size: readonly { readonly keyword: string; readonly default: string }[];
  /** The keyword by which connections are tried before they are handed out, and others that keep them young. */
  readonly check?: { readonly keyword: string; readonly orElse: readonly string[] };
  /** The keywords that put another kind of pool in its place, of which this says nothing. */
  readonly replacedBy?: readonly string[];
  /** How the addresses of databases begin that are files, whose pools are of another kind and whose connections do not age. */
  readonly files?: readonly string[];
}

/** How a decorator keeps what calls of a function gave. */
export interface CacheFact {
  /** Set where each object keeps its own results, so that they go with it. */
  readonly isPerObject?: true;
  /** The argument that says how many results are kept (`None` for all), and how many are without it. */
  readonly limit?: { readonly keyword: string; readonly position: number; readonly whenAbsent: number };
  /** Set where nothing limits the number of results, unless the argument does. */
  readonly isEndless?: true;
}

/** What the members of an answer of another machine tell; one that is in none of the lists may tell anything. */
export interface AnswerFact {
  /** How the request ended. */
  readonly status: readonly string[];
  /** What was sent, whatever the status says it is. */
  readonly body: readonly string[];
  readonly rest: readonly string[];
  /** The arguments of a call or of a client, or attributes of the client, that can check each answer before it is given. */
  readonly checkedBy: readonly string[];
}

/** One of these values, by keyword or at a 0-based place (or both): literals or qualified names, or any but `None`. */
export interface ArgumentFact {
  readonly keyword?: string;
  readonly position?: number;
  readonly values: readonly string[] | 'any';
}

/**
 * Facts on one callable; a class is a callable with `methods` or `bases`, and need not say that it returns itself.
 * Absent fields mean "no", not "unknown".
 */
export interface Api {
  /** Set when a call can hold its thread while it waits. */
  readonly blocks?: BlockingKind;
  /** Set where it is debatable whether the wait matters (`os.stat`): the call counts in profile `all` only. */
  readonly confidence?: 'low';
  /**
   * For a call that drives an event loop until something is done, what that is: the first argument; what a call of the first
   * argument with the others gives; or what a call of the function gives that was wrapped (`async_to_sync(f)(x)`).
   */
  readonly drives?: 'awaitable' | 'function' | 'wrapped';
  /** Set when a call tells whether an event loop runs on its thread: code that asks has thought of both. */
  readonly asksForLoop?: true;
  /** Set when the result is a handle (a file, a pipe, a body to read, an iterator) whose own methods go on to wait. */
  readonly opens?: true;
  /** Set where a blocking call only makes an iterator, and each of its steps waits. */
  readonly isLazy?: true;
  /**
   * The argument with which a blocking call does not wait: `block=False`, `os.WNOHANG`. For a class: the one with which the
   * methods of its instances do not.
   */
  readonly unless?: ArgumentFact;
  /** The argument without which a blocking call has nothing to wait for: the path of `to_csv`. */
  readonly onlyWith?: ArgumentFact;
  /** Set for a method that makes, or tells, that its object's methods do not wait: `setblocking(False)`, `Future.done()`. */
  readonly settles?: true | ArgumentFact;
  /** True for a coroutine function and for a function whose result has to be awaited, or entered where there is `enters`. */
  readonly isAsync?: boolean;
  /** With `isAsync`: what the call gives has begun, and goes on where nobody awaits it: a future of a thread, of tasks. */
  readonly isStarted?: true;
  /** Set when the caller can bound the wait by an argument. */
  readonly timeout?: TimeoutFact;
  /** The qualified name of the type of the result (of an async callable: of the awaited result). */
  readonly returns?: string;
  /** The type of what a loop over the result gives, where the result is an iterator and nothing else. */
  readonly each?: string;
  /** The type that `with` or `async with` binds to its target, where it is not `returns`. */
  readonly enters?: string;
  /**
   * Set for what only `async with` can enter, `with` raising an error: of a class, its objects; of a function, its result. Those
   * with both `isAsync` and `enters` need not say so.
   */
  readonly isEnteredAsync?: true;
  /** Set for a context manager that may swallow what its block raises, so that the code after it is reached. */
  readonly swallows?: true;
  /**
   * The callable that does the same for async code and takes the same arguments: `asyncio.sleep`, `httpx.AsyncClient.get`.
   * It may belong to another library, which the project need not have. A method that blocks and has none of its own gets
   * the one of the same name of its class's twin.
   */
  readonly asyncTwin?: string;
  /**
   * For a function that makes a client for its one call: the client for async code that has a method of the same name, and the
   * arguments that only making a client takes.
   */
  readonly viaClient?: { readonly client: string; readonly takes: readonly string[] };
  /** Set when the event loop keeps the result by a weak reference only, so that the caller has to keep it. */
  readonly mustKeep?: true;
  /** With `mustKeep`: set where what is given may be a task already, which comes back as it is. */
  readonly takesStarted?: true;
  readonly retry?: RetryFact;
  /** For a part of a retry policy. */
  readonly strategy?: StrategyFact;
  /** For a method of a retry policy: gives another one that differs in what is passed. */
  readonly changesRetry?: true;
  /**
   * The classes of what it raises when what it asks for fails; mistakes in its arguments aside. Of the library's own table, or
   * qualified. Where a row says nothing, what waits for others raises what the library says.
   */
  readonly raises?: readonly string[];
  /** Set for what ends a wait from outside: of the block that it is entered for, or of the awaitable that it is given. */
  readonly endsWaitOf?: 'block' | 'argument';
  /**
   * For a context manager that waits at the end of its block for the tasks that were started in it: the methods that start them,
   * and the version of the library since which all their errors, a single one as well, come out in an ExceptionGroup.
   */
  readonly groupsTasks?: { readonly starts: readonly string[]; readonly wrapsErrorsSince?: string };
  /** What a call changes for all code of the process, of whichever file; not where it gives `None`. */
  readonly sets?: ProcessSetting;
  /** For a method that puts a transport into a client: the argument that is one. A foreign one may bring a limit of its own. */
  readonly mounts?: { readonly keyword: string; readonly position: number };
  /** For what runs a callable elsewhere: whether the arguments after it reach it with keywords, or only by place. */
  readonly passes?: 'arguments' | 'positional';
  /** For rows of the project: the call is accepted everywhere, whatever the built-in row says. */
  readonly neverBlocks?: true;
  /** The 0-based places and the keywords of arguments that run in a worker thread (`asyncio.to_thread`'s first). */
  readonly offloads?: readonly (number | string)[];
  /** For a class of executors: where its objects run what they are given. What goes to other processes has to be pickled. */
  readonly runsIn?: 'threads' | 'processes' | 'interpreters';
  /** Set for a class whose instances may be used in the thread only that made them, unless they are told otherwise. */
  readonly staysInThread?: true;
  /**
   * For a class of queues: the argument that says how many things it holds. Without it, or with 0, it holds as many as are put.
   */
  readonly holds?: { readonly keyword: string; readonly position: number };
  /** For a method that puts something into a queue: what it does while that is full, and so never where that has no limit. */
  readonly puts?: 'waits' | 'raises';
  /** For a method of a queue that tells how much it holds: code that asks looks after that itself. */
  readonly tellsSize?: true;
  /** For a class of locks, events and queues: an object is of use because all who need it have the same one. */
  readonly isMeetingPoint?: true;
  /** For a class: the qualified names of the classes whose methods it shares. */
  readonly bases?: readonly string[];
  /** For a class (or a factory) whose instances hold connections that are meant to be shared. */
  readonly pools?: 'http' | 'database' | 'cache';
  /**
   * For a class whose objects take the processor tens of milliseconds to make, whatever they are for; `unless` is a keyword
   * that may spare it.
   */
  readonly slowToMake?: { readonly unless: string };
  /** For a decorator that calls the function once for the same arguments and then gives out what it gave. */
  readonly caches?: CacheFact;
  /** For a callable that makes a pool of connections with a size of its own. */
  readonly pool?: PoolFact;
  /** For the class of what other machines answer, in which a bad status is no error by itself. */
  readonly answer?: AnswerFact;
  /** Set for an attribute or property: it is read and not called, and `returns` is its type. */
  readonly isValue?: true;
  /** For a class of factories: the keyword that names the class whose instances a call of the factory gives. */
  readonly makes?: string;
  /**
   * By method or attribute name; `__call__` for what calling an instance gives, `*` for every other method of a class whose
   * methods are made at run time or are too many to name: those that differ have rows of their own.
   */
  readonly methods?: Readonly<Record<string, Api>>;
  /** Since which version of the library (of Python, for the standard library). */
  readonly since?: string;
  /** The version that no longer has it. */
  readonly removed?: string;
}

/** Rows of one module, whoever states them. */
export interface Rows {
  /** The module that the names below start with: `requests`, `urllib.request`. */
  readonly module: string;
  /** By dotted name below the module. */
  readonly apis: Readonly<Record<string, Api>>;
  /** Other names of the same objects, both below the module: `sessions.Session` for `Session`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Names below the module that stand for the objects of other libraries: `open` for `builtins.open`. */
  readonly reexports?: Readonly<Record<string, string>>;
  /** Other modules that offer the same objects under the same names: `httpx2` for `httpx`. */
  readonly forks?: readonly string[];
  /** Exception classes by dotted name below the module. */
  readonly errors?: Readonly<Record<string, ErrorFact>>;
  /** What calls raise that block, or are async, and say nothing else: as `raises` of a row. */
  readonly raises?: readonly string[];
}

/** One library (one importable top-level module, or one module of the standard library). */
export interface Library extends Rows {
  /** The name on the package index where it is not the module's, for looking up versions. */
  readonly distribution?: string;
  readonly checkedAgainst: string;
  readonly docs: string;
}

/** A row together with its name. */
export interface NamedApi extends Api {
  /** The row's own name, also when it was found by an alias or by the name of a class that inherits it. */
  readonly name: string;
  /** The library's name on the package index; the module of the standard library. */
  readonly library: string;
}

/** An exception class with its own name and those of its bases. */
export interface NamedError {
  readonly name: string;
  readonly bases: readonly string[];
  readonly kind: ErrorKind | undefined;
}

/** A set of facts that calls can be picked out by: one bit for each; see `callFacts.ts`. */
export type FactSet = number;

/** The facts that calls can have in some place. */
export interface FactTable {
  /** On anything that has this for the last part of its name, methods of any name left aside. */
  under(lastName: string): FactSet;
  /** On methods that are made at run time, and so may have any name. */
  readonly ofAnyName: FactSet;
}

/** What is known of libraries, by name. */
export interface Catalogue {
  /** The facts on a name, through aliases and base classes; undefined for unknown names. */
  lookup(name: string | undefined): NamedApi | undefined;
  /** The facts on an exception class, by any of its names. */
  error(name: string | undefined): NamedError | undefined;
  /** The exception classes of the library that a name begins with. */
  errorsBeside(name: string): Iterable<NamedError>;
  /**
   * The facts that calls can have in a file that imports these top-level modules, and may have things from files that import
   * others; any, where it is not known which. Sets with the same modules should be one object, so that this is asked for nothing.
   */
  callFactsIn(own: ReadonlySet<string>, others: ReadonlySet<string> | undefined): FactTable;
  /** Whether a top-level module is that of a library with facts: what the project itself adds does not count. */
  isLibrary(module: string): boolean;
  /** Every name with facts, for documentation and checks. */
  names(): Iterable<string>;
}
