package dev.spartanlake.cli.render;

import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import dev.spartanlake.verify.Remedy;
import dev.spartanlake.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a verification found, in words: each finding with its place, then what to do, then the summary in one
/// line.
public final class VerificationText {

    private static final int SHOWN = 50;

    private static final String INDENT = "    ";

    /// Hashes are told apart by their beginnings.
    private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");

    private final Verification verification;
    private final Path warehouse;
    private final Messages messages;

    /// Tells about a verification.
    ///
    /// @param warehouse its directory, to which files are relative
    public VerificationText(Verification verification, Path warehouse, Messages messages) {
        this.verification = verification;
        this.warehouse = warehouse;
        this.messages = messages;
    }

    /// The whole.
    ///
    /// @param screen what the values have to fit; places are never cut
    public String text(Screen screen) {
        StringBuilder text = new StringBuilder();
        verification.findings().stream().limit(SHOWN).forEach(finding -> append(finding, screen, text));
        int more = verification.findings().size() - SHOWN;
        if (more > 0) {
            text.append(messages.counted("rejected.more", more)).append('\n');
        }
        List<Remedy> remedies = verification.findings().stream()
                .map(finding -> finding.kind().remedy())
                .distinct()
                .sorted()
                .toList();
        for (Remedy remedy : remedies) {
            text.append(messages.text("verify.remedy." + remedy.id(), kinds(remedy)))
                    .append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    private void append(Finding finding, Screen screen, StringBuilder text) {
        String place = file(finding, warehouse);
        text.append(finding.kind().id());
        if (place != null) {
            text.append("  ").append(Printable.of(place));
        }
        text.append('\n');
        for (String line : values(finding, screen)) {
            text.append(CellWidth.cut(
                            INDENT + line, screen.columns(), screen.symbols().ellipsis()))
                    .append('\n');
        }
    }

    /// What was expected and found: on one line, or on two where they are too long for the screen.
    private List<String> values(Finding finding, Screen screen) {
        String ellipsis = screen.symbols().ellipsis();
        String expected = value(finding.expected(), ellipsis);
        String found = found(finding, ellipsis);
        if (!finding.kind().isDamage()) {
            return found.equals("-") ? List.of() : List.of(found);
        }
        String both = messages.text("verify.values", expected, found);
        return CellWidth.of(INDENT + both) <= screen.columns()
                ? List.of(both)
                : List.of(messages.text("verify.expected", expected), messages.text("verify.found", found));
    }

    /// How many there are, where that is all there is to say.
    private String found(Finding finding, String ellipsis) {
        return switch (finding.kind()) {
            case QUARANTINED, DAMAGED_KEPT ->
                messages.counted("verify." + finding.kind().id(), Long.parseLong(finding.found()));
            default -> value(finding.found(), ellipsis);
        };
    }

    /// What a remedy is for, where the findings ask for several.
    private String kinds(Remedy remedy) {
        return verification.findings().stream()
                .map(Finding::kind)
                .filter(kind -> kind.remedy() == remedy)
                .distinct()
                .map(Kind::id)
                .collect(Collectors.joining(", "));
    }

    private String summary() {
        return messages.text(
                "verify.summary",
                messages.counted("verify.files", verification.files()),
                messages.counted("verify.matches", verification.matches()),
                messages.bytes(verification.bytes()),
                messages.seconds(verification.elapsed()),
                verification.isSound()
                        ? messages.text("verify.sound")
                        : messages.counted(
                                "verify.damage", verification.damage().size()));
    }

    private static String value(String value, String ellipsis) {
        return HASH.matcher(Printable.of(value)).replaceAll("$1" + Matcher.quoteReplacement(ellipsis));
    }

    /// The file or directory of a finding relative to the warehouse, with `/` between its steps; null when it
    /// is about none.
    static @Nullable String file(Finding finding, Path warehouse) {
        Path file = finding.where().file();
        if (file == null) {
            return finding.where().table();
        }
        Path relative = file.startsWith(warehouse) ? warehouse.relativize(file) : file;
        return relative.toString().replace('\\', '/');
    }
}
