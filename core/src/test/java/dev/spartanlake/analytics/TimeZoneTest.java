package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeZoneTest {

    @TempDir
    private Path directory;

    @Test
    void countsHoursInZonesOfEveryKind() throws IOException {
        // One match, at 10:00 UTC on 1 March 2025.
        Fixture fixture = new SmallCareer().play(_ -> {}).store(directory);
        Map<String, String> hours = Map.of(
                "UTC", "10",
                "Z", "10",
                "-03:30", "06",
                "+05:45", "15",
                "UTC-8", "02",
                "Etc/GMT+5", "05",
                "America/New_York", "05",
                "Europe/Paris", "11",
                "Pacific/Kiritimati", "00");
        try (Warehouse warehouse = fixture.warehouse()) {
            hours.forEach((zone, hour) -> {
                Viewpoint viewpoint = new Viewpoint(Language.EN, ZoneId.of(zone));
                assertThat(warehouse.analytics(viewpoint).ask(new Breakdown(Dimension.HOUR), SmallCareer.ALL))
                        .as(zone)
                        .extracting(Breakdown.Group::label)
                        .containsExactly(hour);
            });
        }
    }
}
