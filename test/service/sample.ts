/** A small report with every kind of line: three sums of table 四, one of them wrong, and quotes of its cells. */
export const sample = `示范市2025年政府信息公开工作年度报告

机关：示范市人民政府
年度：2025

// 忽略：row-total 已核
　　示范市人民政府按照要求编制。{行政复议}件，{行政诉讼}件，{机关}。示范市全年无事；见https://www.example.gov.cn/a?b=1。

一、总体情况

（一）主动公开
　　复议{行政复议.总计}件，维持{行政复议.结果维持}件。

四、政府信息公开行政复议、行政诉讼情况

| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 3 | 0 | 1 | 2 | = |
| 行政诉讼 |
| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 4 |
| 复议后起诉 | 2 |  | 0 | 1 | 5 |
`;
