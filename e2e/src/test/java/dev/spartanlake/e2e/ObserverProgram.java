package dev.spartanlake.e2e;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process that says in which state a warehouse is, whenever its directory comes in a line. It opens the warehouse
/// anew each time, and saves the start of a process for each look.
final class ObserverProgram {

    private ObserverProgram() {}

    /// Observes until there are no more lines.
    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try (Warehouse warehouse = Warehouse.at(Path.of(line), WarehouseConfig.standard())) {
                QueryResult answer = warehouse.query(State.QUESTION, List.of(), Language.EN, Limits.standard());
                List<@Nullable Object> row = answer.rows().getFirst();
                System.out.println(row);
            }
        }
    }
}
