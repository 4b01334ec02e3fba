import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Span } from '../../text/index.ts';
import { withFault, type Fault } from './faults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The faults that the compiler lets pass; of the others no test would ever hear. Many are tried together, one in each
 * statement of each file, so that a round costs no more than one reading of the code.
 */
export function compiling(faults: readonly Fault[]): Fault[] {
  const compiler = new Compiler();
  const passed = new Set<Fault>();
  for (let waiting = faults; waiting.length > 0;) {
    const round = new Map<string, Fault>();
    for (const fault of waiting) round.set(`${fault.file} ${fault.unit.start}`, fault);
    for (const fault of compiler.passes([...round.values()])) passed.add(fault);
    waiting = waiting.filter(fault => round.get(`${fault.file} ${fault.unit.start}`) !== fault);
  }
  return faults.filter(fault => passed.has(fault));
}

class Compiler {
  /** The texts that have faults in them, by their paths. */
  readonly #faulty = new Map<string, string>();
  #round = 0;
  readonly #service: ts.LanguageService;

  constructor() {
    const { options, fileNames } = settings();
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: path => (this.#faulty.has(path) ? String(this.#round) : '0'),
      getScriptSnapshot: path => {
        const text = this.#faulty.get(path) ?? ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: path => ts.sys.fileExists(path),
      readFile: path => ts.sys.readFile(path),
    });
  }

  passes(faults: readonly Fault[]): Fault[] {
    this.#round++;
    this.#faulty.clear();
    const tried = [...new Set(faults.map(({ file }) => file))].map(file => {
      const path = `${root}${file}`;
      const { text, places } = withFaults(
        readFileSync(path, 'utf8'),
        faults.filter(fault => fault.file === file),
      );
      this.#faulty.set(path, text);
      return { path, places };
    });
    return tried.flatMap(({ path, places }) => {
      const wrong = [this.#service.getSyntacticDiagnostics(path), this.#service.getSemanticDiagnostics(path)].flat();
      return places
        .filter(({ start, end }) => !wrong.some(({ start: at = 0 }) => at >= start && at <= end))
        .map(({ fault }) => fault);
    });
  }
}

/** The text with these faults in it, and where the declaration of each stands then. */
function withFaults(text: string, faults: readonly Fault[]): { text: string; places: FaultPlace[] } {
  let [faulty, moved] = [text, 0];
  const places: FaultPlace[] = [];
  for (const fault of [...faults].sort((a, b) => a.start - b.start)) {
    const { unit } = fault;
    const start = unit.start + moved;
    faulty = withFault(faulty, { ...fault, start: fault.start + moved, end: fault.end + moved });
    moved = faulty.length - text.length;
    places.push({ fault, start, end: unit.end + moved });
  }
  return { text: faulty, places };
}

interface FaultPlace extends Span {
  readonly fault: Fault;
}

function settings(): ts.ParsedCommandLine {
  const read = ts.readConfigFile(`${root}tsconfig.engine.json`, path => ts.sys.readFile(path));
  return ts.parseJsonConfigFileContent(read.config, ts.sys, root);
}
