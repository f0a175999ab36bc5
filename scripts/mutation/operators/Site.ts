import { type AstNode, type Range, rangeOf } from "../ast";

/** A place that may be mutated: a node, what it stands in, and the text of its file. */
export interface Site {
  node: AstNode;
  /** The nearest last. */
  parents: readonly AstNode[];
  source: Buffer;
}

/** One way to change a source: this range becomes this text. */
export interface Change extends Range {
  text: string;
}

/** What a mutation operator finds to change at a site. */
export type Operator = (site: Site) => Change[];

export function sourceOf({ source }: Site, node: AstNode): string {
  const { start, end } = rangeOf(node);
  return source.subarray(start, end).toString("utf8");
}

export function parentOf({ parents }: Site): AstNode | undefined {
  return parents.at(-1);
}

/** The node becomes each of these texts. */
export function becomes(node: AstNode, ...texts: string[]): Change[] {
  return texts.map((text) => ({ ...rangeOf(node), text }));
}

/** The statement goes, with its semicolon; where it is a body without braces, an empty one stays. */
export function withoutStatement({ source }: Site, statement: AstNode): Change[] {
  const { start, end } = rangeOf(statement);
  const rest = source.subarray(end).toString("utf8");
  const semicolon = /^\s*;/.exec(rest)?.[0] ?? "";
  return [{ start, end: end + Buffer.byteLength(semicolon), text: "{}" }];
}
