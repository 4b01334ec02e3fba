import assert from 'node:assert/strict';
import type { ValueKind } from '../../forms/index.ts';
import { readValue, type ValueReading } from '../../model/index.ts';

const count: ValueKind = { kind: 'count' };
const change: ValueKind = { kind: 'change' };
const fee: ValueKind = { kind: 'money', decimals: 4, unit: '万元' };
const free: ValueKind = { kind: 'money', decimals: 6, unit: 'free' };

/** `3 fraction → 3`: the number, the fault if any, and how it is rightly written, where that is certain. */
const told = ({ value, fault, right }: ValueReading): string =>
  [String(value), fault, right === undefined ? undefined : `→ ${right}`].filter(part => part !== undefined).join(' ');

type Case = readonly [text: string, count: string, change: string, fee: string, free: string];

const NONE = 'NaN not-a-number';

/** The same in every kind of column. */
const all = (text: string, reading: string): Case => [text, reading, reading, reading, reading];

const cases: readonly Case[] = [
  all('0', '0'),
  all('12', '12'),
  all('０', '0'),
  all('１２', '12'),
  all('1,234', '1234'),
  all('１，２３４', '1234'),
  all('1,234,567', '1234567'),
  all('12,345', '12345'),
  all('123,456', '123456'),
  // Separators in the wrong places: the digits are certain, whoever put them in was not.
  ['1,23,4', '1234 not-a-number → 1234', '1234', '1234 not-a-number → 1234', '1234 not-a-number → 1234'],
  ['12,34', '1234 not-a-number → 1234', '1234', '1234 not-a-number → 1234', '1234 not-a-number → 1234'],
  [
    '1234,567',
    '1234567 not-a-number → 1234567',
    '1234567',
    '1234567 not-a-number → 1234567',
    '1234567 not-a-number → 1234567',
  ],
  ['1,234,5', '12345 not-a-number → 12345', '12345', '12345 not-a-number → 12345', '12345 not-a-number → 12345'],
  ['00', '0 not-a-number → 0', '0', '0 not-a-number → 0', '0 not-a-number → 0'],
  ['007', '7 not-a-number → 7', '7', '7 not-a-number → 7', '7 not-a-number → 7'],
  all('1e5', NONE),
  // 34, or two numbers in one cell.
  all('3 4', NONE),
  all('3  4', NONE),
  all('３　４', NONE),
  all('0x10', NONE),
  all('Infinity', NONE),
  all('NaN', NONE),
  all(',123', NONE),
  all('123,', NONE),
  all('1.', NONE),
  all('.5', NONE),
  all('1.2.3', NONE),
  all('0/0', NONE),
  all('3+4', NONE),
  all('==', NONE),
  all('三十余', NONE),
  all('近三十', NONE),
  all('3无', NONE),
  all('3/', NONE),
  all('约12', NONE),
  all('99999999999999999999', NONE),
  all('1234567890123', NONE),
  all('123456789012', '123456789012'),

  ['-0', '0 negative-value → 0', '0', '0 negative-value → 0', '0 negative-value → 0'],
  ['-3', '-3 negative-value', '-3', '-3 negative-value', '-3 negative-value'],
  ['－３', '-3 negative-value', '-3', '-3 negative-value', '-3 negative-value'],
  ['−3', '-3 negative-value', '-3', '-3 negative-value', '-3 negative-value'],
  ['—3', '-3 negative-value', '-3', '-3 negative-value', '-3 negative-value'],
  ['+123', '123 not-a-number → 123', '123', '123 not-a-number → 123', '123 not-a-number → 123'],

  ['1.50', '1.5 fraction', '1.5 fraction', '1.5', '1.5'],
  ['1.0', '1 fraction → 1', '1 fraction → 1', '1', '1'],
  ['１．５', '1.5 fraction', '1.5 fraction', '1.5', '1.5'],
  ['0.0001', '0.0001 fraction', '0.0001 fraction', '0.0001', '0.0001'],
  ['1.23456', '1.23456 fraction', '1.23456 fraction', '1.23456 decimals', '1.23456'],
  ['1.23450', '1.2345 fraction', '1.2345 fraction', '1.2345 decimals → 1.2345', '1.2345'],
  ['2.00000', '2 fraction → 2', '2 fraction → 2', '2 decimals → 2', '2'],
  ['10.23450', '10.2345 fraction', '10.2345 fraction', '10.2345 decimals → 10.2345', '10.2345'],
  ['1.2345678', '1.2345678 fraction', '1.2345678 fraction', '1.2345678 decimals', '1.2345678 decimals'],

  // A unit belongs in the head, but what is counted is certain.
  ['3件', '3 not-a-number → 3', '3 not-a-number → 3', NONE, NONE],
  ['３ 件次', '3 not-a-number → 3', '3 not-a-number → 3', NONE, NONE],
  ['十二件', '12 not-a-number → 12', '12 not-a-number → 12', NONE, NONE],
  ['-3件', '-3 negative-value', '-3 not-a-number → -3', NONE, NONE],
  ['5.2万元', NONE, NONE, '5.2 not-a-number → 5.2', '5.2'],
  ['5.2 万元', NONE, NONE, '5.2 not-a-number → 5.2', '5.2'],
  ['251000元', NONE, NONE, '25.1 not-a-number → 25.1', '25.1'],
  ['100万元', NONE, NONE, '100 not-a-number → 100', '100'],
  ['-25000元', NONE, NONE, '-2.5 negative-value', '-2.5 negative-value'],
  ['1元', NONE, NONE, '0.0001 not-a-number → 0.0001', '0.0001'],
  ['0元', NONE, NONE, '0 not-a-number → 0', '0'],
  ['0.5亿元', NONE, NONE, '5000 not-a-number → 5000', '5000'],
  ['1,234.5元', NONE, NONE, '0.12345 decimals', '0.12345'],
  ['件', NONE, NONE, NONE, NONE],
  ['十二', '12 not-a-number → 12', '12', '12 not-a-number → 12', '12 not-a-number → 12'],

  ...['无', '零', '没有', '/', '\\', '-', '--', '－', '－－', '—', '——', '―', '――', 'none', 'N/A'].map(text =>
    all(text, '0 not-a-number → 0'),
  ),
];

describe('model: values', () => {
  for (const [text, ...expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        [count, change, fee, free].map(kind => told(readValue(text, kind))),
        expected,
      );
    });
  }

  it('never makes a negative zero', () => {
    for (const kind of [count, change, fee, free]) assert.ok(Object.is(readValue('-0', kind).value, 0));
  });

  it('mends to what is right as it stands, and means the same', () => {
    for (const kind of [count, change, fee, free]) {
      for (const [text] of cases) {
        const { right, value } = readValue(text, kind);
        if (right !== undefined) assert.deepEqual(readValue(right, kind), { value }, text);
      }
    }
  });
});
