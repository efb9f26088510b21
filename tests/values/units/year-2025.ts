/*
 * The changes of 2025 with made-up names: 63 provinces become 34, districts end on 30 June, the two
 * blocs of each province are wound up into two committees. Written as an office would write them.
 */

export const lastDayOfDistricts = "2025-06-30";
export const newOrder = "2025-07-01";
export const endOfBlocs = "2025-03-01";

/** How many provinces are merged into each of the 34, from the first: 29 are merged away. */
const shares = [
  ...Array<number>(11).fill(2),
  ...Array<number>(12).fill(1),
  ...Array<number>(11).fill(2),
];
shares[0] = 5;
shares[1] = 4;
shares[2] = 4;

const provinces = Array.from({ length: 63 }, (_, at) => at + 1);
/** The province that each of the 63 is part of since the new order. */
export const heirOf = new Map<number, number>();
let next = 0;
for (const share of shares) {
  const heir = provinces[next]!;
  for (let count = 0; count < share && next < 63; count += 1, next += 1)
    heirOf.set(provinces[next]!, heir);
}

export const provinceId = (number: number) => `tinh-${number}`;

/** Returns units.yaml: 63 provinces with a district, two blocs and two new committees each. */
export function unitsOf2025(): string {
  return [
    "- { id: trung-uong, name: Trung ương mẫu }",
    ...provinces.flatMap((number) => {
      const heir = heirOf.get(number)!;
      const id = provinceId(number);
      const goesOn = heir === number;
      const renamed =
        number === 1
          ? `[{ value: "Đảng bộ tỉnh mẫu 1" }, { value: "Đảng bộ thành phố mẫu 1", from: ${newOrder} }]`
          : `"Đảng bộ tỉnh mẫu ${number}"`;
      const merged = `\n  changes: [{ kind: sáp nhập, date: ${newOrder}, into: ${provinceId(heir)} }]`;
      const committees = ["cac-co-quan-dang", "uy-ban"].map(
        (committee) =>
          `- id: ${committee}-${number}\n  name: "Đảng bộ ${committee} tỉnh mẫu ${number}"\n  parent: ${id}\n  valid_from: ${endOfBlocs}${goesOn ? "" : `\n  changes: [{ kind: sáp nhập, date: ${newOrder}, into: ${committee}-${heir} }]`}`,
      );
      const blocs = ["co-quan", "doanh-nghiep"].map(
        (bloc) =>
          `- id: khoi-${bloc}-${number}\n  name: "Đảng bộ Khối ${bloc} tỉnh mẫu ${number}"\n  parent: ${id}\n  changes: [{ kind: kết thúc, date: ${endOfBlocs}, into: [cac-co-quan-dang-${number}, uy-ban-${number}] }]`,
      );
      return [
        `- id: ${id}\n  name: ${renamed}\n  kind: tỉnh ủy\n  parent: trung-uong${goesOn ? "" : merged}`,
        `- id: huyen-${number}\n  name: "Đảng bộ huyện mẫu ${number}"\n  parent: ${id}\n  valid_to: ${lastDayOfDistricts}`,
        `- id: xa-${number}\n  name: "Đảng bộ xã mẫu ${number}"\n  parent: [{ value: huyen-${number} }, { value: ${provinceId(heir)}, from: ${newOrder} }]`,
        ...blocs,
        ...committees,
      ];
    }),
  ].join("\n");
}
