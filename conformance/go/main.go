// Puts config and credentials bytes to the AWS SDK for Go v2 through its public interface.
//
// Standard input: JSON lines of {id, config, credentials, profile?, names?, profiles?}, the files in
// base64 or null. Standard output: JSON lines of {id, read, resolve?, resolves?}; with `profiles: true`
// every profile that was found is resolved.
//
// The client has no list of its profiles, and shows of a profile only the keys that it knows. So
// `read` is what can be observed: of every name that stands between brackets in the files (and of
// `names`), whether it is a profile, an sso-session or a services section, and of those the
// string-valued fields that are not empty. `load_errors` has the profiles that are there but do not load.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/ec2/imds"
	"github.com/aws/smithy-go/logging"
)

type request struct {
	ID          string   `json:"id"`
	Config      *string  `json:"config"`
	Credentials *string  `json:"credentials"`
	Profile     string   `json:"profile"`
	Names       []string `json:"names"`
	Profiles    bool     `json:"profiles"`
}

type sections map[string]map[string]string

type read struct {
	Profiles   sections          `json:"profiles"`
	Sessions   sections          `json:"sso_sessions"`
	Services   sections          `json:"services"`
	LoadErrors map[string]string `json:"load_errors,omitempty"`
	Error      string            `json:"error,omitempty"`
}

type answer struct {
	ID      string `json:"id"`
	Read    read   `json:"read"`
	Resolve any    `json:"resolve,omitempty"`
	// By profile, where all were asked for.
	Resolves map[string]any `json:"resolves,omitempty"`
}

// A name that no file has.
const probe = "awscfg-conformance-probe"

var ctx = context.Background()

type files struct{ config, credentials, probe string }

func main() {
	home, err := os.MkdirTemp("", "awscfg-go-")
	check(err)
	defer os.RemoveAll(home)
	os.Clearenv()
	os.Setenv("HOME", home)
	os.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	// So that EcsContainer is a source; nothing is ever retrieved from it.
	os.Setenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/none")
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var asked request
		check(decoder.Decode(&asked))
		check(out.Encode(ask(home, asked)))
	}
}

func ask(home string, asked request) (given answer) {
	given.ID = asked.ID
	at := files{write(home, "config", asked.Config), write(home, "credentials", asked.Credentials), filepath.Join(home, "probe")}
	given.Read = readAll(at, asked)
	if asked.Profile != "" {
		given.Resolve = resolve(at, asked.Profile)
	}
	if asked.Profiles {
		given.Resolves = map[string]any{}
		for name := range given.Read.Profiles {
			// With an empty name the default profile is loaded.
			if name != "" {
				given.Resolves[name] = resolve(at, name)
			}
		}
	}
	return given
}

func write(home, name string, content *string) string {
	path := filepath.Join(home, name)
	os.Remove(path)
	if content != nil {
		data, err := base64.StdEncoding.DecodeString(*content)
		check(err)
		check(os.WriteFile(path, data, 0o600))
	}
	return path
}

func load(at files, profile string, configs ...string) (loaded config.SharedConfig, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			err = panicked{fmt.Sprintf("panic: %v", caught)}
		}
	}()
	return config.LoadSharedConfigProfile(ctx, profile, func(o *config.LoadSharedConfigOptions) {
		o.ConfigFiles = append([]string{at.config}, configs...)
		o.CredentialsFiles = []string{at.credentials}
	})
}

type panicked struct{ message string }

func (p panicked) Error() string { return p.message }

func readAll(at files, asked request) read {
	found := read{sections{}, sections{}, sections{}, map[string]string{}, ""}
	for name := range candidates(at, asked) {
		loaded, err := load(at, name)
		var ended panicked
		if errors.As(err, &ended) {
			return read{Profiles: sections{}, Sessions: sections{}, Services: sections{}, Error: ended.message}
		}
		if err != nil && err.Error() == (config.SharedConfigProfileNotExistError{Profile: name}).Error() {
			continue
		}
		// Any section may be loaded as a profile.
		if rest, ok := strings.CutPrefix(name, "sso-session "); ok {
			readSession(at, rest, found.Sessions)
		} else if rest, ok := strings.CutPrefix(name, "services "); ok {
			readServices(at, rest, found.Services)
		} else if found.Profiles[name] = fields(loaded); err != nil {
			found.LoadErrors[name] = err.Error()
		}
	}
	return found
}

// A further config file has a profile that names the section: the files themselves stay as they are.
func readSession(at files, name string, into sections) {
	check(os.WriteFile(at.probe, []byte("[profile "+probe+"]\nsso_session = \""+name+"\"\n"), 0o600))
	loaded, err := load(at, probe, at.probe)
	if err != nil || loaded.SSOSession == nil {
		return
	}
	into[name] = present(map[string]string{
		"sso_region": loaded.SSOSession.SSORegion, "sso_start_url": loaded.SSOSession.SSOStartURL,
	})
}

func readServices(at files, name string, into sections) {
	check(os.WriteFile(at.probe, []byte("[profile "+probe+"]\nservices = \""+name+"\"\n"), 0o600))
	loaded, err := load(at, probe, at.probe)
	if err != nil || loaded.Services.ServiceValues == nil {
		return
	}
	into[name] = map[string]string{}
	for service, settings := range loaded.Services.ServiceValues {
		for key, value := range settings {
			into[name][service+"."+key] = value
		}
	}
}

