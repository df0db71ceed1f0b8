package dev.spartanlake.cli.shell;

import dev.spartanlake.error.WarehouseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Offers the line editor what may stand at the cursor.
///
/// @param vocabulary asked for when something is to be completed for the first time
record TabCompletion(Supplier<Vocabulary> vocabulary) implements Completer {

    private static final System.Logger LOG = System.getLogger(TabCompletion.class.getName());

    private static final Vocabulary NONE = new Vocabulary(Map.of(), List.of());

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor());
        String after = line.line().substring(line.cursor());
        for (Proposal proposal : new Completion(known(), before, after).proposals()) {
            String text = proposal.text();
            String detail = proposal.detail().isEmpty() ? null : proposal.detail();
            candidates.add(new Candidate(text, text, null, detail, null, null, !text.endsWith("(")));
        }
    }

    /// A warehouse that cannot be read says so when it is asked; keywords can be completed all the same.
    private Vocabulary known() {
        try {
            return vocabulary.get();
        } catch (WarehouseException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "keywords alone are offered, as the names cannot be read", unreadable);
            return NONE;
        }
    }
}
