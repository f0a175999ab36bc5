import { getAddress, isAddress, isHexString } from "ethers";
import { z } from "zod";
import { MalformedEnvelope } from "./ReportError";
import { Phase, type SignedReportEnvelope } from "./types";

const wholeNumber = z
  .string("must be a whole number, written as a string of digits")
  .regex(/^(0|[1-9]\d{0,77})$/, "must be a whole number, written as a string of digits")
  .transform((digits) => BigInt(digits))
  .refine((value) => value < 2n ** 256n, "must be below 2^256");

const address = z
  .string("must be an address")
  .refine((text) => isAddress(text) && text.startsWith("0x"), "must be an address")
  .transform((text) => getAddress(text));

const hash = z
  .string("must be 32 bytes in hexadecimal")
  .refine((text) => isHexString(text, 32), "must be 32 bytes in hexadecimal");

const bytes = z
  .string("must be bytes in hexadecimal")
  .refine((text) => isHexString(text, true), "must be bytes in hexadecimal");

const schema = z.strictObject({
  domain: z.strictObject({ chainId: wholeNumber, contract: address }),
  report: z.strictObject({
    epoch: wholeNumber,
    phase: z.enum(["One", "Two"], 'must be "One" or "Two"').transform((phase) => Phase[phase]),
    reporter: address,
    setHash: hash,
    configurationHash: hash,
    dataHash: hash,
  }),
  data: bytes,
  signature: bytes,
});

/** Reads what {@link formatEnvelope} wrote. Throws {@link MalformedEnvelope}, which names the field. */
export function parseEnvelope(text: string): SignedReportEnvelope {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new MalformedEnvelope({ reason: "not JSON" }, { cause });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const field = path.map(String).join(".");
  throw new MalformedEnvelope({ reason: field ? `${field}: ${message}` : message }, { cause: result.error });
}
