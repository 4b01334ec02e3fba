/** The ratios to a tuned Langium server of the same language that are to be reached, by the name of the figure. */
export const goals: Readonly<Record<string, string>> = {
  'cold start': '0.70',
  'keystroke, a report, p50': '0.40',
  'keystroke, a report, p99': '0.50',
  'keystroke, 1 MB of prose, p50': '0.10',
  'keystroke, 1 MB of prose, p99': '0.15',
  'keystroke, 200 tables, p50': '0.02',
  'keystroke, 200 tables, p99': '0.05',
  '20 edits at once, 200 tables': '0.005',
  'memory after the edits, MB': '0.75',
  'reports a second, one core': '2.5',
  'server bundle, KB': '0.65',
};
