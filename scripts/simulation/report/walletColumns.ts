import type { SimulationRecord } from "../record";

type Columns = SimulationRecord["gas"][string];

/** A finalization of wallets: how many it named, and what it cost. */
interface Finalization {
  week: number;
  wallets: number;
  gas: number;
}

/**
 * The finalizations of wallets. Each is on the first day of a week and names every wallet there is; later ones register in
 * the middle of a week. So those are named that came in the weeks before.
 */
export function walletFinalizations({ gas }: Pick<SimulationRecord, "gas">): Finalization[] {
  const finalized = gas["finalize (wallets)"];
  const registered = gas["register (wallets)"];
  if (!finalized || !registered) return [];
  const walletsBefore = (week: number) =>
    registered.counts.reduce((sum, times, index) => (registered.weeks[index]! < week ? sum + times : sum), 0);
  return finalized.weeks
    .map((week, index) => ({ week, wallets: walletsBefore(week), gas: finalized.medians[index]! }))
    .filter(({ wallets }) => wallets !== 0);
}

/** What the finalizations of wallets cost by the wallet that they name, each counted as often as it names one. */
export function walletColumns(record: Pick<SimulationRecord, "gas">): Columns | undefined {
  const list = walletFinalizations(record);
  if (list.length === 0) return undefined;
  const perWallet = list.map(({ gas, wallets }) => Math.round(gas / wallets));
  return {
    weeks: list.map(({ week }) => week),
    counts: list.map(({ wallets }) => wallets),
    medians: perWallet,
    maxima: perWallet,
  };
}

/** What each further wallet costs: the slope of the straight line that fits best. Undefined while their number stays. */
export function gasPerFurtherWallet(record: Pick<SimulationRecord, "gas">): number | undefined {
  const list = walletFinalizations(record);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const wallets = mean(list.map((one) => one.wallets));
  const gas = mean(list.map((one) => one.gas));
  const spread = list.reduce((sum, one) => sum + (one.wallets - wallets) ** 2, 0);
  if (spread === 0) return undefined;
  return Math.round(list.reduce((sum, one) => sum + (one.wallets - wallets) * (one.gas - gas), 0) / spread);
}
