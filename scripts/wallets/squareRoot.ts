/** ⌊√value⌋ */
export function squareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError(`no square root of ${String(value)}`);
  if (value < 2n) return value;
  // Newton's method from above falls until it is there.
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
