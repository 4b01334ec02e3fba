import assert from 'node:assert/strict';
import { printReport, toDocx, toHtml, toJson, toMarkdown } from '../../convert/index.ts';
import { tablesOf } from '../../forms/index.ts';
import { readReport, tableOf, type Report } from '../../model/index.ts';
import { importReport } from '../../service/index.ts';
import { layouts, makeReport, marksIn, seeded, type MadeReport } from '../kit/index.ts';

/** Continuous integration asks for 500 of each; a developer waits for fewer. */
const REPORTS = Number(process.env.NIANBAO_IMPORTS ?? 12);

/** The cells of a report that hold another number than they should, and those that hold none. */
function compare({ form, grids }: MadeReport, report: Report): { wrong: string[]; blank: number } {
  const wrong: string[] = [];
  let blank = 0;
  for (const table of tablesOf(form)) {
    const read = tableOf(report, table.id);
    grids.get(table.id)?.forEach((truth, place) => {
      const found = read?.form === table ? (read.sums.grid[place] ?? NaN) : NaN;
      if (Number.isNaN(found)) blank++;
      else if (Math.abs(found - truth) > 1e-7) wrong.push(`${table.id} ${place}: ${found}, not ${truth}`);
    });
  }
  return { wrong, blank };
}

const proseOf = (report: Report): string =>
  toJson(report)
    .sections.map(({ text }) => text.replace(/\s/g, ''))
    .join('');

describe('import: the layouts that reports arrive in', function () {
  this.timeout(20_000 + REPORTS * 3000);

  for (const { name, holds, write } of layouts) {
    it(`${name}: ${holds ? 'every value is where it belongs' : 'no value is where it does not belong'}`, async () => {
      for (let seed = 0; seed < REPORTS; seed++) {
        const made = makeReport(seed);
        const before = readReport(made.text);
        const { text } = await importReport(write(printReport(before), seeded(seed)));
        const after = readReport(text);
        const { wrong, blank } = compare(made, after);
        assert.deepEqual(wrong, [], `seed ${seed}`);
        if (holds) assert.equal(blank, 0, `seed ${seed}`);
        assert.equal(after.head.organ, before.head.organ, `seed ${seed}`);
        assert.equal(after.head.year, made.year, `seed ${seed}`);
        assert.equal(proseOf(after), proseOf(before), `seed ${seed}`);
      }
    });

    it(`${name}: no word is lost without being told`, async () => {
      for (let seed = 0; seed < REPORTS; seed++) {
        const report = printReport(readReport(makeReport(seed).text));
        const { source, marks } = marksIn(write(report, seeded(seed)), seeded(seed + 1));
        assertAllThere(await importReport(source), marks, `seed ${seed}`);
      }
    });
  }

  it('places what was dropped where the sums leave one possibility, and says so', async () => {
    let inferred = 0;
    for (let seed = 0; seed < REPORTS; seed++) {
      const made = makeReport(seed);
      const [layout] = layouts.filter(({ name }) => name.includes('lost a number'));
      const { remarks } = await importReport(layout!.write(printReport(readReport(made.text)), seeded(seed)));
      inferred += remarks.filter(({ kind, message }) => kind === 'note' && message.zh.includes('勾稽')).length;
      const told = remarks.filter(({ kind, message }) => kind === 'loss' && message.zh.includes('不能确定'));
      for (const { text, place } of told) {
        assert.match(text, /\d/);
        assert.ok(place.line !== undefined);
      }
    }
    assert.ok(inferred > 0);
  });
});

function assertAllThere(
  { text, remarks }: Awaited<ReturnType<typeof importReport>>,
  marks: readonly string[],
  message: string,
): void {
  const words = [text, ...remarks.map(remark => remark.text)].join('\n');
  const lost = marks.filter(mark => !words.includes(mark));
  assert.deepEqual(lost, [], message);
}

describe('import: what was exported', function () {
  this.timeout(20_000 + REPORTS * 2000);

  const ways: Readonly<Record<string, (report: Report) => string | Promise<Uint8Array>>> = {
    'a web page': report => toHtml(report),
    'a fragment for a site': report => toHtml(report, 'styled-fragment'),
    Word: report => toDocx(report),
    Markdown: report => toMarkdown(report),
    JSON: report => JSON.stringify(toJson(report)),
  };
  for (const [name, write] of Object.entries(ways)) {
    it(`comes back from ${name} as it was`, async () => {
      for (let seed = 0; seed < REPORTS; seed++) {
        const before = readReport(makeReport(seed).text);
        const { text } = await importReport(await write(before));
        assert.deepEqual(toJson(readReport(text)), toJson(before), `seed ${seed}`);
      }
    });

    it(`comes back from ${name} with its blank cells blank`, async () => {
      for (let seed = 0; seed < REPORTS; seed++) {
        const random = seeded(seed);
        const blanked = makeReport(seed).text.replace(/(?<=\|) *\d+ *(?=\|)/g, cell => (random(4) === 0 ? '  ' : cell));
        const before = readReport(blanked);
        const { text } = await importReport(await write(before));
        assert.deepEqual(toJson(readReport(text)).tables, toJson(before).tables, `seed ${seed}`);
      }
    });
  }

  it('tells every word of a damaged page that is not in the report', async () => {
    for (let seed = 0; seed < REPORTS; seed++) {
      const page = toHtml(readReport(makeReport(seed).text));
      const body = page.indexOf('<article');
      const { source, marks } = marksIn(page.slice(body), seeded(seed), /[^<>]+(?=<)/g);
      assertAllThere(await importReport(page.slice(0, body) + source), marks, `seed ${seed}`);
    }
  });
});
