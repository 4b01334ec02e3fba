import type { Bilingual, Form } from '../forms/index.ts';
import type { Block, FailedSum, Report, Table } from '../model/index.ts';
import { withInnerQuotes } from '../text/index.ts';
import type { Neighbours } from './files/neighbours.ts';
import type { Finding, Severity } from './finding.ts';

/** The groups in which rules are listed. */
export type RuleGroup = 'structure' | 'tables' | 'sums' | 'prose' | 'freshness' | 'across files' | 'care' | 'meta';

/** A rule: its name and weight, and the function that finds. What is told of it stands on its page (pages.ts). */
export type Rule = RuleWords & (BlockRule | ReportRule | NeighbourRule | MetaRule);

interface RuleWords {
  readonly id: string;
  readonly group: RuleGroup;
  /** How much its findings weigh, unless one says otherwise. */
  readonly severity: Severity;
  readonly title: Bilingual;
  /**
   * What it finds follows from the numbers in the tables: every other rule that found nothing is not asked again while
   * only whole numbers change. Or from the lines of prose: it is not asked about a block that has none.
   */
  readonly reads?: 'numbers' | 'prose';
}

/**
 * A rule that looks at one block (the head, or a section) and needs nothing else but the edition and the year: what it
 * found stays true until the block changes, so it is not asked again. Lines are counted from the block's first.
 */
interface BlockRule {
  readonly scope: 'block';
  readonly check: (context: BlockContext) => Iterable<Draft>;
}

/** A rule that looks at the report as a whole. */
interface ReportRule {
  readonly scope: 'report';
  readonly check: (report: Report) => Iterable<Draft>;
}

/** A rule that holds a report against others. */
interface NeighbourRule {
  readonly scope: 'neighbours';
  readonly check: (report: Report, neighbours: Neighbours) => Iterable<Draft>;
}

/** A rule about findings, which the runner itself checks. */
interface MetaRule {
  readonly scope: 'findings';
}

/** What a block rule may look at. */
export interface BlockContext {
  readonly block: Block;
  readonly form: Form;
  /** The year that the report is of, as its head says. */
  readonly year: number | undefined;
}

/** A finding as a rule makes it: the rule and its severity are put on by the runner. */
export interface Draft extends Omit<Finding, 'rule' | 'severity'> {
  readonly severity?: Severity;
  /** The failed sum that it reports: findings that one cell explains are joined. */
  readonly sum?: { readonly table: Table; readonly failed: FailedSum };
}

/** A draft with the rule that made it. */
export interface Found {
  readonly rule: string;
  readonly draft: Draft;
}

/** A text in both languages. The labels that it quotes may bring quotation marks of their own. */
export const say = (zh: string, en: string): Bilingual => ({ zh: withInnerQuotes(zh), en: withInnerQuotes(en) });
