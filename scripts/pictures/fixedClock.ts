/**
 * Loaded before a program, lets its clock begin at PICTURE_TIME and go on from there: what a picture shows of time is the same
 * whenever it is taken.
 */
const start = process.env.PICTURE_TIME;
if (start === undefined || Number.isNaN(Date.parse(start))) throw new Error("PICTURE_TIME is not a time");

const RealDate = Date;
const shift = Date.parse(start) - RealDate.now();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[]): object =>
    Reflect.construct(target, given.length === 0 ? [target.now() + shift] : given) as object,
  get: (target, name): unknown => (name === "now" ? () => target.now() + shift : Reflect.get(target, name)),
});
