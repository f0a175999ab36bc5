import { expect } from "chai";
import { withSection } from "../../scripts/figures/section";

const document = "# Title\n\n<!-- a:begin -->\n\nold\n\n<!-- a:end -->\n\nafter\n";

describe("withSection", () => {
  it("puts the text between the marks, and leaves the rest", () => {
    expect(withSection(document, "a", "new\n")).to.equal(document.replace("old", "new"));
  });

  it("changes nothing the second time", () => {
    const once = withSection(document, "a", "| x |\n|---|\n");
    expect(withSection(once, "a", "| x |\n|---|\n")).to.equal(once);
  });

  it("refuses a document without the marks, or with one", () => {
    const missing = "the marks of the section b are missing";
    expect(() => withSection(document, "b", "new")).to.throw(missing);
    expect(() => withSection("<!-- b:begin -->\n", "b", "new")).to.throw(missing);
  });
});
