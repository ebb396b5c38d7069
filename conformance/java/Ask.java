import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.internal.ProfileCredentialsUtils;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Puts both files to the AWS SDK for Java 2, one JSON line a case, and says what it reads and which
 * provider it makes of a profile. Nobody is asked for credentials but an SSO provider, which finds
 * no token in an empty home folder.
 */
public final class Ask {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(GSON.toJson(answer(JsonParser.parseString(line).getAsJsonObject())));
        }
    }

    private static Map<String, Object> answer(JsonObject asked) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("id", asked.get("id").getAsString());
        ProfileFile file;
        try {
            ProfileFile.Aggregator both = ProfileFile.aggregator();
            // As ProfileFile.defaultProfileFile has it: the credentials file first.
            add(both, bytes(asked, "credentials"), ProfileFile.Type.CREDENTIALS);
            add(both, bytes(asked, "config"), ProfileFile.Type.CONFIGURATION);
            file = both.build();
        } catch (RuntimeException e) {
            Map<String, Object> error = Map.of("error", e.getClass().getSimpleName() + ": " + e.getMessage());
            answer.put("read", error);
            if (asked.has("profile")) answer.put("resolve", error);
            if (asked.has("profiles")) answer.put("resolves", Map.of());
            return answer;
        }
        answer.put("read", Map.of("profiles", flat(file, "profiles"), "sso_sessions", flat(file, "sso-session"), "services", flat(file, "services")));
        if (asked.has("profile")) answer.put("resolve", resolve(file, asked.get("profile").getAsString()));
        if (asked.has("profiles")) {
            Map<String, Object> all = new TreeMap<>();
            for (String name : file.profiles().keySet()) all.put(name, resolve(file, name));
            answer.put("resolves", all);
        }
        return answer;
    }

    private static void add(ProfileFile.Aggregator both, byte[] content, ProfileFile.Type type) {
        if (content != null) both.addFile(ProfileFile.builder().content(new ByteArrayInputStream(content)).type(type).build());
    }

    private static byte[] bytes(JsonObject asked, String kind) {
        return asked.get(kind).isJsonNull() ? null : Base64.getDecoder().decode(asked.get(kind).getAsString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> flat(ProfileFile file, String kind) {
        Map<String, Map<String, Profile>> sections = (Map<String, Map<String, Profile>>) field(file, "profilesAndSectionsMap");
        Map<String, Object> all = new TreeMap<>();
        sections.getOrDefault(kind, Map.of()).forEach((name, section) -> all.put(name, withoutOpeners(section.properties())));
        return all;
    }

    /** The client keeps `s3` with the text of its block beside `s3.sub`: the text is left out. */
    private static Map<String, String> withoutOpeners(Map<String, String> properties) {
        Map<String, String> parents = new HashMap<>();
        for (String key : properties.keySet()) {
            for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
                String value = properties.get(key.substring(0, dot));
                if (value == null || !(value.isEmpty() || value.startsWith("\n"))) continue;
                parents.put(key, key.substring(0, dot));
                break;
            }
        }
        Set<String> openers = new HashSet<>();
        parents.forEach((key, parent) -> {
            if (!parents.containsValue(key)) openers.add(parent);
        });
        Map<String, String> kept = new TreeMap<>(properties);
        kept.keySet().removeAll(openers);
        return kept;
    }

    private static Map<String, Object> resolve(ProfileFile file, String name) {
        Optional<AwsCredentialsProvider> provider;
        try {
            Optional<Profile> profile = file.profile(name);
            if (profile.isEmpty()) return Map.of("error", "Profile file contained no credentials for profile '" + name + "'");
            provider = new ProfileCredentialsUtils(file, profile.get(), file::profile).credentialsProvider();
        } catch (RuntimeException e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
        if (provider.isEmpty()) return Map.of("source", "none");
        Map<String, Object> described = described(file, provider.get(), name);
        if (provider.get() instanceof SdkAutoCloseable) ((SdkAutoCloseable) provider.get()).close();
        return described;
    }

    private static Map<String, Object> described(ProfileFile file, AwsCredentialsProvider provider, String name) {
        switch (provider.getClass().getSimpleName()) {
            case "StaticCredentialsProvider": return Map.of("source", "static");
            case "ProcessCredentialsProvider": return Map.of("source", "process");
            case "StsWebIdentityCredentialsProvider": return Map.of("source", "web-identity");
            case "LoginProfileCredentialsProvider": return Map.of("source", "login");
            case "SsoProfileCredentialsProvider": return sso(file, provider, name);
            case "StsProfileCredentialsProvider": return role(file, provider, name);
            default: return Map.of("source", "none");
        }
    }

    private static Map<String, Object> role(ProfileFile file, AwsCredentialsProvider provider, String name) {
        Supplier<?> request = (Supplier<?>) field(field(provider, "credentialsProvider"), "assumeRoleRequestSupplier");
        String source = file.profile(name).flatMap(profile -> profile.property("source_profile")).orElse(name);
        Map<String, Object> base = described(file, (AwsCredentialsProvider) field(provider, "parentCredentialsProvider"), source);
        if (base.containsKey("error")) return base;
        return new TreeMap<>(Map.of("source", "role", "role_arn", ((AssumeRoleRequest) request.get()).roleArn(), "base", base));
    }

    private static Map<String, Object> sso(ProfileFile file, AwsCredentialsProvider provider, String name) {
        try {
            provider.resolveCredentials();
            return Map.of("error", "there is a token");
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) root = root.getCause();
            boolean noToken = root instanceof java.nio.file.NoSuchFileException || String.valueOf(root.getMessage()).contains("Unable to load");
            if (!noToken) return Map.of("error", String.valueOf(root.getMessage()));
        }
        Profile profile = file.profile(name).get();
        Optional<String> session = profile.property("sso_session");
        Profile of = session.flatMap(one -> file.getSection("sso-session", one)).orElse(profile);
        Map<String, Object> made = new TreeMap<>();
        made.put("source", "sso");
        session.ifPresent(one -> made.put("session", one));
        made.put("start_url", of.property("sso_start_url").get());
        made.put("region", of.property("sso_region").get());
        made.put("account", profile.property("sso_account_id").get());
        made.put("role", profile.property("sso_role_name").get());
        return made;
    }

    private static Object field(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getName().equals(name)) continue;
                try {
                    field.setAccessible(true);
                    return field.get(of);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException(of.getClass() + " has no " + name);
    }
}
