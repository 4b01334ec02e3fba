import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import {
  EDITIONS,
  EXPORT,
  KNOWN_REPORTS,
  PREVIEW,
  STATUS,
  type Edition,
  type Exported,
  type KnownReport,
  type Preview,
  type Status,
} from '../../server/index.ts';
import { checkText } from '../../service/index.ts';
import { ErrorReply, fullCapabilities } from '../kit/index.ts';
import { assertManners, begun, faulty, folderOf, open, right } from './sessions.ts';

const uri = 'file:///reports/r.nianbao';

describe('server: what only the extension asks', () => {
  afterEach(assertManners);

  it('how an open report stands', async () => {
    const client = await begun();
    open(client, uri, faulty);
    const status = (await client.request(STATUS, { uri })) as Status;
    const { findings } = checkText(faulty);
    const of = (severity: string): number => findings.filter(one => one.severity === severity).length;
    assert.deepEqual(status.findings, {
      error: of('error'),
      warning: of('warning'),
      information: of('information'),
    });
    assert.ok(status.sums.holding < status.sums.known);
  });

  it('that in a right report every sum holds, and that of a closed one nothing is known', async () => {
    const client = await begun();
    open(client, uri, right);
    const status = (await client.request(STATUS, { uri })) as Status;
    assert.deepEqual(status.findings, { error: 0, warning: 0, information: 0 });
    assert.ok(status.sums.known > 0);
    assert.deepEqual(status.sums, { holding: status.sums.known, known: status.sums.known, open: 0 });
    assert.equal(await client.request(STATUS, { uri: 'file:///reports/other.nianbao' }), null);
  });

  it('how an open report is printed, of the version that it is at', async () => {
    const client = await begun();
    open(client, uri, faulty);
    const before = (await client.request(PREVIEW, { uri })) as Preview;
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: before.version + 1 },
      contentChanges: [{ text: right }],
    });
    const after = (await client.request(PREVIEW, { uri })) as Preview;
    const faults = ({ pieces }: Preview): number => pieces.filter(({ html }) => html.includes('data-fault=')).length;
    assert.equal(after.version, before.version + 1);
    assert.ok(faults(before) > 0);
    assert.equal(faults(after), 0);
    assert.equal(await client.request(PREVIEW, { uri: 'file:///reports/other.nianbao' }), null);
  });

  it('which reports there are, open or not', async () => {
    const folder = folderOf({ 'a.nianbao': '示范市2024年政府信息公开工作年度报告\n' });
    const client = await begun(fullCapabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
    open(client, uri, '示范市2025年政府信息公开工作年度报告\n');
    await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
    const found = (await client.request(KNOWN_REPORTS)) as KnownReport[];
    assert.deepEqual(
      found.map(({ organ, year }) => [organ, year]),
      [
        ['示范市', 2025],
        ['示范市', 2024],
      ],
    );
  });

  it('which editions of the form there are', async () => {
    const client = await begun();
    const editions = (await client.request(EDITIONS)) as Edition[];
    assert.deepEqual(
      editions.map(({ id, from }) => [id, from]),
      forms.map(({ id, years }) => [id, years.from]),
    );
  });

  it('an open report in another notation', async () => {
    const client = await begun();
    open(client, uri, right);
    const exported = (await client.request(EXPORT, { uri, to: 'json' })) as Exported;
    assert.ok('text' in exported);
    assert.equal((JSON.parse(exported.text) as { year: number }).year, 2025);
    const refused = (to: string, of = uri): Promise<void> =>
      assert.rejects(client.request(EXPORT, { uri: of, to }), (error: unknown) => error instanceof ErrorReply);
    await refused('toString');
    await refused('json', 'file:///reports/other.nianbao');
  });
});
