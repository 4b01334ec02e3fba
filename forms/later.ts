/** What of the forms is not needed to say what is wrong: how their words are typed. */
export { pinyin } from './generated/pinyin.ts';
