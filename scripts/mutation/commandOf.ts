/** How long each test file may take unless told otherwise, in seconds. */
export const DEFAULT_TIMEOUT = 300;

/** The options that decide what is found, as they are written on the command line. */
export function commandOf(options: {
  contract?: readonly string[];
  sample?: number;
  seed: number;
  timeout: number;
}): string {
  const { contract, sample: size, seed, timeout } = options;
  const parts = [
    ...(contract ? [`--contract ${contract.join(" ")}`] : []),
    ...(size === undefined ? [] : [`--sample ${size} --seed ${seed}`]),
    ...(timeout === DEFAULT_TIMEOUT ? [] : [`--timeout ${timeout}`]),
  ];
  return ["npm run mutate", ...(parts.length === 0 ? [] : ["--", ...parts])].join(" ");
}
