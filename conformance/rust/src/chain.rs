//! The chain of providers that the client writes into its log.

use serde_json::{json, Value};
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Keeps what is logged as `chain` (aws-config: profile/credentials.rs:build_provider_chain).
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Option<String>>>);

impl Log {
    pub fn chain(&self) -> Option<String> {
        self.0.lock().expect("the log").clone()
    }
}

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "chain" {
            *self.0.lock().expect("the log") = Some(format!("{value:?}"));
        }
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// `ProfileChain { base: …, chain: [RoleArn { … }, …] }` as a source with the roles around it.
pub fn resolution(chain: &str) -> Value {
    let body = chain.strip_prefix("ProfileChain { base: ").unwrap_or(chain);
    let (base, roles) = body.rsplit_once(", chain: [").unwrap_or((body, ""));
    let mut made = source(base);
    // The role nearest to the base stands first.
    for role in roles.split("RoleArn { ").skip(1) {
        made = json!({ "source": "role", "role_arn": field(role, "role_arn"), "base": made });
    }
    made
}

fn source(base: &str) -> Value {
    let kind = base.split([' ', '(']).next().unwrap_or_default();
    match kind {
        "NamedSource" => json!({ "source": "none" }),
        "AccessKey" => json!({ "source": "static" }),
        "WebIdentityTokenRole" => json!({ "source": "web-identity" }),
        "CredentialProcess" => json!({ "source": "process" }),
        "LoginSession" => json!({ "source": "login" }),
        "Sso" => {
            let session = field(base, "sso_session_name");
            let account = field(base, "sso_account_id");
            let role = field(base, "sso_role_name");
            if account.is_null() || role.is_null() {
                return json!({ "source": "token" });
            }
            let mut made = json!({
                "source": "sso", "start_url": field(base, "sso_start_url"), "region": field(base, "sso_region"),
                "account": account, "role": role,
            });
            if !session.is_null() {
                made["session"] = session;
            }
            made
        }
        other => json!({ "source": other }),
    }
}

/// The string behind `name: `, with or without `Some(…)`, in the way `Debug` writes it.
fn field(text: &str, name: &str) -> Value {
    let Some((_, rest)) = text.split_once(&format!("{name}: ")) else {
        return Value::Null;
    };
    let rest = rest.strip_prefix("Some(").unwrap_or(rest);
    let Some(rest) = rest.strip_prefix('"') else {
        return Value::Null;
    };
    let mut found = String::new();
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n') => found.push('\n'),
                Some('t') => found.push('\t'),
                Some('r') => found.push('\r'),
                Some('0') => found.push('\0'),
                Some('u') => {
                    let code: String = letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                    found.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => found.extend(other),
            },
            _ => found.push(letter),
        }
    }
    found.into()
}
