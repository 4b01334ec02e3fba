import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Bilingual } from '../forms/index.ts';
import { nearest, TextLines, type Range } from '../text/index.ts';
import { presets, type Levels } from './presets.ts';
import { say } from './rule.ts';
import { ruleById, rules } from './rules.ts';
import { defaultSettings, type RuleSetting, type Settings } from './settings.ts';

/** A place in the settings that is wrong. */
export interface SettingsFault {
  readonly range: Range;
  readonly message: Bilingual;
}

const KEYS = ['$schema', 'preset', 'rules', 'ignore'];
const LEVELS: readonly string[] = ['off', 'information', 'warning', 'error'];

/** Reads the settings; comments and last commas are allowed. What is wrong is left out and named with its place. */
export function parseSettings(text: string): { settings: Settings; faults: SettingsFault[] } {
  const lines = new TextLines(text);
  const faults: SettingsFault[] = [];
  const fault = (offset: number, length: number, message: Bilingual): void => {
    faults.push({ range: { start: lines.positionAt(offset), end: lines.positionAt(offset + length) }, message });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors.slice(0, 1)) {
    const code = printParseErrorCode(error);
    fault(offset, length, say(`JSON 写法有误（${code}）`, `Not valid JSON (${code})`));
  }
  if (errors.length === 0 && root?.type !== 'object') {
    fault(root?.offset ?? 0, root?.length ?? 0, say('设置应当是一个 JSON 对象', 'The settings must be a JSON object'));
  }
  if (errors.length > 0 || root?.type !== 'object') return { settings: defaultSettings, faults };
  for (const [key, , at] of entries(root)) {
    if (!KEYS.includes(key)) fault(at.offset, at.length, unknown('设置项', 'setting', key, KEYS));
  }
  const levels = readPreset(root, fault);
  const settings = { rules: readRules(root, fault), ...(levels && { levels }), ignore: readIgnore(root, fault) };
  return { settings, faults };
}

type Fault = (offset: number, length: number, message: Bilingual) => void;

/** What a preset says, which the file's own settings for a rule then outweigh. */
function readPreset(root: Node, fault: Fault): Levels | undefined {
  const node = findNodeAtLocation(root, ['preset']);
  if (!node) return undefined;
  const preset = presets.find(({ id }) => id === node.value);
  if (preset) return preset.levels;
  const names = presets.map(({ id }) => id).join('、');
  fault(node.offset, node.length, say(`preset 只能是：${names}`, `preset must be one of: ${names}`));
  return undefined;
}

function readRules(root: Node, fault: Fault): Record<string, RuleSetting> {
  const found: Record<string, RuleSetting> = {};
  const node = findNodeAtLocation(root, ['rules']);
  if (!node) return found;
  if (node.type !== 'object') {
    fault(node.offset, node.length, say('rules 应当是一个对象', 'rules must be an object'));
    return found;
  }
  for (const [id, value, at] of entries(node)) {
    if (!ruleById(id)) {
      fault(
        at.offset,
        at.length,
        unknown(
          '规则',
          'rule',
          id,
          rules.map(rule => rule.id),
        ),
      );
    } else if (!LEVELS.includes(String(value.value))) {
      const levels = LEVELS.join('、');
      fault(value.offset, value.length, say(`“${id}”只能设为：${levels}`, `“${id}” must be one of: ${levels}`));
    } else found[id] = value.value as RuleSetting;
  }
  return found;
}

function readIgnore(root: Node, fault: Fault): string[] {
  const node = findNodeAtLocation(root, ['ignore']);
  if (!node) return [];
  const wrong = node.type === 'array' ? node.children?.find(child => child.type !== 'string') : node;
  if (wrong) {
    fault(wrong.offset, wrong.length, say('ignore 应当是一组路径', 'ignore must be a list of paths'));
    return [];
  }
  return (node.children ?? []).map(child => String(child.value));
}

/** Keys and values of an object, with the node of the key. */
function entries(node: Node): [string, Node, Node][] {
  return (node.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value, key] as [string, Node, Node]] : [];
  });
}

function unknown(zh: string, en: string, name: string, known: readonly string[]): Bilingual {
  const near = nearest(name, known);
  const [hint, hintEnglish] = near === undefined ? ['', ''] : [`，是不是“${near}”？`, `; did you mean “${near}”?`];
  return say(`没有“${name}”这个${zh}${hint}`, `Unknown ${en} “${name}”${hintEnglish}`);
}
