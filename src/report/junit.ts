import type { Result, Shown } from "./result.ts";
import { element, escapeXml } from "./xml.ts";

/** A JUnit report: a suite for each file, with a test for each finding; a clean file is one that passes. */
export function junit({ findings, paths }: Result): string {
  const suites = paths.map((path) => {
    const own = findings.filter((one) => one.path === path);
    const cases = own.length > 0
      ? own.map(testcase)
      : [element("testcase", { name: "awscfg", classname: path, time: "0" })];
    return {
      failures: own.filter(fails).length,
      tests: cases.length,
      path,
      text: cases.map((one) => `    ${one}\n`).join(""),
    };
  });
  const body = suites.map(({ path, tests, failures, text }) =>
    `  ${
      element(
        "testsuite",
        { name: path, tests, failures, errors: 0, time: "0" },
        `\n${text}  `,
      )
    }\n`
  ).join("");
  const sum = (count: (suite: typeof suites[number]) => number) =>
    suites.reduce((sum, suite) => sum + count(suite), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    element("testsuites", {
      name: "awscfg",
      tests: sum(({ tests }) => tests),
      failures: sum(({ failures }) => failures),
      errors: 0,
      time: "0",
    }, `\n${body}`)
  }\n`;
}

/** Remarks fail nothing. */
function fails({ severity }: Shown): boolean {
  return severity !== "info";
}

function testcase(finding: Shown): string {
  const { rule, path, message, severity, help, start, end } = finding;
  const text = escapeXml(
    `${path}:${start.line}:${start.column}: ${severity}: ${message}${
      help === undefined ? "" : `\n${help}`
    }`,
  );
  const of = {
    name: `${rule} ${start.line}:${start.column}-${end.line}:${end.column}`,
    classname: path,
    time: "0",
  };
  return element(
    "testcase",
    of,
    fails(finding)
      ? element("failure", { message, type: severity }, text)
      : element("system-out", {}, text),
  );
}
