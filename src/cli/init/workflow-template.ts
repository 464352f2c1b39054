export interface WorkflowOptions {
  /** Of this program. */
  readonly version: string;
  /** From the repository's root to the folder of the config, with forward slashes; empty: the root itself. */
  readonly folder: string;
}

/** A GitHub workflow that checks the answers: annotations at the lines of a pull request. */
export function workflowTemplate({ version, folder }: WorkflowOptions): string {
  return [
    'name: star-coach',
    'on: [push, pull_request]',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  lint:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 20',
    `      - run: npx --yes star-coach@${version} lint answers/`,
    ...(folder === '' ? [] : [`        working-directory: ${JSON.stringify(folder)}`]),
    '',
  ].join('\n');
}
