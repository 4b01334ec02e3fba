import ts from 'typescript';

/** Another text for a node; a statement that is left out has none. */
export interface Change {
  readonly after: string;
  readonly leaves: boolean;
}

/** The faults that can be put in the place of a node: what people do wrong, each as small as it can be. */
export function faultsAt(node: ts.Node): Change[] {
  if (ts.isStatement(node)) return isDoing(node) ? [{ after: '', leaves: true }] : [];
  if (!ts.isExpression(node) || !isValue(node) || isInsideChain(node)) return [];
  const texts = [...ofOperator(node), ...ofLiteral(node), ...ofCall(node), ...ofPlace(node)];
  const before = node.getText();
  return [...new Set(texts)].filter(text => text !== before).map(after => ({ after, leaves: false }));
}

/** Statements whose only use is what they do. */
const isDoing = (node: ts.Statement): boolean =>
  (ts.isExpressionStatement(node) && !isDirective(node)) ||
  ts.isContinueStatement(node) ||
  ts.isThrowStatement(node) ||
  ts.isBreakStatement(node) ||
  (ts.isReturnStatement(node) && !node.expression);

const isDirective = ({ expression }: ts.ExpressionStatement): boolean => ts.isStringLiteral(expression);

/** Whether the expression is read; what is only assigned to, and names of properties and types, are not. */
function isValue(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isExpressionStatement(parent) || ts.isTypeNode(parent) || ts.isDecorator(parent)) return false;
  if (ts.isPropertyName(node) && 'name' in parent && parent.name === node) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left === node
  ) {
    return false;
  }
  return !ts.isImportDeclaration(parent) && !ts.isExportDeclaration(parent);
}

/** `a?.b` inside `a?.b.c`: in brackets it would no longer end the whole chain. */
const isInsideChain = (node: ts.Node): boolean =>
  ts.isOptionalChain(node) && ts.isOptionalChain(node.parent) && node.parent.expression === node;

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
};

function ofOperator(node: ts.Expression): string[] {
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = node.operand.getText();
    if (node.operator === ts.SyntaxKind.ExclamationToken) return [operand];
    // `-1` is changed as a number.
    if (node.operator !== ts.SyntaxKind.MinusToken || isStandIn(node)) return [];
    return [ts.isNumericLiteral(node.operand) ? '-2' : operand];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const [left, operator, right] = [node.left.getText(), node.operatorToken.getText(), node.right.getText()];
  if (operator === '??') return isLiteral(node.right) ? [right] : [right, left];
  return (OPERATORS[operator] ?? []).map(other => `${left} ${other} ${right}`);
}

function ofLiteral(node: ts.Expression): string[] {
  if (isStandIn(node)) return [];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true'];
  if (ts.isNumericLiteral(node)) {
    return ts.isPrefixUnaryExpression(node.parent) || isLimit(node) ? [] : [String(Number(node.text) + 1)];
  }
  if (ts.isStringLiteralLike(node)) return node.text === '' ? ["'?'"] : isAsked(node) ? ["''"] : [];
  if (ts.isRegularExpressionLiteral(node)) return ofPattern(node.text);
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) return ['[]'];
  return [];
}

const isLiteral = (node: ts.Expression): boolean => ts.isStringLiteral(node) || ts.isNumericLiteral(node);

/** What stands behind `??` or in a pattern because the compiler asks for it, mostly where there is always a value. */
const isStandIn = ({ parent }: ts.Node): boolean =>
  ts.isBindingElement(parent) ||
  (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken);

/** What has a name of its own is a judgement: of 60 or 61, one is as right as the other. */
const isLimit = ({ parent }: ts.Node): boolean =>
  ts.isVariableDeclaration(parent) && /^[A-Z][A-Z_]*$/.test(parent.name.getText());

/** Whether a text decides something; most others are words for readers. */
const isAsked = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) &&
  ts.isPropertyAccessExpression(parent.expression) &&
  /^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|split|join|replace|replaceAll|padStart|repeat)$/.test(
    parent.expression.name.text,
  );

/** A pattern without one of its ends, repetitions or exceptions. */
function ofPattern(pattern: string): string[] {
  const parts = pattern.match(/\\u\{\w+\}|\\.|\[\^?|\(\?(?:<?[=!]|:|<\w+>)|[+*?]\??|\{\d+(?:,\d*)?\}|[^]/g) ?? [];
  let inClass = false;
  return parts.flatMap((part, at) => {
    const without = (other: string): string[] => [[...parts.slice(0, at), other, ...parts.slice(at + 1)].join('')];
    if (inClass) {
      inClass = part !== ']';
      return [];
    }
    inClass = part.startsWith('[');
    if (part === '[^') return without('[');
    if (part === '[' && parts[at + 1] !== ']') return without('[^');
    if (part === '(?=' || part === '(?<=') return without(part.replace('=', '!'));
    if (part === '(?!' || part === '(?<!') return without(part.replace('!', '='));
    if (part === '^' || part === '$' || part === '\\b' || /^(?:[+*?]\??|\{\d.*)$/.test(part)) return without('');
    return [];
  });
}

/** Methods that are mistaken for each other. */
const METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    indexOf: 'lastIndexOf',
    lastIndexOf: 'indexOf',
    find: 'findLast',
    findLast: 'find',
    findIndex: 'findLastIndex',
    findLastIndex: 'findIndex',
    min: 'max',
    max: 'min',
    floor: 'ceil',
    ceil: 'floor',
  }),
);

/** Methods whose result may be taken for what they are called on. */
const LEAVABLE =
  /^(?:filter|slice|trim|trimEnd|trimStart|toSorted|toReversed|replace|replaceAll|concat|with|toLowerCase)$/;

function ofCall(node: ts.Expression): string[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: object, name } = node.expression;
  const [before, method, after] = [object.getText(), name.text, node.getText().slice(node.expression.getText().length)];
  const other = METHODS.get(method);
  const dot = node.expression.questionDotToken ? '?.' : '.';
  return [
    ...(other === undefined ? [] : [`${before}${dot}${other}${after}`]),
    ...(LEAVABLE.test(method) ? [before] : []),
  ];
}

/** Faults that any expression can have where it stands: a condition that does not matter, a result that is not given. */
function ofPlace(node: ts.Expression): string[] {
  const { parent } = node;
  if (ts.isOptionalChain(node) && node.getText().includes('?.')) return ['undefined'];
  if ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) {
    return ts.isIfStatement(parent) ? ['true', 'false'] : ['false'];
  }
  if (ts.isConditionalExpression(parent) && parent.condition === node) return ['true', 'false'];
  if (ts.isForStatement(parent) && parent.condition === node) return ['false'];
  if (isJoined(parent)) return [parent.operatorToken.kind === ts.SyntaxKind.BarBarToken ? 'false' : 'true'];
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node)) return ['undefined', '[]'];
  return [];
}

const isJoined = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(node.operatorToken.kind);
