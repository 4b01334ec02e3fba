import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  balance: {
    description: say(
      '每一列中，本年新收加上年结转，等于办理结果总计加结转下年度。收进来的申请不是办结了就是结转了。',
      'In each column, requests received and carried in equal those concluded and carried over: each one is either answered or still open.',
    ),
    clause: say('格式表三表头所印的勾稽关系', 'The note printed in the head of table 三'),
    example: {
      failing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |\n| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n',
      passing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |\n| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n',
    },
  },
  'dispute-total': {
    description: say(
      '行政复议和两类行政诉讼，各自的总计等于结果维持、结果纠正、其他结果、尚未审结之和。',
      'For reviews and both kinds of lawsuit, 总计 is the sum of the four outcomes.',
    ),
    clause: say('格式表四', 'Table 四 of the form'),
    example: {
      failing:
        '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 2 | 4 |\n',
      passing:
        '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 2 | 3 |\n',
    },
  },
  'result-total': {
    description: say(
      '每一列的“（七）总计”等于它上面各种办理结果之和；分组行（如“（三）不予公开”）本身不填数。',
      'In each column （七）总计 is the sum of all the results above it; the heads of groups hold no numbers.',
    ),
    clause: say('格式表三的勾稽关系', 'The sums of table 三 of the form'),
    // Known already without the other rows: a result greater than the total of all.
    example: {
      failing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| （一）予以公开 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |\n| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n',
      passing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n',
    },
  },
  'row-total': {
    description: say(
      '每一行的总计等于自然人与各类法人或其他组织之和。',
      'In each row, 总计 is the sum of natural persons and the five kinds of organisation.',
    ),
    clause: say('格式表三的勾稽关系', 'The sums of table 三 of the form'),
    example: {
      failing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 4 |\n',
      passing:
        '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 1 | 4 |\n',
    },
  },
};
