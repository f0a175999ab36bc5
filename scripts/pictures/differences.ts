/** What is another one each time, or depends on how fast the machine is, in the order of replacement. */
const volatile: [pattern: RegExp, instead: string][] = [
  [/0x[0-9a-f]{64}/g, "HASH"],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "TIME"],
  [/(127\.0\.0\.1|localhost):\d+/g, "HOST"],
  [/\d+ (minute|second)s?/g, "MOMENT"],
];

/** Numbers that depend on the second, such as a weight that decays, may differ by this share. */
const TOLERANCE = 0.001;

const NUMBER = /^\d[\d,]*(\.\d+)?$/;

/** The words and numbers that a picture shows, line by line; where a long line is broken does not matter. */
function wordsOf(svg: string): string[] {
  const text = svg
    .replace(/<title[^>]*>[^<]*<\/title>/, "")
    .split("\n")
    .map((line) => line.replace(/<[^>]*>/g, ""))
    // A full line goes on in the next one.
    .map((line) => (line.length < 160 ? `${line}\n` : line))
    .join("");
  return (
    volatile
      .reduce((changed, [pattern, instead]) => changed.replace(pattern, instead), text)
      .match(/\d[\d,]*(\.\d+)?|[^\s\d]+/g) ?? []
  );
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (!NUMBER.test(one) || !NUMBER.test(other)) return false;
  const [a, b] = [one, other].map((text) => Number(text.replaceAll(",", ""))) as [number, number];
  return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
}

/**
 * Where two pictures of a terminal show different things, at most the first few, as "…: shown → now". Hashes, times of day and
 * what passes in seconds are not compared, numbers by a thousandth.
 */
export function differences(shown: string, now: string, most = 5): string[] {
  const [before, after] = [wordsOf(shown), wordsOf(now)];
  if (before.length !== after.length) {
    const at = before.findIndex((word, index) => word !== after[index]);
    const from = at === -1 ? Math.min(before.length, after.length) : at;
    const part = (words: string[]) => words.slice(from, from + 8).join(" ");
    return [`${part(before)} → ${part(after)} (${before.length} words → ${after.length})`];
  }
  return before.flatMap((word, at) => (isSame(word, after[at]!) ? [] : [`${word} → ${after[at]!}`])).slice(0, most);
}
