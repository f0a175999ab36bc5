/** A comment of these paragraphs; empty if they are. NatSpec's references and the end of a comment are made harmless. */
export function docComment(paragraphs: string[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .flatMap((paragraph, index) => [...(index === 0 ? [] : [""]), ...clean(paragraph).split("\n")]);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]!} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

function clean(text: string): string {
  return text
    .replace(/\{(?:\w+-)?(\w+)\}/g, "`$1`")
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}
