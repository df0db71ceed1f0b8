package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What has to hold of a warehouse at rest, whatever happened to it before.
final class Soundness {

    /// Asks for all files, or for a file that cannot be there if a commit is not in place.
    private static final String FILES = "SELECT path, sha256 FROM meta.data_files"
            + " UNION ALL SELECT 'commit ' || commit_id, 'not in place' FROM meta.commits WHERE NOT applied";

    private Soundness() {}

    /// The tree holds the files that the catalog lists, byte for byte, and nothing else; nothing is left to do.
    static void assertVerified(Spartanlake spartanlake) {
        Map<String, String> catalog = new TreeMap<>();
        for (JsonNode file : spartanlake.rows(FILES)) {
            catalog.put(file.path("path").asString(), file.path("sha256").asString());
        }
        Map<String, String> tree = new TreeMap<>();
        for (Path file : Disk.files(spartanlake.warehouse())) {
            Path path = spartanlake.warehouse().relativize(file);
            // Second copies are what verify looks at.
            if (path.getNameCount() > 1 && !path.startsWith(".mirror")) {
                tree.put(path.toString().replace('\\', '/'), Disk.sha256(file));
            }
        }
        assertThat(tree).isEqualTo(catalog);
        assertThat(spartanlake.staging()).doesNotExist();
        spartanlake.run("verify", "--deep", "--format", "json").succeeded();
    }

    /// The rows of all tables, each as text after its table's name.
    static List<String> rows(Spartanlake spartanlake) {
        return spartanlake
                .rows(State.rowsQuestion())
                .valueStream()
                .map(row ->
                        row.path("name").asString() + " " + row.path("row_text").asString())
                .toList();
    }
}
