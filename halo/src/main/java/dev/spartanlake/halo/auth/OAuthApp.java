package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.error.SettingRefused;
import java.util.Map;
import java.util.TreeMap;

/// The application that a person signs in to: one that is registered for personal Microsoft
/// accounts as a public client, which has no secret and proves itself by PKCE alone.
///
/// @param clientId its public name, a GUID
public record OAuthApp(String clientId) {

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
        return new TreeMap<>(Map.of("client_id", clientId, "scope", SCOPE));
    }
}
