import type { Client } from "./view.ts";

/** What the clients are called in headings. botocore stands for boto3 and the AWS CLI, which carry it. */
export const clientTitles: Readonly<Record<Client, string>> = {
  botocore: "botocore",
  js: "JS",
  go: "Go",
  rust: "Rust",
  java: "Java",
  dotnet: ".NET",
  crt: "CRT",
};
