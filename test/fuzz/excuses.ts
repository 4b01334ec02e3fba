/** Why an expression that `recheck` complains of, gives up on or cannot see is no danger. */
export interface Excuse {
  readonly file: string;
  /** A part of the expression that stands in no other of the file. */
  readonly holds: string;
  readonly because: string;
}

const excused = (file: string, because: string, ...holds: readonly string[]): Excuse[] =>
  holds.map(part => ({ file, holds: part, because }));

/** All of them. */
export const excuses: readonly Excuse[] = [
  ...excused(
    'grammar/tokens.ts',
    'It makes the expressions of the lexer, each of which is looked at by itself.',
    'new RegExp(pattern)',
  ),
  ...excused(
    'grammar/tokens.ts',
    'It takes all that it can, and nothing stands behind it for whose sake it would have to give anything back.',
    'Label',
    'TextCell',
  ),
  ...excused(
    'service/features/links.ts',
    'It begins with the name of a notice, and what repeats in it are spaces between signs that are none.',
    '${name}',
  ),
  ...excused(
    'service/new-report.ts',
    'It is four digits and a look at the spaces behind them, of which no two share any.',
    '${digits}',
  ),
  ...excused('convert/import/read.ts', 'It is looked for in the first 4,000 characters of a file.', 'MIME-Version'),
  ...excused(
    'rules/care/names.ts',
    'What repeats in the patterns are names, of at most twenty characters, and spaces at the ends of a line.',
    'new RegExp(pattern',
  ),
  ...excused(
    'rules/care/fee-statement.ts',
    'It is looked for in what the expression of fees found, which is never more than fifty characters.',
    '万元|元',
  ),
  ...excused(
    'rules/care/notice.ts',
    'It is given no more than the 125 characters before a number.',
    '[。；](?=[^]*《)',
    '《([^]*)》',
  ),
  ...excused('rules/tables/missing-row.ts', 'It is given a list that we wrote ourselves, of rows of the form.', ' 等 '),
  ...excused(
    'rules/freshness/years.ts',
    'It is a date behind a label of the form or spaces, at the beginning of a line.',
    '${PUBLISHED}',
  ),
  // Of so many words recheck does not come to an end; each part of them that repeats is bounded, or of spaces between
  // words that are none.
  ...[
    ['rules/freshness/placeholder.ts', '此处填写'],
    ['rules/freshness/placeholder.ts', 'bookmark'],
    ['rules/freshness/reporting-period.ts', '(?<lastYear>'],
    ['rules/freshness/years.ts', '(?:增|减|升|降|多|少|提高|翻|持平)'],
  ].flatMap(([file = '', holds = '']) => excused(file, 'Each part of it that repeats is bounded.', holds)),
  // Editors try these on lines of at most 20,000 characters. What recheck finds in them are spaces between two signs,
  // which cost their square, and in the first two what it tries too few texts to see.
  ...excused(
    'syntaxes/nianbao.tmLanguage.json',
    'Editors tokenize no line of more than 20,000 characters.',
    '^\\x{feff}?(?=[一二三',
    '[0-9０-９]{4}(?=[ \\t\\x{00a0}\\x{3000}]*年)',
    '[.．][0-9０-９]+(?:[万亿]?元)?',
    '([=＝])',
    '((?![|｜])\\S',
    '^(?=第',
  ),
];
