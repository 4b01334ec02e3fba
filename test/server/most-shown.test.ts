import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type Diagnostic,
  DocumentDiagnosticRequest,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { MOST_SHOWN } from '../../server/most-shown.ts';
import { checkText } from '../../service/index.ts';
import { comparePositions } from '../../text/index.ts';
import { fullCapabilities, pushedCapabilities } from '../kit/index.ts';
import { nianbao } from '../cli/kit.ts';
import { assertManners, begun, open } from './sessions.ts';

const uri = 'file:///reports/r.nianbao';

/** Sections that there are many times, with errors behind what is less. */
const text = `示范县2024年政府信息公开工作年度报告\n${'一、总体情况\n甲,乙。\n'.repeat(600)}${'九、别的\n'.repeat(900)}`;
const { findings } = checkText(text);

async function shown(capabilities: ClientCapabilities, locale: string): Promise<readonly Diagnostic[]> {
  const client = await begun(capabilities, { locale });
  open(client, uri, text);
  if (capabilities.textDocument?.diagnostic) {
    const report = await client.request(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : assert.fail();
  }
  return (await client.until(() => client.notified(PublishDiagnosticsNotification.type)[0])).diagnostics;
}

describe('server: a report in which very much is found', () => {
  afterEach(assertManners);

  for (const [name, capabilities] of [
    ['asked', fullCapabilities],
    ['told', pushedCapabilities],
  ] as const) {
    it(`is shown with what weighs most, in the order of the text, and with how much more there is: ${name}`, async () => {
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      assert.ok(errors < MOST_SHOWN && findings.findLastIndex(({ severity }) => severity === 'error') > MOST_SHOWN);
      const diagnostics = await shown(capabilities, 'zh-cn');
      const last = diagnostics.at(-1);
      const listed = diagnostics.slice(0, -1);
      assert.equal(listed.length, MOST_SHOWN);
      assert.equal(listed.filter(({ severity }) => severity === 1).length, errors);
      listed.reduce((before, one) => {
        assert.ok(comparePositions(before.range.start, one.range.start) <= 0);
        return one;
      });
      const more = findings.length - MOST_SHOWN;
      assert.equal(last?.message, `另有 ${more} 处问题没有列在这里，nianbao check 会全部列出`);
      assert.deepEqual([last.severity, last.code], [2, undefined]);
    });
  }

  it('says so in the language of its user', async () => {
    const last = (await shown(fullCapabilities, 'en')).at(-1);
    assert.equal(
      last?.message,
      `${findings.length - MOST_SHOWN} more found and not listed here; nianbao check lists them all`,
    );
  });

  it('is told in full by the command line', async () => {
    const { out } = await nianbao(['check', '-', '--format', 'json'], { stdin: text });
    const { files } = JSON.parse(out) as { files: { findings: unknown[] }[] };
    assert.equal(files[0]?.findings.length, findings.length);
  });
});
