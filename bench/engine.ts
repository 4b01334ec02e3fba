// `npm run bench:engine`: what reading and checking costs. With `--check` it fails where a limit is passed.
// tsx gives every function its name at run time, which the bundles in dist/ do without: they are a little faster.
import { limits, measureGrowth, measureReport, type Growth, type ReportCost } from './measure.ts';

const report = measureReport();
const growth = [measureGrowth('prose'), measureGrowth('tables')];

console.log([...reportLines(report), '', ...growth.flatMap(growthLines)].join('\n'));

if (process.argv.includes('--check')) {
  const faults = faultsOf(report, growth);
  for (const fault of faults) console.error(`✖ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function reportLines({ bytes, check, plain }: ReportCost): string[] {
  return [
    `${'a report, warm'.padEnd(16)}${'read and check'.padStart(16)}${'plain pass'.padStart(14)}${'ratio'.padStart(10)}`,
    `${kilobytes(bytes).padEnd(16)}${inMs(check).padStart(16)}${inMs(plain).padStart(14)}${times(check / plain).padStart(10)}`,
  ];
}

function growthLines({ kind, costs, ratios }: Growth): string[] {
  return costs.map(
    ({ megabytes, check, plain }, i) =>
      `${`${megabytes} MB of ${kind}`.padEnd(16)}${inMs(check).padStart(16)}${inMs(plain).padStart(14)}` +
      `${times(check / plain).padStart(10)}${i === 0 ? '' : `   ${times(ratios[i - 1] ?? NaN)} for twice the text`}`,
  );
}

function faultsOf({ check }: ReportCost, grown: readonly Growth[]): string[] {
  const slow = check < limits.report ? [] : [`a report takes ${inMs(check)}, ${inMs(limits.report)} or more`];
  const steep = grown.flatMap(({ kind, ratios }) =>
    ratios.filter(ratio => ratio > limits.doubling).map(ratio => `twice the ${kind} takes ${times(ratio)} as long`),
  );
  return [...slow, ...steep];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 3 : 0)} ms`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} ×`;
}
