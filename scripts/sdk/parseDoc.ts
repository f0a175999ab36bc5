/** NatSpec of a declaration: its notice, and what it says of each member (`@param`, `@custom:value`). */
export function parseDoc(text: string): { notice: string; params: Map<string, string> } {
  const params = new Map<string, string>();
  let notice = "";
  for (const part of text.split(/^\s*@/m)) {
    const flat = part.replace(/\s+/g, " ").trim();
    const named = /^(?:param|custom:value) (\w+) (.*)$/.exec(flat);
    if (named) params.set(named[1]!, named[2]!);
    else if (!/^(dev|title|custom)\b/.test(flat)) notice = flat.replace(/^notice /, "");
  }
  return { notice, params };
}
