import type { Bilingual } from '../forms/index.ts';

/** The language that users read. */
export type Locale = keyof Bilingual;

/** The one of the two that the user reads. */
export const inLocale = (text: Bilingual, locale: Locale): string => text[locale];
