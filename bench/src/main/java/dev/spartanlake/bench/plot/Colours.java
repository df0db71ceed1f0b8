package dev.spartanlake.bench.plot;

import java.util.List;

/// The colours of a plot, each as `#rrggbb`. All but those of the grid stand out from the ground by a contrast of 4.5
/// or
/// more.
///
/// @param ground what everything lies on
/// @param ink texts
/// @param quiet numbers at the axes, and the guide
/// @param grid frame and grid
/// @param lines as many as [#NUMBER]
record Colours(String ground, String ink, String quiet, String grid, List<String> lines) {

    /// How many colours lines can have.
    static final int NUMBER = 4;

    /// For readers whose system is light.
    static final Colours LIGHT = new Colours(
            "#ffffff", "#1f2328", "#59636e", "#d1d9e0", List.of("#0969da", "#bc4c00", "#1a7f37", "#8250df"));

    /// For readers whose system is dark.
    static final Colours DARK = new Colours(
            "#0d1117", "#f0f6fc", "#9198a1", "#3d444d", List.of("#58a6ff", "#f0883e", "#3fb950", "#bc8cff"));

    /// The style sheet for both. It has no variables, which not every viewer knows.
    static String style() {
        return """
                text { font: 12px system-ui, sans-serif; }
                .title { font-size: 15px; font-weight: 600; }
                .grid, .line { fill: none; }
                .guide { stroke-dasharray: 1 3; }
                .line, circle { stroke-width: 2; }
                .line.DASHED { stroke-dasharray: 7 4; }
                .line.DOTTED { stroke-dasharray: 2 3; }
                """ + LIGHT.rules() + "@media (prefers-color-scheme: dark) {\n" + DARK.rules() + "}\n";
    }

    private String rules() {
        StringBuilder rules = new StringBuilder()
                .append(rule("text", "fill", ink))
                .append(rule(".tick", "fill", quiet))
                .append(rule(".ground, circle", "fill", ground))
                .append(rule(".grid", "stroke", grid))
                .append(rule(".guide", "stroke", quiet));
        for (int i = 0; i < NUMBER; i++) {
            rules.append(rule(".c" + i, "stroke", lines.get(i)))
                    .append(rule("circle.c" + i + ".SOLID", "fill", lines.get(i)));
        }
        return rules.toString();
    }

    private static String rule(String selector, String property, String value) {
        return selector + " { " + property + ": " + value + "; }\n";
    }
}
