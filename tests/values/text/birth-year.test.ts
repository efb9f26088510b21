import { expect, it } from "vitest";
import { birthYear } from "../../../src/remarks/birth-years.ts";

/** Which texts tell the year in which somebody was born who may be alive. */

it.each([
  "đồng chí Mẫu, sinh năm 1985, được kết nạp",
  "Nguyễn Văn Mẫu (SN 1985)",
  "Nguyễn Văn Mẫu (SN: 1985)",
  "Đồng chí Trần Mẫu - SN 1988",
  "Chị Lê Thị Mẫu sinh năm 1990 ở xã",
  "ông sinh năm 1950",
  "anh sinh 12.4.1999",
  "hai cháu đều sinh năm 2010",
  "người sinh năm 1949",
  "Sinh ngày 5/3/1985 tại Đồi Chè",
  "Nguyễn Văn Mẫu sinh ngày 5 tháng 3 năm 1985",
  "Năm sinh: 1985",
  "Ngày sinh: 05/03/1985",
  "Mẫu (sinh năm 1979)",
  "| Mẫu | sinh năm 1985 |",
  "quê Đồi Chè; sinh 1991",
])("%j tells it", (text) => {
  expect(text.match(birthYear)).toHaveLength(1);
});

it.each([
  "Chủ tịch Hồ Chí Minh (1890–1969)",
  "kỷ niệm 132 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022)",
  "nhà thơ sinh năm 1890",
  "kỷ niệm 100 năm ngày sinh đồng chí Mẫu 1910",
  "sinh năm 1933, hy sinh năm 1952",
  "Học sinh năm 2015 đông hơn",
  "Hai học sinh 2010",
  "thí sinh năm 2012",
  "tân sinh viên 2015",
  "Tuyển sinh năm 2016",
  "phát sinh năm 2019",
  "nảy sinh năm 2011",
  "vệ sinh năm 2018",
  "an sinh năm 2018",
  "hy sinh năm 1968",
  "sinh hoạt năm 2015",
  "Ngày sinh hoạt 5/3/2015",
  "khai sinh ngày 5/3/2015",
  "số nhà SN 1985 đường Hùng Vương",
])("%j tells none", (text) => {
  expect(text.match(birthYear)).toBeNull();
});
