package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.error.SettingRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the services are: one template for all of them. The default means the real hosts. Any
/// other, such as `http://127.0.0.1:9999/{origin}`, takes every request elsewhere, those to Xbox
/// and those for film chunks included.
public final class Origins {

    /// The template that means the real hosts.
    public static final String STANDARD_TEMPLATE = "https://{origin}.svc.halowaypoint.com";

    private static final String PLACE = "{origin}";
    private static final String STAND_IN = "origin-0";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final String template;

    private Origins(String template) {
        this.template = template;
    }

    /// The real hosts.
    public static Origins standard() {
        return new Origins(STANDARD_TEMPLATE);
    }

    /// The hosts that a template names.
    ///
    /// @param template an address with `{origin}` once in its host or path, `https`, or `http` on
    ///     this machine; a `/` at its end means nothing
    /// @throws SettingRefused if it is something else
    public static Origins of(String template) {
        String trimmed = template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
        int place = trimmed.indexOf(PLACE);
        if (place < 0 || trimmed.indexOf(PLACE, place + 1) >= 0) {
            throw refused(template, "{origin} in it once");
        }
        URI sample = parse(template, trimmed.replace(PLACE, STAND_IN));
        String host = sample.getHost();
        if (host == null || sample.getRawUserInfo() != null) {
            throw refused(template, "a host, and no user");
        }
        if (sample.getRawQuery() != null || sample.getRawFragment() != null) {
            throw refused(template, "nothing after ? or #");
        }
        switch (String.valueOf(sample.getScheme()).toLowerCase(Locale.ROOT)) {
            case "https" -> {}
            case "http" -> {
                if (!LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
                    throw refused(
                            template, "https, because tokens would go through the network readable, or 127.0.0.1");
                }
            }
            default -> throw refused(template, "https at its beginning");
        }
        return new Origins(trimmed);
    }

    private static URI parse(String template, String sample) {
        try {
            return new URI(sample);
        } catch (URISyntaxException _) {
            throw refused(template, "an address such as " + STANDARD_TEMPLATE);
        }
    }

    private static SettingRefused refused(String template, String expected) {
        return new SettingRefused("the address of the Halo services: expected " + expected + ", found \"" + template
                + "\"; the default is " + STANDARD_TEMPLATE);
    }

    /// The template.
    public String template() {
        return template;
    }

    /// The address of something at a service.
    ///
    /// @param path path and query, encoded, with `/` at its beginning
    public URI locate(Origin origin, String path) {
        String base = template.equals(STANDARD_TEMPLATE)
                ? "https://" + origin.host()
                : template.replace(PLACE, origin.label());
        return URI.create(base + path);
    }

    /// The path of an address that an answer names, if it is one at this service's real host.
    /// Nothing else that an answer names is followed.
    ///
    /// @param address an absolute address, such as the prefix of a film's chunks
    /// @return the encoded path; empty when the address is at another host, not `https`, or no
    ///     address
    public static Optional<String> pathAt(Origin origin, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
        boolean same = "https".equalsIgnoreCase(uri.getScheme())
                && origin.host().equalsIgnoreCase(uri.getHost())
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        @Nullable String path = uri.getRawPath();
        return same && path != null && path.startsWith("/") ? Optional.of(path) : Optional.empty();
    }

    @Override
    public String toString() {
        return template;
    }
}
