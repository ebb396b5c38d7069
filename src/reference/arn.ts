/** The parts of an ARN; a region or account that it does not name is empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the fifth colon. */
  readonly resource: string;
}

/** An account's number: 12 digits, zeros in front included. */
export const ACCOUNT_ID_REGEXP: RegExp = /^\d{12}$/;

/** The parts of an ARN, or nothing where one of the five colons is missing. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([^:\s]*):(\S.*)$/
    .exec(text);
  if (!match) return undefined;
  const [, partition, service, region, account, resource] = match;
  return { partition, service, region, account, resource };
}

/** Whether `text` is the ARN of an IAM role; paths are part of it, sessions and profiles are not. */
export function isRoleArn(text: string): boolean {
  // A synthesis of the ARN's form and the pattern of role names; STS checks the length alone.
  return /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\w+=,.@/-]+\/)?[\w+=,.@-]{1,64}$/
    .test(text);
}

/** Whether `text` names an MFA device: the ARN of a virtual one, or the serial of a thing. */
export function isMfaSerial(text: string): boolean {
  if (text.startsWith("arn:")) {
    return /^arn:aws[a-z-]*:iam::\d{12}:(?:mfa|sms-mfa|u2f)\/[\w+=/:,.@-]+$/
      .test(text);
  }
  // The pattern of SerialNumber in the model of STS.
  return /^[\w+=/:,.@-]{9,256}$/.test(text);
}
