package dev.spartanlake.cli.render;

/// How a piece of text looks where there are colours. What it says stands in the text as well.
public enum Tone {
    /// As everything.
    PLAIN(""),
    /// Good news.
    GOOD("32"),
    /// Bad news.
    BAD("31"),
    /// Of less matter.
    FAINT("2"),
    /// Of more matter.
    STRONG("1");

    private static final String ESCAPE = "\u001B[";

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /// The text with this tone, if the screen has colours.
    public String on(Screen screen, String text) {
        boolean isToned = screen.colors() == Screen.Colors.ANSI && !code.isEmpty() && !text.isEmpty();
        return isToned ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
