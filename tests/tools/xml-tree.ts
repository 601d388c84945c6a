import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document, with all text in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

// Section 2.2 of XML 1.0; the parser lets such characters pass.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\ufffe\uffff]/u;

/** Reads a document by a real parser; throws where it is not well-formed. */
export function readXml(text: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(verdict.err.msg);
  if (forbidden.test(text)) throw new Error('holds a character that XML forbids');
  const read: unknown = parser.parse(text);
  const [root] = elementsOf(read);
  if (!root) throw new Error('holds no element');
  return root;
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    const entries = Object.entries(node ?? {}).filter(
      ([name]) => name !== ':@' && name !== '#text',
    );
    return entries.map(([name, inner]) => ({
      name,
      attributes: attributesOf(node),
      children: elementsOf(inner),
      text: textOf(inner),
    }));
  });
}

function attributesOf(node: unknown): Record<string, string> {
  const found = Object.entries(node ?? {}).find(([name]) => name === ':@')?.[1] ?? {};
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .flatMap((node: unknown) => Object.entries(node ?? {}))
    .map(([name, value]) => (name === '#text' ? String(value) : textOf(value)))
    .join('');
}

/** The elements of one name directly in another. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((it) => it.name === name);
}

/** The text of the one element of a name; undefined where there is none or are several. */
export function onlyText(parent: XmlElement, name: string): string | undefined {
  const found = childrenOf(parent, name);
  return found.length === 1 ? found[0]?.text : undefined;
}
