/** An exact rational number, not reduced; the denominator is above 0. */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);

  constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {
    if (denominator <= 0n) throw new RangeError("the denominator must be above 0");
  }

  plus(other: Fraction): Fraction {
    // One denominator for both keeps long sums over an unchanged total small.
    if (this.denominator === other.denominator) {
      return new Fraction(this.numerator + other.numerator, this.denominator);
    }
    return new Fraction(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(whole: bigint): Fraction {
    return new Fraction(this.numerator - whole * this.denominator, this.denominator);
  }

  isBelow(other: Fraction): boolean {
    return this.numerator * other.denominator < other.numerator * this.denominator;
  }

  /** Rounded down; for numbers from 0 on. */
  floor(): bigint {
    return this.numerator / this.denominator;
  }
}
