import {
  Position,
  Range,
  TextDocumentIdentifier,
  TextDocumentItem,
  WorkspaceFolder,
} from 'vscode-languageserver-protocol';

type Fields = Readonly<Record<string, unknown>>;
type ParamCheck = (value: unknown) => boolean;

const isText: ParamCheck = (value) => typeof value === 'string';
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: ParamCheck): ParamCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** Absent, or null, as clients in languages without `undefined` write it. */
const perhaps =
  (check: ParamCheck): ParamCheck =>
  (value) =>
    value === undefined || value === null || check(value);
const withFields =
  (checks: Readonly<Record<string, ParamCheck>>): ParamCheck =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const folders = listOf(WorkspaceFolder.is);
const inDocument = (checks: Readonly<Record<string, ParamCheck>> = {}): ParamCheck =>
  withFields({ textDocument: TextDocumentIdentifier.is, ...checks });

/** What is read of the parameters of each method, and of what kind it has to be. */
const PARAMS: ReadonlyMap<string, ParamCheck> = new Map(
  Object.entries({
    initialize: withFields({
      capabilities: isObject,
      workspaceFolders: perhaps(folders),
      rootUri: perhaps(isText),
      locale: perhaps(isText),
    }),
    'textDocument/didOpen': withFields({ textDocument: TextDocumentItem.is }),
    'textDocument/didChange': withFields({
      textDocument: withFields({ uri: isText, version: Number.isInteger }),
      contentChanges: listOf(
        withFields({ text: isText, range: (range) => range === undefined || Range.is(range) }),
      ),
    }),
    'textDocument/didSave': inDocument(),
    'textDocument/didClose': inDocument(),
    'textDocument/hover': inDocument({ position: Position.is }),
    'textDocument/codeAction': inDocument({
      range: Range.is,
      context: withFields({ only: perhaps(listOf(isText)) }),
    }),
    'workspace/didChangeWorkspaceFolders': withFields({
      event: withFields({ added: folders, removed: folders }),
    }),
  }),
);

/** False where parameters are not those that the protocol has for a method. */
export function fits(method: string, params: unknown): boolean {
  return PARAMS.get(method)?.(params) ?? true;
}
