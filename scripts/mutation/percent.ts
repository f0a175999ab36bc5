/** Hundredths of a percent in tenths, rounded down: nothing that was missed becomes 100 %. */
export function percent(bps: number): string {
  return `${(Math.floor(bps / 10) / 10).toFixed(1)} %`;
}
