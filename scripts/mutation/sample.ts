import { createHash } from "node:crypto";

/** `size` of the mutants, drawn by a seed; which ones does not depend on what else there is. In the order in which they are drawn. */
export function sample<T extends { id: string }>(mutants: readonly T[], size: number, seed: number): T[] {
  const draw = ({ id }: T) => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  const drawn = mutants.map((mutant) => ({ mutant, key: draw(mutant) }));
  drawn.sort((a, b) => (a.key < b.key ? -1 : 1));
  return drawn.slice(0, size).map(({ mutant }) => mutant);
}
