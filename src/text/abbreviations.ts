import { listed, type WordSet } from './forms/lists.js';

interface Abbreviations {
  /** A full stop after these never ends a sentence: «напр.», "Mr.". */
  readonly inside: WordSet;
  /** These may stand last: «и т. д.», «5 руб.», "etc.". The next word decides. */
  readonly either: WordSet;
  /** A full stop after these does not end a sentence where a figure or a name follows: «ул. Лесная», "No. 5". */
  readonly beforeName: WordSet;
  /** Likewise, before a figure only: "No. 5", «рис. 2». */
  readonly beforeNumber: WordSet;
  /** Words that open a sentence more often than they follow an initial: «план Б. Мы …». */
  readonly openers: WordSet;
}

/** All languages at once: an English answer may say «т.е.» as little as a Russian one "e.g.", and both do. */
export const ABBREVIATIONS: Abbreviations = {
  inside: listed(
    `напр т.е т.к т.н mr mrs ms dr prof e.g i.e eg ie vs approx incl ca cf св англ рус лат букв`,
  ),
  either:
    listed(`т.д т.п тд тп др пр руб коп тыс млн млрд трлн шт мин сек час чел стр рис см г гг вв н.э etc inc ltd co corp
     a.m p.m am pm st jr sr dept est hrs min sec mo avg max ext`),
  beforeName: listed(`ул им пер просп пл г гор обл р-н д кв корп стр оф тел п ст st mt`),
  beforeNumber: listed('ч рис табл гл no nos fig sec ch p pp art vol стр п ст кв д'),
  openers:
    listed(`я мы он она они оно это этот эта в во на с со и а но потом затем тогда теперь после когда как у по за для
     из до при не так там тут сейчас решил решила поэтому через но все i we he she they it this that the a an in on at
     then now so after when my our and but to for as by with there`),
};

/** Dotted pieces of an abbreviation typed apart: «т. е.», «т. д.», "e. g.". */
export const DOTTED_PIECES: WordSet = listed('т е к д п н э e i g a p m');
