/** What client and server share: the only server file that the client may import. It imports nothing. */

/** The language of the documents that are checked. */
export const languageId = 'python';
/** The source that findings name in the editor. */
export const diagnosticSource = 'service-patterns';

/** Code action kinds. */
export const actionKinds = {
  quickFix: 'quickfix.servicePatterns',
  ignore: 'quickfix.suppress.servicePatterns',
  fixAll: 'source.fixAll.servicePatterns',
} as const;

/** Commands that links in hovers may run, with one argument each: a rule id, a topic id. Never in the palette. */
export const linkCommands = {
  explainRule: '_servicePatterns.explainRule',
  openTopic: '_servicePatterns.openTopic',
} as const;

/** Commands that status items run. Never in the palette, and in no link. */
export const statusCommands = {
  cancelIndexing: '_servicePatterns.cancelIndexing',
  readWorkspace: '_servicePatterns.readWorkspace',
  cancelCheck: '_servicePatterns.cancelCheck',
} as const;

/** Where the documentation is read on the web. */
const docsBase = 'https://github.com/service-patterns/python-service-patterns/blob/main/docs';

/** The web page of a rule. What is wrong with settings is no rule of its own: the page of all settings explains it. */
export function ruleUrl(id: string): string {
  return id === 'bad-configuration' ? `${docsBase}/settings.md` : `${docsBase}/rules/${id}.md`;
}

/** The scheme of rule and topic pages in the editor. */
export const pageScheme = 'service-patterns';

/** The path of a page in the editor; its last part is what the tab shows. */
export function pagePath({ kind, id }: PageParams, title: string): string {
  return `/${kind}/${id}/${title.replace(/[\s\\/?#%:*"<>|`]+/g, ' ').trim()}.md`;
}

/** What a page's path names; undefined for paths that are none. */
export function pageOf(path: string): PageParams | undefined {
  const [, kind, id] = path.split('/');
  return id !== undefined && (kind === 'rule' || kind === 'topic') ? { kind, id } : undefined;
}

/** Project files: the nearest one to a Python file gives its settings. */
export const projectFileNames = ['service-patterns.toml', 'pyproject.toml'] as const;

/** What the files that rules look at are called. */
export const sourceName = /\.pyi?$/;

/** Custom requests (client to server, but for those that read files) and notifications (server to client, but for one), by method. */
export const methods = {
  /** `PageParams` → `string | null`: a rule's or topic's page as Markdown. */
  page: 'servicePatterns/page',
  /** nothing → `Catalog`: all rules and topics, for the palette. */
  catalog: 'servicePatterns/catalog',
  /** `{ uri }` → null: check the file now, whatever `run` says. */
  checkFile: 'servicePatterns/checkFile',
  /** nothing → `number | null`: the process that the server runs in; null in a web worker. */
  processId: 'servicePatterns/processId',
  /** `CheckWorkspaceParams` → `WorkspaceResult`: check all files of the workspace, with progress. */
  checkWorkspace: 'servicePatterns/checkWorkspace',
  /** nothing → null: end checks of the workspace that run, and take back what they have shown of files that are not open. */
  clearResults: 'servicePatterns/clearResults',
  /** notification to the server: read the files of the workspace that are not known, as after somebody had cancelled that. */
  readWorkspace: 'servicePatterns/readWorkspace',
  /** server to client, `{ uri }` → `string | null`: a project or ignore file that the server cannot read by itself. */
  readFile: 'servicePatterns/readFile',
  /** server to client, `{ uri }` → `FolderEntry[] | null`: a folder that the server cannot read by itself. */
  listFolder: 'servicePatterns/listFolder',
  /** server to client, `{ uri }` → `string | null`: a Python file that the server cannot read by itself. */
  readSource: 'servicePatterns/readSource',
  /** notification `FileStatus`: what the status item shows for a file. */
  status: 'servicePatterns/status',
} as const;

/** What the client hands over at initialisation. */
export interface InitializationOptions {
  /** In the browser the host passes the two WebAssembly files as bytes; on the desktop the server reads its own. */
  readonly wasm?: { readonly runtime: Uint8Array; readonly python: Uint8Array };
  /** True in VS Code, where command links in hovers work. */
  readonly commandLinks?: boolean;
  /** True where the client shows `methods.status`. */
  readonly status?: boolean;
  /** True where the client answers `methods.readFile`. */
  readonly readFile?: boolean;
  /** True where the client answers `methods.listFolder` and `methods.readSource`. */
  readonly readSources?: boolean;
  /** The URI of a folder in which the server may keep what it has worked out; it need not be there yet. */
  readonly storage?: string;
}

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** In bytes; of source files only, as is the next. */
  readonly size?: number;
  /** When it was last changed, in milliseconds. */
  readonly modified?: number;
}

/** What goes with the wish to check the workspace. */
export interface CheckWorkspaceParams {
  /** Where progress is reported, as the protocol says for any request. */
  readonly workDoneToken?: string | number;
}

/** What came of a check of the workspace. */
export interface WorkspaceResult {
  readonly findings: number;
  readonly filesWithFindings: number;
  readonly files: number;
  readonly skipped: number;
}

/** Which page is meant. */
export interface PageParams {
  readonly kind: 'rule' | 'topic';
  readonly id: string;
}

/** What there is to choose from in the palette. */
export interface Catalog {
  readonly rules: readonly RuleSummary[];
  readonly topics: readonly TopicSummary[];
  readonly snippets: readonly SnippetSummary[];
}

/** A rule in a list. */
export interface RuleSummary {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly summary: string;
  readonly severity: string;
  readonly profile: string;
  readonly fix: string;
}

/** A topic in a list. */
export interface TopicSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly group: string;
  readonly rules: readonly string[];
}

/** A snippet in a list. */
export interface SnippetSummary {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  /** In VS Code's snippet syntax. */
  readonly body: string;
}

/** The state of one file, for the status item. */
export interface FileStatus {
  readonly uri: string;
  readonly state: 'on' | 'off' | 'skipped' | 'configuration' | 'rule-failed';
  readonly findings: number;
  /** One line: the profile and where settings come from, or why the file is not checked. */
  readonly detail: string;
  /** What the detail is about, where that is a place in a project file. */
  readonly place?: { readonly uri: string; /** From 0. */ readonly line: number };
}
