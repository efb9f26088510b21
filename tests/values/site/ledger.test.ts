import { expect, it } from "vitest";
import { type LedgerRow, ledger } from "../../../layouts/ledger/ledger.ts";

const row: LedgerRow = {
  form: "Giấy khen",
  status: "đã trao",
  count: { value: 3 },
  counts: { given: 2, proposed: 0, revoked: 1 },
  unclear: { given: 0, proposed: 0, revoked: 0 },
  to: "đảng viên",
  recipients: ["Người Giữ", "Người Còn"],
  withdrawn: [],
  giver: { name: "Khối Thử", url: "/don-vi/khoi-thu/" },
};

/** Returns the two tables of a row of which a part was withdrawn. */
function tablesOf(one: LedgerRow): { given: string; revoked: string } {
  const [, given = "", revoked = ""] = String(ledger([one])).split("<table");
  return { given, revoked };
}

it("names nobody among those who lost an award while nobody says who they are", () => {
  const { given, revoked } = tablesOf(row);
  expect(given).toContain("Người Giữ, Người Còn");
  expect(revoked).toContain("Đã thu hồi");
  expect(revoked).not.toContain("Người");
});

it("names those who lost it apart from those who kept it", () => {
  const { given, revoked } = tablesOf({ ...row, withdrawn: ["Người Mất"] });
  expect(given).not.toContain("Người Mất");
  expect(revoked).toContain("Người Mất");
  expect(revoked).not.toContain("Người Giữ");
});

it("names the recipients of a withdrawal that no earlier article explains", () => {
  const counts = { given: 0, proposed: 0, revoked: 2 };
  expect(String(ledger([{ ...row, status: "thu hồi", counts }]))).toContain("Người Giữ, Người Còn");
});
