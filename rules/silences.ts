import type { Silence } from '../grammar/index.ts';
import type { Block, Report } from '../model/index.ts';
import { Kept, nearest, rangeOf } from '../text/index.ts';
import { removeLines, replace } from './edits.ts';
import { say, type Draft } from './rule.ts';
import { ruleById, rules } from './rules.ts';

/** What the silencing comments for one place, the whole text or a line, say together. */
interface Place {
  readonly rules: Set<string>;
  /** Those of them that had something to silence. */
  readonly used: Set<string>;
}

/** A silencing comment. One for the whole text that stands too far down has no place to work for. */
interface Comment {
  readonly line: number;
  readonly silence: Silence;
  readonly place: Place | undefined;
}

/** The silencing comments of a report: which findings they silence, and which of them silenced none. */
export class Silences {
  readonly #report: Report;
  readonly #comments: Comment[] = [];
  readonly #byTarget = new Map<number, Place>();
  readonly #text = newPlace();

  constructor(report: Report) {
    this.#report = report;
    if (!report.blocks.some(hasSilence)) return;
    const { lines } = report.tree;
    const firstSection = report.starts[1] ?? lines.length;
    // Comments may stand one above the other, all for the line below them; read from below, that line is known.
    let target = -1;
    for (let index = lines.length - 1; index >= 0; index--) {
      const line = lines[index];
      if (line?.kind !== 'comment' && line?.kind !== 'blank') target = index;
      if (line?.kind !== 'comment' || !line.silence) continue;
      const { silence } = line;
      const place =
        silence.scope === 'next-line' ? this.#placeAt(target) : index < firstSection ? this.#text : undefined;
      for (const { text } of silence.rules) place?.rules.add(text);
      this.#comments.push({ line: index, silence, place });
    }
  }

  get none(): boolean {
    return this.#comments.length === 0;
  }

  /** Whether a finding of the rule on this line is silenced; the comments that do it have then had their use. */
  covers(rule: string, line: number): boolean {
    const inText = isSilent(this.#text, rule);
    const there = this.#byTarget.get(line);
    return (there !== undefined && isSilent(there, rule)) || inText;
  }

  #placeAt(target: number): Place {
    let place = this.#byTarget.get(target);
    if (!place) this.#byTarget.set(target, (place = newPlace()));
    return place;
  }

  /** What is wrong with the comments themselves. `isOn` tells rules that are not asked: their silences have no chance. */
  *faults(isOn: (rule: string) => boolean): Generator<Draft> {
    for (const { line, silence, place } of this.#comments) {
      const whole = rangeOf(line, { start: 0, end: this.#report.tree.lines[line]?.text.length ?? 0 });
      if (silence.rules.length === 0) {
        yield { range: whole, message: say('没有写要忽略的规则名', 'No rule is named') };
        continue;
      }
      if (!place) {
        yield {
          range: whole,
          message: say('“忽略全文”要写在第一部分之前', '忽略全文 belongs above the first section'),
        };
      }
      for (const name of silence.rules) {
        if (!ruleById(name.text)) yield unknownRule(line, name);
        else if (place && isOn(name.text) && !place.used.has(name.text)) {
          const only = silence.rules.length === 1;
          yield {
            range: rangeOf(line, name),
            message: say(
              `“${name.text}”在这里没有问题可以忽略`,
              `There is no finding of “${name.text}” to silence here`,
            ),
            ...(only && {
              mends: [
                {
                  title: say('删去这条忽略', 'Delete the comment'),
                  edits: [removeLines(this.#report.tree.lines, line, line)],
                },
              ],
            }),
          };
        }
      }
      if (!silence.reason && place) {
        yield {
          severity: 'information',
          range: whole,
          message: say('请在规则名后面写明忽略的原因', 'Say why, behind the rule’s name'),
        };
      }
    }
  }
}

const newPlace = (): Place => ({ rules: new Set(), used: new Set() });

function isSilent({ rules: silenced, used }: Place, rule: string): boolean {
  if (!silenced.has(rule)) return false;
  used.add(rule);
  return true;
}

const withSilence = new Kept<object, boolean>();

/** Most reports have none; after an edit only a block that has another shape is looked through for one. */
function hasSilence(block: Block): boolean {
  let has = withSilence.get(block.shape);
  if (has === undefined) {
    has = block.lines.some(line => line.kind === 'comment' && line.silence !== undefined);
    withSilence.set(block.shape, has);
  }
  return has;
}

function unknownRule(line: number, name: { start: number; end: number; text: string }): Draft {
  const near = nearest(
    name.text,
    rules.map(rule => rule.id),
  );
  return {
    range: rangeOf(line, name),
    message: say(
      `没有“${name.text}”这条规则${near === undefined ? '' : `，是不是“${near}”？`}`,
      `There is no rule “${name.text}”${near === undefined ? '' : `; did you mean “${near}”?`}`,
    ),
    ...(near !== undefined && {
      mends: [
        {
          title: say(`改为“${near}”`, `Change to “${near}”`),
          edits: [replace(line, name, near)],
          guess: true as const,
        },
      ],
    }),
  };
}
