import { expect, it } from "vitest";
import type { Day } from "../../../src/day.ts";
import { unitsByName } from "../../../src/registers/unit-of-recipient.ts";
import { readUnits } from "../../../src/units.ts";

const text = `
- id: thu-vien
  name: [{ value: Chi bộ Thư viện }, { value: Chi bộ Thư viện và Lưu trữ, from: 2024-10-01 }]
- id: luu-tru
  name: [{ value: Chi bộ Lưu trữ }, { value: Chi bộ Hồ sơ, from: 2024-10-01 }]
- { id: moi, name: Chi bộ Lưu trữ, valid_from: 2024-10-01 }
- id: giai-the
  name: [{ value: Chi bộ Kho }, { value: Chi bộ Kho sách, from: 2024-02-01 }]
  valid_to: 2024-05
- id: mot
  name: [{ value: Chi bộ Đọc }, { value: Chi bộ Đọc sách, from: 2024-02-01 }]
- id: hai
  name: [{ value: Chi bộ Đọc }, { value: Chi bộ Đọc báo, from: 2024-03-01 }]
`;
const unitOf = unitsByName(readUnits({ path: "units.yaml", text }).value.units);

it.each([
  ["Chi bộ Thư viện", "2024-09-30", "thu-vien"],
  // Weeks after a unit was renamed, people still write the name of before …
  ["Chi bộ Thư viện", "2024-11-20", "thu-vien"],
  ["Chi bộ Thư viện", "2025-10-01", "thu-vien"],
  // … but not for years, …
  ["Chi bộ Thư viện", "2025-10-03", undefined],
  // … and never a name that is still to come.
  ["Chi bộ Thư viện và Lưu trữ", "2024-09-30", undefined],
  // Another unit has the name now.
  ["Chi bộ Lưu trữ", "2024-09-30", "luu-tru"],
  ["Chi bộ Lưu trữ", "2024-11-20", "moi"],
  // The unit is there no more.
  ["Chi bộ Kho", "2024-03-01", "giai-the"],
  ["Chi bộ Kho", "2024-06-01", undefined],
  // Two units had it.
  ["Chi bộ Đọc", "2024-04-01", undefined],
])("%s on %s is %s", (name, day, id) => {
  expect(unitOf(name, day as Day)).toBe(id);
});
