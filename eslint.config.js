import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { doors, nodeRooms, outsideFolders, rooms } from './scripts/rooms.mjs';

export default defineConfig(
  { ignores: ['dist/', 'out/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      complexity: ['error', 20],
      'no-console': 'error',
      'no-else-return': 'error',
      'no-lonely-if': 'error',
      'no-useless-rename': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `{ sum: _, ...rest }` is how a property is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Prose is indented by two ideographic spaces, in templates as in reports.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      // Without a default every case is asked for; a default says that the rest is meant.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a message reads as what it is; everything else must still be made a text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Code points are what a spread text is wanted for here: no label is made of emoji.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `() => list.push(x)` says all there is to say.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...Object.keys(rooms).map(room => ({ files: [`${room}/**/*.ts`], rules: importRules(room) })),
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test that meets `undefined` fails by it, which is what the check would do at greater length.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['grammar/**/*.ts', 'model/**/*.ts', 'rules/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':function ObjectExpression[properties.length>1] > SpreadElement:first-child',
          message: 'V8 gives each object written so a hidden class of its own: see text/copy-with.ts.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    // Plain scripts run before anything is installed; they have no types to check by.
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { console: 'readonly', performance: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
);

/**
 * What a room may import: the rooms that the table allows, through their doors, and Node only where it is at home.
 *
 * @param {string} room
 * @returns {import('eslint').Linter.RulesRecord}
 */
function importRules(room) {
  const allowed = rooms[room] ?? [];
  const forbidden = Object.keys(rooms).filter(other => other !== room && !allowed.includes(other));
  const patterns = [
    { regex: up(forbidden), message: `${room}/ may not import this room: see scripts/rooms.mjs.` },
    { regex: up(outsideFolders), message: 'No room imports what stands outside the rooms.' },
    {
      regex: `^(?:\\./|(?:\\.\\./)+)(?:${doors.join('|')})$`,
      message: 'Inside a room, import the file itself, not the door.',
    },
  ];
  if (allowed.length > 0) {
    patterns.push({
      regex: `${up(allowed)}(?!(?:${doors.join('|')})$)`,
      message: `Enter a room through its ${doors.join(' or ')}.`,
    });
  }
  if (!nodeRooms.includes(room)) {
    patterns.push({
      regex: `^(?:node:.*|${builtinModules.filter(name => !name.startsWith('_')).join('|')})$`,
      message: 'This room must also run in a browser.',
    });
  }
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** @param {readonly string[]} folders */
function up(folders) {
  return `^(?:\\.\\./)+(?:${folders.join('|')})/`;
}
