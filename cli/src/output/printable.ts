/** Without control and formatting characters, line ends excepted: whoever wrote it does not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, "");
}
