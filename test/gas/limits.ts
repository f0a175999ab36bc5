/** What an operation may cost at most, and what it should cost: the cost table of the design. */
export interface Limit {
  /** Gas of the best existing system of this kind. */
  existing: number | null;
  atMost: number;
  aim: number;
}

const claim = (existing: number): Limit => ({ existing, atMost: 110_000, aim: 95_000 });

const peers: Limit = { existing: null, atMost: 1_500_000, aim: 1_100_000 };

export const limits: Record<string, Limit> = {
  stake: { existing: 414_000, atMost: 140_000, aim: 120_000 },
  increaseAmount: { existing: 280_000, atMost: 135_000, aim: 115_000 },
  "change preset": { existing: 247_000, atMost: 100_000, aim: 85_000 },
  initiateUnlock: { existing: 299_000, atMost: 125_000, aim: 110_000 },
  relock: { existing: 423_000, atMost: 110_000, aim: 95_000 },
  withdraw: { existing: 234_000, atMost: 110_000, aim: 95_000 },
  "claim 1 week": claim(233_000),
  "claim 52 weeks": claim(3_322_000),
  "claim 104 weeks": claim(6_893_000),
  "claim and restake": { existing: 510_000, atMost: 210_000, aim: 170_000 },
  "close one idle week": { existing: 320_000, atMost: 90_000, aim: 60_000 },
  "totalWeight view, 10,000 changes on record": { existing: 54_000, atMost: 15_000, aim: 10_000 },
  "finalize, 21 nodes by 5 reporters": { existing: null, atMost: 600_000, aim: 450_000 },
  "finalize, 21 nodes by 7 reporters": { existing: null, atMost: 680_000, aim: 520_000 },
  "finalize, 21 nodes by 21 peers": peers,
  "finalize, 21 nodes by 21 peers, one fails": peers,
  "migrate, per lock in batches of 100": { existing: null, atMost: 60_000, aim: 60_000 },
};

/** "12,345"; empty if there is none. */
export function formatGas(gas: number | null | undefined): string {
  return gas == null ? "" : gas.toLocaleString("en");
}
