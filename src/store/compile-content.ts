import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Message } from '../content/messages.js';
import type { Bank } from '../content/types.js';
import type { ContentIndex } from './content.js';

/**
 * Reads the YAML of `data/` and writes the JSON that {@link openContent} reads.
 *
 * @param from the folder `data/`
 * @param to folder for the compiled content; emptied first
 */
export function compileContent(from: string, to: string): void {
  const pieces: Record<string, unknown> = {};
  const interfaceLanguages: string[] = [];
  for (const { name, data } of yamlFiles(join(from, 'messages'))) {
    interfaceLanguages.push(name);
    pieces[`messages.${name}`] = flatten(data as Tree);
  }
  const frameworks: string[] = [];
  for (const { name, data } of yamlFiles(join(from, 'frameworks'))) {
    frameworks.push(name);
    pieces[`framework.${name}`] = data;
  }
  const answerLanguages = readdirSync(join(from, 'languages')).sort();
  for (const code of answerLanguages) {
    const files = Object.fromEntries(
      yamlFiles(join(from, 'languages', code)).map(({ name, data }) => [name, data]),
    );
    pieces[`language.${code}`] = {
      ...(files.language as object),
      ...(files.cues as object),
      ...(files.weights as object),
    };
  }
  pieces.rules = yamlFiles(join(from, 'rules')).flatMap(({ data }) => (data as { rules: unknown[] }).rules);
  const banks = yamlFiles(join(from, 'banks')).map(({ data }) => data as Bank);
  for (const bank of banks) pieces[`bank.${bank.role}`] = bank;
  const index: ContentIndex = {
    interfaceLanguages,
    answerLanguages,
    frameworks,
    banks: banks.map(({ role, name, questions }) => ({
      role,
      name,
      questions: questions.map(({ id }) => id),
    })),
  };
  pieces.index = index;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const [name, piece] of Object.entries(pieces))
    writeFileSync(join(to, `${name}.json`), JSON.stringify(piece));
}

function yamlFiles(folder: string): { name: string; data: unknown }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: basename(file, '.yaml'),
      data: parse(readFileSync(join(folder, file), 'utf8')),
    }));
}

interface Tree {
  readonly [key: string]: string | Tree;
}

const PLURAL = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Joins the keys of nested maps by dots; a map of plural categories is a message and stays whole. */
function flatten(tree: Tree, prefix = ''): Record<string, Message> {
  const flat: Record<string, Message> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string' || Object.keys(value).every((name) => PLURAL.has(name)))
      flat[prefix + key] = value as Message;
    else Object.assign(flat, flatten(value, `${prefix}${key}.`));
  }
  return flat;
}
