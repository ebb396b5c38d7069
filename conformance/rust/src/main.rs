//! Puts config and credentials bytes to the AWS SDK for Rust through its public interface.
//!
//! Standard input: JSON lines of {id, config, credentials, profile?, profiles?}, the files in base64 or
//! null. Standard output: JSON lines of {id, read, resolve?, resolves?}; with `profiles: true` every
//! profile is resolved. Errors name the files `/config` and `/credentials`.
//!
//! The client lists its profiles and sessions, but not their keys: those are asked for one by one,
//! every text that stands before a `=` in either file. What it makes of a chain of profiles it says
//! in its log alone, so that is where `resolve` comes from.

mod chain;

use aws_config::profile::{ProfileFileCredentialsProvider, ProfileSet};
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::provider::ProvideCredentials;
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_runtime::env_config::property::PropertiesKey;
use aws_smithy_runtime_api::client::http::{
    http_client_fn, HttpClient, HttpConnector, HttpConnectorFuture, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_types::os_shim_internal::{Env, Fs};
use base64::prelude::{Engine, BASE64_STANDARD};
use serde_json::{json, Map, Value};
use std::collections::BTreeSet;
use std::error::Error;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

struct Asked {
    files: EnvConfigFiles,
    paths: Vec<PathBuf>,
    text: String,
}

fn main() {
    let home = std::env::temp_dir().join(format!("awscfg-rust-{}", std::process::id()));
    std::fs::create_dir_all(&home).expect("a folder for the files");
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("AWS_") {
            std::env::remove_var(name);
        }
    }
    std::env::set_var("HOME", &home);
    std::env::set_var("AWS_EC2_METADATA_DISABLED", "true");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        let asked = put(&home, &request);
        let mut answer = json!({ "id": request["id"], "read": runtime.block_on(read(&asked)) });
        if let Some(profile) = request["profile"].as_str() {
            answer["resolve"] = resolve(&runtime, &asked, profile);
        }
        if request["profiles"] == true {
            let names = answer["read"]["profiles"].as_object().cloned().unwrap_or_default();
            let resolved = names.keys().map(|name| (name.clone(), resolve(&runtime, &asked, name)));
            answer["resolves"] = Value::Object(resolved.collect());
        }
        writeln!(out, "{answer}").expect("standard output");
    }
    let _ = std::fs::remove_dir_all(&home);
}

fn put(home: &Path, request: &Value) -> Asked {
    let mut builder = EnvConfigFiles::builder();
    let mut paths = Vec::new();
    let mut text = String::new();
    for (name, kind) in [
        ("config", EnvConfigFileKind::Config),
        ("credentials", EnvConfigFileKind::Credentials),
    ] {
        let Some(encoded) = request[name].as_str() else {
            continue;
        };
        let bytes = BASE64_STANDARD.decode(encoded).expect("base64");
        let path = home.join(name);
        std::fs::write(&path, &bytes).expect("a file");
        text.push_str(&String::from_utf8_lossy(&bytes));
        text.push('\n');
        builder = builder.with_file(kind, &path);
        paths.push(path);
    }
    // Without a file there would be an error, not an empty set.
    if paths.is_empty() {
        builder = builder.with_contents(EnvConfigFileKind::Config, "");
    }
    Asked { files: builder.build(), paths, text }
}

async fn load(asked: &Asked) -> Result<ProfileSet, String> {
    aws_config::profile::load(&Fs::real(), &Env::real(), &asked.files, None)
        .await
        .map_err(|error| {
            let mut message = error.source().map_or(error.to_string(), ToString::to_string);
            for path in &asked.paths {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                message = message.replace(path.to_string_lossy().as_ref(), &format!("/{name}"));
            }
            message
        })
}

async fn read(asked: &Asked) -> Value {
    let set = match load(asked).await {
        Ok(set) => set,
        Err(error) => return json!({ "error": error }),
    };
    let keys = keys(&asked.text);
    let profiles = set.profiles().map(|name| {
        let profile = set.get_profile(name).expect("a profile that is listed");
        (name.to_string(), settings(&keys, |key| profile.get(key)))
    });
    let sessions = set.sso_sessions().map(|name| {
        let session = set.sso_session(name).expect("a session that is listed");
        (name.to_string(), settings(&keys, |key| session.get(key)))
    });
    json!({
        "profiles": profiles.collect::<Map<_, _>>(),
        "sso_sessions": sessions.collect::<Map<_, _>>(),
        "services": services(&set, asked, &keys),
    })
}

