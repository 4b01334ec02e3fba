import type { Bilingual } from '../forms/index.ts';
import { withInnerQuotes } from '../text/index.ts';

/** The language that users read. */
export type Locale = keyof Bilingual;

/** The one of the two that the user reads. Labels bring quotation marks into sentences that quote them. */
export const inLocale = (text: Bilingual, locale: Locale): string => withInnerQuotes(text[locale]);
