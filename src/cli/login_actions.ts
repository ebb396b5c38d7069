import { failureOfSystem } from "../login/failure_of_system.ts";
import type { Io } from "./io.ts";
import { refuse } from "./say.ts";

/** Runs a command that commander has read; the status it ends with. */
export type LoginAction = (
  io: Io,
  operands: readonly string[],
  flags: Readonly<Record<string, unknown>>,
) => Promise<number>;

/** The commands that use the network: each is loaded, with the AWS SDK, when it is run. */
export const loginActions: Readonly<
  Record<"login" | "logout" | "status", LoginAction>
> = {
  login: guarded(async (io, names, flags) => {
    const { loginCommand } = await import("./login_command.ts");
    return await loginCommand(io, {
      names,
      all: flags.all === true,
      check: flags.check === true,
      force: flags.force === true,
      newSession: flags.newSession === true,
      deviceCode: flags.deviceCode === true,
      // commander keeps `--no-x` as an `x` that is false.
      noBrowser: flags.browser === false,
      noVerify: flags.verify === false,
      json: flags.json === true,
    });
  }),
  logout: guarded(async (io, names, flags) => {
    const { logoutCommand } = await import("./logout_command.ts");
    return await logoutCommand(io, {
      names,
      all: flags.all === true,
      json: flags.json === true,
    });
  }),
  status: guarded(async (io, names, flags) => {
    const { statusCommand } = await import("./status_command.ts");
    return await statusCommand(io, {
      names,
      verify: flags.verify === true,
      json: flags.json === true,
    });
  }),
};

/** A token cache that cannot be read is the user's business, and no bug. */
function guarded(action: LoginAction): LoginAction {
  return async (io, operands, flags) => {
    try {
      return await action(io, operands, flags);
    } catch (error) {
      const failure = failureOfSystem(error);
      if (!failure) throw error;
      return refuse(io, failure.message);
    }
  };
}
