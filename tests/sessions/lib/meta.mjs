// Every message of the server against the official meta model: required members, types,
// enumerations, no members that the protocol does not have. The model lies beside the project
// where it is developed; elsewhere nothing is checked here (traps.test.mjs says so).
import { existsSync, readFileSync } from "node:fs";

const place = new URL("../../../../shared/lsp/metaModel-3.18.json", import.meta.url);
export const hasModel = existsSync(place);
const empty = { structures: [], enumerations: [], typeAliases: [], requests: [], notifications: [] };
const model = hasModel ? JSON.parse(readFileSync(place, "utf8")) : empty;
const byName = (list, key = "name") => new Map(list.map((item) => [item[key], item]));
const structures = byName(model.structures);
const enumerations = byName(model.enumerations);
const aliases = byName(model.typeAliases);
const requests = byName(model.requests, "method");
const notifications = byName(model.notifications, "method");

const isInteger = (v, low, high) => Number.isInteger(v) && v >= low && v <= high;
const bases = {
  integer: (v) => isInteger(v, -(2 ** 31), 2 ** 31 - 1),
  uinteger: (v) => isInteger(v, 0, 2 ** 31 - 1),
  decimal: (v) => typeof v === "number",
  boolean: (v) => typeof v === "boolean",
  null: (v) => v === null,
};

const known = new Map();
function properties(name) {
  if (!known.has(name)) {
    const own = structures.get(name);
    const all = new Map();
    for (const base of [...(own.extends ?? []), ...(own.mixins ?? [])])
      for (const [key, property] of properties(base.name)) all.set(key, property);
    for (const property of own.properties) all.set(property.name, property);
    known.set(name, all);
  }
  return known.get(name);
}

function checkObject(all, value, path) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path}: an object is wanted`];
  const faults = [];
  for (const [key, property] of all) {
    if (key in value) faults.push(...check(property.type, value[key], `${path}.${key}`));
    else if (!property.optional) faults.push(`${path}: lacks ${key}`);
  }
  for (const key of Object.keys(value)) if (!all.has(key)) faults.push(`${path}: there is no ${key}`);
  return faults;
}

function checkReference(name, value, path) {
  if (name === "LSPAny") return [];
  if (name === "LSPObject") return value && typeof value === "object" ? [] : [`${path}: an object is wanted`];
  if (name === "LSPArray") return Array.isArray(value) ? [] : [`${path}: an array is wanted`];
  if (structures.has(name)) return checkObject(properties(name), value, path);
  if (!enumerations.has(name)) return check(aliases.get(name).type, value, path);
  const { values, type, supportsCustomValues } = enumerations.get(name);
  if (supportsCustomValues) return check(type, value, path);
  return values.some((v) => v.value === value) ? [] : [`${path}: ${value} is no ${name}`];
}

function check(type, value, path) {
  switch (type.kind) {
    case "base": {
      const fits = bases[type.name] ?? ((v) => typeof v === "string");
      return fits(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${type.name}`];
    }
    case "reference": return checkReference(type.name, value, path);
    case "array":
      if (!Array.isArray(value)) return [`${path}: an array is wanted`];
      return value.flatMap((item, i) => check(type.element, item, `${path}[${i}]`));
    case "map": return Object.entries(value).flatMap(([key, item]) => check(type.value, item, `${path}.${key}`));
    case "and": return checkObject(new Map(type.items.flatMap((item) => [...properties(item.name)])), value, path);
    case "or": {
      const tried = type.items.map((item) => check(item, value, path));
      return tried.some((faults) => !faults.length) ? [] : tried.sort((a, b) => a.length - b.length)[0];
    }
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.items.length) return [`${path}: a tuple is wanted`];
      return type.items.flatMap((item, i) => check(item, value[i], `${path}[${i}]`));
    case "literal": return checkObject(byName(type.value.properties), value, path);
    case "stringLiteral": case "integerLiteral": case "booleanLiteral":
      return value === type.value ? [] : [`${path}: ${type.value} is wanted`];
    default: return [`${path}: unknown kind ${type.kind}`];
  }
}

// The faults of a message of the server; method is that of the request it answers, if it does.
export function faultsOf(message, method) {
  if (!hasModel) return [];
  const { raw, ...m } = message;
  if (m.jsonrpc !== "2.0") return ["jsonrpc is not 2.0"];
  if ("method" in m) {
    const known = "id" in m ? requests.get(m.method) : notifications.get(m.method);
    if (!known) return [`${m.method} is not in the protocol`];
    return known.params ? check(known.params, m.params ?? null, m.method) : [];
  }
  if ("result" in m === "error" in m) return [`the answer to ${method} needs one of result and error`];
  if ("error" in m)
    return bases.integer(m.error.code) && typeof m.error.message === "string" ? [] : [`malformed error ${raw}`];
  const known = requests.get(method);
  return known ? check(known.result, m.result, `${method} result`) : [];
}
