import { createToken, type IMultiModeLexerDefinition, type ITokenConfig, type TokenType } from 'chevrotain';

// Every pattern begins with a positive set: Chevrotain picks the candidates for a place by their first character, and
// with a complement set every pattern would be a candidate everywhere (`ensureOptimizations` refuses it).

/** White space inside a line. */
export const WS = '[ \\t\\u00a0\\u3000]';

/** What parts the cells of a row. */
export const BAR = '[|｜]';

// Said as “nothing else follows”, since Chevrotain allows no anchors.
const END = '(?![^\\r\\n])';
const CELL_END = '(?![^|｜\\r\\n])';
const ORDINAL = '[一二三四五六七八九十]{1,3}';
const REST = `${except('')}+`;
// A cell's content, `\|` included; unrolled, so that a long cell costs no backtracking.
const CONTENT = '[^|｜\\\\\\r\\n]*(?:\\\\[^\\r\\n]?[^|｜\\\\\\r\\n]*)*';
// Characters that mean something inside prose.
const MARKS = '*{}｛｝\\';

/** The set of all characters of a line but the given ones, said positively. */
function except(characters: string): string {
  const left = [...`\r\n${characters}`].map(c => c.charCodeAt(0)).sort((a, b) => a - b);
  const code = (n: number): string => `\\u${n.toString(16).padStart(4, '0')}`;
  let from = 0;
  let set = '';
  for (const one of [...left, 0x10000]) {
    if (one > from) set += `${code(from)}-${code(one - 1)}`;
    from = one + 1;
  }
  return `[${set}]`;
}

function token(name: string, pattern: string, more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(pattern), line_breaks: false, ...more });
}

const LINE_END = '\\r\\n|\\n|\\r';

/** Each token type once; the modes below say where it is looked for. */
export const tokens = {
  Newline: token('Newline', LINE_END, { line_breaks: true }),
  /** Ends a line inside a mode, and with it the mode. */
  LineEnd: token('LineEnd', LINE_END, { line_breaks: true, pop_mode: true }),
  ByteOrderMark: token('ByteOrderMark', '\\ufeff'),
  Blank: token('Blank', `${WS}+${END}`),
  /** Whatever is indented is prose: a paragraph that must begin like a heading can. */
  Indent: token('Indent', `${WS}+`, { push_mode: 'prose' }),

  CommentMark: token('CommentMark', `${WS}*(?://|／／)`, { push_mode: 'comment' }),
  CommentText: token('CommentText', REST),
  SilenceFile: token('SilenceFile', `${WS}*忽略全文[：:]${WS}*`, { pop_mode: true, push_mode: 'silence' }),
  SilenceNext: token('SilenceNext', `${WS}*忽略[：:]${WS}*`, { pop_mode: true, push_mode: 'silence' }),
  RuleName: token('RuleName', '[A-Za-z][A-Za-z-]*'),
  Separator: token('Separator', `${WS}*[、,，]${WS}*(?=[A-Za-z])`),
  Reason: token('Reason', REST),

  Label: token('Label', `${WS}*${BAR}${CONTENT}`, { push_mode: 'row' }),
  RowEnd: token('RowEnd', `${BAR}${WS}*${END}`),
  IntegerCell: token('IntegerCell', `${BAR}${WS}*(?:[0０]|[1-9１-９][0-9０-９]{0,11})${WS}*${CELL_END}`),
  BlankCell: token('BlankCell', `${BAR}${WS}*(?=${BAR})`),
  ComputedCell: token('ComputedCell', `${BAR}${WS}*[=＝]${WS}*${CELL_END}`),
  TextCell: token('TextCell', `${BAR}${CONTENT}`),

  SectionMark: token('SectionMark', `${ORDINAL}、`, { push_mode: 'head' }),
  HeadText: token('HeadText', REST),
  PartMark: token('PartMark', `[（(]${WS}*${ORDINAL}${WS}*[)）][、.．]?`, { push_mode: 'part' }),
  PartTitle: token('PartTitle', `${except('。：:')}+`),
  RunIn: token('RunIn', '[。：:]', { pop_mode: true, push_mode: 'prose' }),
  Article: token(
    'Article',
    `第${WS}*[一二三四五六七八九十百]+${WS}*条${WS}*第?${WS}*[（(]${WS}*[一二三四五六七八九十]+${WS}*[)）]${WS}*项${WS}*[：:]?${WS}*${END}`,
  ),

  HashMark: token('HashMark', `#+${WS}*`, { push_mode: 'prose' }),
  NumberMark: token('NumberMark', `(?:[0-9０-９]{1,2}|${ORDINAL})(?:${WS}*[、.．，,：:]${WS}*|${WS}+)`, {
    push_mode: 'prose',
  }),
  FieldMark: token('FieldMark', `[A-Za-z\\u4e00-\\u9fff]{1,12}${WS}*[：:]${WS}*`, { push_mode: 'prose' }),

  ProseText: token('ProseText', `${except(MARKS)}+`),
  Escape: token('Escape', '\\\\[{}|\\\\｛｝｜]'),
  Bold: token('Bold', '\\*\\*'),
  /**
   * Opens a quote that is closed on its line: so the mode always ends where it should. Reading on as prose behind the
   * quote replaces the mode instead of leaving it, because a line may also begin with a quote.
   */
  QuoteOpen: token('QuoteOpen', '[{｛](?=[^{}｛｝\\r\\n]*[}｝])', { pop_mode: true, push_mode: 'quote' }),
  OpenQuote: token('OpenQuote', '[{｛][^{}｛｝\\r\\n]*'),
  /** A character that means something elsewhere and stands here for itself. */
  LoneMark: token('LoneMark', '[*{}｛｝\\\\]'),

  QuoteClose: token('QuoteClose', '[}｝]', { pop_mode: true, push_mode: 'prose' }),
  QuoteName: token('QuoteName', `${except('{}｛｝.．。+＋-－−')}+`),
  Dot: token('Dot', '[.．。]'),
  Plus: token('Plus', '[+＋]'),
  Minus: token('Minus', '[-－−]'),
} as const;

