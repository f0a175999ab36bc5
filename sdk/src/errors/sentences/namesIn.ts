/** The names of an enumeration that a bitmap stands for: "Ready", "Active or Succeeded". */
export function namesIn(bitmap: string, names: readonly string[]): string {
  const bits = BigInt(bitmap);
  const named = names.filter((_, index) => ((bits >> BigInt(index)) & 1n) === 1n);
  return named.length < 2 ? named.join() : `${named.slice(0, -1).join(", ")} or ${named.at(-1)!}`;
}
