import type { Failure } from "./failure.ts";
import type { ServiceProblem } from "./service_problem.ts";

/** What the token endpoint gave. */
export interface Grant {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken?: string;
}

/** What a flow came to; a problem may be mended with a new registration or the other flow. */
export type FlowResult =
  | { readonly grant: Grant }
  | { readonly problem: ServiceProblem }
  | { readonly failure: Failure }
  | { readonly noBrowser: true };