/// All that stands before a `=`, from where the line or an earlier `=` ends.
fn keys(text: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for line in text.lines() {
        let ends: Vec<usize> = line.match_indices('=').map(|(at, _)| at).collect();
        for (index, end) in ends.iter().enumerate() {
            let starts = std::iter::once(0).chain(ends[..index].iter().map(|at| at + 1));
            keys.extend(starts.map(|start| line[start..*end].trim_matches([' ', '\t']).to_string()));
        }
    }
    keys
}

/// Values flat; a value that begins with a line break is a block.
fn settings<'a>(keys: &BTreeSet<String>, get: impl Fn(&str) -> Option<&'a str>) -> Value {
    let mut found = Map::new();
    for key in keys.iter().map(|key| key.to_ascii_lowercase()) {
        let Some(value) = get(&key) else { continue };
        if !value.starts_with('\n') {
            found.insert(key, value.into());
            continue;
        }
        for line in value.split('\n') {
            if let Some((name, value)) = line.split_once('=') {
                let blank = [' ', '\t'];
                found.insert(format!("{key}.{}", name.trim_matches(blank)), value.trim_matches(blank).into());
            }
        }
    }
    found.into()
}

fn services(set: &ProfileSet, asked: &Asked, keys: &BTreeSet<String>) -> Value {
    let mut found = Map::new();
    for name in names(&asked.text) {
        let mut inside = Map::new();
        for service in keys {
            let service = service.to_ascii_lowercase();
            for key in keys {
                let Ok(asked) = PropertiesKey::builder()
                    .section_key("services")
                    .section_name(&name)
                    .property_name(&service)
                    .sub_property_name(key)
                    .build()
                else {
                    continue;
                };
                if let Some(value) = set.other_sections().get(&asked) {
                    inside.insert(format!("{service}.{key}"), value.as_str().into());
                }
            }
        }
        if !inside.is_empty() {
            found.insert(name, inside.into());
        }
    }
    found.into()
}

/// The words of the headers, without the first.
fn names(text: &str) -> BTreeSet<String> {
    let headers = text.lines().filter_map(|line| line.trim().strip_prefix('['));
    headers
        .filter_map(|line| line.split([']', '#', ';']).next()?.trim().split_once([' ', '\t']))
        .map(|(_, name)| name.trim().to_string())
        .collect()
}

/// An HTTP client that refuses every request.
fn no_network() -> impl HttpClient {
    http_client_fn(|_, _| SharedHttpConnector::new(NoNetwork))
}

#[derive(Debug)]
struct NoNetwork;

impl HttpConnector for NoNetwork {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Err(ConnectorError::other("no network here".into(), None)))
    }
}

fn resolve(runtime: &tokio::runtime::Runtime, asked: &Asked, profile: &str) -> Value {
    let log = chain::Log::default();
    let result = tracing::subscriber::with_default(log.clone(), || {
        let provider = ProfileFileCredentialsProvider::builder()
            .configure(&ProviderConfig::without_region().with_http_client(no_network()))
            .profile_files(asked.files.clone())
            .profile_name(profile)
            .build();
        runtime.block_on(provider.provide_credentials())
    });
    let error = result.err();
    // Said without a cause: the profile has nothing, or there is none.
    let nothing = error.as_ref().is_some_and(|error| error.source().is_none());
    let message = error.map_or(String::new(), |error| error.source().map_or(error.to_string(), ToString::to_string));
    let message = message.strip_prefix("ProfileFile provider could not be built: ").unwrap_or(&message);
    let Some(made) = log.chain() else {
        return match runtime.block_on(load(asked)) {
            Err(error) => json!({ "error": error }),
            Ok(set) if nothing && set.get_profile(profile).is_some() => json!({ "source": "none" }),
            Ok(_) if nothing => json!({ "error": "No profiles were defined" }),
            Ok(_) => json!({ "error": message }),
        };
    };
    let resolved = chain::resolution(&made);
    let refused = message.contains("that provider is not supported") || message.contains("will resolve an access token");
    if refused && resolved["source"] != "token" {
        return json!({ "error": message });
    }
    resolved
}
