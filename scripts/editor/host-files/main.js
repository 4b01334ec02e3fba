// The folder of this machine in a VS Code that is a page alone: host:/a is what the server of the page has at /files/a.
/* global require, exports, fetch */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an editor in a browser has no other way
const vscode = require('vscode');

exports.activate = ({ extensionUri, subscriptions }) => {
  const changes = new vscode.EventEmitter();
  const ask = async (uri, query = '', init = undefined) => {
    const path = uri.path.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(extensionUri.with({ path: '/files' }).toString(true) + path + query, init);
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri);
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri);
    return answer;
  };
  const files = {
    onDidChangeFile: changes.event,
    // Nothing else writes to the folder.
    watch: () => new vscode.Disposable(() => undefined),
    stat: async uri => (await ask(uri, '?stat')).json(),
    readDirectory: async uri => (await ask(uri, '?list')).json(),
    readFile: async uri => new Uint8Array(await (await ask(uri)).arrayBuffer()),
    writeFile: async (uri, body) => {
      await ask(uri, '', { method: 'PUT', body });
      changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: uri => ask(uri, '', { method: 'POST' }),
    delete: uri => ask(uri, '', { method: 'DELETE' }),
    rename: uri => {
      throw vscode.FileSystemError.NoPermissions(uri);
    },
  };
  const search = {
    provideFileSearchResults: async (query, { folder }) =>
      (await (await ask(folder, '?walk')).json()).map(path => vscode.Uri.joinPath(folder, path)),
  };
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider('host', files, { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider('host', search),
  );
};
