/** What is funded for a period, in its two pools. */
export function splitFunding(options: { funding: bigint; certifiedShareBps: bigint }): {
  linear: bigint;
  certified: bigint;
} {
  const certified = (options.funding * options.certifiedShareBps) / 10_000n;
  return { linear: options.funding - certified, certified };
}
