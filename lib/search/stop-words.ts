import { singular } from './tokens';

const english =
  'a an and any are as at be best but by can do does for from good how i if in into is it its my need no not of on or our s so such ' +
  'than that the their then there these they this those to use using vs want was were what when where which while who why will with ' +
  'you your';

/** Too common in this catalogue to be useful in a search. */
const subject = 'django';

/** In singular form, as in the index. */
const stopWords = new Set([...english.split(' '), subject].map(singular));

/** Whether a word says nothing about a text's topic; a search neither requires nor highlights it. */
export const isStopWord = (token: string) => stopWords.has(token);
