/**
 * The content folder that tests of a whole site look at. It has something of everything. It is the
 * tests' own, so that an office that puts its articles into content/ has the same tests.
 */
export const exampleContent = "tests/fixtures/example";
