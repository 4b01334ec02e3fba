import type { QuoteTerm } from '../../grammar/index.ts';
import { resolve, type Reference } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { inLines } from '../lines.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A quote that names no cell, or several. */
export const unknownReference: Rule = {
  id: 'unknown-reference',
  group: 'prose',
  severity: 'error',
  title: say('引用不到', 'Unknown quote'),
  reads: 'prose',
  scope: 'block',
  *check({ block, form }) {
    for (const { line, found } of unknownIn(block, form)) yield draft(line, found.term, found.reference);
  },
};

/** A name in a quote that does not mean a cell. */
interface Unknown {
  readonly term: QuoteTerm;
  readonly reference: Extract<Reference, { name: string }>;
}

const unknownIn = inLines((line, form): readonly Unknown[] => {
  if (line.kind !== 'prose' && line.kind !== 'part') return [];
  return line.spans.flatMap(span => {
    if (span.kind !== 'quote' || span.broken) return [];
    return span.terms.flatMap(term => {
      const reference = resolve(term, form);
      return reference.kind === 'unknown' || reference.kind === 'ambiguous' ? [{ term, reference }] : [];
    });
  });
});

function draft(line: number, term: QuoteTerm, reference: Unknown['reference']): Draft {
  const wrong = term.names.find(name => name.text === reference.name) ?? term;
  const choices = reference.kind === 'ambiguous' ? reference.choices : reference.nearest;
  const list = choices.map(choice => `“${choice}”`).join('、');
  return {
    range: rangeOf(line, wrong),
    message:
      reference.kind === 'ambiguous'
        ? say(`“${reference.name}”有好几格，请写明：${list}`, `“${reference.name}” means several cells: ${list}`)
        : say(
            `没有名为“${reference.name}”的行或列${list === '' ? '' : `，是不是${list}？`}`,
            `No row or column is called “${reference.name}”${list === '' ? '' : `; did you mean ${list}?`}`,
          ),
    mends: choices.map(choice => ({
      title: say(`改为“${choice}”`, `Change to “${choice}”`),
      edits: [replace(line, wrong, choice)],
      guess: true as const,
    })),
  };
}