func fields(c config.SharedConfig) map[string]string {
	return present(map[string]string{
		"aws_access_key_id": c.Credentials.AccessKeyID, "aws_secret_access_key": c.Credentials.SecretAccessKey,
		"aws_session_token": c.Credentials.SessionToken, "aws_account_id": c.Credentials.AccountID,
		"role_arn": c.RoleARN, "external_id": c.ExternalID, "mfa_serial": c.MFASerial,
		"role_session_name": c.RoleSessionName, "source_profile": c.SourceProfileName,
		"credential_source": c.CredentialSource, "credential_process": c.CredentialProcess,
		"web_identity_token_file": c.WebIdentityTokenFile, "region": c.Region,
		"sso_session": c.SSOSessionName, "sso_region": c.SSORegion, "sso_start_url": c.SSOStartURL,
		"sso_account_id": c.SSOAccountID, "sso_role_name": c.SSORoleName,
		"ec2_metadata_service_endpoint": c.EC2IMDSEndpoint, "ca_bundle": c.CustomCABundle,
		"sdk_ua_app_id": c.AppID, "endpoint_url": c.BaseEndpoint, "services": c.ServicesSectionName,
		"login_session": c.LoginSession,
	})
}

func present(all map[string]string) map[string]string {
	for key, value := range all {
		if value == "" {
			delete(all, key)
		}
	}
	return all
}

var blanks = regexp.MustCompile(`[ \t]+`)

// Every name that a section might have: what stands in brackets on a line, with and without its first word.
func candidates(at files, asked request) map[string]bool {
	// One name at least, so that a file without sections is read, too.
	names := map[string]bool{"default": true}
	add := func(name string) {
		for name = strings.TrimSpace(name); ; name = name[len("profile "):] {
			names[name] = true
			if !strings.HasPrefix(name, "profile ") {
				return
			}
		}
	}
	for _, path := range []string{at.config, at.credentials} {
		data, _ := os.ReadFile(path)
		for _, line := range bytes.Split(data, []byte("\n")) {
			text := string(line)
			for start := strings.Index(text, "["); start >= 0; {
				for end := start + 1; end < len(text); end++ {
					if text[end] != ']' {
						continue
					}
					inner := strings.TrimSpace(text[start+1 : end])
					add(inner)
					if run := blanks.FindStringIndex(inner); run != nil {
						add(inner[:run[0]] + " " + inner[run[1]:])
					}
				}
				next := strings.Index(text[start+1:], "[")
				if next < 0 {
					break
				}
				start += next + 1
			}
		}
	}
	for _, name := range asked.Names {
		names[name] = true
	}
	if asked.Profile != "" {
		names[asked.Profile] = true
	}
	return names
}

type refuse struct{}

func (refuse) Do(*http.Request) (*http.Response, error) { return nil, errors.New("no network here") }

func resolve(at files, profile string) (given any) {
	defer func() {
		if caught := recover(); caught != nil {
			given = map[string]string{"error": fmt.Sprintf("panic: %v", caught)}
		}
	}()
	loaded, err := config.LoadDefaultConfig(ctx,
		config.WithSharedConfigProfile(profile),
		config.WithSharedConfigFiles([]string{at.config}),
		config.WithSharedCredentialsFiles([]string{at.credentials}),
		config.WithHTTPClient(refuse{}),
		config.WithEC2IMDSClientEnableState(imds.ClientDisabled),
		config.WithLogger(logging.Nop{}))
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	sources := []aws.CredentialSource{}
	if known, ok := loaded.Credentials.(aws.CredentialProviderSource); ok {
		sources = known.ProviderSources()
	}
	for _, source := range loaded.ConfigSources {
		if shared, ok := source.(config.SharedConfig); ok {
			return describe(&shared, leaf(sources))
		}
	}
	return map[string]string{"error": "no shared config"}
}

// Which source the client built its provider on: the last that is no role.
func leaf(sources []aws.CredentialSource) string {
	for at := len(sources) - 1; at >= 0; at-- {
		switch sources[at] {
		case aws.CredentialSourceSTSAssumeRole:
		case aws.CredentialSourceProfile:
			return "static"
		case aws.CredentialSourceProfileSTSWebIDToken:
			return "web-identity"
		case aws.CredentialSourceSSO, aws.CredentialSourceProfileSSO, aws.CredentialSourceSSOLegacy:
			return "sso"
		case aws.CredentialSourceProcess:
			return "process"
		case aws.CredentialSourceLogin:
			return "login"
		case aws.CredentialSourceIMDS, aws.CredentialSourceHTTP:
			return "none"
		default:
			return fmt.Sprintf("source %d", sources[at])
		}
	}
	return "unknown"
}

func describe(c *config.SharedConfig, leaf string) map[string]any {
	made := map[string]any{"source": leaf}
	if c.Source != nil {
		made = describe(c.Source, leaf)
	} else if leaf == "sso" {
		made["start_url"], made["region"] = c.SSOStartURL, c.SSORegion
		made["account"], made["role"] = c.SSOAccountID, c.SSORoleName
		if c.SSOSession != nil {
			made["session"] = c.SSOSession.Name
			made["start_url"], made["region"] = c.SSOSession.SSOStartURL, c.SSOSession.SSORegion
		}
	}
	if c.RoleARN == "" || (c.Source == nil && leaf == "web-identity") {
		return made
	}
	return map[string]any{"source": "role", "role_arn": c.RoleARN, "base": made}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
