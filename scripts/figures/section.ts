/** The marks of a section that is generated, in Markdown. */
const marks = (name: string) => ({ begin: `<!-- ${name}:begin -->\n`, end: `<!-- ${name}:end -->` });

/** The document with this text between the marks `<!-- name:begin -->` and `<!-- name:end -->`. */
export function withSection(document: string, name: string, text: string): string {
  const { begin, end } = marks(name);
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`the marks of the section ${name} are missing`);
  return `${document.slice(0, from + begin.length)}\n${text.trim()}\n\n${document.slice(to)}`;
}
