import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { githubPrinter } from '../../cli/print/github.ts';
import { jsonPrinter } from '../../cli/print/json.ts';
import type { CheckedFile, Printer, PrinterOptions } from '../../cli/print/printer.ts';
import { sarifPrinter } from '../../cli/print/sarif.ts';
import { rules, type Finding } from '../../rules/index.ts';
import { checked, finding, printing, ruleNamed } from './kit.ts';

const TALLY = { files: 1, error: 1, warning: 2, information: 3 };

function printed(printer: Printer, files: readonly CheckedFile[], problems: readonly string[] = []): string {
  return [
    printer.begin(),
    files
      .map(file => [...printer.file(file)].join(''))
      .filter(text => text !== '')
      .join(printer.between),
    printer.end({ tally: TALLY, problems, right: [] }),
  ].join('');
}

const full: Finding = finding(41, 40, 42, {
  cells: ['applications.refused.secret.total', 'applications.refused.secret.person'],
  expected: 13,
  actual: 12,
  suspect: { cell: 'applications.refused.secret.person', expected: 3, mends: 2 },
  related: [finding(37, 1, 2, { message: { zh: '加数 {本年新收} [见](0)', en: 'addend' } })],
  mends: [
    {
      title: { zh: '改为 13', en: 'Set to 13' },
      edits: [{ range: { start: { line: 41, character: 40 }, end: { line: 41, character: 42 } }, text: '13' }],
    },
  ],
});

describe('cli: check --format json', () => {
  it('is the contract to the letter', () => {
    const json: unknown = JSON.parse(
      printed(jsonPrinter(printing()), [checked('', [full]), checked('', [], 'b.nianbao')]),
    );
    assert.deepEqual(json, {
      files: [
        {
          path: 'a.nianbao',
          findings: [
            {
              rule: 'row-total',
              severity: 'error',
              range: { start: { line: 41, character: 40 }, end: { line: 41, character: 42 } },
              message: '应为 13',
              cells: ['applications.refused.secret.total', 'applications.refused.secret.person'],
              expected: 13,
              actual: 12,
              suspect: { cell: 'applications.refused.secret.person', expected: 3, mends: 2 },
              related: [
                {
                  range: { start: { line: 37, character: 1 }, end: { line: 37, character: 2 } },
                  message: '加数 {本年新收} [见](0)',
                },
              ],
              mends: [
                {
                  title: '改为 13',
                  edits: [
                    { range: { start: { line: 41, character: 40 }, end: { line: 41, character: 42 } }, text: '13' },
                  ],
                },
              ],
            },
          ],
        },
        { path: 'b.nianbao', findings: [] },
      ],
      summary: { files: 1, errors: 1, warnings: 2, information: 3 },
    });
  });

  it('leaves out what does not stand', () => {
    const json = printed(jsonPrinter(printing()), [checked('', [finding(0, 0, 1), finding(1, 0, 1)])]);
    const { files } = JSON.parse(json) as { files: { findings: object[] }[] };
    assert.deepEqual(Object.keys(files[0]!.findings[1]!), ['rule', 'severity', 'range', 'message']);
  });

  it('is JSON with no file at all, and holds nothing that drives a terminal', () => {
    assert.deepEqual((JSON.parse(printed(jsonPrinter(printing()), [])) as { files: unknown }).files, []);
    const text = '\u009b\u202e\u2028\ud800';
    const json = printed(jsonPrinter(printing()), [checked('', [finding(0, 0, 1, { message: { zh: text, en: '' } })])]);
    assert.doesNotMatch(json, /[\u0080-\u009f\u202e\u2028\ud800]/);
    assert.ok(JSON.stringify(JSON.parse(json)).includes(JSON.stringify(text)));
  });
});

