import { createToken, Lexer, type IMultiModeLexerDefinition, type ITokenConfig, type TokenType } from 'chevrotain';

/** White space inside a line. */
export const WS = '[ \\t\\u00a0\\u3000]';

/** What parts the cells of a row. */
export const BAR = '[|｜]';

// Said as “nothing else follows”, since Chevrotain allows no anchors.
const END = '(?![^\\r\\n])';
const CELL_END = '(?![^|｜\\r\\n])';
const ORDINAL = '[一二三四五六七八九十]{1,3}';
const REST = '[^\\r\\n]+';
// A cell's content, `\|` included; unrolled, so that a long cell costs no backtracking.
const CONTENT = '[^|｜\\\\\\r\\n]*(?:\\\\[^\\r\\n]?[^|｜\\\\\\r\\n]*)*';
// Whatever means nothing inside prose.
const PLAIN = '[^*{}｛｝\\\\\\r\\n]+';

function token(name: string, pattern: string, more: Partial<ITokenConfig> = {}): TokenType {
  return createToken({ name, pattern: new RegExp(pattern), ...more });
}

const LINE_END = '\\r\\n|\\n|\\r';

const kind = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** Tokens that the grammar takes alike, each under a name that no text matches by itself. */
export const kinds = {
  SilenceMark: kind('SilenceMark'),
  Cell: kind('Cell'),
  LeadMark: kind('LeadMark'),
  Words: kind('Words'),
  QuotePiece: kind('QuotePiece'),
} as const;

/** Each token type once; the modes below say where it is looked for. */
export const tokens = {
  Newline: token('Newline', LINE_END),
  /** Ends a line inside a mode, and with it the mode. */
  LineEnd: token('LineEnd', LINE_END, { pop_mode: true }),
  ByteOrderMark: token('ByteOrderMark', '\\ufeff'),
  Blank: token('Blank', `${WS}+${END}`),
  /** Whatever is indented is prose: a paragraph that must begin like a heading can. */
  Indent: token('Indent', `${WS}+`, { push_mode: 'prose', categories: [kinds.LeadMark] }),

  CommentMark: token('CommentMark', `${WS}*(?://|／／)`, { push_mode: 'comment' }),
  CommentText: token('CommentText', REST),
  SilenceFile: token('SilenceFile', `${WS}*忽略全文[：:]${WS}*`, {
    pop_mode: true,
    push_mode: 'silence',
    categories: [kinds.SilenceMark],
  }),
  SilenceNext: token('SilenceNext', `${WS}*忽略[：:]${WS}*`, {
    pop_mode: true,
    push_mode: 'silence',
    categories: [kinds.SilenceMark],
  }),
  RuleName: token('RuleName', '[A-Za-z][A-Za-z-]*'),
  Separator: token('Separator', `${WS}*[、,，]${WS}*(?=[A-Za-z])`),
  Reason: token('Reason', REST),

  Label: token('Label', `${WS}*${BAR}${CONTENT}`, { push_mode: 'row' }),
  RowEnd: token('RowEnd', `${BAR}${WS}*${END}`),
  IntegerCell: token('IntegerCell', `${BAR}${WS}*(?:[0０]|[1-9１-９][0-9０-９]{0,11})${WS}*${CELL_END}`, {
    categories: [kinds.Cell],
  }),
  BlankCell: token('BlankCell', `${BAR}${WS}*(?=${BAR})`, { categories: [kinds.Cell] }),
  ComputedCell: token('ComputedCell', `${BAR}${WS}*[=＝]${WS}*${CELL_END}`, { categories: [kinds.Cell] }),
  TextCell: token('TextCell', `${BAR}${CONTENT}`, { categories: [kinds.Cell] }),

  SectionMark: token('SectionMark', `${ORDINAL}、`, { push_mode: 'head' }),
  HeadText: token('HeadText', REST),
  PartMark: token('PartMark', `[（(]${WS}*${ORDINAL}${WS}*[)）][、.．]?`, { push_mode: 'part' }),
  PartTitle: token('PartTitle', '[^。：:\\r\\n]+'),
  RunIn: token('RunIn', '[。：:]', { pop_mode: true, push_mode: 'prose' }),
  Article: token(
    'Article',
    `第${WS}*[一二三四五六七八九十百]+${WS}*条${WS}*(?:第${WS}*)?[（(]${WS}*[一二三四五六七八九十]+${WS}*[)）]${WS}*项${WS}*(?:[：:]${WS}*)?${END}`,
  ),

  HashMark: token('HashMark', `#+${WS}*`, { push_mode: 'prose', categories: [kinds.LeadMark] }),
  NumberMark: token('NumberMark', `(?:[0-9０-９]{1,2}|${ORDINAL})(?:${WS}*[、.．，,：:]${WS}*|${WS}+)`, {
    push_mode: 'prose',
    categories: [kinds.LeadMark],
  }),
  FieldMark: token('FieldMark', `[A-Za-z\\u4e00-\\u9fff]{1,12}${WS}*[：:]${WS}*`, {
    push_mode: 'prose',
    categories: [kinds.LeadMark],
  }),

  ProseText: token('ProseText', PLAIN, { categories: [kinds.Words] }),
  Escape: token('Escape', '\\\\[{}|\\\\｛｝｜]', { categories: [kinds.Words] }),
  Bold: token('Bold', '\\*\\*', { categories: [kinds.Words] }),
  /**
   * Opens a quote that is closed on its line: so the mode always ends where it should. Reading on as prose behind the
   * quote replaces the mode instead of leaving it, because a line may also begin with a quote.
   */
  QuoteOpen: token('QuoteOpen', '[{｛](?=[^{}｛｝\\r\\n]*[}｝])', { pop_mode: true, push_mode: 'quote' }),
  OpenQuote: token('OpenQuote', '[{｛][^{}｛｝\\r\\n]*', { categories: [kinds.Words] }),
  /** A character that means something elsewhere and stands here for itself. */
  LoneMark: token('LoneMark', '[*{}｛｝\\\\]', { categories: [kinds.Words] }),

  QuoteClose: token('QuoteClose', '[}｝]', { pop_mode: true, push_mode: 'prose' }),
  QuoteName: token('QuoteName', '[^{}｛｝.．。+＋\\-－−\\r\\n]+', { categories: [kinds.QuotePiece] }),
  Dot: token('Dot', '[.．。]', { categories: [kinds.QuotePiece] }),
  Plus: token('Plus', '[+＋]', { categories: [kinds.QuotePiece] }),
  Minus: token('Minus', '[-－−]', { categories: [kinds.QuotePiece] }),
} as const;

const prose = [tokens.ProseText, tokens.Escape, tokens.Bold, tokens.QuoteOpen, tokens.OpenQuote, tokens.LoneMark];

/** The prose tokens as the first of a line: they open the mode that the others stand in. */
const firstProse = prose.map(type =>
  createToken({
    name: `First${type.name}`,
    pattern: type.PATTERN as RegExp,
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
export const allTokens: TokenType[] = [...Object.values(kinds), ...Object.values(tokens), ...firstProse];
