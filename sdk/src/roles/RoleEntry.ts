/** A right, and who holds it. */
export interface RoleEntry {
  /** The contract's name; a proxy's administrator is called "<contract>_ProxyAdmin". */
  readonly contract: string;
  /** The contract's address. */
  readonly address: string;
  /** The name of the role's constant, or its id where it has none; `owner`, `proxy admin`, `timelock` or `source of votes`. */
  readonly role: string;
  /** Addresses; zero stands for anyone. Empty if nobody holds it. */
  readonly members: readonly string[];
}
