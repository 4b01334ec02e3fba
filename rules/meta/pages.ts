import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'unused-ignore': {
    description: say(
      '“// 忽略：规则 原因”只对下一行起作用，“// 忽略全文：规则 原因”写在第一部分之前，对全文起作用。问题已经改好，就应当把忽略删去；留着会遮住以后的错误。',
      '`// 忽略：rule reason` holds for the next line, `// 忽略全文：rule reason` above the first section for the whole file. One that silences nothing should go: it would hide later faults.',
    ),
    example: {
      failing: '一、总体情况\n\n// 忽略：section-title 上级要求\n　　全年发布信息12条。\n',
      passing: '// 忽略：section-title 上级要求\n一、政府信息公开总体情况\n',
    },
  },
};
