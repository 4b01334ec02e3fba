import assert from 'node:assert/strict';
import { forms, type Form } from '../../forms/index.ts';
import { readReport, type Heading, type Part } from '../../model/index.ts';
import { chineseOrdinal } from '../../text/index.ts';
import { findingsOf } from '../kit/index.ts';

const heading = (line: string, form?: Form): Heading | undefined =>
  readReport(`示范市${form?.years.from ?? 2025}年政府信息公开工作年度报告\n${line}\n`).blocks[1]?.heading;

const told = (found: Heading | undefined): string =>
  found
    ? [found.ordinal.value, found.match?.section.id ?? '?', found.match?.certainty, found.canonical ? '' : 'otherwise']
        .filter(Boolean)
        .join(' ')
    : 'none';

describe('model: headings', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['四、政府信息公开行政复议、行政诉讼情况', '4 disputes exact'],
    ['4、政府信息公开行政复议、行政诉讼情况', '4 disputes exact otherwise'],
    ['四.政府信息公开行政复议、行政诉讼情况', '4 disputes exact otherwise'],
    ['四 政府信息公开行政复议、行政诉讼情况', '4 disputes exact otherwise'],
    ['1、 总体情况', '1 overview exact otherwise'],
    ['１．总体情况', '1 overview exact otherwise'],
    ['1：总体情况', '1 overview exact otherwise'],
    ['一、 总 体　情 况', '1 overview exact'],
    // Without its ordinal, as pasting leaves it.
    ['总体情况', 'overview exact otherwise'],
    // Misnumbered: the words say what it is.
    ['三、总体情况', '3 overview exact'],
    ['十、总体情况', '10 overview exact'],
    ['一、总体情况：', '1 overview words'],
    ['一、政府信息公开总体情况', '1 overview known'],
    ['1、政府信息公开总体情况', '1 overview known otherwise'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '4 disputes legal'],
    ['二、主动公开政府信息情祝', '2 disclosure near'],
    // As near to one title as to the other: the number decides, or else the order of the form.
    ['一、主动公开总体情况', '1 overview near'],
    ['二、主动公开总体情况', '2 disclosure near'],
    ['九、主动公开总体情况', '9 overview near'],
    // Sentences, and sections that the form does not have.
    ['1、总体情况良好', 'none'],
    ['4、总体情祝', 'none'],
    ['# 总体情况', 'none'],
    ['机关：总体情况', 'none'],
    ['总体情况好', 'none'],
    ['　　一、总体情况', 'none'],
    ['七、附件', '7 ?'],
    ['一、', '1 ?'],
    ['一、。', '1 ?'],
  ];
  for (const [line, expected] of cases) {
    it(`of ${JSON.stringify(line)}`, () => assert.equal(told(heading(line)), expected));
  }

  it('have their place', () => {
    const found = heading('４．　政府信息公开总体情况 ');
    assert.deepEqual([found?.ordinal.start, found?.ordinal.end], [0, 3]);
    assert.deepEqual(found?.title, { start: 3, end: 13, text: '政府信息公开总体情况' });
  });

  for (const form of forms) {
    form.sections.forEach((section, place) => {
      const right = `${chineseOrdinal(place + 1)}、`;
      const leads = [right, `${place + 1}、`, `${chineseOrdinal(place + 1)}. `, '九、'];

      it(`are known in every wording of ${right}${section.title} (${form.id})`, () => {
        for (const lead of leads) {
          for (const title of [section.title, ...(section.aliases ?? []), ...(section.legalAliases ?? [])]) {
            const found = heading(lead + title, form);
            assert.equal(found?.match?.section, section, lead + title);
            const expected =
              title === section.title ? ['exact'] : ['words', section.aliases?.includes(title) ? 'known' : 'legal'];
            assert.ok(expected.includes(found.match.certainty), `${lead}${title}: ${found.match.certainty}`);
          }
        }
      });

      it(`are known with one character wrong in ${right}${section.title} (${form.id})`, () => {
        for (let at = 0; at < section.title.length; at++) {
          for (const middle of ['', '字', section.title.charAt(at).repeat(2)]) {
            const title = section.title.slice(0, at) + middle + section.title.slice(at + 1);
            assert.equal(heading(right + title, form)?.match?.section, section, title);
          }
        }
      });
    });
  }

  it('are mended to the official words and number', () => {
    const mends = (line: string, rule: string): string[] =>
      findingsOf(`示范市2025年政府信息公开工作年度报告\n${line}\n`, rule).flatMap(
        finding => finding.mends?.flatMap(mend => mend.edits.map(edit => edit.text)) ?? [],
      );
    assert.deepEqual(mends('五、存在问题及改进措施', 'section-title'), ['存在的主要问题及改进情况']);
    assert.deepEqual(mends('4、总体情况', 'section-number'), ['一、']);
    assert.deepEqual(mends('一、总体情况', 'section-number'), []);
  });
});

describe('model: parts', () => {
  const part = (line: string, section = '一、总体情况'): Part | undefined =>
    readReport(`示范市2025年政府信息公开工作年度报告\n${section}\n${line}\n`).blocks[1]?.parts[0];

  const cases: readonly (readonly [string, number | undefined, string | undefined])[] = [
    ['（一）主动公开', 1, '主动公开'],
    ['(一)主动公开。全年发布12条。', 1, '主动公开'],
    ['（ 二 ）、依申请公开：无', 2, '依申请公开'],
    // Numbered from （二）, as many reports do.
    ['（三）依申请公开', 3, '依申请公开'],
    ['（十一）监督保障', 11, '监督保障'],
    ['（一）主动公开政府信息工作开展情况', 1, '主动公开'],
    ['（三）政府信息管埋', 3, '政府信息管理'],
    ['（四）网站平台建投', 4, undefined],
    ['（一）加强组织领导', 1, undefined],
    ['（一）', 1, undefined],
  ];
  for (const [line, ordinal, form] of cases) {
    it(`of ${line}`, () => {
      assert.deepEqual([part(line)?.ordinal, part(line)?.form?.title], [ordinal, form]);
    });
  }

  it('are known in every accepted wording', () => {
    for (const official of forms.flatMap(form => form.sections).flatMap(section => section.parts ?? [])) {
      for (const title of [official.title, ...(official.aliases ?? [])]) {
        assert.equal(part(`（一）${title}`)?.form?.title, official.title, title);
      }
    }
  });

  it('mean nothing in a section that has none', () => {
    assert.equal(part('（一）主动公开', '五、存在的主要问题及改进情况')?.form, undefined);
  });
});
