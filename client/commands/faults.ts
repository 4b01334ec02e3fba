import { commands } from 'vscode';

/** Goes to a neighbouring fault of the same report, round the end, and shows what is wrong there. */
export const goToFault = async (which: 'next' | 'prev'): Promise<void> =>
  commands.executeCommand(`editor.action.marker.${which}`);
