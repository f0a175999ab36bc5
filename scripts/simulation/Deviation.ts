/** The chain is not as the model or an invariant says. Ends a run. */
export class Deviation extends Error {
  override readonly name = "Deviation";
  readonly #about: { what: string; account?: string; expected: unknown; found: unknown };
  week: number | undefined;

  constructor(about: { what: string; account?: string; expected: unknown; found: unknown }) {
    super();
    this.#about = about;
    this.message = this.#text();
  }

  /** The same, with the week in which it was found, counted from 1. */
  in(week: number): this {
    this.week ??= week;
    this.message = this.#text();
    return this;
  }

  #text(): string {
    const { what, account, expected, found } = this.#about;
    const week = this.week === undefined ? "" : `week ${this.week}: `;
    const who = account === undefined ? "" : ` of ${account}`;
    return `${week}${what}${who}: expected ${String(expected)}, found ${String(found)}`;
  }
}

/** Throws a {@link Deviation} unless both are the same. */
export function expectSame(what: string, expected: unknown, found: unknown, account?: string): void {
  if (expected !== found) throw new Deviation({ what, expected, found, ...(account === undefined ? {} : { account }) });
}

/** Throws a {@link Deviation} unless the amount lies between both. */
export function expectWithin(
  what: string,
  { least, most }: { least: bigint; most: bigint },
  found: bigint,
  account?: string,
) {
  if (found >= least && found <= most) return;
  const expected = `${least} to ${most}`;
  throw new Deviation({ what, expected, found, ...(account === undefined ? {} : { account }) });
}
