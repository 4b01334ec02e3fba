import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { doors, rooms } from '../scripts/rooms.mjs';

interface Import {
  /** Paths from the root of the repository. */
  readonly from: string;
  readonly to: string;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const files = Object.keys(rooms).flatMap(sourcesOf);
const imports = files.flatMap(importsOf);
const isDoor = (path: string): boolean => doors.includes(path.slice(path.indexOf('/') + 1));
const betweenRooms = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to));

describe('architecture', () => {
  it('has only the edges between rooms that the table allows', () => {
    const wrong = betweenRooms.filter(({ from, to }) => !(rooms[roomOf(from)] ?? []).includes(roomOf(to)));
    assert.deepEqual(wrong.map(show), []);
  });

  it('enters every room through its door', () => {
    const past = betweenRooms.filter(({ to }) => !isDoor(to));
    assert.deepEqual(past.map(show), []);
  });

  it('leaves the door to those outside', () => {
    const own = imports.filter(({ from, to }) => roomOf(from) === roomOf(to) && isDoor(to));
    assert.deepEqual(own.map(show), []);
  });

  it('has no way from a room back to itself', () => {
    const edges = new Map(Object.entries(rooms).map(([room, allowed]) => [room, new Set(allowed)]));
    for (const { from, to } of betweenRooms) edges.get(roomOf(from))?.add(roomOf(to));
    assert.deepEqual(cycleIn(edges), []);
  });

  it('says of every export what it is for', () => {
    assert.deepEqual(files.flatMap(undocumentedExports), []);
  });

  it('writes the labels of the forms nowhere but in forms/', async () => {
    const { allRows, forms, tablesOf } = await import('../forms/index.ts');
    const rows = forms.flatMap(tablesOf).flatMap(form => allRows(form).map(({ row }) => row));
    // A shorter label (规章) is a word that code may need for other reasons.
    const labels = new Set(
      rows.flatMap(({ label, short = label }) => [label, short]).filter(({ length }) => length > 3),
    );
    const others = files.filter(file => roomOf(file) !== 'forms');
    assert.deepEqual(
      others.flatMap(file => labelsIn(file, [...labels])),
      [],
    );
  });
});

function sourcesOf(room: string): string[] {
  const folder = resolve(root, room);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${room}/${name.split(sep).join('/')}`)
    .sort();
}

/** The imports of our own files, those of types and those at run time included. The manifest belongs to no room. */
function importsOf(from: string): Import[] {
  return ts
    .preProcessFile(readFileSync(resolve(root, from), 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => ({ from, to: posix.join(posix.dirname(from), fileName) }))
    .filter(({ to }) => to !== 'package.json');
}

/** The room of a file; for one that is in none, the folder that it stands in, which no room may import. */
function roomOf(file: string): string {
  const [first = ''] = file.split('/');
  return first;
}

const show = ({ from, to }: Import): string => `${from} → ${to}`;

/** The rooms along a cycle, if there is one. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const visit = (room: string, path: readonly string[]): string[] => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (done.has(room)) return [];
    for (const next of edges.get(room) ?? []) {
      const cycle = visit(next, [...path, room]);
      if (cycle.length > 0) return cycle;
    }
    done.add(room);
    return [];
  };
  return [...edges.keys()].map(room => visit(room, [])).find(cycle => cycle.length > 0) ?? [];
}

function undocumentedExports(file: string): string[] {
  const source = parse(file);
  return source.statements
    .filter(statement => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0)
    .map(statement => `${file}:${source.getLineAndCharacterOfPosition(statement.getStart()).line + 1}`);
}

/** Whether the statement declares something and exports it; what is only passed on has its comment where it is declared. */
const isExported = (statement: ts.Statement): boolean =>
  ts.isExportAssignment(statement) ||
  (ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

/**
 * The labels in the texts of a file. What a rule's page tells its reader is exempt: its description speaks of the form
 * that it is about, and its examples are pieces of reports. Nothing is decided by either.
 */
function labelsIn(file: string, labels: readonly string[]): string[] {
  const source = parse(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ['description', 'example'].includes(node.name.getText())) return;
    if (isText(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      for (const label of labels) if (node.text.includes(label)) found.push(`${file}:${line} ${label}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node);

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
