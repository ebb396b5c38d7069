import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate authority of a company, and a server's certificate that it signed. */
export interface Certificates {
  /** The file of the authority's certificate. */
  readonly bundle: string;
  readonly key: string;
  readonly cert: string;
}

/** Makes certificates for host names in a folder. */
export function certificates(
  openssl: string,
  { folder, hosts }: { folder: string; hosts: readonly string[] },
): Certificates {
  const at = (name: string) => join(folder, name);
  const call = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync(openssl, [...args], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
  };
  const ec = [
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
  ];
  call(
    "req",
    "-x509",
    ...ec,
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.pem"),
    "-subj",
    "/CN=Corporate CA",
    "-addext",
    "basicConstraints=critical,CA:TRUE",
    "-addext",
    "keyUsage=critical,keyCertSign",
  );
  const names = hosts.map((host) =>
    `${/^[\d.]+$/.test(host) ? "IP" : "DNS"}:${host}`
  ).join(",");
  call(
    "req",
    "-x509",
    ...ec,
    "-keyout",
    at("server.key"),
    "-out",
    at("server.pem"),
    "-subj",
    "/CN=stand-in",
    "-CA",
    at("ca.pem"),
    "-CAkey",
    at("ca.key"),
    "-addext",
    `subjectAltName=${names}`,
    "-addext",
    "basicConstraints=CA:FALSE",
  );
  return {
    bundle: at("ca.pem"),
    key: readFileSync(at("server.key"), "utf8"),
    cert: readFileSync(at("server.pem"), "utf8"),
  };
}
