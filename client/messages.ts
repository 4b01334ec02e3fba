import { window } from 'vscode';

type Tell = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

/** Tells the user something, whatever words of files or of the clipboard are in it; says which button was chosen. */
export const inform: Tell = (message, ...buttons) => window.showInformationMessage(plain(message), ...buttons);

/** The same as a warning. */
export const warn: Tell = (message, ...buttons) => window.showWarningMessage(plain(message), ...buttons);

/** The same as an error. */
export const complain: Tell = (message, ...buttons) => window.showErrorMessage(plain(message), ...buttons);

/**
 * The editor makes a link of `[words](command:…)` in a message, which runs a command at a click. With a space between the
 * brackets there is none.
 */
export const plain = (message: string): string => message.replaceAll('](', '] (');
