/** A sentence of a document whose numbers are told by something else. */
export interface Statement {
  document: string;
  /** Words as they stand there, {} for each number, and a space for any white space. */
  sentence: string;
  /** What the numbers are now, in order; versions as they are written. */
  numbers: readonly (number | string)[];
}

const formatted = new Intl.NumberFormat("en-US");
const number = String.raw`(\d[\d,.]*\d|\d)`;

/** Words by which a sentence is found, however its lines are broken. */
function patternOf(words: string): string {
  return `(${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, String.raw`\s+`)})`;
}

/** The document with the statement's present numbers. It has to stand there once. */
export function withNumbers(text: string, { document, sentence, numbers }: Statement): string {
  const words = sentence.split("{}");
  if (words.length !== numbers.length + 1) throw new Error(`not a number for each {}: ${sentence}`);
  const found = [...text.matchAll(new RegExp(words.map(patternOf).join(number), "g"))];
  if (found.length !== 1) throw new Error(`${document} says ${found.length} times, not once: ${sentence}`);
  const [whole, ...parts] = found[0]!;
  const shown = numbers.map((value) => (typeof value === "string" ? value : formatted.format(value)));
  // Words and numbers take turns.
  const present = parts.map((part, index) => (index % 2 === 0 ? part : shown[(index - 1) / 2]!)).join("");
  return text.slice(0, found[0]!.index) + present + text.slice(found[0]!.index + whole.length);
}
