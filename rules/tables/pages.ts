import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'blank-cell': {
    description: say(
      '空格表示还不知道，与 0 不同。整张表、整个部分都空着时只提示一次。一个合计中只空一格的，给出能使它成立的数。',
      'Blank means not known yet, which is not 0. A table or section that is blank as a whole is one finding. Where a sum lacks one cell only, the value that makes it hold is offered.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 2 |\n| 行政强制 |  |\n',
      passing:
        '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 2 |\n| 行政强制 | 0 |\n',
    },
  },
  decimals: {
    description: say(
      '收费金额以万元为单位，最多四位小数（精确到元）。',
      'Fees are given in 万元 with four decimals at most, which is to the yuan.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（八）项\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 1.23456 |\n',
      passing:
        '二、主动公开政府信息情况\n\n第二十条第（八）项\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 1.2346 |\n',
    },
  },
  'duplicate-row': {
    description: say(
      '同一行出现两次时只按第一次的数字计算；两行完全相同的，可以删去后一行。',
      'Where a row stands twice only the first is counted; if both say the same, the second can go.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n| 行政许可 | 4 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
    },
  },
  'extra-cell': {
    description: say(
      '这一行的格数比栏数多，或者分组行后面填了数。多出的是空格时可以删去；有数字时看不出哪个是多的，整行不参加合计。',
      'The row has more cells than the table columns, or a group has values. Blank extra cells can go; where there are numbers it cannot be known which is extra, and the row enters no sum.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 0 | 0 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 0 |\n',
    },
  },
  fraction: {
    description: say(
      '这一栏是件数，应当是整数。金额才有小数。',
      'This column counts things, in whole numbers; only amounts of money have decimals.',
    ),
    example: {
      failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4.5 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
    },
  },
  'missing-cell': {
    description: say(
      '这一行的格数比栏数少。缺的是哪一格看不出来，所以整行都不参加合计，不会把数字错移一栏。',
      'The row has fewer cells than the table columns. Which is missing cannot be known, so the row enters no sum rather than being shifted.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 |\n',
      passing:
        '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n',
    },
  },
  'missing-row': {
    description: say(
      '表格的行由格式规定，没有数据的行也要保留并填 0；相邻的几行一起报告。',
      'The form fixes the rows; a row without data stays and holds 0. Rows missing side by side are reported together.',
    ),
    example: {
      failing: '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 0 |\n',
      passing:
        '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 0 |\n| 行政强制 | 0 |\n',
    },
  },
  'missing-table': {
    description: say(
      '规定用表格报告的部分必须有表格，没有数据也要填 0；表格写在别的部分时指出在哪里。',
      'A section that the form reports in tables must have them, filled with 0 if there is nothing; one that stands elsewhere is named.',
    ),
    example: {
      failing: '四、政府信息公开行政复议、行政诉讼情况\n\n　　无。\n',
      passing:
        '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n| 行政诉讼 |\n| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |\n| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n',
    },
  },
  'negative-value': {
    description: say(
      '件数和金额不会是负数；只有“本年增/减”一栏可以有负号。',
      'Counts and amounts are never negative; only the column 本年增/减 may have a minus sign.',
    ),
    example: {
      failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | -4 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
    },
  },
  'not-a-number': {
    description: say(
      '格子里只写数字；没有就写 0，合计可以写“=”由表内关系算出。“/”“无”“3件”之类能确定数值的，可以一键改正。',
      'A cell holds a number; 0 stands for nothing, and a total may be `=` and is computed. Where the number is certain (`/`, 无, 3件), the mend writes it.',
    ),
    example: {
      failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 3件 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 3 |\n',
    },
  },
  'row-label': {
    description: say(
      '行名由格式规定。写错、少字、序号或标点不对的行名仍能认出来，数字照常检查，但应当改成格式的写法。',
      'The form fixes the labels. One that is misspelt, cut short or wrongly numbered is recognised and its numbers are checked, but it should be mended.',
    ),
    example: {
      failing:
        '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复义 | 0 | 0 | 0 | 0 | 0 |\n',
      passing:
        '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n',
    },
  },
  'row-order': {
    description: say(
      '表格各行的次序由格式规定；数字按行名认，不受次序影响，但报出去的表要与格式一致。',
      'The form fixes the order of the rows. Numbers are read by label whatever the order, but what is published follows the form.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政强制 | 0 |\n| 行政处罚 | 0 |\n',
      passing:
        '二、主动公开政府信息情况\n\n第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 0 |\n| 行政强制 | 0 |\n',
    },
  },
  'table-header': {
    description: say(
      '表头各栏由格式规定。缺表头时按格式的栏目理解；某一栏写法不同时指出那一栏。',
      'The form fixes the column heads. Without a head the columns of the form are assumed; a head that differs is pointed out.',
    ),
    example: {
      failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理绝对数量 |\n| 行政许可 | 4 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
    },
  },
  'unknown-row': {
    description: say(
      '行名与格式的任何一行都不够接近，这一行的数字不计入任何合计，导出时也没有位置。',
      'The label is not near enough to any of the form; the numbers of the row enter no sum and have no place in an export.',
    ),
    example: {
      failing:
        '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 0 |\n| 便民服务中心窗口 | 4 |\n',
      passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
    },
  },
};
