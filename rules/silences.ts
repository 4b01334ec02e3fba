import type { Silence } from '../grammar/index.ts';
import type { Block, Report } from '../model/index.ts';
import { editDistance, rangeOf } from '../text/index.ts';
import { removeLines, replace } from './edits.ts';
import type { Finding } from './finding.ts';
import { say, type Draft } from './rule.ts';
import { ruleById, rules } from './rules.ts';

/** The silencing comments of a report: which findings they silence, and which of them silenced none. */
export class Silences {
  readonly #report: Report;
  readonly #comments: readonly { line: number; silence: Silence; used: Set<string> }[];
  readonly #byTarget = new Map<number, number[]>();
  readonly #inHead = new Set<number>();

  constructor(report: Report) {
    this.#report = report;
    this.#comments = [];
    if (!report.blocks.some(hasSilence)) return;
    const { lines } = report.tree;
    const firstSection = report.starts[1] ?? lines.length;
    const comments: { line: number; silence: Silence; used: Set<string> }[] = [];
    // Comments may stand one above the other, all for the line below them; read from below, that line is known.
    let target = -1;
    for (let index = lines.length - 1; index >= 0; index--) {
      const line = lines[index];
      if (line?.kind !== 'comment' && line?.kind !== 'blank') target = index;
      if (line?.kind !== 'comment' || !line.silence) continue;
      const number = comments.push({ line: index, silence: line.silence, used: new Set() }) - 1;
      if (line.silence.scope === 'next-line') {
        const there = this.#byTarget.get(target);
        if (there) there.push(number);
        else this.#byTarget.set(target, [number]);
      } else if (index < firstSection) this.#inHead.add(number);
    }
    this.#comments = comments;
  }

  get none(): boolean {
    return this.#comments.length === 0;
  }

  /** Whether a finding of the rule on this line is silenced; the comment that does it has then had its use. */
  covers(rule: string, line: number): boolean {
    let covered = false;
    for (const number of [...this.#inHead, ...(this.#byTarget.get(line) ?? [])]) {
      const comment = this.#comments[number];
      if (!comment?.silence.rules.some(({ text }) => text === rule)) continue;
      comment.used.add(rule);
      covered = true;
    }
    return covered;
  }

  /** What is wrong with the comments themselves. `isOn` tells rules that are not asked: their silences have no chance. */
  *faults(isOn: (rule: string) => boolean): Generator<Draft> {
    for (const [number, { line, silence, used }] of this.#comments.entries()) {
      const whole = rangeOf(line, { start: 0, end: this.#report.tree.lines[line]?.text.length ?? 0 });
      if (silence.rules.length === 0) {
        yield { range: whole, message: say('没有写要忽略的规则名', 'No rule is named') };
        continue;
      }
      const lost = silence.scope === 'file' && !this.#inHead.has(number);
      if (lost) {
        yield {
          range: whole,
          message: say('“忽略全文”要写在第一部分之前', '忽略全文 belongs above the first section'),
        };
      }
      for (const name of silence.rules) {
        if (!ruleById(name.text)) yield unknownRule(line, name);
        else if (!lost && isOn(name.text) && !used.has(name.text)) {
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
      if (!silence.reason && !lost) {
        yield {
          severity: 'information',
          range: whole,
          message: say('请在规则名后面写明忽略的原因', 'Say why, behind the rule’s name'),
        };
      }
    }
  }
}

const withSilence = new WeakMap<Block, boolean>();

/** Most reports have none; after an edit only the blocks that changed are looked through for one. */
function hasSilence(block: Block): boolean {
  let has = withSilence.get(block);
  if (has === undefined) {
    has = block.lines.some(line => line.kind === 'comment' && line.silence !== undefined);
    withSilence.set(block, has);
  }
  return has;
}

function unknownRule(line: number, name: { start: number; end: number; text: string }): Draft {
  const near = rules.map(rule => rule.id).find(id => editDistance(id, name.text, 3) <= 3);
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

/** Whether the finding stays when silences are applied. */
export const isHeard = (silences: Silences, finding: Pick<Finding, 'rule' | 'range'>): boolean =>
  !silences.covers(finding.rule, finding.range.start.line);
