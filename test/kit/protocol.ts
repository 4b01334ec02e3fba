import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';

/** A message as it stands on the wire. */
export interface WireMessage {
  readonly jsonrpc: '2.0';
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** Who sent a message. */
export type Side = 'client' | 'server';

/** What is wrong with a JSON value, with the path to it; nothing if it is as it should be. */
export type Check = (value: unknown) => string | undefined;

/** What a method's messages hold. */
interface Method {
  readonly params?: Check;
  readonly result?: Check;
  readonly partial?: Check;
}

/**
 * Holds the messages of a session against the protocol as its own packages declare it: what is missing, what has the
 * wrong type, what does not belong there, and replies that nobody asked for.
 */
export class ProtocolCheck {
  readonly violations: string[] = [];
  readonly #asked = new Map<string, Method>();
  readonly #progress = new Map<unknown, Check>();

  /** The requests of a side that have no reply yet. */
  unanswered(by: Side): string[] {
    return [...this.#asked.keys()].filter(key => key.startsWith(by));
  }

  message(from: Side, message: WireMessage): void {
    const fault = this.#faultOf(from, message);
    if (fault !== undefined) this.violations.push(`${from} ${message.method ?? `reply ${String(message.id)}`}${fault}`);
  }

  #faultOf(from: Side, message: WireMessage): string | undefined {
    const extra = Object.keys(message).find(
      key => !['jsonrpc', 'id', 'method', 'params', 'result', 'error'].includes(key),
    );
    if (extra !== undefined || (message.jsonrpc as string) !== '2.0') {
      return `: no JSON-RPC message: ${JSON.stringify(message)}`;
    }
    return message.method === undefined ? this.#reply(from, message) : this.#call(from, message, message.method);
  }

  #call(from: Side, { id, params }: WireMessage, name: string): string | undefined {
    // What our extension and our server say to each other, their compiler has checked on both sides.
    const method = name.startsWith('nianbao/') ? own : protocol().get(name);
    if (!method) return ': the protocol knows no such method';
    if (id !== undefined) {
      const key = `${from} ${String(id)}`;
      if (this.#asked.has(key)) return `: a second request ${String(id)}`;
      this.#asked.set(key, method);
    }
    const { workDoneToken, partialResultToken, token, value } = (params ?? {}) as Record<string, unknown>;
    if (workDoneToken !== undefined) this.#progress.set(workDoneToken, workDone());
    if (name === 'window/workDoneProgress/create') this.#progress.set(token, workDone());
    if (partialResultToken !== undefined && method.partial) this.#progress.set(partialResultToken, method.partial);
    if (name === '$/progress') {
      const check = this.#progress.get(token);
      return check ? within('.params.value', check(value)) : `: progress of the unknown ${JSON.stringify(token)}`;
    }
    if (params === undefined) return method.params?.(params) === undefined ? undefined : '.params is missing';
    return method.params ? within('.params', method.params(params)) : '.params: it has none';
  }

  #reply(from: Side, message: WireMessage): string | undefined {
    const key = `${from === 'server' ? 'client' : 'server'} ${String(message.id)}`;
    const method = this.#asked.get(key);
    if (!method) return ': a reply to no request, or a second one';
    this.#asked.delete(key);
    if (message.error) {
      const { code, message: text } = message.error;
      return Number.isInteger(code) && typeof text === 'string' && !('result' in message) ? undefined : '.error';
    }
    if (!('result' in message)) return ': neither result nor error';
    return within('.result', method.result?.(message.result));
  }
}

const own: Method = { params: () => undefined };

const within = (step: string, fault: string | undefined): string | undefined => fault && step + fault;

let known: Map<string, Method> | undefined;
let workDoneCheck: Check | undefined;

/** Every method that the package of the protocol declares. */
export function protocol(): ReadonlyMap<string, Method> {
  return (known ??= readProtocol());
}

const workDone = (): Check => {
  protocol();
  return workDoneCheck ?? (() => ': WorkDoneProgress is not declared');
};