describe('cli: check --format sarif', () => {
  const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  // Of draft 4, which Ajv no longer reads, the schema uses nothing else but these names, and one loose pattern.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  const validate = ajv.compile(schema);

  interface Log {
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly columnKind: string;
        readonly results: readonly Result[];
        readonly invocations: readonly object[];
      },
    ];
  }
  interface Result {
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly [{ physicalLocation: { artifactLocation: { uri: string }; region: object } }];
    readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
    readonly fixes?: readonly object[];
    readonly properties: object;
  }

  const log = (files: readonly CheckedFile[], more: Partial<PrinterOptions> = {}, problems: string[] = []): Log => {
    const parsed: unknown = JSON.parse(printed(sarifPrinter(printing(more)), files, problems));
    assert.ok(validate(parsed), JSON.stringify(validate.errors, null, 2));
    return parsed as Log;
  };
  const only = (result: Finding, path = 'a.nianbao'): Result => log([checked('', [result], path)]).runs[0].results[0]!;

  it('is valid against the schema, and the schema does look', () => {
    log([checked('', [full, finding(0, 0, 0)]), checked('', [], 'b'), checked('', [full], 'c')], { locale: 'en' }, [
      'x',
    ]);
    log([]);
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false);
  });

  it('describes every rule', () => {
    const { tool, columnKind } = log([]).runs[0];
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    assert.equal(columnKind, 'utf16CodeUnits');
  });

  it('counts from one and names the rule by its index', () => {
    const result = only(full);
    assert.equal(rules[result.ruleIndex]!.id, 'row-total');
    assert.deepEqual(result.locations[0].physicalLocation.region, {
      startLine: 42,
      startColumn: 41,
      endLine: 42,
      endColumn: 43,
    });
    assert.equal(result.fixes?.length, 1);
    assert.deepEqual(result.properties, {
      cells: full.cells,
      expected: 13,
      actual: 12,
      suspect: full.suspect,
    });
  });

  it('has a level for every severity', () => {
    const levels = (['error', 'warning', 'information'] as const).map(severity => only({ ...full, severity }).level);
    assert.deepEqual(levels, ['error', 'warning', 'note']);
  });

  it('doubles braces and makes no link of what a report says', () => {
    assert.equal(only(full).relatedLocations?.[0]?.message.text, '加数 {{本年新收}} \\[见](0)');
  });

  it('offers a fix once and none that changes nothing', () => {
    const [mend] = full.mends!;
    const mends = [mend!, mend!, { title: mend!.title, edits: [] }];
    assert.equal(only({ ...full, mends }).fixes?.length, 1);
  });

  it('encodes paths, and names in full what lies outside', () => {
    const uri = (path: string): string => only(full, path).locations[0].physicalLocation.artifactLocation.uri;
    assert.equal(uri('示范 市/a#1%.nianbao'), `${encodeURIComponent('示范 市')}/a%231%25.nianbao`);
    assert.equal(uri('../b.nianbao'), 'file:///b.nianbao');
    assert.equal(uri('-'), 'stdin');
  });

  it('tells what could not be done', () => {
    assert.deepEqual(log([], {}, ['坏了']).runs[0].invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: '坏了' } }],
      },
    ]);
  });
});

describe('cli: check --format github', () => {
  const print = (found: Finding, more: Partial<PrinterOptions> = {}, path = 'a.nianbao'): string =>
    printed(githubPrinter(printing(more)), [checked('', [found], path)]);

  it('is a workflow command a finding', () => {
    const title = `${ruleNamed('row-total').title.zh} (row-total)`.replaceAll(':', '%3A').replaceAll(',', '%2C');
    assert.equal(
      print(full),
      `::error file=a.nianbao,line=42,endLine=42,col=41,endColumn=43,title=${title}::应为 13\n`,
    );
    assert.match(print({ ...full, severity: 'warning' }), /^::warning /);
    assert.match(print({ ...full, severity: 'information' }, { locale: 'en' }), /^::notice .*::should be 13\n$/);
  });

  it('escapes what would end or forge a command', () => {
    const message = { zh: '50%:a,b\r\n::error::x', en: '' };
    assert.match(print({ ...full, message }), /::50%25:a,b<U\+000D><U\+000A>::error::x\n$/);
    assert.match(print(full, {}, 'a:b,c%\n.nianbao'), /file=a%3Ab%2Cc%25%0A\.nianbao,/);
    assert.equal(
      print({ ...full, message })
        .trim()
        .split('\n').length,
      1,
    );
  });

  it('has no columns over several lines', () => {
    const range = { start: full.range.start, end: { line: 50, character: 1 } };
    assert.match(print({ ...full, range }), /,line=42,endLine=51,title=/);
  });

  it('counts paths from the repository', () => {
    assert.match(print(full, { env: { GITHUB_WORKSPACE: '/' } }), /file=reports\/a\.nianbao,/);
  });
});
