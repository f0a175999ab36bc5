/** The names of an enumeration that a bitmap stands for: "Ready", "Active or Succeeded". */
export function namesIn(bitmap: string, names: readonly string[]): string {
  const bits = BigInt(bitmap);
  const named = names.filter((_, index) => ((bits >> BigInt(index)) & 1n) === 1n);
  if (named.length === 0) return "in any state that would do";
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(", ")} or ${named.at(-1)!}`;
}
