import { EmbeddedActionsParser, Lexer, type IOrAlt, type IParserConfig, type IToken, type TokenType } from 'chevrotain';
import { isSpace, toHalfWidth, trimSpan, type LineEnding, type Span } from '../text/index.ts';
import { allTokens, kinds, lexerDefinition, tokens as t } from './tokens.ts';
import type { Cell, CellKind, Lead, Line, Name, ProseSpan, Quote, Silence, TextSpan } from './tree.ts';

// Chevrotain 12 and later call Object.groupBy while they validate a lexer or a grammar, and Node 20 lacks it. Both are
// validated in the tests instead, which also spares every start the time.
const skipValidations = true;

/** Tells the pieces of a text apart. */
export const lexer = new Lexer(lexerDefinition, {
  positionTracking: 'onlyOffset',
  // Working out which characters each pattern can begin with costs a start more than it saves in the longest report.
  safeMode: true,
  skipValidations,
});

/**
 * Reads whole lines. Each rule builds its tree at once: a concrete syntax tree in between would double the cost of a
 * keystroke. The grammar takes every sequence of tokens that the lexer can make, so that no text is an error to it;
 * recovery stays on as a net under that, and a test says that it never has to catch anything.
 */
export class LineParser extends EmbeddedActionsParser {
  #text = '';
  /** Where the line in hand begins. */
  #start = 0;

  constructor(config: IParserConfig = {}) {
    super(allTokens, { skipValidations, ...config, maxLookahead: 1, recoveryEnabled: true });
    this.performSelfAnalysis();
  }

  /** The lines of a text that begins where a line begins. */
  read(text: string): Line[] {
    this.input = lexer.tokenize(text).tokens;
    this.#text = text;
    this.#start = 0;
    return this.lines();
  }

  readonly lines = this.RULE('lines', () => {
    const lines: Line[] = [];
    this.MANY(() => {
      lines.push(this.SUBRULE(this.line));
    });
    return lines;
  });

