package dev.spartanlake.halo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.halo.error.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @Test
    void leadsToTheRealHostsByDefault() {
        Origins origins = Origins.standard();

        assertThat(origins.locate(Origin.HALOSTATS, "/hi/x"))
                .hasToString("https://halostats.svc.halowaypoint.com/hi/x");
        assertThat(origins.locate(Origin.GAMECMS, "/a")).hasToString("https://gamecms-hacs.svc.halowaypoint.com/a");
        assertThat(origins.locate(Origin.LOGIN, "/t")).hasToString("https://login.live.com/t");
        assertThat(origins.locate(Origin.XSTS, "/t")).hasToString("https://xsts.auth.xboxlive.com/t");
        assertThat(Origins.of(Origins.STANDARD_TEMPLATE).locate(Origin.XBOX_PROFILE, "/p"))
                .hasToString("https://profile.xboxlive.com/p");
    }

    @Test
    void leadsEveryHostElsewhere() {
        Origins origins = Origins.of("http://127.0.0.1:9999/{origin}");

        assertThat(origins.locate(Origin.HALOSTATS, "/hi/x")).hasToString("http://127.0.0.1:9999/halostats/hi/x");
        assertThat(origins.locate(Origin.BLOBS, "/u")).hasToString("http://127.0.0.1:9999/blobs-infiniteugc/u");
        assertThat(origins.locate(Origin.LOGIN, "/t")).hasToString("http://127.0.0.1:9999/login.live.com/t");
        assertThat(origins.locate(Origin.XBOX_USER, "/t"))
                .hasToString("http://127.0.0.1:9999/user.auth.xboxlive.com/t");
        assertThat(Origins.of("https://{origin}.example.org/").locate(Origin.SKILL, "/s"))
                .hasToString("https://skill.example.org/s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/{origin}", "http://127.3.2.1/{origin}", "http://[::1]:8/x/{origin}"})
    void takesPlainHttpOnThisMachine(String template) {
        assertThat(Origins.of(template).template()).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/{origin}",
                "http://{origin}.svc.halowaypoint.com",
                "http://127.0.0.1.example.org/{origin}",
                "http://localhost.example.org/{origin}",
                "http://{origin}.localhost/",
                "http://192.168.0.1/{origin}"
            })
    void refusesPlainHttpThroughTheNetwork(String template) {
        assertThatThrownBy(() -> Origins.of(template))
                .isInstanceOf(SettingRefused.class)
                .hasMessage("the address of the Halo services: expected https, because tokens would go through the"
                        + " network readable, or 127.0.0.1, found \"" + template
                        + "\"; the default is https://{origin}.svc.halowaypoint.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org",
                "https://{origin}.a/{origin}",
                "ftp://127.0.0.1/{origin}",
                "{origin}",
                "https://name:word@example.org/{origin}",
                "https://name@127.0.0.1/{origin}",
                "https://example.org/{origin}?a=b",
                "https://example.org/{origin}#a",
                "https://exa mple.org/{origin}",
                "file:///{origin}"
            })
    void refusesWhatIsNoTemplate(String template) {
        assertThatThrownBy(() -> Origins.of(template))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("the address of the Halo services: expected ");
    }

    @Test
    void knowsThePathOfAnAddressAtItsHost() {
        assertThat(Origins.pathAt(Origin.BLOBS, "https://blobs-infiniteugc.svc.halowaypoint.com/ugcstorage/film/a/b/"))
                .contains("/ugcstorage/film/a/b/");
        assertThat(Origins.pathAt(Origin.BLOBS, "https://blobs-infiniteugc.svc.halowaypoint.com:443/u"))
                .contains("/u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/ugcstorage/",
                "http://blobs-infiniteugc.svc.halowaypoint.com/u",
                "https://blobs-infiniteugc.svc.halowaypoint.com:8443/u",
                "https://blobs-infiniteugc.svc.halowaypoint.com.example.org/u",
                "https://blobs-infiniteugc.svc.halowaypoint.com@example.org/u",
                "https://a@blobs-infiniteugc.svc.halowaypoint.com/u",
                "https://halostats.svc.halowaypoint.com/u",
                "//blobs-infiniteugc.svc.halowaypoint.com/u",
                "/ugcstorage",
                "not an address",
                ""
            })
    void knowsNoPathOfAnAddressElsewhere(String address) {
        assertThat(Origins.pathAt(Origin.BLOBS, address)).isEmpty();
    }
}
