/** What a promise is rejected with; throws if it is not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`rejected with something that is no error: ${String(error)}`, { cause: error });
  }
  throw new Error(`not rejected, but resolved with ${String(value)}`);
}
