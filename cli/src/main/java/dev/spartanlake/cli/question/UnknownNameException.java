package dev.spartanlake.cli.question;

import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.error.Spelling;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// An argument is a name that nothing and nobody has. Unlike other misuse, which is the same whatever the user
/// speaks, it is told in the user's language, as the names are.
public final class UnknownNameException extends ParameterException {

    private static final long serialVersionUID = 1;

    private final transient Messages messages;

    /// @param argument the argument, as the help calls it
    /// @param unknown that there is no such name
    /// @param name the name
    /// @param known the names there are
    /// @param remedy what to do about it
    UnknownNameException(
            CommandLine command,
            Messages messages,
            String argument,
            String unknown,
            String name,
            Collection<String> known,
            String remedy) {
        super(command, argument + ": " + unknown + meant(name, known, messages) + remedy);
        this.messages = messages;
    }

    private static String meant(String name, Collection<String> known, Messages messages) {
        List<String> closest = Spelling.closest(name, known);
        return closest.isEmpty() ? "" : messages.text("misuse.meant", String.join(messages.text("name.or"), closest));
    }

    /// Where there is more to read, in the user's language.
    public String seeAlso(String command) {
        return messages.text("misuse.see", command);
    }
}
