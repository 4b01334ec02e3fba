import { commands, l10n, Uri, window } from 'vscode';
import type { Host } from '../host.ts';
import { RULES_SETTING } from '../settings.ts';

/** What the manifest says of a rule, in the user's language. */
interface RuleEntry {
  readonly description: string;
}

/** Shows the page of a rule: the one that is named, or one that is chosen. */
export async function showRule({ context }: Host, given: unknown): Promise<void> {
  const rules = rulesIn(context.extension.packageJSON);
  const rule = typeof given === 'string' && Object.hasOwn(rules, given) ? given : await choose(rules);
  if (rule === undefined) return;
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
  await commands.executeCommand('markdown.showPreviewToSide', page);
}

async function choose(rules: Readonly<Record<string, RuleEntry>>): Promise<string | undefined> {
  const items = Object.entries(rules).map(([id, { description }]) => ({ label: description, description: id }));
  const placeHolder = l10n.t('Which rule?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.description;
}

/** The list of rules stands in the manifest as the settings of their weights, made from the rules themselves. */
function rulesIn(manifest: unknown): Readonly<Record<string, RuleEntry>> {
  const { contributes } = manifest as {
    readonly contributes: {
      readonly configuration: {
        readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, RuleEntry>> }>>;
      };
    };
  };
  return contributes.configuration.properties[RULES_SETTING]?.properties ?? {};
}
