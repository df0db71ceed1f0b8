package dev.spartanlake.cli.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells the line editor when what was typed is complete, and which word is to be completed.
final class ShellParser implements Parser {

    private static final Pattern NAME_AT_THE_END = Pattern.compile("[\\p{L}\\p{N}_.]*$");

    /// Whether it is no SQL but an order to the shell.
    static boolean isCommand(String text) {
        return text.stripLeading().startsWith(".");
    }

    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isCommand(text)) {
            Statements statements = new Statements();
            statements.add(text + "\n");
            if (statements.isPending()) {
                throw new EOFError(-1, -1, "no semicolon yet");
            }
        }
        return new Typed(text, cursor);
    }

    /// The name that ends at the cursor.
    static String name(String before) {
        Matcher name = NAME_AT_THE_END.matcher(before);
        return name.find() ? name.group() : "";
    }

    /// What was typed, of which the name that ends at the cursor may be completed. Nothing in it needs an escape.
    private record Typed(String line, int cursor) implements CompletingParsedLine {

        @Override
        public String word() {
            return name(line.substring(0, cursor));
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean isComplete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
