import { type Document, isAlias, isCollection, isMap, isScalar, visit, type YAMLMap } from 'yaml';
import { visibleName } from './visible.js';
import type { YamlFault } from './yaml-syntax.js';

/** Aliases in one file, and how far they may multiply what they stand for. */
export const MOST_ALIASES = 100;
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** What `!!` stands for. */
const TAG_PREFIX = 'tag:yaml.org,2002:';
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => TAG_PREFIX + name),
);

/** What is good YAML and still not taken: duplicate and prototype keys, tags, aliases beyond the bound. */
export function refusals(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_key, node, ancestors) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        aliases++;
        const circular = ancestors.some((around) => isCollection(around) && around.anchor === node.source);
        const values = { name: visibleName(node.source), most: MOST_ALIASES };
        if (!anchors.has(node.source)) faults.push({ offset, key: 'content.yaml.alias-unknown', values });
        else if (circular) faults.push({ offset, key: 'content.yaml.alias-circular', values });
        else if (aliases === MOST_ALIASES + 1) faults.push({ offset, key: 'content.yaml.aliases', values });
        return;
      }
      if (node.anchor !== undefined) anchors.add(node.anchor);
      if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag))
        faults.push({
          offset,
          key: 'content.yaml.tag',
          values: { tag: visibleName(node.tag.replace(TAG_PREFIX, '!!')) },
        });
      if (isMap(node)) for (const fault of keyFaults(node)) faults.push(fault);
    },
  });
  return faults;
}

function keyFaults(map: YAMLMap): YamlFault[] {
  const faults: YamlFault[] = [];
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const fault = { offset: key.range?.[0] ?? 0, values: { key: visibleName(name) } };
    if (REFUSED_KEYS.has(name)) faults.push({ ...fault, key: 'content.yaml.key-refused' });
    else if (seen.has(name)) faults.push({ ...fault, key: 'content.yaml.key-twice' });
    seen.add(name);
  }
  return faults;
}

/** Offset of the first alias. */
export function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}