function readProtocol(): Map<string, Method> {
  // Loaded only here: most who use the kit, the measurements among them, have no need of a compiler.
  const compiler = createRequire(import.meta.url)('typescript') as typeof ts;
  const file = fileURLToPath(
    new URL('../../node_modules/vscode-languageserver-protocol/lib/common/api.d.ts', import.meta.url),
  );
  const program = compiler.createProgram([file], {
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const door = source && checker.getSymbolAtLocation(source);
  if (!door) throw new Error('the declarations of the protocol are not where they were');
  const checks = new Checks(compiler, checker);
  const methods = new Map<string, Method>();
  for (const namespace of checker.getExportsOfModule(door)) {
    const whole = namespace.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(namespace) : namespace;
    if (!(whole.flags & compiler.SymbolFlags.ValueModule)) continue;
    const members = new Map(checker.getExportsOfModule(whole).map(member => [member.name, member]));
    const type = members.get('type');
    if (!type) continue;
    const described = checker.getTypeOfSymbol(type);
    const given = checker.getTypeArguments(described as ts.TypeReference).map(one => checks.of(one));
    if (namespace.name === 'WorkDoneProgress') workDoneCheck = given[0];
    const method = members.get('method');
    const name = method && checker.getTypeOfSymbol(method);
    if (!name?.isStringLiteral()) continue;
    const kind = described.symbol.name;
    const [params, result, partial] = kind.endsWith('0') ? [undefined, ...given] : given;
    methods.set(
      name.value,
      kind.includes('Notification')
        ? { ...(params && { params }) }
        : { ...(params && { params }), ...(result && { result }), ...(partial && { partial }) },
    );
  }
  // Those the package leaves to the library beneath it.
  const integer = checks.of(checker.getNumberType());
  const id: Check = value => (typeof value === 'string' ? undefined : integer(value));
  methods.set('$/cancelRequest', { params: value => id((value as { id: unknown }).id) });
  methods.set('$/progress', {});
  const levels = ['off', 'messages', 'verbose'];
  methods.set('$/setTrace', {
    params: value => (levels.includes((value as { value: string }).value) ? undefined : is(value, 'level of a trace')),
  });
  return methods;
}

/** Turns types into checks, each type once: many refer to themselves. */
class Checks {
  readonly #compiler: typeof ts;
  readonly #checker: ts.TypeChecker;
  readonly #made = new Map<string, Map<ts.Type, Check>>();

  constructor(compiler: typeof ts, checker: ts.TypeChecker) {
    this.#compiler = compiler;
    this.#checker = checker;
  }

  /** A type's check. `uinteger` and `decimal` are mere names of `number`: only how a property is written tells. */
  of(type: ts.Type, written = ''): Check {
    const number = /\b(uinteger|decimal)\b/.exec(written)?.[1] ?? 'integer';
    const made = this.#made.get(number) ?? new Map<ts.Type, Check>();
    this.#made.set(number, made);
    const before = made.get(type);
    if (before) return before;
    let check: Check | undefined;
    made.set(type, value => (check ??= this.#make(type, written, number))(value));
    return made.get(type)!;
  }

  #make(type: ts.Type, written: string, number: string): Check {
    const checker = this.#checker;
    const { TypeFlags } = this.#compiler;
    const { flags } = type;
    if (flags & (TypeFlags.Any | TypeFlags.Unknown)) return () => undefined;
    if (flags & (TypeFlags.Void | TypeFlags.Null)) return value => (value === null ? undefined : is(value, null));
    if (flags & (TypeFlags.Undefined | TypeFlags.Never)) return value => is(value, undefined);
    if (flags & TypeFlags.String) return value => (typeof value === 'string' ? undefined : is(value, 'string'));
    if (flags & TypeFlags.Number) return value => (isNumber(value, number) ? undefined : is(value, number));
    if (type.isStringLiteral() || type.isNumberLiteral()) {
      return value => (value === type.value ? undefined : is(value, type.value));
    }
    if (flags & TypeFlags.BooleanLiteral) {
      const literal = checker.typeToString(type) === 'true';
      return value => (value === literal ? undefined : is(value, literal));
    }
    if (type.isUnion()) return anyOf(type.types.map(one => this.of(one, written)));
    if (checker.isTupleType(type)) return this.#list(type, written, true);
    if (checker.isArrayType(type)) return this.#list(type, written, false);
    return this.#object(type);
  }

  #list(type: ts.Type, written: string, fixed: boolean): Check {
    const checks = this.#checker.getTypeArguments(type as ts.TypeReference).map(one => this.of(one, written));
    return value => {
      if (!Array.isArray(value) || (fixed && value.length !== checks.length)) return is(value, 'list');
      for (const [i, one] of value.entries()) {
        const fault = checks[fixed ? i : 0]?.(one);
        if (fault !== undefined) return `[${i}]${fault}`;
      }
      return undefined;
    };
  }

  #object(type: ts.Type): Check {
    const checker = this.#checker;
    const { IndexKind, isPropertySignature, SymbolFlags } = this.#compiler;
    const properties = checker.getPropertiesOfType(type).map(property => {
      const declaration = property.valueDeclaration ?? property.declarations?.[0];
      const written = declaration && isPropertySignature(declaration) ? declaration.type?.getText() : undefined;
      const check = this.of(checker.getTypeOfSymbol(property), written);
      return { name: property.name, optional: (property.flags & SymbolFlags.Optional) !== 0, check };
    });
    const names = new Set(properties.map(({ name }) => name));
    const indexed = checker.getIndexTypeOfType(type, IndexKind.String);
    const rest = indexed && this.of(indexed);
    // `object` and `{}`: whatever is an object.
    const open = properties.length === 0 && !rest;
    return value => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return is(value, 'object');
      const given = value as Record<string, unknown>;
      for (const { name, optional, check } of properties) {
        if (given[name] === undefined && optional) continue;
        const fault = name in given ? check(given[name]) : ' is missing';
        if (fault !== undefined) return `.${name}${fault}`;
      }
      for (const name of open ? [] : Object.keys(given)) {
        if (names.has(name)) continue;
        const fault = rest ? rest(given[name]) : ' does not belong there';
        if (fault !== undefined) return `.${name}${fault}`;
      }
      return undefined;
    };
  }
}

/** One of the checks must pass; of those that fail, the one that got furthest says why. */
function anyOf(checks: readonly Check[]): Check {
  return value => {
    let furthest = '';
    for (const check of checks) {
      const fault = check(value);
      if (fault === undefined) return undefined;
      if (depth(fault) >= depth(furthest)) furthest = fault;
    }
    return furthest;
  };
}

const depth = (fault: string): number => fault.split(/[.[](?=[\w]+)/).length;

const is = (value: unknown, wanted: unknown): string =>
  `: ${value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60)} is no ${String(wanted)}`;

function isNumber(value: unknown, kind: string): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (kind === 'decimal') return true;
  return Number.isInteger(value) && value < 2 ** 31 && value >= (kind === 'uinteger' ? 0 : -(2 ** 31));
}
