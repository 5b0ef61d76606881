#!/usr/bin/env python3
"""settings.py PROGRAM [--check]: the settings of package.json and their words in package.nls*.json,
from what the program says of its rules and of nianbao.json. With --check nothing is written: what
is out of step is named, and so are words of the extension that have no translation.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The keys of nianbao.json that make sense without a folder: patterns and fingerprints do not.
KEYS = ["year", "form", "issuer", "deadline", "lengthLimit"]
SEVERITIES = ["default", "off", "error", "warning", "information", "hint"]
LANGUAGES = {"package.nls.json": "en", "package.nls.zh-cn.json": "zh"}


def ask(program, kind):
    arguments = [program, "rules", "--format", kind]
    return json.loads(subprocess.run(arguments, check=True, capture_output=True).stdout)


def setting_of(key, schema):
    """A key of nianbao.json as a setting; null, the default, leaves it to the nearest file."""
    own = {name: value for name, value in schema.items() if name != "description"}
    own["type"] = [own.get("type", "string"), "null"]
    if "enum" in own:
        own["enum"] = [None] + own["enum"]
    return {**own, "default": None, "scope": "resource", "order": 10,
            "description": f"%setting.{key}%"}


def setting_of_rules(rules):
    one = {rule["code"]: {"type": "string", "enum": SEVERITIES, "default": "default",
                          "markdownDescription": f"%rule.{rule['code']}%"}
           for rule in rules}
    return {"type": "object", "default": {}, "scope": "resource", "order": 20,
            "additionalProperties": False, "properties": one,
            "markdownDescription": "%setting.rules%"}


def manifest(rules, schema):
    package = json.loads((HERE / "package.json").read_text("utf-8"))
    properties = package["contributes"]["configuration"]["properties"]
    for key in KEYS:
        properties[f"nianbao.{key}"] = setting_of(key, schema["properties"][key])
    properties["nianbao.rules"] = setting_of_rules(rules)
    return package


def words(name, language, rules, schema):
    texts = json.loads((HERE / name).read_text("utf-8"))
    texts = {key: value for key, value in texts.items() if not key.startswith("rule.")}
    for key in KEYS:
        chinese, english = schema["properties"][key]["description"].split(" / ", 1)
        texts[f"setting.{key}"] = {"zh": chinese, "en": english}[language]
    for rule in rules:
        title = rule["title"][language]
        severity = f"`{rule['severity']}`"
        texts[f"rule.{rule['code']}"] = f"`{rule['slug']}` {title} ({severity})"
    return texts


def untranslated():
    """Words that the extension says and the bundle lacks, and the other way round."""
    source = "\n".join(path.read_text("utf-8") for path in sorted((HERE / "src").glob("*.ts")))
    said = {text.replace("\\'", "'") for text in re.findall(r"\bt\(\s*'((?:[^'\\]|\\.)*)'", source)}
    known = set(json.loads((HERE / "l10n/bundle.l10n.zh-cn.json").read_text("utf-8")))
    yield from (f"l10n: no Chinese for {text!r}" for text in sorted(said - known))
    yield from (f"l10n: nobody says {text!r}" for text in sorted(known - said))


def unnamed(package, texts):
    """%names% of package.json that a language has no word for."""
    wanted = set(re.findall(r'"%([^%"]+)%"', json.dumps(package)))
    for name, known in texts.items():
        yield from (f"{name}: nothing for {key}" for key in sorted(wanted - set(known)))
        yield from (f"{name}: nobody asks for {key}" for key in sorted(set(known) - wanted))


def main():
    program = sys.argv[1]
    rules, schema = ask(program, "json"), ask(program, "schema")
    package = manifest(rules, schema)
    texts = {name: words(name, lang, rules, schema) for name, lang in LANGUAGES.items()}
    made = {"package.json": package, **texts}
    complaints = list(untranslated()) + list(unnamed(package, texts))
    for name, value in made.items():
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        if text == (HERE / name).read_text("utf-8"):
            continue
        if "--check" in sys.argv:
            complaints.append(f"{name} is out of step; write it anew: {sys.argv[0]} {program}")
        else:
            (HERE / name).write_text(text, "utf-8")
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
