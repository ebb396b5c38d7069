export * from "../model/lines.ts";
