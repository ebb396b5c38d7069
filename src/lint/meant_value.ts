import type { Property } from "../model/document.ts";
import { meaning } from "../model/meaning.ts";
import type { Span } from "../text/span.ts";

/** A setting's value as a person means it, and where it stands. */
export interface MeantValue {
  readonly property: Property;
  /** Without quotes and comment; may be empty. */
  readonly value: string;
  /** The value without quotes and comment; the key where there is no value. */
  readonly span: Span;
}

/** What a person means by a setting's value: quotes and comments are other rules' affair. */
export function meantValue(property: Property): MeantValue {
  const { keySpan, valueSpan } = property;
  // Nearly all values are plain, and there are as many as lines.
  const value = /["'#;]/.test(property.value)
    ? meaning(property)
    : property.value;
  if (value === property.value) {
    return { property, value, span: value === "" ? keySpan : valueSpan };
  }
  const start = valueSpan.start + property.value.indexOf(value);
  const end = start + value.length;
  const span = value === "" ? keySpan : { path: valueSpan.path, start, end };
  return { property, value, span };
}