const prose = [tokens.ProseText, tokens.Escape, tokens.Bold, tokens.QuoteOpen, tokens.OpenQuote, tokens.LoneMark];

/** The prose tokens as the first of a line: they open the mode that the others stand in. */
const firstProse = prose.map(type =>
  createToken({
    name: `First${type.name}`,
    pattern: type.PATTERN as RegExp,
    line_breaks: false,
    push_mode: type.PUSH_MODE ?? 'prose',
    categories: [type],
  }),
);

/**
 * Where each token is looked for, in order. A text is lexed from `line`; what a line begins with opens the mode for the
 * rest of it, and its end closes the mode.
 */
export const lexerDefinition: IMultiModeLexerDefinition = {
  defaultMode: 'line',
  modes: {
    line: [
      tokens.Newline,
      tokens.Label,
      tokens.Blank,
      tokens.CommentMark,
      tokens.Indent,
      tokens.ByteOrderMark,
      tokens.SectionMark,
      tokens.PartMark,
      tokens.Article,
      tokens.HashMark,
      tokens.NumberMark,
      tokens.FieldMark,
      ...firstProse,
    ],
    comment: [tokens.LineEnd, tokens.SilenceFile, tokens.SilenceNext, tokens.CommentText],
    silence: [tokens.LineEnd, tokens.RuleName, tokens.Separator, tokens.Reason],
    row: [tokens.LineEnd, tokens.RowEnd, tokens.IntegerCell, tokens.BlankCell, tokens.ComputedCell, tokens.TextCell],
    head: [tokens.LineEnd, tokens.HeadText],
    part: [tokens.LineEnd, tokens.RunIn, tokens.PartTitle],
    prose: [tokens.LineEnd, ...prose],
    quote: [tokens.QuoteClose, tokens.Dot, tokens.Plus, tokens.Minus, tokens.QuoteName],
  },
};

/** All token types, as the parser wants them. */
export const allTokens: TokenType[] = [...Object.values(tokens), ...firstProse];
