import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'duplicate-section': {
    description: say(
      '同一部分（或者它的表格）出现两次时，只按第一次的计算，另一次多半是粘贴时留下的。',
      'Where a section, or its table, stands twice, only the first is counted; the other is usually left from pasting.',
    ),
    example: {
      failing: '一、总体情况\n\n一、总体情况\n',
      passing: '一、总体情况\n',
    },
  },
  'empty-section': {
    description: say(
      '没有事项要报告时也应写“无”。还没有动笔的空白表不提示，开始填写后才提示。',
      'A section with nothing to report says 无. A blank form that nobody has begun is left alone; as soon as anything is filled in, empty sections are pointed out.',
    ),
    example: {
      failing: '一、总体情况\n\n　　全年发布信息12条。\n\n六、其他需要报告的事项\n',
      passing: '一、总体情况\n\n　　全年发布信息12条。\n\n六、其他需要报告的事项\n\n　　无。\n',
    },
  },
  'field-conflict': {
    description: say(
      '“机关”“年度”写了就必须与标题一致。不一致多半是沿用了上一年或者别的单位的稿子。',
      'The fields for organ and year must agree with the title. Where they do not, one of them was usually left from another report.',
    ),
    example: {
      failing: '示范市2025年政府信息公开工作年度报告\n年度：2024\n',
      passing: '示范市2025年政府信息公开工作年度报告\n年度：2025\n',
    },
  },
  'missing-part': {
    description: say(
      '总体情况应当从规定的几个方面分别写。许多报告合并或者另拟小标题，因此只作提示。',
      'The account in section 一 is to be given under fixed headings. Many reports merge or rename them, so this is information only.',
    ),
    clause: say('格式通知关于总体情况的说明', 'The notice on the form, on the general account'),
    example: {
      failing: '一、总体情况\n\n（一）主动公开\n　　全年发布信息12条。\n',
      passing:
        '一、总体情况\n\n（一）主动公开。全年发布信息12条。\n（二）依申请公开。无。\n（三）政府信息管理。定期清理。\n（四）平台建设。已改版。\n（五）监督保障。已培训。\n',
    },
  },
  'missing-section': {
    description: say(
      '年度报告的各个部分是固定的，没有内容也要保留标题并说明“无”。',
      'The sections of the report are fixed; one with nothing to report keeps its heading and says so.',
    ),
    clause: say('《条例》第五十条和格式通知', 'Article 50 of the Regulation, and the notice on the form'),
    example: {
      failing: '示范市2025年政府信息公开工作年度报告\n\n一、总体情况\n',
      passing:
        '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
    },
  },
  'missing-title': {
    description: say(
      '第一行应当是报告的标题，写明机关和年度；适用哪一版格式也由标题中的年度决定。',
      'The first line must be the title, with the organ and the year; the year also decides which edition of the form applies.',
    ),
    example: {
      failing: '一、总体情况\n',
      passing: '示范市2025年政府信息公开工作年度报告\n',
    },
  },
  'part-number': {
    description: say(
      '同一部分里的小标题从（一）起依次编号。从（二）开始、跳过一个或者重复一个，多半是增删时没有改过来。从（一）重新数起不算。',
      'The parts of a section are counted from （一）. One that begins with （二）, leaves a number out or gives one twice was usually not renumbered; beginning again with （一） is left alone.',
    ),
    example: {
      failing: '一、总体情况\n\n（二）主动公开。公开信息12条。\n',
      passing: '一、总体情况\n\n（一）主动公开。公开信息12条。\n（二）依申请公开。无。\n',
    },
  },
  'preface-sections': {
    description: say(
      '前言里列出报告各部分的，应当与格式规定的部分一致。缺少几个的，多半是沿用了旧格式的前言。',
      'A preface that lists the report’s sections is to list those of the form. One that leaves some out was usually taken over from an older form.',
    ),
    example: {
      failing:
        '示范镇2025年政府信息公开工作年度报告\n\n　　本报告由概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况组成。\n\n一、总体情况\n',
      passing:
        '示范镇2025年政府信息公开工作年度报告\n\n　　本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六个部分组成。\n\n一、总体情况\n',
    },
  },
  'section-number': {
    description: say(
      '各部分的序号是固定的，写成“一、”“二、”……；写成“4、”“四.”或者与标题不配都要改正。',
      'Each section has a fixed number, written 一、, 二、 and so on; `4、` or `四.` or a number of another section is mended.',
    ),
    example: {
      failing: '4、政府信息公开行政复议、行政诉讼情况\n',
      passing: '四、政府信息公开行政复议、行政诉讼情况\n',
    },
  },
  'section-order': {
    description: say('各部分应当按格式规定的次序排列。', 'The sections stand in the order that the form prescribes.'),
    example: {
      failing: '六、其他需要报告的事项\n\n无。\n\n五、存在的主要问题及改进情况\n\n无。\n',
      passing: '五、存在的主要问题及改进情况\n\n无。\n\n六、其他需要报告的事项\n\n无。\n',
    },
  },
  'section-title': {
    description: say(
      '各部分的标题由格式规定，一字不差。取自条例第五十条原文的说法只作提示。',
      'The form fixes the titles of the sections to the letter. A wording taken from Article 50 of the Regulation is pointed out as information only.',
    ),
    example: {
      failing: '一、政府信息公开总体情况\n',
      passing: '一、总体情况\n',
    },
  },
  syntax: {
    description: say(
      '引用要写成“{本年新收}”，加粗要成对写“**”，文中不应有看不见的控制字符。要写出“{”“}”“|”本身，在前面加“\\”。',
      'A quote is written {本年新收}, bold between two **, and no invisible control characters belong in a report. A backslash before { } | writes the character itself.',
    ),
    example: {
      failing: '一、总体情况\n\n　　全年新收{本年新收件。\n',
      passing: '一、总体情况\n\n　　全年新收{本年新收}件。\n',
    },
  },
  'title-form': {
    description: say(
      '标题应当写明机关、年度和“政府信息公开工作年度报告”，全文只有一个标题。读不出年度时，适用的格式和期限都无从核对。',
      'The title names the organ, the year and what the report is, and there is one title only. Without the year neither the edition nor the period can be checked.',
    ),
    example: {
      failing: '示范市政府信息公开工作年度报告\n',
      passing: '示范市2025年度政府信息公开工作报告\n',
    },
  },
  'unknown-field': {
    description: say(
      '标题下面的字段只有固定的几种；名称或者值认不出来的字段不起作用。',
      'Below the title only certain fields have a meaning; one whose name or value is not known has no effect.',
    ),
    example: {
      failing: '示范市2025年政府信息公开工作年度报告\n格式：1999\n',
      passing: '示范市2025年政府信息公开工作年度报告\n格式：2021\n',
    },
  },
  'unknown-section': {
    description: say(
      '行首的“一、”是部分的标题，格式没有规定的部分不应增设。要把它写成正文，行首空两格即可。',
      '`一、` at the beginning of a line heads a section, and the form has no other than its own. Indent the line to make it prose.',
    ),
    example: {
      failing: '七、附件\n',
      passing: '六、其他需要报告的事项\n\n　　七、附件\n',
    },
  },
  'wrong-edition': {
    description: say(
      '2021年度起改用国办公开办函〔2021〕30号的表格，此前用〔2019〕60号的。用了另一版的表格只报告一次，表内仍按那一版检查。',
      'Reports from 2021 on use the tables of notice 30 of 2021, those before the ones of notice 60 of 2019. Tables of the other edition are reported once and checked as what they are.',
    ),
    clause: say('国办公开办函〔2021〕30号', 'Notice 国办公开办函〔2021〕30号'),
    example: {
      failing: '示范市2023年政府信息公开工作年度报告\n格式：2019\n',
      passing: '示范市2020年政府信息公开工作年度报告\n格式：2019\n',
    },
  },
};