  readonly line = this.RULE('line', (): Line =>
    this.OR(
      (this.#lineKinds ??= [
        { ALT: () => this.SUBRULE(this.row) },
        { ALT: () => this.SUBRULE(this.prose) },
        { ALT: () => this.SUBRULE(this.blank) },
        { ALT: () => this.SUBRULE(this.comment) },
        { ALT: () => this.SUBRULE(this.section) },
        { ALT: () => this.SUBRULE(this.part) },
        { ALT: () => this.SUBRULE(this.article) },
        { ALT: () => this.SUBRULE(this.marked) },
      ]),
    ),
  );

  /** A byte-order mark, and the line behind it; at the end of a text there is none. */
  readonly marked = this.RULE('marked', (): Line => {
    this.CONSUME(t.ByteOrderMark);
    const line = this.OPTION(() => this.SUBRULE(this.line));
    return this.ACTION(() => line ?? { kind: 'blank', ...this.#close(undefined) });
  });

  // No line is empty for the grammar: an alternative that matches nothing would match everywhere.
  readonly blank = this.RULE('blank', (): Line => {
    const end = this.OR([
      { ALT: () => this.CONSUME(t.Newline) },
      {
        ALT: () => {
          this.CONSUME(t.Blank);
          return this.OPTION(() => this.CONSUME2(t.Newline));
        },
      },
    ]);
    return this.ACTION(() => ({ kind: 'blank', ...this.#close(end) }));
  });

  readonly comment = this.RULE('comment', (): Line => {
    const mark = this.CONSUME(t.CommentMark);
    const silence = this.OPTION(() => this.SUBRULE(this.silence));
    const body = this.OPTION2(() => this.CONSUME(t.CommentText));
    const end = this.OPTION3(() => this.CONSUME(t.LineEnd));
    return this.ACTION(() => {
      const start = this.#column(mark) + mark.image.length;
      const line = this.#close(end);
      return {
        kind: 'comment',
        ...line,
        body: trimSpan(line.text, body ? start : line.text.length, line.text.length),
        ...(silence && { silence, body: trimSpan(line.text, start, line.text.length) }),
      };
    });
  });

  readonly silence = this.RULE('silence', (): Silence => {
    const rules: Name[] = [];
    const mark = this.CONSUME(kinds.SilenceMark);
    this.MANY(() => {
      const name = this.CONSUME(t.RuleName);
      this.ACTION(() => rules.push(this.#name(name)));
      this.OPTION(() => this.CONSUME(t.Separator));
    });
    const reason = this.OPTION2(() => this.CONSUME(t.Reason));
    return this.ACTION(() => {
      const span = reason && this.#trimmed(reason);
      const scope = mark.tokenType === t.SilenceFile ? 'file' : 'next-line';
      return { scope, rules, ...(span && span.end > span.start && { reason: span }) };
    });
  });

  readonly row = this.RULE('row', (): Line => {
    const cells: Cell[] = [];
    const label = this.CONSUME(t.Label);
    this.MANY(() => {
      const cell = this.CONSUME(kinds.Cell);
      this.ACTION(() => cells.push(this.#cell(cell)));
    });
    const last = this.OPTION(() => this.CONSUME(t.RowEnd));
    const end = this.OPTION2(() => this.CONSUME(t.LineEnd));
    return this.ACTION(() => ({
      kind: 'row',
      label: this.#cell(label),
      cells,
      ...(last && { end: this.#span(last) }),
      ...this.#close(end),
    }));
  });

  readonly section = this.RULE('section', (): Line => {
    const mark = this.CONSUME(t.SectionMark);
    const title = this.OPTION(() => this.CONSUME(t.HeadText));
    const end = this.OPTION2(() => this.CONSUME(t.LineEnd));
    return this.ACTION(() => ({
      kind: 'section',
      ordinal: this.#span(mark),
      title: this.#titleAfter(mark, title),
      ...this.#close(end),
    }));
  });

  readonly part = this.RULE('part', (): Line => {
    const mark = this.CONSUME(t.PartMark);
    const title = this.OPTION(() => this.CONSUME(t.PartTitle));
    const spans = this.OPTION2(() => {
      this.CONSUME(t.RunIn);
      return this.OPTION4(() => this.SUBRULE(this.spans));
    });
    const end = this.OPTION3(() => this.CONSUME(t.LineEnd));
    return this.ACTION(() => ({
      kind: 'part',
      ordinal: this.#span(mark),
      title: this.#titleAfter(mark, title),
      spans: spans ?? [],
      ...this.#close(end),
    }));
  });

  readonly article = this.RULE('article', (): Line => {
    const title = this.CONSUME(t.Article);
    const end = this.OPTION(() => this.CONSUME(t.Newline));
    return this.ACTION(() => ({ kind: 'article', title: this.#trimmed(title), ...this.#close(end) }));
  });

  readonly prose = this.RULE('prose', (): Line => {
    const { lead, spans } = this.OR(
      (this.#proseKinds ??= [
        { ALT: () => ({ lead: undefined, spans: this.SUBRULE(this.spans) }) },
        { ALT: () => ({ lead: this.SUBRULE(this.lead), spans: this.OPTION(() => this.SUBRULE2(this.spans)) ?? [] }) },
      ]),
    );
    const end = this.OPTION2(() => this.CONSUME(t.LineEnd));
    return this.ACTION(() => ({ kind: 'prose', ...(lead && { lead }), spans, ...this.#close(end) }));
  });

  readonly lead = this.RULE('lead', (): Lead | undefined => {
    const mark = this.CONSUME(kinds.LeadMark);
    return this.ACTION(() => {
      const kind = leadKinds.get(mark.tokenType);
      return kind && { kind, ...this.#span(mark) };
    });
  });

  readonly spans = this.RULE('spans', (): ProseSpan[] => {
    const spans: ProseSpan[] = [];
    this.AT_LEAST_ONE(() => {
      const span = this.OR(
        (this.#spanKinds ??= [
          { ALT: () => this.#prose(this.CONSUME(kinds.Words)) },
          { ALT: () => this.SUBRULE(this.quote) },
        ]),
      );
      spans.push(span);
    });
    return spans;
  });

  /**
   * A quote takes whatever stands before its brace, and what of it makes sense is seen afterwards: so that no quote,
   * however broken, can break its line.
   */
  readonly quote = this.RULE('quote', (): ProseSpan => {
    const inside: IToken[] = [];
    const open = this.CONSUME(t.QuoteOpen);
    this.MANY(() => {
      const token = this.CONSUME(kinds.QuotePiece);
      this.ACTION(() => inside.push(token));
    });
    const close = this.CONSUME(t.QuoteClose);
    return this.ACTION(() => {
      const [start, end] = [this.#column(open), this.#column(close) + 1];
      return { kind: 'quote', start, end, ...this.#terms(inside, close) };
    });
  });

  // The alternatives of the rules that every line passes, kept because making their closures anew each time is what
  // would cost most in a warm parser.
  #lineKinds: IOrAlt<Line>[] | undefined;
  #proseKinds: IOrAlt<{ lead: Lead | undefined; spans: ProseSpan[] }>[] | undefined;
  #spanKinds: IOrAlt<ProseSpan>[] | undefined;

  /** The text and the ending of the line that this token ends; the next line begins behind it. */
  #close(end: IToken | undefined): { text: string; ending: LineEnding } {
    const stop = end ? end.startOffset : this.#text.length;
    const text = this.#text.slice(this.#start, stop);
    this.#start = end ? stop + end.image.length : stop;
    return { text, ending: (end?.image ?? '') as LineEnding };
  }

  /** The terms of a quote: names joined by dots, between them signs. `broken` is where that ceases to be so. */
  #terms(inside: readonly IToken[], close: IToken): Pick<Quote, 'terms' | 'broken'> {
    const said = inside.filter(token => token.image.trim() !== '');
    if (said.length === 0) return { terms: [] };
    const terms: { sign: 1 | -1; names: Name[] }[] = [];
    let sign: 1 | -1 = 1;
    let broken: IToken | undefined;
    // A name is due at the beginning and behind each mark, a mark behind each name.
    let before: IToken | undefined;
    for (const token of [...said, close]) {
      const isName = token.tokenType === t.QuoteName;
      const due = before?.tokenType !== t.QuoteName;
      if (isName !== due) broken ??= token;
      if (isName && before?.tokenType === t.Dot && terms.length > 0) terms.at(-1)?.names.push(this.#name(token));
      else if (isName) terms.push({ sign, names: [this.#name(token)] });
      sign = token.tokenType === t.Minus ? -1 : 1;
      before = token;
    }
    return {
      terms: terms.map(({ sign, names }) => ({
        sign,
        names,
        start: names[0]?.start ?? 0,
        end: names.at(-1)?.end ?? 0,
      })),
      ...(broken && { broken: this.#span(broken) }),
    };
  }

  #column(token: IToken): number {
    return token.startOffset - this.#start;
  }

  #span(token: IToken): Span {
    const start = this.#column(token);
    return { start, end: start + token.image.length };
  }

  #trimmed(token: IToken): Span {
    const start = this.#column(token);
    const inside = trimSpan(token.image, 0, token.image.length);
    return { start: start + inside.start, end: start + inside.end };
  }

  #titleAfter(mark: IToken, title: IToken | undefined): Span {
    const end = this.#column(mark) + mark.image.length;
    return title ? this.#trimmed(title) : { start: end, end };
  }

  #name(token: IToken): Name {
    const { start, end } = this.#trimmed(token);
    return { start, end, text: this.#text.slice(this.#start + start, this.#start + end) };
  }

  #prose(token: IToken): ProseSpan {
    return this.ACTION(() => {
      const start = this.#column(token);
      return { kind: wordKinds.get(token.tokenType) ?? 'text', start, end: start + token.image.length };
    });
  }

  #cell(token: IToken): Cell {
    const { image } = token;
    const column = this.#column(token);
    let bar = 0;
    while (isSpace(image.charCodeAt(bar))) bar++;
    const { start, end } = trimSpan(image, bar + 1, image.length);
    const kind = start === end ? 'blank' : (cellKinds.get(token.tokenType) ?? 'text');
    return {
      kind,
      bar: column + bar,
      start: column + start,
      end: column + end,
      stop: column + image.length,
      value: kind === 'integer' ? Number(toHalfWidth(image.slice(start, end))) : NaN,
    };
  }
}

const cellKinds = new Map<TokenType, CellKind>([
  [t.IntegerCell, 'integer'],
  [t.ComputedCell, 'computed'],
]);

/** White space ahead of prose is no lead. */
const leadKinds = new Map<TokenType, Lead['kind']>([
  [t.NumberMark, 'number'],
  [t.FieldMark, 'field'],
  [t.HashMark, 'hash'],
]);

const wordKinds = new Map<TokenType, TextSpan['kind']>(
  (
    [
      [t.Bold, 'bold'],
      [t.Escape, 'escape'],
      [t.OpenQuote, 'open-quote'],
    ] as const
  ).flatMap(([type, kind]) =>
    allTokens.filter(one => one === type || one.CATEGORIES?.includes(type)).map(one => [one, kind] as const),
  ),
);
