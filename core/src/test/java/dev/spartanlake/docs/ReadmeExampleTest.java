package dev.spartanlake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example in Java that the README has is one that can be copied.
class ReadmeExampleTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n((?:import [^\n]*\n)+)(.*?)^```$");

    @TempDir
    private Path directory;

    @Test
    void compilesWithTheImportsItHas() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1) + "class Example {\n    void run() {\n" + found.group(2) + "    }\n}\n")
                .toList();

        assertThat(examples).hasSize(1);
        assertThat(errors(examples.getFirst())).isEmpty();
        // The same without an import does not compile, so that the compiler has looked at it at all.
        assertThat(errors(examples.getFirst().replace("import java.util.List;\n", "")))
                .isNotEmpty();
    }

    private List<String> errors(String source) throws IOException {
        Path file = Files.writeString(directory.resolve("Example.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", directory.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return found.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
