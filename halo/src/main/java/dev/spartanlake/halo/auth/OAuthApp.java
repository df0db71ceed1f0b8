package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.error.SettingRefused;
import dev.spartanlake.halo.secret.Secret;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The application that a person signs in to: one that is registered for personal Microsoft
/// accounts.
///
/// @param clientId its public name, a GUID
/// @param clientSecret `null` for a public client, which proves itself by PKCE alone
public record OAuthApp(String clientId, @Nullable Secret clientSecret) {

    /// What is asked of the person: to be known to Xbox Live, and to stay signed in.
    static final String SCOPE = "Xboxlive.signin Xboxlive.offline_access";

    /// @throws SettingRefused if the name cannot be one
    public OAuthApp {
        if (!clientId.matches("[A-Za-z0-9-]{1,64}")) {
            throw new SettingRefused("the client id of the application to sign in to: expected letters, digits and"
                    + " hyphens, found a text of " + clientId.length() + " characters");
        }
    }

    /// What every request about this application says, in a fixed order.
    Map<String, String> form() {
        Map<String, String> form = new TreeMap<>(Map.of("client_id", clientId, "scope", SCOPE));
        if (clientSecret != null) {
            form.put("client_secret", clientSecret.reveal());
        }
        return form;
    }
}
