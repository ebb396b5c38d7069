import { isRoleArn, parseArn } from "../reference/arn.ts";
import { partitions } from "../reference/partitions.ts";
import { suggest } from "../text/suggest.ts";

/** What keeps a text from being the ARN of a role. Offsets are into the text. */
export interface RoleArnProblem {
  readonly message: string;
  /** The part at fault; the whole text where none is given. */
  readonly start?: number;
  readonly end?: number;
  /** The text that was probably meant. */
  readonly meant?: string;
  /** More than one repair is thinkable. */
  readonly guess?: true;
}

/**
 * What is wrong with the ARN of a role, if it is plain to see. STS checks the length alone before
 * it looks the role up, so paths with odd characters pass.
 */
export function roleArnProblem(text: string): RoleArnProblem | undefined {
  if (isRoleArn(text)) {
    return text.startsWith("arn:aws:") ? undefined : partitionProblem(text);
  }
  const colon = /^(arn:aws[a-z-]*:iam:)(\d{12}:role\/.+)$/.exec(text);
  if (colon) {
    return {
      message:
        `A colon is missing in "${text}": two stand behind "iam", since IAM has no regions`,
      meant: `${colon[1]}:${colon[2]}`,
    };
  }
  const arn = parseArn(text);
  if (!arn) return notAnArn(text);
  const { partition, service, region, account, resource } = arn;
  const before = `arn:${partition}:${service}:`.length;
  const at = before + `${region}:${account}:`.length;
  const named = { start: at, end: text.length };
  if (service === "sts" && resource.startsWith("assumed-role/")) {
    const role = resource.split("/")[1];
    return {
      ...named,
      message: `"${resource}" is a session of a role, not the role itself`,
      // The path of these is not in the name of the session.
      ...(!role.startsWith("AWSReservedSSO_") && {
        meant: `arn:${partition}:iam::${account}:role/${role}`,
        guess: true,
      }),
    };
  }
  if (service !== "iam") {
    return {
      message: `"${text}" is not a role: it belongs to "${service}", not "iam"`,
    };
  }
  if (region !== "") {
    return {
      start: before,
      end: before + region.length,
      message: `"${region}" stands in an ARN of IAM, which has no regions`,
      meant: `arn:${partition}:iam::${account}:${resource}`,
      guess: true,
    };
  }
  if (!/^\d{12}$/.test(account)) return accountProblem(text, account);
  const [kind] = resource.split(/[/:]/, 1);
  if (kind !== "role") {
    return { ...named, message: `"${resource}" is not a role` };
  }
  const name = resource.slice(resource.lastIndexOf("/") + 1);
  if (!resource.startsWith("role/") || name === "") {
    return { ...named, message: `"${resource}" names no role` };
  }
  return /^[\w+=,.@-]{1,64}$/.test(name) ? undefined : {
    start: text.length - name.length,
    end: text.length,
    message:
      `"${name}" cannot be the name of a role: it has up to 64 letters, digits and "+=,.@_-"`,
  };
}

function partitionProblem(text: string): RoleArnProblem | undefined {
  const partition = text.split(":", 2)[1];
  const ids = partitions().map(({ id }) => id);
  if (ids.includes(partition)) return undefined;
  const near = suggest(partition, ids);
  return {
    start: 4,
    end: 4 + partition.length,
    message: `"${partition}" is no partition of AWS: there are ${
      ids.join(", ")
    }`,
    ...(near && { meant: text.replace(partition, near), guess: true }),
  };
}

function notAnArn(text: string): RoleArnProblem {
  // aarn:, am:, ARN: in front of what is an ARN otherwise.
  const meant = text.replace(/^[A-Za-z]*:/, "arn:");
  const end = text.indexOf(":");
  return end !== -1 && isRoleArn(meant)
    ? {
      start: 0,
      end,
      message: `"${text.slice(0, end)}" does not begin an ARN: "arn" does`,
      meant,
      guess: true,
    }
    : {
      message: `"${text}" is not an ARN: no role can be looked up by it`,
    };
}

function accountProblem(text: string, account: string): RoleArnProblem {
  const start = text.indexOf("::") + 2;
  const digits = account.replace(/[- ]/g, "");
  const what = /^\d+$/.test(account)
    ? `has ${account.length} digits, not 12`
    : "is not a number of 12 digits";
  return {
    start,
    end: start + account.length,
    message: account === ""
      ? `The account is missing in "${text}"`
      : `Account "${account}" ${what}`,
    ...(/^\d{12}$/.test(digits) && { meant: text.replace(account, digits) }),
  };
}
