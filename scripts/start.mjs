// `npm start`: install, build, and show what the checker says of the examples.
import { install, node } from './steps.mjs';

const INTRODUCTION = `
年报 Nianbao —— 检查 examples/ 中的示例报告
  一份是完全正确的报告，另一份故意留下了十处不同的错误；下面是检查的结果。
  每一条写明位置、规则名、问题所在和改正的办法。编辑器插件还没有做好，目前只有命令行。

Checking the reports in examples/: one is right, the other has ten different faults
  planted in it on purpose. Each finding says where it is, which rule found it, what is
  wrong and what would be right. The editor part does not exist yet.

  node dist/cli.js check examples/
`;

const CLOSING = `
接下来 / What next
  node dist/cli.js new 示范市 2025       一份空白报告 / a blank report
  node dist/cli.js check 文件.nianbao    检查自己的报告 / check a report of your own
  node dist/cli.js --help                全部命令 / all commands
  npm test                               全部测试 / the whole test suite
`;

process.exitCode = start();

function start() {
  const failed = install() || node('scripts/build.mjs');
  if (failed) return failed;
  console.log(INTRODUCTION);
  // Findings are what the faulty example is for; only a check that could not run is a failure.
  const code = node('dist/cli.js', 'check', 'examples/');
  if (code > 1) return code;
  console.log(CLOSING);
  return 0;
}
